"""A fraction of a quantity (half of 86, 90의 3분의 2), and a division with what remains."""

import re
from fractions import Fraction

from ..plan import Given, Step
from ..quantities import Quantity, quantities
from ..wording import number
from .asked import asks_for_another
from .complements import asks_for_the_rest
from .percents import show
from .phrases import Label, several, single
from .question import Question, Reading

_ENGLISH = {"half": Fraction(1, 2), "third": Fraction(1, 3), "quarter": Fraction(1, 4), "fourth": Fraction(1, 4)}
_ENGLISH |= {"fifth": Fraction(1, 5), "sixth": Fraction(1, 6), "eighth": Fraction(1, 8), "tenth": Fraction(1, 10)}
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_SHARE = re.compile(
    r"(?P<down>\d+)\s?분의\s?(?P<up>\d+)|(?P<down_zh>[二三四五六七八九十\d])分之(?P<up_zh>[一二三四五六七八九\d])|"
    r"(?P<up_slash>\d+)\s?/\s?(?P<down_slash>\d+)(?=\s?(?:of\b|은|는|이|가|을|를|[?？]|$|就|얼마))|"
    rf"(?P<many>a|an|one|two|three|four|five|six|seven)?[ -]?\b(?P<name>{'|'.join(_ENGLISH)})s?\b(?=\s+(?:of|the)\b)|"
    r"(?<=의 )(?P<half>절반|반)(?=은|는|을|이|$|\s|\?|값)|(?<=的)(?P<half_zh>一半)",
    re.IGNORECASE,
)
_SHORT = 30
_REST = r"남|나머지|\bleft\b|\bremain|\bthe rest\b|剩|其余"
_OF = r"\s*(?:의|的|중|중의|가운데)\s*"
_HAN = "零一二三四五六七八九十"
_QUOTIENT = r"몫|\bquotient\b|商"
_REMAINDER = r"나머지|\bremainder\b|余数|余几|余多少"
_DIVISION = re.compile(
    r"(\d[\d,]*)\s?(?:을|를|÷|/|divided by|除以)\s?(\d[\d,]*)|\bdivide (\d[\d,]*) by (\d[\d,]*)|"
    r"(\d[\d,]*) is divided by (\d[\d,]*)",
    re.IGNORECASE,
)


def recognise(question: Question) -> Reading | None:
    """A fraction of one quantity, or None."""
    matches = list(_SHARE.finditer(question.text))
    if len(matches) != 1 or question.of("percent") or not (question.asks_or_ends or len(question.text) < _SHORT):
        return None
    match = matches[0]
    share = _share(match)
    rest = question.text[: match.start()] + " " * len(match[0]) + question.text[match.end() :]
    whole = list(quantities(rest))
    if share is None or len(whole) != 1 or not _belongs(question.text, match, whole[0]):
        return None
    base = whole[0]
    givens = [Given("amount", base.value, base.text.strip()), Given("share", share, match[0].strip())]
    name = match[0].strip()
    label: Label = (f"{base.text.strip()}의 {name}", f"{name} of {base.text.strip()}", f"{base.text.strip()}的{name}")
    step = Step("part", "amount * share")
    asked = question.text[max(match.end(), base.end) :]
    if asks_for_the_rest(question, match.start(), asked) or re.search(_REST, asked, re.IGNORECASE):
        step, label = Step("rest", "amount * (1 - share)"), ("나머지", "the rest", "其余")
    elif asks_for_another(question, max(match.end(), base.end)):
        return None
    plan = single(question, givens, [step], label, lambda value: show(question, base, value))
    return Reading(0.87, plan)


