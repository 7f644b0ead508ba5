"""Greetings, thanks, and questions about the tutor itself."""

import re
from typing import Literal

_GREETING = re.compile(
    r"(?:안녕(?:하세요|하십니까|히)?|반가워요?|반갑습니다|처음 뵙겠습니다|하이|헬로우?|좋은 (?:아침|"
    r"저녁|하루)(?:입니다|이에요)?|hello(?: there)?|hi(?: there)?|hey(?: there)?|greetings|"
    r"how are you(?: doing)?(?: today)?|잘 지내(?:세요|니|요|셨어요)?|good (?:morning|afternoon|evening)|"
    r"nice to meet you|你好|您好|大家好|早上好|晚上好|嗨)(?:,? (?:선생님|튜터님?|여러분|"
    r"tutor|everyone|teacher))?[\s!.~,？?。！，😀-🙏]*",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"(?:정말 |너무 |매우 |네[,.]? |아[,.]? |ok(?:ay)?[,.]? |great[,.!]? |yes[,.]? |좋아요?[,.]? |很?好[,，])?"
    r"(?:감사(?:합니다|해요|드립니다)|고마워요?|고맙습니다|"
    r"수고(?:하셨습니다|했어요?)|thank you(?: (?:so|very) much)?|thanks(?: a lot| so much)?|thx|"
    r"(?:good|great|nice|excellent|awesome) (?:job|work|one)|well done|perfect|great|awesome|"
    r"잘했(?:어요?|습니다|다)|훌륭(?:해요?|합니다)|완벽(?:해요?|합니다)|최고(?:예요|입니다|다|야)?|좋(?:네요?|아요|"
    r"습니다)|"
    r"多谢|谢谢(?:你|您)?|非常感谢|太好了)[\s!.~。！]*",
    re.IGNORECASE,
)
_BYE = re.compile(
    r"(?:안녕히 (?:가|계)세요|잘 가|다음에 (?:봐|만나)요?|good ?bye|bye(?: bye)?|see you(?: later)?|"
    r"再见|拜拜)[\s!.~。！]*",
    re.I,
)
_WHO = re.compile(
    r"(?:누구(?:세요|야|시죠|신가요|십니까|입니까|니)|자기소개(?!서)|(?:너|당신|넌)(?:는|은|의)? (?:이름|"
    r"누구|뭐야|정체|어떻게 (?:작동|동작|움직))|(?:이름이|성함이) (?:뭐|무엇|어떻게)(?! ?라고)|"
    r"who are you|how do you work|what are you\b(?! (?:doing|talking))|what(?:'s| is) your name|introduce yourself|"
    r"are you (?:a |an )?(?:robot|bot|ai|human|chatgpt|gpt|language model|real)|(?:언어 모델|챗봇|"
    r"챗gpt|chatgpt|사람|인공지능)(?:인가요|이야|이에요|이니|입니까)|"
    r"(?:너|넌|당신은?) ?(?:는 )?(?:혹시 )?(?:챗 ?)?(?:gpt|ai|llm|봇|로봇|진짜 모델)(?:야|니|예요|인가요|이야|입니까)|"
    r"你是谁|您是谁|你叫什么|自我介绍|你是(?:机器人|人工智能|真人))",
    re.IGNORECASE,
)
_CAN = re.compile(
    r"(?:무엇을|뭘|뭐를|뭐|어떤 (?:일|것)을?|무슨 일을?) (?:할 수|도와줄 수|도와주실 수|해 ?줄 수|"
    r"하실 수|잘하)|(?:어떻게|무엇을) 도와|기능이 뭐|할 줄 아는|도움말|"
    r"(?:어떤|무슨) (?:걸|거|것들?을?) (?:할 수|하실 수|도와)|"
    r"^(?:좀 )?도와 ?(?:줘요?|주세요|주실래요)[\s!?.]*$|^사용법|"
    r"(?:사용법|사용 방법|쓰는 (?:법|방법))(?:을|이)? ?(?:알려|뭐|설명)|"
    r"what can you (?:do|help)|how can you help|what do you do|your (?:abilities|capabilities|skills)|"
    r"what are you (?:able|good)|^help[!?. ]*$|"
    r"你(?:能|会|可以)(?:做|帮|干)|您能做|有什么功能",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?:역할|지시문?|지침|instructions?|system prompt|프롬프트)(?:이|은|는|을|를|가)? ?(?:뭐|무엇|"
    r"알려|보여|말해|어떻게|뭔)|(?:당신|너|네)(?:의)? ?역할|"
    r"what(?:'s| is| are) your (?:role|job|instructions?|purpose|task|prompt|system prompt)|(?:show|"
    r"tell|reveal|print|repeat|give)(?: me)? your (?:role|(?:system )?prompt|instructions?)|"
    r"你的(?:角色|职责|任务|指令|提示词)",
    re.IGNORECASE,
)

# Asking to drop the instructions is no question about them.
_OVERRULING = re.compile(
    r"무시|잊어|\bignore\b|\bdisregard\b|\bforget\b|\bjailbreak|\boverride\b|忽略|无视|忘记", re.IGNORECASE
)

Kind = Literal["", "bye", "thanks", "greeting", "can", "role", "who"]
_POLITE: tuple[tuple[Kind, re.Pattern[str]], ...] = (("bye", _BYE), ("thanks", _THANKS), ("greeting", _GREETING))
_ITSELF: tuple[tuple[Kind, re.Pattern[str]], ...] = (("can", _CAN), ("role", _ROLE), ("who", _WHO))
_YOU = re.compile(r"너|당신|넌|(?<![가-힣])네(?![가-힣])|튜터|어시스턴트|\byou|\btutor\b|\bbot\b|你|您", re.IGNORECASE)
_FILLER = re.compile(
    r"여기서|여기|지금|정확히|도대체|먼저|우선|혹시|주세요|줄래요?|알려\S*|말해\S*|보여\S*|설명\S*|해줘|해주세요|"
    r"있나요|있어요?|있습니까|있니|"
    r"please|tell|can|could|here|exactly|now|the|and|for|with|this|that|hello|help|show|me|what|are|is",
    re.IGNORECASE,
)


def courtesy_in(question: str) -> Kind:
    """What a message of courtesy is, or what it asks about the tutor; empty where it is about something else."""
    if len(question) > 120 or _OVERRULING.search(question):
        return ""
    rest = question.strip()
    courtesy: Kind = ""
    while rest:
        found = next(
            (
                (kind, match.end())
                for kind, pattern in _POLITE
                if (match := pattern.match(rest))
                and not (match[0][-1:].isalnum() and rest[match.end() : match.end() + 1].isalnum())
            ),
            None,
        )
        if found is None:
            break
        courtesy, rest = courtesy or found[0], rest[found[1] :].lstrip(" ,")
    if not rest:
        return courtesy
    for kind, pattern in _ITSELF:
        if (match := pattern.search(rest)) and (_YOU.search(rest) or not _others(rest, match)):
            return kind
    return ""


def _others(text: str, match: re.Match[str]) -> list[str]:
    """The words beside a match that name something else: “담당자는 누구입니까?” is not about the tutor."""
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    words = re.findall(r"[가-힣]{2,}|[a-z]{3,}|[\u4e00-\u9fff]{2,}", rest, re.IGNORECASE)
    return [word for word in words if not _FILLER.fullmatch(word)]
