"""Sums written out again for a follow-up: so many pieces at an amount, a percentage of it, something added, shared."""

import re

from .quantities import Quantity, quantities
from .skill import Language
from .sums.dates import Day, days
from .sums.price_words import LABELS, Role
from .wording import number

THAT = re.compile(
    r"(?:그|이|위|방금|방금 (?:구한|나온|말한)|앞의|아까) ?(?:[가-힣]{1,6}(?:된|한|은|인|온|간|난) )?(?:값|금액|"
    r"가격|결과|답|수|숫자|돈|거기|"
    r"합계|판매가)(?:에서|의|에|을|를|은|는|이|가)?|거기(?:에서|서|에)?|여기(?:에서|서|에)|"
    r"\b(?:that|this|the) (?:value|amount|price|result|number|total|answer|sum)\b|\b(?:of|off|to|from|by|"
    r"on|is|with|increase|decrease|raise|double|halve|triple|half|twice) (?:of )?(?:that|it)\b|"
    r"^\W*(?:and |now |then )?(?:add|take|subtract|multiply|divide|plus|minus|times)\b|"
    r"(?:这个|那个|上面的|刚才的)(?:值|数|结果|价格|金额|数字)|在此基础上|"
    r"^\W*(?:那么?)?(?:再|然后)(?:加上?|减去?|乘以?|除以)\s?\d|"
    r"^\W*(?:그리고 |이제 |그럼 |다시 )?\d[\d,.]*(?:[을를] (?:더하|더해|빼|곱하|곱해)|(?:으로|로) (?:나누|나눠))",
    re.IGNORECASE,
)
# What is to be done with the result before, where the words begin with it: “再加上 8 呢？”, “8을 더하면?”.
_NEXT_ZH = re.compile(r"^\W*(?:那么?)?(?:再|然后)(?P<rest>(?:加上?|减去?|乘以?|除以)\s?\d[\d.,]*)")
_NEXT_KO = re.compile(
    r"^\W*(?:그리고 |이제 |그럼 |다시 )?(?P<rest>\d[\d,.]*(?:[을를] (?:더하|더해|빼|곱하|곱해)|(?:으로|로) (?:나누|"
    r"나눠)))"
)


def so_many(value: str, pieces: Quantity, language: Language) -> str:
    """What so many pieces at an amount come to."""
    return {
        "ko": f"{value}짜리 {number(pieces.value)}개는 모두 얼마인가요?",
        "en": f"{number(pieces.value)} pieces at {value} each, how much in total?",
        "zh": f"每个 {value}，{number(pieces.value)} 个一共多少钱？",
    }[language]


def shared(value: str, people: Quantity, language: Language) -> str:
    """What each of so many people pays."""
    return {
        "ko": f"{value}을 {number(people.value)}명이 나누면 한 명당 얼마인가요?",
        "en": f"{value} split between {number(people.value)} people, how much each?",
        "zh": f"{value} {number(people.value)} 人平分，每人多少钱？",
    }[language]


def rated(value: str, role: Role, rate: Quantity, language: Language) -> str:
    """An amount after a percentage that is for `role`."""
    share = rate.text.strip()
    verb = {"discount": "할인하면", "fall": "내리면", "rise": "올리면", "fee": "떼면"}.get(role, "더하면")
    particle = "에서" if role in {"discount", "fall", "fee"} else "에"
    name = "" if role in {"discount", "fall", "rise"} else f"{LABELS[role][0]} "
    return {
        "ko": f"금액 {value}{particle} {name}{share} {verb} 얼마인가요?",
        "en": f"At a price of {value}, with a {share} {LABELS[role][1]}, how much is it?",
        "zh": f"价格 {value}，{LABELS[role][2]} {share}，是多少？",
    }[language]


def with_extra(value: str, sign: str, extra: Quantity, language: Language) -> str:
    """An amount with another added (`+`) or taken off (`-`)."""
    more, grows = extra.text.strip(), sign == "+"
    return {
        "ko": f"{value}{'에' if grows else '에서'} {more}을 {'더하면' if grows else '빼면'} 얼마인가요?",
        "en": f"What is {value} {'plus' if grows else 'minus'} {more}?",
        "zh": f"{value}{'加上' if grows else '减去'} {more} 是多少？",
    }[language]


# So much is handed over for what the sum came to: “2만원 내면 거스름돈은?”.
PAYS = re.compile(
    r"내면.{0,8}(?:거스름|잔돈|얼마)|거스름돈|잔돈|\bpay(?:ing)? (?:with|by)\b|\bhow much change\b|\bwhat change\b|"
    r"\bchange (?:from|out of|do)\b|付.{0,10}找|找(?:回|零|我)?多少",
    re.IGNORECASE,
)


def change_from(value: str, paid: Quantity, language: Language) -> str:
    """What is given back on an amount."""
    cost = quantities(value)[0]
    return with_extra(paid.text.strip(), "-", cost, language)


