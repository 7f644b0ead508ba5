"""The sentence in which a reader told what is asked for: found by its words, or by the kind of thing asked for."""

import re
from collections.abc import Sequence

from .notes import is_asking, sentences

# What a question asks for, and how somebody tells it without naming it.
_KINDS: list[tuple[str, str]] = [
    (
        r"(?:무슨|어떤) 색|색(?:이|은|깔)|\bcolou?rs?\b|颜色",
        r"[가-힣]{1,3}색|빨강|파랑|노랑|초록|하양|검정|보라|\b(?:red|blue|green|yellow|black|white|purple|pink|"
        r"orange|brown|gr[ae]y)\b|"
        r"[红蓝绿黄黑白紫粉橙灰棕]色",
    ),
    (
        r"어디(?:에|서|에서)? ?(?:사|살|산)|사는 (?:곳|데|도시)|\bwhere (?:do|did|am) (?:i|we)\b|\b(?:which|what) "
        r"(?:city|country|town)\b|"
        r"住在?哪|哪里",
        r"(?:에|에서) (?:살|삽|거주)|이사|\blive|\bbased in\b|\bfrom\b|\bmoved to\b|\bin [A-Z]|住|来自",
    ),
    (
        r"직업|무슨 일|하는 일|직장|\bjob\b|\bwork\b|\bprofession|\boccupation|\bfor a living\b|工作|职业|做什么",
        r"로 (?:일|근무)|에서 일|다니|직원|개발자|교사|선생님|간호사|의사|학생|디자이너|마케터|운영|\bwork|\bteach|"
        r"\bengineer|\bnurse|"
        r"\bdoctor\b|\bstudent|\bdesigner|\brun an?\b|\bmanager|\bdeveloper|工作|老师|医生|学生|工程师",
    ),
    (
        r"몇 ?살|나이|\bhow old\b|\bage\b|几岁|多大|年龄",
        r"\d+\s?(?:살|세)|스물|서른|마흔|쉰|\byears old\b|\bI(?:'m| am) \d|\b\w+ty(?:-\w+)? years|岁",
    ),
    (
        r"(?:무슨|어떤) 음식|음식|\bfood\b|\beat\b|\bdish|什么菜|吃什么|食物",
        r"라면|김치|피자|치킨|국수|먹|음식|\bfood\b|\beat|\bdish|\bramen\b|\bpizza\b|\bsushi\b|吃|菜",
    ),
    (r"취미|\bhobb|\bfree time\b|爱好", r"취미|즐겨|\bhobb|\benjoy|\blove\b|\bplay|爱好|喜欢"),
    (r"생일|몇 ?년생|태어|\bbirthday\b|\bborn\b|生日", r"생일|태어|\bbirthday\b|\bborn\b|生日|出生"),
    (
        r"반려|애완|동물|\bpets?\b|宠物",
        r"강아지|고양이|햄스터|토끼|키우|키워|\bdogs?\b|\bcats?\b|\bpets?\b|\bparrot|狗|猫",
    ),
    (r"알레르기|알러지|\ballerg|过敏", r"알레르기|알러지|\ballerg|过敏"),
    (
        r"좋아|\bfavou?rite\b|\blike\b|\blove\b|\bbest\b|\bprefer|喜欢|最爱",
        r"좋아|즐겨|\bfavou?rite\b|\blike|\blove|\bprefer|\benjoy|喜欢|最爱",
    ),
    (
        r"몇 ?명|식구|가족|\bhow many (?:people|children|kids|siblings)\b|几口人",
        r"\d+\s?명|가족|식구|\bchildren\b|\bkids\b|"
        r"\bpeople\b|口人",
    ),
]
_STOP = re.compile(
    r"제가|내가|저는|나는|우리|저희|뭐라|무엇|무슨|어디|누구|언제|얼마|기억|알려|말했|했죠|했지|했나|했더|아까|"
    r"이라|라고|다고|"
    r"있어|있죠|있나|"
    r"what|which|where|when|who|how|many|much|did|do|does|is|are|was|were|am|the|my|our|me|we|you|your|tell|told|"
    r"say|said|"
    r"remember|remind|again|name|called|please|about|have|has|had|for|and|that|this|in|of|on|to|at|it|i"
)
_PARTICLE = re.compile(r"(?:이라고|라고|에서|에게|으로|이고|이며|은|는|이|가|을|를|의|에|도|만|과|와|로|고|죠|지|요)$")
_CORRECTS = re.compile(
    r"\s*(?:no|sorry|wait|actually|아니|아뇨|죄송|不对|不是|错了)\b|\s*(?:아니|不对|错了)", re.IGNORECASE
)
_CERTAIN = 1.0
_LONGEST = 200


def told_of(question: str, texts: Sequence[str]) -> str:
    """The newest of the sentences that answer the question best; an empty string where none does."""
    asked = stems(question)
    kinds = [told for asks, told in _KINDS if re.search(asks, question, re.IGNORECASE)]
    best, found = 0.0, ""
    for text in texts:
        parts = sentences(text)
        for place, sentence in enumerate(parts):
            if len(sentence) > _LONGEST or is_asking(sentence):
                continue
            shared = len(asked & stems(sentence))
            fitting = sum(1 for told in kinds if re.search(told, sentence, re.IGNORECASE))
            # Of several kinds (“a favourite” and “a colour”) all have to be met.
            score = shared + (1.5 * fitting / len(kinds) if kinds else 0.0)
            if kinds and fitting < len(kinds) and shared < _CERTAIN:
                continue
            if score >= max(best, _CERTAIN):
                # “… 4월 5일이에요. 아니, 5월이에요.”: what is put right at once belongs to it.
                more = [part for part in parts[place + 1 : place + 2] if _CORRECTS.match(part)]
                best, found = score, " ".join([sentence.strip(), *more])
    return found


def stems(text: str) -> set[str]:
    """The words that carry meaning, cut to their stems; Chinese in pairs of letters."""
    found = set()
    for word in re.findall(r"[가-힣]{2,}|[A-Za-z][A-Za-z'-]+", text):
        lower = word.lower()
        if "가" <= word[0] <= "힣":
            lower = _PARTICLE.sub("", lower) or lower
            stem = lower[:2]
        else:
            stem = re.sub(r"(?:'s|ies|ing|ed|es|s|y|ic)$", "", lower) if len(lower) > 3 else lower
        if len(stem) > 1 and not _STOP.fullmatch(lower) and not _STOP.fullmatch(stem):
            found.add(stem)
    for run in re.findall(
        r"[\u4e00-\u9fff]+",
        re.sub(
            r"我们?的?|你|吗|呢|什么|哪里|哪|多少|几|是|叫|的|说过?|"
            r"还?记得",
            " ",
            text,
        ),
    ):
        found |= {run[place : place + 2] for place in range(len(run) - 1)}
    return found
