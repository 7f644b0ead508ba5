"""Questions that lean on an earlier one: “30%로 하면?”, “what about 10 of them?”, “그 값에서 10% 더”.

The earlier question is rewritten with what the new one changes, and the result is read like any question. What remains
of the conversation is only its words, so that a thread answers the same after a restart.
"""

import re
from datetime import date
from functools import lru_cache

from ..base import Message
from .form import form_of
from .plan import Plan
from .quantities import Quantity, quantities
from .rephrased import rated, redated, shared, so_many, with_extra
from .skill import Language, Situation, language_of
from .sums import Question, Reading, read
from .sums.dates import days
from .sums.price_chains import extra_sign
from .sums.price_words import Role, role_of
from .wording import number

_INSTEAD = re.compile(
    r"^\W*(?:그럼|그러면|그렇다면|만약|만일|혹시|이번에는|이번엔|대신|and|so|then|now|but|ok(?:ay)?|"
    r"what if|what about|how about|and if|if|"
    r"那|那么|如果|要是|换成)|(?:으로|로) (?:하면|바꾸면|올리면|내리면|계산하면|해 ?주|바꿔)|(?:이|"
    r"라)?면(?:요)?\s?\?*$|는요\?|은요\?|instead|呢[？?]?$|换成|改成",
    re.IGNORECASE,
)
_THAT = re.compile(
    r"(?:그|이|위|방금|방금 (?:구한|나온|말한)|앞의|아까) ?(?:값|금액|가격|결과|답|수|숫자|돈|거기|"
    r"합계|판매가)(?:에서|의|에|을|를|은|는|이|가)?|거기(?:에서|서|에)?|여기(?:에서|서|에)|"
    r"\b(?:that|this|the) (?:value|amount|price|result|number|total|answer|sum)\b|\b(?:of|off|to|from|by|"
    r"on|is|with|increase|decrease|raise|double|halve|triple|half|twice) (?:of )?(?:that|it)\b|"
    r"^\W*(?:and |now |then )?(?:add|take|subtract|multiply|divide|plus|minus|times)\b|"
    r"(?:这个|那个|上面的|刚才的)(?:值|数|结果|价格|金额|数字)|在此基础上",
    re.IGNORECASE,
)
_OTHER_LANGUAGE = re.compile(
    r"(?:다시 )?(?:영어|한국어|한글|중국어)로(?: 다시)? ?(?:답|말|설명|알려|대답|번역)\S*(?: ?(?:줘|"
    r"주세요|해 ?줘|해 ?주세요))?[.!?]*|"
    r"(?:(?:now |please |and )?(?:say|answer|repeat)?(?: that| it| again)*)? ?in (?:english|korean|"
    r"chinese)(?: please)?[.!?]*|用(?:英语|英文|中文|韩语|韩文)(?:再)?(?:说|回答).{0,4}",
    re.IGNORECASE,
)
# “What do three of them cost?”: of what, the question before says.
_OF_THEM = re.compile(
    r"\bof (?:them|those|these)\b|\bfor (?:\w+ )?(?:of )?(?:them|those|these)\b|(?:그거|그것|이거|이것|그걸|이걸)",
    re.IGNORECASE,
)
_PIECES = re.compile(
    r"\bof (?:them|those|these)\b|\bpieces\b|\bfor \d+\b|\bbuy|\d\s?개|사면|팔면|[个束本件]", re.IGNORECASE
)
_COMMON = re.compile(r"about|from|instead|make|more|much|price|that|them|then|this|what|with|would")
# How many earlier questions a follow-up may lean on.
_REACH = 8


def reading_of(situation: Situation) -> Reading | None:
    """The newest question as a sum, by itself or with the earlier questions of the thread; None where it is none."""
    language = form_of(situation).language
    earlier = [item.text for item in situation.before if isinstance(item, Message) and item.role == "user"]
    return _reading(situation.question, earlier[-_REACH:], language)


def _reading(question: str, earlier: list[str], language: Language) -> Reading | None:
    alone = read(question, language)
    if alone and alone.plan and not _THAT.search(question) and not _cuts_a_count(question, language):
        return alone
    whole = standalone(question, tuple(earlier), language)
    if whole is not None and whole != question:
        together = read(whole, language)
        if together and together.plan:
            return Reading(max(together.fit - 0.05, 0.6) if together.fit > 0.3 else together.fit, together.plan)
    return alone


def standalone(question: str, earlier: tuple[str, ...], language: Language) -> str | None:
    """The question with what it leaves out taken from earlier ones; None where it leans on nothing."""
    return _standalone(question, earlier, language, date.today())


