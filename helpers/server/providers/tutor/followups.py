"""Questions that lean on an earlier one: “30%로 하면?”, “what about 10 of them?”, “그 값에서 10% 더”.

The earlier question is rewritten with what the new one changes, and the result is read like any question. What remains
of the conversation is only its words, so that a thread answers the same after a restart.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from ..base import CodeCall, Item, Message
from .form import form_of
from .form_wishes import without_wish
from .notes import is_asking, sentences
from .plan import Plan
from .quantities import Quantity, quantities
from .rephrased import PAYS, THAT, change_from, rated, replaced, shared, so_many, with_extra, with_value
from .skill import Language, Situation, language_of
from .sums import Question, Reading, read
from .sums.price_chains import extra_sign
from .sums.price_words import Role, role_of
from .verified import verified
from .wording import number

_INSTEAD = re.compile(
    r"^\W*(?:그럼|그러면|그렇다면|만약|만일|혹시|이번에는|이번엔|대신|and|so|then|now|but|ok(?:ay)?|"
    r"what if|what about|how about|and if|if|"
    r"那|那么|如果|要是|换成)|(?:으로|로) (?:하면|바꾸면|올리면|내리면|계산하면|해 ?주|바꿔)|(?:이|"
    r"라)?면(?:요)?\s?\?*$|는요\?|은요\?|instead|呢[？?]?$|换成|改成",
    re.IGNORECASE,
)
_OTHER_LANGUAGE = re.compile(
    r"(?:다시 )?(?:영어|한국어|한글|중국어)로(?: 다시)? ?(?:답|말|설명|알려|대답|번역)\S*(?: ?(?:줘|"
    r"주세요|해 ?줘|해 ?주세요))?[.!?]*|"
    r"(?:(?:now |please |and )?(?:say|answer|repeat)?(?: that| it| again)*)? ?in (?:english|korean|"
    r"chinese)(?:,? please)?[.!?]*|用(?:英语|英文|中文|韩语|韩文)(?:再)?(?:说|回答).{0,4}",
    re.IGNORECASE,
)
# “Are you sure?”, “Why?”: the sum once more, with its working.
_CHECKS = re.compile(
    r"(?:and )?(?:are you (?:really )?sure(?: about that)?|why(?: is that)?|how (?:did you|do you) (?:get|know|work|"
    r"calculate)\b.{0,20}|how come|really|is that (?:right|correct)|(?:can you |please )?(?:show|"
    r"explain) (?:me )?(?:the|your) "
    r"(?:work|working|steps|calculation)|(?:please )?(?:explain|show)(?: (?:it|"
    r"that))?(?: step[- ]by[- ]step)?(?: please)?)|"
    r"(?:단계별로|차근차근|자세히|풀어서) ?(?:설명|풀어|보여|알려)\S*(?: \S{1,5})?|(?:정말|진짜|확실)(?:로|"
    r"이)?\s?\S{0,6}|왜(?:요|죠|지)?|"
    r"어떻게 (?:계산|나온|구한|구했|나왔)\S{0,8}(?: \S{1,5})?|맞아\S{0,3}|为什么|你?确定吗|真的吗|怎么算的?",
    re.IGNORECASE,
)
# “No, I said 12”: what follows stands in the place of what was said.
_CORRECTS = re.compile(
    r"^\W*(?:(?:no|nope|sorry|wait|oops|actually|아니(?:요|에요|야)?|아뇨|잠깐|잠깐만요|죄송(?:해요|합니다)|미안|"
    r"不对|不是|错了|不)(?:[\s,，.!。！]+|(?=是)))+(?:i (?:said|meant|mean)\s|it(?:'s| is| was)\s|make (?:it|that)\s|"
    r"제 말은\s|是|我说的?是)?|^\W*i (?:meant|mean)\s",
    re.IGNORECASE,
)
# “What do three of them cost?”: of what, the question before says.
_OF_THEM = re.compile(
    r"\bof (?:them|those|these)\b|\bfor (?:\w+ )?(?:of )?(?:them|those|these)\b|(?:그거|그것|이거|이것|그걸|이걸)",
    re.IGNORECASE,
)
_OF_IT = re.compile(r"\b(?:it|they|he|she)\b|그것은|그는|그녀는|[它他她]", re.IGNORECASE)
_PIECES = re.compile(
    r"\bof (?:them|those|these)\b|\bpieces\b|\bfor \d+\b|\b(?:would|do|will|did) \d+ (?:\w+ )?cost\b|\bbuy|\d\s?개|"
    r"사면|팔면|[个束本件]",
    re.IGNORECASE,
)
_COMMON = re.compile(r"about|from|instead|make|more|much|price|that|them|then|this|what|with|would")
# Asks for a number of what was told before, without one of its own: “판매가는 얼마예요?”, “how much together?”.
_WANTS = re.compile(
    r"얼마|몇 ?[가-힣]{1,2}(?:인가|이|예|야|입|죠|\?)|\bhow (?:much|many)\b|\bwhat(?:'s| is) (?:the|my|"
    r"our) (?:total|price|sum|"
    r"average|profit|margin|share|difference|change)\b|多少|总共|一共",
    re.IGNORECASE,
)
_ASKS_ONE = re.compile(
    r"(?:하나|한 ?[가-힣]{1,2}|1개)(?:에|당|의 (?:값|가격)은|는)? ?얼마|\b(?:each|apiece|for one|is one|one cost|"
    r"of one)\s*\?|"
    r"每[\u4e00-\u9fff]多少|一[\u4e00-\u9fff]多少",
    re.IGNORECASE,
)
# “How much is left?”: what the share that was worked out leaves.
_REST = re.compile(
    r"\bhow (?:much|many)\b.{0,24}\b(?:left|remain\w*|the rest)\b|남(?:은|는)\s?\S*.{0,8}(?:얼마|몇)|나머지|"
    r"(?:얼마|몇 \S+)(?:나|가|이)? ?남|"
    r"还剩|剩下多少",
    re.IGNORECASE,
)
_SHORT, _LONG = 120, 200
# How many earlier questions a follow-up may lean on.
_REACH = 8


def reading_of(situation: Situation) -> Reading | None:
    """The newest question as a sum, by itself or with the earlier questions of the thread; None where it is none."""
    language = form_of(situation).language
    earlier = _without_tables(situation.before)
    return _reading(situation.question, earlier[-_REACH:], language)


def _without_tables(items: Sequence[Item]) -> list[str]:
    """The user's earlier questions but for those that were answered from a table: their numbers are no sums."""
    asked: list[str] = []
    for item in items:
        if isinstance(item, Message) and item.role == "user":
            asked.append(item.text)
        elif isinstance(item, CodeCall) and "RESULT:" in item.logs and "LOOK:" not in item.logs and asked:
            asked[-1] = ""
    return [text for text in asked if text]


