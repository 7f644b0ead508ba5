"""“Is 17 * 3 equal to 51?”, “100달러의 20%는 25달러 맞죠?”: a claimed result, confirmed or put right."""

import re
from fractions import Fraction

from .plan import Answer, Plan, Values
from .quantities import quantities
from .skill import Language
from .sums import Reading, read

_VALUE = r"[$€£₩]?-?\d[\d,]*(?:\.\d+)?\s?(?:%|[A-Za-z°²³/]{1,12}|[가-힣]{1,3}(?: 원)?|[\u4e00-\u9fff]{1,2})?"
_CLAIMS = [
    rf"^(?:is|does|do|are) (?P<sum>.+?) (?:equal(?:s)?(?: to)?|=|make|give) (?P<claim>{_VALUE})\s?\?*$",
    rf"^(?:so |then )?(?:i (?:think|believe|guess)(?: that)? |isn't |is it true that )?(?:the (?:answer|"
    rf"result) (?:to|of) )?(?P<sum>.+?) "
    rf"(?:is|are|=|equals|makes) (?P<claim>{_VALUE})[.,?!]*\s*(?:right|correct|true|isn't it|is (?:that|this|"
    rf"it) (?:right|correct|true)|"
    r"am i right)\s?\?*$",
    rf"^(?P<sum>.+?)(?:은|는|이|가|=|면)\s?(?P<claim>{_VALUE}?)(?:이|가)?\s?(?:맞(?:죠|지|나요|아요|습니까|아|"
    rf"는지)\S*|이?죠|인가요 맞)\s?\?*$",
    rf"^(?P<sum>.+?)(?:等于|是|=)\s?(?P<claim>{_VALUE}?)[，,]?\s?(?:对吗|对不对|对么|吗|是不是|正确吗)\s?[?？]*$",
]
_CLOSE = Fraction(1, 200)


def verified(question: str, language: Language) -> Reading | None:
    """Yes or no to a claimed result, with the sum; None where nothing is claimed."""
    for pattern in _CLAIMS:
        match = re.match(pattern, question.strip(), re.IGNORECASE)
        claims = quantities(match["claim"]) if match else ()
        if match is None or len(claims) != 1:
            continue
        reading = next((found for text in _asked(match["sum"]) if (found := read(text, language)) and found.plan), None)
        if reading is None or reading.plan is None:
            return None
        plan = reading.plan
        results = quantities(plan.phrase(plan.values()).value)
        if len(results) != 1:
            return None
        right = abs(results[0].value - claims[0].value) <= abs(results[0].value) * _CLOSE / 10
        return Reading(0.9, _answered(plan, right, language))
    return None


def _asked(text: str) -> list[str]:
    """The sum as a question of its own."""
    bare = text.strip(" ,")
    return [f"{bare} =" if re.fullmatch(r"[\d\s.,+*/×÷()^−-]+", bare) else f"{bare}?", f"What is {bare}?", f"{bare}은?"]


def _answered(plan: Plan, right: bool, language: Language) -> Plan:
    yes, no = {"ko": ("네, 맞습니다.", "아니요."), "en": ("Yes, that is right.", "No."), "zh": ("对。", "不对。")}[
        language
    ]

    def phrase(values: Values) -> Answer:
        answer = plan.phrase(values)
        return Answer(answer.value, f"{yes if right else no} {answer.sentence}", answer.working, answer.note)

    return Plan(plan.givens, plan.steps, plan.results, phrase)