@lru_cache(maxsize=512)
def _standalone(question: str, earlier: tuple[str, ...], language: Language, today: date) -> str | None:
    """Kept for the day: what an earlier question came to may stand in it, and that may be counted from today."""
    if not earlier or len(question) > 120:
        return None
    before, last = earlier[:-1], earlier[-1]
    base = _whole(earlier, language)
    plan = _plan(base, language)
    changes = quantities(question)
    if _THAT.search(question):
        if plan:
            return _with_value(question, plan.phrase(plan.values()).value, language)
        return standalone(question, before, language) if not quantities(last) else None
    if plan and not changes and _OTHER_LANGUAGE.fullmatch(question.strip()):
        return base
    has_role = any(_role(question, change, language) for change in changes)
    if plan and changes and _leans(question, changes, has_role):
        on_result = has_role or _SPLIT.search(question) or _pieces(question, changes) or _is_extra(question, changes)
        if not on_result and not _shares_a_word(base, question) and before:
            older = standalone(question, before, language)
            if older and _shares_a_word(older, question):
                return older
        return _changed(question, changes, earlier, language)
    if not plan and changes and quantities(base) and len(base) < 200:
        # “원가는 5,000원입니다.” and then “마진 20%면 얼마인가요?”
        return f"{base.rstrip(' .!。')}{'，' if language == 'zh' else ','} {question}"
    if not plan and before and not quantities(last):
        return standalone(question, before, language)
    return None


def _cuts_a_count(question: str, language: Language) -> bool:
    """True for “세 개 사면 10% 할인”: the percentage is of money, which the question before tells."""
    found = quantities(question)
    priced = [q for q in found if _role(question, q, language) in {"discount", "tax", "tip", "markup", "margin"}]
    return bool(priced) and len(priced) + len(_pieces(question, found)) == len(found) == 2


def _leans(question: str, changes: tuple[Quantity, ...], has_role: bool) -> bool:
    """True where the amounts of a question want the sum before them: no money of its own, and no matter of its own."""
    if _TASK.search(question):
        return False
    if len(question) <= 14 or any(pattern.search(question) for pattern in (_INSTEAD, _OF_THEM, _SPLIT)):
        return True
    if len(question) > 60 or any(q.kind not in {"percent", "count", "plain"} for q in changes):
        return False
    return has_role or (len(_pieces(question, changes)) == len(changes) == 1 and _COSTS.search(question) is not None)


def _pieces(question: str, changes: tuple[Quantity, ...]) -> list[Quantity]:
    """The number of pieces that the question speaks of; empty where it speaks of none, or of several."""
    numbers = [q for q in changes if q.kind in {"count", "plain"}]
    is_one = len(numbers) == 1 and (
        numbers[0].kind == "count" or _PIECES.search(question) or _FOR.search(question[: numbers[0].start])
    )
    return numbers if is_one else []


def _is_extra(question: str, changes: tuple[Quantity, ...]) -> bool:
    """True for shipping, a coupon and the like, which come on top of what the sum came to."""
    extras = [q for q in changes if q.kind == "money"]
    return len(extras) == len(changes) == 1 and extra_sign(Question(question, "en"), extras[0]) != ""


def _whole(earlier: tuple[str, ...], language: Language) -> str:
    """The last of the questions, with what it leaves out taken from those before it."""
    before, last = earlier[:-1], earlier[-1]
    return last if _is_sum(last, before, language) else standalone(last, before, language) or last


def _plan(text: str, language: Language) -> Plan | None:
    """The plan of a text that is a sum by itself."""
    reading = read(text, language_of(text) or language)
    return reading.plan if reading and reading.fit > 0.3 else None


def _changed(question: str, changes: tuple[Quantity, ...], earlier: tuple[str, ...], language: Language) -> str | None:
    """The sum before with the new question's amounts: put in place of its own, or worked on with what it came to."""
    current = _whole(earlier, language)
    text: str | None = current
    pieces = _pieces(question, changes)
    others = tuple(q for q in changes if q not in pieces)
    if len(changes) == 1 and (money := _money(current, language)):
        if changes[0].kind in {"count", "plain"} and _SPLIT.search(question):
            return shared(money, changes[0], language)
        if _is_extra(question, changes):
            return with_extra(money, extra_sign(Question(question, language), changes[0]), changes[0], language)
    if len(others) == 1 and (role := _role(question, others[0], language)):
        places = range(len(earlier), 0, -1)
        place = next((n for n in places if role in _roles(_whole(earlier[:n], language))), 0)
        if place and not _NEXT.search(question):
            text = _replaced(_whole(earlier[:place], language), question, others)
        else:
            text = _rated(text or "", question, role, others[0], language)
    elif others:
        text = _replaced(text or "", question, others)
    if text is None or not pieces:
        return text
    if not _counts(text):
        if _EARNS.search(question) and _roles(text) & {"markup", "margin"}:
            asked = f"{question[: pieces[0].start]}{number(pieces[0].value)}{question[pieces[0].end :]}"
            return f"{text} {_OF_THEM.sub('pieces', asked).replace(' of pieces', ' pieces')}"
        money = _money(text, language)
        if money:
            return so_many(money, pieces[0], language)
    return _replaced(text, question, tuple(pieces))


def _counts(text: str) -> bool:
    """True where the text already says how many pieces there are."""
    return any((q.kind == "count" or text[q.end :].startswith(" pieces")) and q.value != 1 for q in quantities(text))