def _reading(question: str, earlier: list[str], language: Language) -> Reading | None:
    if earlier and (corrected := _corrected(question, tuple(earlier), language)):
        return read(corrected, language)
    alone = read(question, language)
    if (alone is None or not alone.plan) and (claim := verified(question, language)):
        return claim
    if alone is None and (own := _own_words(question, language)):
        return read(own, language)
    if alone is None and (matter := without_wish(question)) not in {question, ""}:
        return _reading(matter, earlier, language)
    if alone and alone.plan and not THAT.search(question) and not _cuts_a_count(question, language):
        return alone
    whole = standalone(question, tuple(earlier), language)
    if whole is not None and whole != question:
        together = read(whole, language)
        if together and together.plan:
            return Reading(max(together.fit - 0.05, 0.6) if together.fit > 0.3 else together.fit, together.plan)
    return alone


def _corrected(question: str, earlier: tuple[str, ...], language: Language) -> str | None:
    """The sum before with what is put right in it; None where nothing is."""
    match = _CORRECTS.search(question)
    rest = question[match.end() :] if match else ""
    changes = quantities(rest)
    if not match or not changes or len(question) > _SHORT:
        return None
    base = _whole(earlier, language)
    return replaced(base, rest, changes) if _plan(base, language) else None


def _own_words(question: str, language: Language) -> str | None:
    """“A phone costs $600. Increase it by 10%.”: the last sentence leans on the amount that those before it tell."""
    parts = sentences(question)
    told = " ".join(parts[:-1])
    if len(parts) < 2 or len(question) > _SHORT or is_asking(told) or not THAT.search(parts[-1]):
        return None
    amount = _only_amount(told)
    return with_value(parts[-1], amount, language) if amount else None


def _only_amount(told: str) -> str:
    """The one number that a text tells; an empty string where it tells none, or several."""
    found = [q for q in quantities(told) if q.value != 1 or q.kind == "money"]
    return found[0].text.strip() if len(found) == 1 and found[0].kind != "percent" else ""


def standalone(question: str, earlier: tuple[str, ...], language: Language) -> str | None:
    """The question with what it leaves out taken from earlier ones; None where it leans on nothing."""
    return _standalone(question, earlier, language, date.today())