_OFF = re.compile(
    r"(?:(?P<down>\d+)\s?분의\s?(?P<up>\d+)|(?P<half>절반))(?:을|를|만큼|로|)?\s?(?:할인|깎|빼|덜|세일|줄이|내리)|"
    rf"\b(?:take|knock|cut|reduced?|discount(?:ed)?|lowered?|slashed)\b[^.]{{0,24}}?\b(?P<many>a|one|two|three)[ -]"
    rf"(?P<name>{'|'.join(_ENGLISH)})s?\b(?! of)|"
    rf"\b(?P<many_2>a|one|two|three)[ -](?P<name_2>{'|'.join(_ENGLISH)})s?\s(?:off|less|discount|cheaper)\b|"
    r"\b(?P<half_en>half)\s(?:off|price)\b|便宜(?P<down_zh>[二三四五六七八九十])分之(?P<up_zh>[一二三四五六七八九])",
    re.IGNORECASE,
)


def recognise_off(question: Question) -> Reading | None:
    """One amount with a fraction of it taken off (“a third off”, “4분의 1을 깎아”), or None."""
    match = _OFF.search(question.text)
    if match is None or question.of("percent") or not question.asks_or_ends:
        return None
    parts = match.groupdict()
    if parts["half"] or parts["half_en"]:
        share = Fraction(1, 2)
    elif name := parts["name"] or parts["name_2"]:
        share = _NUMBERS[(parts["many"] or parts["many_2"]).lower()] * _ENGLISH[name.lower()]
    else:
        down, up = parts["down"] or _figure(parts["down_zh"]), parts["up"] or _figure(parts["up_zh"])
        share = Fraction(int(up), int(down)) if int(down) else Fraction(1)
    rest = question.text[: match.start()] + " " * len(match[0]) + question.text[match.end() :]
    whole = [q for q in quantities(rest) if q.kind == "money"]
    if len(whole) != 1 or len(quantities(rest)) != 1 or share >= 1:
        return None
    base = whole[0]
    givens = [Given("amount", base.value, base.text.strip()), Given("share", share, match[0].strip())]
    label: Label = ("할인된 가격", "the price after the discount", "优惠后的价格")
    step = Step("rest", "amount * (1 - share)")
    return Reading(0.93, single(question, givens, [step], label, lambda value: show(question, base, value)))


def _share(match: re.Match[str]) -> Fraction | None:
    parts = match.groupdict()
    if parts["half"] or parts["half_zh"]:
        return Fraction(1, 2)
    if parts["name"]:
        return _NUMBERS[(parts["many"] or "a").lower()] * _ENGLISH[parts["name"].lower()]
    up = parts["up"] or parts["up_slash"] or _figure(parts["up_zh"])
    down = parts["down"] or parts["down_slash"] or _figure(parts["down_zh"])
    return Fraction(int(up), int(down)) if int(down) else None


def _figure(letter: str | None) -> str:
    return str(_HAN.index(letter)) if letter and letter in _HAN else letter or "0"


def _belongs(text: str, match: re.Match[str], whole: Quantity) -> bool:
    """The whole stands right before the fraction (Korean, Chinese) or right after its “of”."""
    if whole.end <= match.start():
        # “The bill is $90. Tom pays 2/3 of it.”
        if re.match(r"\s?of (?:it|them|that|the \w+)\b", text[match.end() :]):
            return True
        return re.fullmatch(_OF, text[whole.end : match.start()]) is not None
    between = text[match.end() : whole.start]
    return re.fullmatch(r"\s*(?:of\s)?(?:(?:the|his|her|my|our|its|their)\s)?\s*", between, re.IGNORECASE) is not None


def recognise_division(question: Question) -> Reading | None:
    """Quotient and remainder of two whole numbers, or None."""
    if not (question.has(_QUOTIENT) and question.has(_REMAINDER)):
        return None
    match = _DIVISION.search(question.text)
    if match is None:
        return None
    first, second = (Fraction(group.replace(",", "")) for group in match.groups() if group)
    if second == 0 or len(question.quantities) > 2:
        return None
    givens = [Given("number", first), Given("divisor", second)]
    steps = [Step("quotient", "number // divisor"), Step("remainder", "number % divisor")]
    results = [
        ("quotient", ("몫", "the quotient", "商"), number),
        ("remainder", ("나머지", "the remainder", "余数"), number),
    ]
    return Reading(0.95, several(question, givens, steps, results))
