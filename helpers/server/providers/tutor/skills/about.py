"""Greetings, thanks, who the tutor is, its role, and short answers about the chapter and the API."""

import re
from collections.abc import Sequence

from ..chapter import Entry, lookup
from ..form import form_of
from ..role import Role, role_of
from ..skill import Action, Language, Say, Situation

_GREETING = re.compile(
    r"(?:안녕(?:하세요|하십니까|히)?|반가워요?|반갑습니다|처음 뵙겠습니다|하이|헬로우?|좋은 (?:아침|"
    r"저녁|하루)(?:입니다|이에요)?|hello(?: there)?|hi(?: there)?|hey(?: there)?|greetings|"
    r"good (?:morning|afternoon|evening)|nice to meet you|你好|您好|大家好|早上好|晚上好|嗨)[\s!.~,？?。！，😀-🙏]*",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"(?:정말 |너무 |매우 |네,? |아,? )?(?:감사(?:합니다|해요|드립니다)|고마워요?|고맙습니다|"
    r"수고(?:하셨습니다|했어요?)|thank you(?: (?:so|very) much)?|thanks(?: a lot| so much)?|thx|"
    r"多谢|谢谢(?:你|您)?|非常感谢)[\s!.~。！]*",
    re.IGNORECASE,
)
_BYE = re.compile(
    r"(?:안녕히 (?:가|계)세요|잘 가|다음에 (?:봐|만나)요?|good ?bye|bye(?: bye)?|see you(?: later)?|"
    r"再见|拜拜)[\s!.~。！]*",
    re.I,
)
_WHO = re.compile(
    r"(?:누구(?:세요|야|시죠|신가요|십니까|입니까|니)|자기소개|(?:너|당신|넌)(?:는|은|의)? (?:이름|"
    r"누구|뭐야|정체)|(?:이름이|성함이) (?:뭐|무엇|어떻게)(?! ?라고)|"
    r"who are you|what are you\b(?! (?:doing|talking))|what(?:'s| is) your name|introduce yourself|"
    r"are you (?:a |an )?(?:robot|bot|ai|human|chatgpt|gpt|language model|real)|(?:언어 모델|챗봇|"
    r"챗gpt|chatgpt|사람|인공지능)(?:인가요|이야|이에요|이니|입니까)|"
    r"你是谁|您是谁|你叫什么|自我介绍|你是(?:机器人|人工智能|真人))",
    re.IGNORECASE,
)
_CAN = re.compile(
    r"(?:무엇을|뭘|뭐를|뭐|어떤 (?:일|것)을?|무슨 일을?) (?:할 수|도와줄 수|도와주실 수|해 ?줄 수|"
    r"하실 수|잘하)|(?:어떻게|무엇을) 도와|기능이 뭐|할 줄 아는|도움말|"
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

_ABILITIES: dict[Language, str] = {
    "ko": (
        "이런 일을 할 수 있습니다.\n"
        "- 가격, 비율, 이자, 단위, 날짜, 방정식 계산: “원가 5,000원에 마진 20%를 붙이면 얼마인가요?”\n"
        "- 표 파일(CSV, Excel, JSON) 분석, 차트, 인사이트, 제목, PowerPoint 슬라이드\n"
        "- 대화에서 들은 것을 기억하고, 이 장과 Assistants API에 관한 질문에 답하기: “실행(run)이 뭔가요?”"
    ),
    "en": (
        "This is what I can do:\n"
        "- sums with prices, percentages, interest, units, dates, equations: “A bouquet costs 5 dollars; "
        "what is the price with a 20% markup?”\n"
        "- analysis of a table (CSV, Excel, JSON), charts, insights, titles and PowerPoint slides\n"
        "- remembering what you tell me, and answering questions about this chapter and the Assistants "
        "API: “What is a run?”"
    ),
    "zh": (
        "我可以做这些事：\n"
        "- 价格、百分比、利息、单位、日期、方程的计算：“进价 5 元，加价 20%，售价是多少？”\n"
        "- 表格文件（CSV、Excel、JSON）分析、图表、洞察、标题和 PowerPoint 幻灯片\n"
        "- 记住您说过的内容，并回答关于本章和 Assistants API 的问题：“什么是运行（run）？”"
    ),
}


class About:
    """Answers about itself and about what is taught here."""

    name = "about"

    def fit(self, situation: Situation) -> float:
        question = situation.question.strip()
        found = lookup(question)
        if _is_about_itself(question, found, situation):
            return 0.75
        return found[1] if found else 0.0

    def step(self, situation: Situation) -> Sequence[Action]:
        form = form_of(situation)
        question = situation.question.strip()
        found = lookup(question)
        if _is_about_itself(question, found, situation):
            return [
                Say(form.text(_about_itself(_kind(question), role_of(situation.request.instructions), form.language)))
            ]
        return [Say(form.text(found[0].answer(form.language)))] if found else []


def _is_about_itself(question: str, found: tuple[Entry, float] | None, situation: Situation) -> bool:
    """True for a greeting, a question about the tutor and the like, unless it is rather about a matter of the API."""
    kind = _kind(question)
    if found and kind in {"can", "role"} and (found[0].strong or not situation.request.instructions.strip()):
        return False
    return bool(kind)


def _kind(question: str) -> str:
    if len(question) > 120 or _OVERRULING.search(question):
        return ""
    rest = _GREETING.sub("", question, count=1) if _GREETING.match(question) else question
    if not rest.strip():
        return "greeting"
    for kind, pattern in (("thanks", _THANKS), ("bye", _BYE)):
        if pattern.fullmatch(rest.strip()):
            return kind
    for kind, pattern in (("can", _CAN), ("role", _ROLE), ("who", _WHO)):
        if pattern.search(rest):
            return kind
    return ""


_WORDS: dict[str, dict[Language, str]] = {
    "thanks": {
        "ko": "천만에요. 더 궁금한 것이 있으면 물어보세요.",
        "en": "You are welcome. Ask me whenever you need more.",
        "zh": "不客气，还有问题随时问我。",
    },
    "bye": {
        "ko": "안녕히 가세요. 스레드의 ID가 있으면 다음에 이어서 이야기할 수 있습니다.",
        "en": "Goodbye. With the thread's ID we can go on from here next time.",
        "zh": "再见。凭线程 ID，下次可以接着聊。",
    },
    "no role": {
        "ko": "받은 지시문이 없어 따로 맡은 역할이 없습니다.",
        "en": "I was given no instructions, so I have no particular role.",
        "zh": "我没有收到指令，因此没有特定角色。",
    },
    "role": {
        "ko": "제가 받은 지시의 핵심은 다음과 같습니다: “{sentence}”",
        "en": "In short, I was told: “{sentence}”",
        "zh": "我收到的指令要点是：“{sentence}”",
    },
    "greeting": {
        "ko": "안녕하세요! 저는 {me}입니다. 무엇을 도와드릴까요?",
        "en": "Hello! I am {me}. How can I help?",
        "zh": "您好！我是{me}。有什么可以帮您？",
    },
    "who": {
        "ko": "저는 {me}입니다. {rules} 규칙으로 움직이므로, 같은 질문에는 늘 같은 답을 합니다.",
        "en": "I am {me}. {rules} made of rules, so the same question always gets the same answer.",
        "zh": "我是{me}。{rules}依靠规则，同样的问题总是得到同样的回答。",
    },
    "rules": {
        "ko": "언어 모델이 아니라",
        "en": "I am not a language model but",
        "zh": "我不是语言模型，而是",
    },
    "rules in a role": {
        "ko": "이 역할로 답하는 것은 오프라인 튜터이고, 언어 모델이 아니라",
        "en": "The offline tutor plays this part; it is not a language model but",
        "zh": "由离线导师担任这一角色，它不是语言模型，而是",
    },
    "me": {"ko": "이 자료의 오프라인 튜터", "en": "the offline tutor of this workshop", "zh": "本教程的离线导师"},
}


def _about_itself(kind: str, role: Role | None, language: Language) -> str:
    if kind == "role" and role is None:
        kind = "no role"
    name = role.name if role and role.language == language else ""
    me = (f"your {name}" if language == "en" else name) if name else _WORDS["me"][language]
    if kind == "can":
        lead = {"ko": f"저는 {me}입니다. ", "en": f"I am {me}. ", "zh": f"我是{me}。"}[language]
        return (lead if name else "") + _ABILITIES[language]
    rules = _WORDS["rules in a role" if name else "rules"][language]
    return _WORDS[kind][language].format(me=me, rules=rules, sentence=role.sentence if role else "")


SKILL = About()