def _money(text: str, language: Language) -> str:
    """The one amount of money that a sum comes to, as it is written; an empty string where it is something else."""
    plan = _plan(text, language)
    value = plan.phrase(plan.values()).value if plan else ""
    found = quantities(value)
    return value if len(found) == 1 and found[0].kind == "money" else ""


def _role(question: str, rate: Quantity, language: Language) -> Role | None:
    """What a percentage is for, where it is not just a new figure (“30%로 올리면”)."""
    if rate.kind != "percent":
        return None
    role = role_of(Question(question, language), rate)
    return None if role in {"rise", "fall"} and _SETS.search(question) else role


def _roles(text: str) -> set[Role]:
    """What the percentages of a text are for; a margin is a kind of markup, and as good as one."""
    found = Question(text, language_of(text) or "en")
    roles = {role for rate in found.of("percent") if (role := role_of(found, rate))}
    return roles | ({"markup", "margin"} if roles & {"markup", "margin"} else set())


def _rated(text: str, question: str, role: Role, rate: Quantity, language: Language) -> str | None:
    """The percentage taken of what the sum came to; of its own amount where the other way is asked for instead."""
    opposite = {"rise", "fall"} & _roles(text) and role in {"rise", "fall"}
    if opposite and not _NEXT.search(question):
        amounts = [q.text.strip() for q in quantities(text) if q.kind == "money"]
        value = amounts[0] if len(amounts) == 1 else ""
    else:
        value = _money(text, language)
    if not value:
        return _replaced(text, question, (rate,))
    return rated(value, role, rate, language)


# A new figure for a rise (“30%로 올리면”), and one more step after it (“then it falls 10%”).
_SETS = re.compile(r"(?:%|퍼센트|프로)로|\bto \d|到\s?\d|成\s?\d", re.IGNORECASE)
_NEXT = re.compile(
    r"\bthen (?!with\b)|\bafter|\bextra\b|\banother\b|\bfurther\b|\badditional|\bon top\b|다시|그\s?다음|이후|그 뒤|"
    r"추가로|한 번 더|또\s|然后|再|之后|另外",
    re.IGNORECASE,
)
# What asks for work of another kind; for money, for a share, for so many, and for the profit.
_TASK = re.compile(
    r"^\W*(?:please )?(?:draw|make|show|write|list|create|plot|generate|name|paint|explain)\b|"
    r"그려|만들어|보여|써 ?줘|画",
    re.IGNORECASE,
)
_COSTS = re.compile(
    r"얼마|값|가격|\bhow much\b|\bcosts?\b|\bprice\b|\bcharge\b|\bpay\b|\bearn\b|\bprofit\b|多少钱", re.IGNORECASE
)
_SPLIT = re.compile(
    r"\bsplit\b|\bshared? (?:by|between|among)\b|나눠 ?내|나누어 ?내|나누면|나눠서|1인당|平分|分摊", re.I
)
_FOR = re.compile(r"\bfor (?:all )?(?:an? )?$", re.IGNORECASE)
_EARNS = re.compile(r"이익|이윤|남나|남아|남죠|벌|\bearn\b|\bprofit\b|\bmake on\b|利润|赚", re.IGNORECASE)


def _shares_a_word(base: str, question: str) -> bool:
    """True where the new question names nothing, or something that the earlier one names too."""
    words = [word for word in _nouns(question) if not _INSTEAD.fullmatch(word)]
    return not words or any(word in base.lower() for word in words)


def _nouns(question: str) -> list[str]:
    found = re.findall(
        r"(원가|가격|판매가|정가|할인|마진|부가세|세금|이자|이율|수량|인원|기간)|([a-z]{4,})|(进价|售价|"
        r"加价|折扣|利率|数量)",
        question.lower(),
    )
    return [word for group in found for word in group if word and not _COMMON.fullmatch(word)]


def _is_sum(text: str, before: tuple[str, ...], language: Language) -> bool:
    """True where the text is a sum by itself."""
    reading = read(text, language_of(text) or language)
    return bool(reading and reading.plan and reading.fit > 0.3 and not (_THAT.search(text) and before))


_MULTIPLES = [
    (r"절반|반값|의 반\b|\bhalf\b|\bhalve\b|一半", "50%"),
    (r"두 ?배|2배|\bdouble\b|\btwice\b|两倍", "200%"),
    (r"세 ?배|3배|\btriple\b|三倍", "300%"),
]


def _with_value(question: str, value: str, language: Language) -> str:
    match = _THAT.search(question)
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
        return f"{value} {command}{mark}"
    particle = tail[0] if tail else ""
    return question[: match.start()] + (lead[0] if lead else "") + value + particle + question[match.end() :] + mark


def _replaced(base: str, question: str, changes: tuple[Quantity, ...]) -> str | None:
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
        (min(abs(match.start() - candidate.end), abs(candidate.start - match.end())), index)
        for match in places
        for index, candidate in enumerate(candidates)
    ]
    return candidates[min(gaps)[1]] if gaps else candidates[-1]


_WORD = re.compile(r"[가-힣]{2,}|[a-z]{4,}|[\u4e00-\u9fff]{2}")