@lru_cache(maxsize=512)
def _standalone(question: str, earlier: tuple[str, ...], language: Language, today: date) -> str | None:
    """Kept for the day: what an earlier question came to may stand in it, and that may be counted from today."""
    if not earlier or len(question) > _SHORT:
        return None
    before, last = earlier[:-1], earlier[-1]
    base = _whole(earlier, language)
    plan = _plan(base, language)
    changes = quantities(question)
    if THAT.search(question):
        if plan:
            return with_value(question, plan.phrase(plan.values()).value, language)
        if not is_asking(last) and (amount := _only_amount(last)):
            return with_value(question, amount, language)
        return standalone(question, before, language) if not quantities(last) else None
    if (
        plan
        and not changes
        and (_OTHER_LANGUAGE.fullmatch(question.strip()) or _CHECKS.fullmatch(question.strip(" ?？.!。")))
    ):
        return base
    if plan and not changes and _REST.search(question) and re.search(r"%|퍼센트|프로|percent|分之|분의|\d/\d|折", base):
        return f"{base.rstrip(' .?!。？')}. {question}"
    has_role = any(_role(question, change, language) for change in changes)
    if plan and changes and _leans(question, changes, has_role):
        on_result = has_role or _SPLIT.search(question) or _pieces(question, changes) or _is_extra(question, changes)
        if not on_result and not _shares_a_word(base, question) and before:
            older = standalone(question, before, language)
            if older and _shares_a_word(older, question):
                return older
        return _changed(question, changes, earlier, language)
    if plan and changes and _OF_IT.search(question):
        # “How far does it go in 5 hours?”: of it, the question before tells something, besides what it asks.
        told = " ".join(part for part in sentences(base) if not is_asking(part))
        return f"{told} {question}" if told and told != base and _plan(f"{told} {question}", language) else None
    if not plan and changes and quantities(base) and len(base) < _LONG:
        # “원가는 5,000원입니다.” and then “마진 20%면 얼마인가요?”
        return f"{base.rstrip(' .!。')}{'，' if language == 'zh' else ','} {question}"
    if not plan and not changes and quantities(base) and not is_asking(base) and _WANTS.search(question):
        return f"{base.rstrip(' .!。')}{'，' if language == 'zh' else ','} {question}" if len(base) < _LONG else None
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
    if len(question) <= 14 or any(pattern.search(question) for pattern in (_INSTEAD, _OF_THEM, _SPLIT, PAYS)):
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
    if before and (corrected := _corrected(last, before, language)):
        return corrected
    if _is_sum(last, before, language):
        return last
    return standalone(last, before, language) or _own_words(last, language) or last


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
        if changes[0].kind == "money" and PAYS.search(question):
            return change_from(money, changes[0], language)
        if _is_extra(question, changes):
            return with_extra(money, extra_sign(Question(question, language), changes[0]), changes[0], language)
    if len(others) == 1 and (role := _role(question, others[0], language)):
        places = range(len(earlier), 0, -1)
        place = next((n for n in places if role in _roles(_whole(earlier[:n], language))), 0)
        if place and not _NEXT.search(question):
            text = replaced(_whole(earlier[:place], language), question, others)
        else:
            text = _rated(text or "", question, role, others[0], language)
    elif others:
        text = replaced(text or "", question, others)
    if text is None or not pieces:
        return text
    # “하나에 얼마예요? 그럼 8개는요?”: what one costs, that many times.
    if not others and _shares_out(current, pieces[0]):
        return replaced(current, question, tuple(pieces))
    if not others and _ASKS_ONE.search(current) and (money := _money(current, language)):
        return so_many(money, pieces[0], language)
    if not _counts(text):
        if _EARNS.search(question) and _roles(text) & {"markup", "margin"}:
            asked = f"{question[: pieces[0].start]}{number(pieces[0].value)}{question[pieces[0].end :]}"
            return f"{text} {_OF_THEM.sub('pieces', asked).replace(' of pieces', ' pieces')}"
        money = _money(text, language)
        if money:
            return so_many(money, pieces[0], language)
    return replaced(text, question, tuple(pieces))


def _shares_out(text: str, people: Quantity) -> bool:
    """True where the text shares something among people, who are counted anew."""
    return _SPLIT.search(text) is not None and any(
        q.label == people.label != "" and q.label in {"명", "사람", "인", "人"} and q.value != 1
        for q in quantities(text)
    )


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
        return replaced(text, question, (rate,))
    return rated(value, role, rate, language)


# A new figure for a rise (“30%로 올리면”), and one more step after it (“then it falls 10%”).
_SETS = re.compile(r"(?:%|퍼센트|프로)로|\bto \d|到\s?\d|成\s?\d", re.IGNORECASE)
_NEXT = re.compile(
    r"\bthen (?!with\b)|\bafter|\bextra\b|\banother\b|\bfurther\b|\badditional|\bon top\b|다시|그\s?다음|이후|그 뒤|"
    r"추가로|한 번 더|또\s|더 (?:할인|깎|내리|내려|낮추|올리|올려|인상|붙이|더하|빼)|然后|再|之后|另外",
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
    """True where the text is a sum by itself. "The price" may be its own, "that price" is one that was told before."""
    reading = read(text, language_of(text) or language)
    that = THAT.search(text) if before else None
    leans = that is not None and not that[0].lower().startswith("the ")
    return bool(reading and reading.plan and reading.fit > 0.3 and not leans)