def redated(base: str, question: str, dates: tuple[Day, ...]) -> str | None:
    """The earlier question with the new date in the place of its last one; of its first where “from” stands before."""
    old = days(base)
    if len(dates) != 1 or not old:
        return None
    new = dates[0]
    first = re.search(r"\bfrom\s$|从$", question[: new.start], re.I) or re.match(
        r"\s?(?:부터|에서)", question[new.end :]
    )
    gone = old[0] if first else old[-1]
    return base[: gone.start] + question[new.start : new.end] + base[gone.end :]


_MULTIPLES = [
    (r"절반|반값|의 반\b|\bhalf\b|\bhalve\b|一半", "50%"),
    (r"두 ?배|2배|\bdouble\b|\btwice\b|两倍", "200%"),
    (r"세 ?배|3배|\btriple\b|三倍", "300%"),
]


def with_value(question: str, value: str, language: Language) -> str:
    """The question with what it only points to (“that”, “그 값”) written out."""
    # The solution of an equation is its number.
    value = re.sub(r"^[a-z] [=≈] (?=-?[\d(])", "", value)
    if after := _NEXT_ZH.match(question):
        return f"{value} {after['rest']} 是多少？"
    if after := _NEXT_KO.match(question):
        rest = after["rest"]
        link = "에" if re.search("더", rest) else "에서" if rest.endswith("빼") else "을"
        ending = "더하면" if "더" in rest else "빼면" if rest.endswith("빼") else "곱하면" if "곱" in rest else "나누면"
        return f"{value}{link} {rest.rsplit(' ', 1)[0]} {ending}?"
    match = THAT.search(question)
    assert match is not None
    word = match[0]
    tail = re.search(r"(?:에서|의|에|을|를|은|는|이|가|서)$", word)
    lead = re.match(r"(?i)(?:of|off|to|from|by|on|is|with|increase|decrease|raise|double|halve) (?=that|it)", word)
    verb = re.match(r"(?i)\W*(?:and |now |then )?(?:add|take|subtract|multiply|divide|plus|minus|times)\b", word)
    several = next((share for pattern, share in _MULTIPLES if re.search(pattern, question, re.IGNORECASE)), "")
    if several:
        return {
            "ko": f"{value}의 {several}는?",
            "en": f"What is {several} of {value}?",
            "zh": f"{value} 的 {several} 是多少？",
        }[language]
    mark = "" if re.search(r"[?？]\s*$", question) else "?"
    if verb:
        command = re.sub(r"(?i)\b(?:to|from|by|on) (?:that|it)\b", "", question[match.start() :])
        command = re.sub(r"(?i)^\W*(?:and |now |then )*", "", command).strip(" .?!")
        return f"{value} {command}?"
    particle = {"서": "에서"}.get(tail[0], tail[0]) if tail else ""
    return question[: match.start()] + (lead[0] if lead else "") + value + particle + question[match.end() :] + mark


def replaced(base: str, question: str, changes: tuple[Quantity, ...]) -> str | None:
    """The earlier question with the quantities of the same kind put in the place of its own."""
    text = base
    if dates := days(question):
        return redated(base, question, dates)
    for change in changes:
        olds = quantities(text)
        same = [q for q in olds if q.kind == change.kind] or (
            [q for q in olds if q.kind == "plain"] if change.kind != "percent" else []
        )
        same = [q for q in same if change.kind == "money" and q.unit == change.unit] or same
        if not same and change.kind == "plain":
            same = [q for q in olds if q.kind != "calendar"]
        if not same:
            return None
        # The one of “한 명당” is nobody's figure.
        same = [q for q in same if q.kind != "count" or q.value != 1] or same
        old = _by_keyword(text, same, question) if len(same) > 1 else same[0]
        written = change.text.strip()
        if change.kind == "plain" and old.kind != "plain":
            written += old.text[len(old.text.rstrip("%원개명년달러元个")) :] if not old.text.startswith("$") else ""
            written = f"${written}" if old.text.startswith("$") else written
        text = text[: old.start] + written + text[old.end :]
    return text


def _by_keyword(text: str, candidates: list[Quantity], question: str) -> Quantity:
    """Of several numbers of one kind, the one closest to a word that the new question uses too; else the last."""
    for quantity in reversed(quantities(question)):
        question = f"{question[: quantity.start]} {question[quantity.end :]}"
    stems = {word[:2] if "가" <= word[0] <= "힣" else word for word in _WORD.findall(question.lower())}
    places = [match for stem in stems for match in re.finditer(re.escape(stem), text.lower())]
    gaps = [
        # Of two as near, the number behind the word (“가로 8m 세로 5m”), then the last.
        (
            min(abs(match.start() - candidate.end), abs(candidate.start - match.end())),
            candidate.start < match.start(),
            -index,
        )
        for match in places
        for index, candidate in enumerate(candidates)
    ]
    return candidates[-min(gaps)[-1]] if gaps else candidates[-1]


_WORD = re.compile(r"[가-힣]{2,}|[a-z]{4,}|[\u4e00-\u9fff]{2}")
