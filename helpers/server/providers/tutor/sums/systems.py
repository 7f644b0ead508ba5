"""Two purchases of the same two things: “사과 2개와 배 3개에 8,500원, …”, “Two coffees and one cake cost $13, …”."""

import re

from ..plan import Given, Step
from ..quantities import Quantity
from .phrases import Label, fraction, several
from .price_chains import shower
from .question import Question, Reading
from .rate_words import stem

_EACH = r"각각|\beach\b|\bboth\b|各"


def recognise(question: Question) -> Reading | None:
    """The price of one or of both of two things, or None."""
    found = [q for q in question.quantities if q.kind in {"count", "plain", "money"}]
    if len(found) != len(question.quantities) or len(found) < 6:
        return None
    told, rest = found[:6], found[6:]
    order = "".join("m" if q.kind == "money" else "c" for q in told)
    if order not in {"ccmccm", "mccmcc"} or any(q.value != 1 or q.kind == "money" for q in rest):
        return None
    counts = [q for q in told if q.kind != "money"]
    totals = [q for q in told if q.kind == "money"]
    names = [_name(question, q) for q in counts]
    asked = question.text[told[-1].end :]
    if totals[0].unit != totals[1].unit or not all(names) or set(names[:2]) != set(names[2:]) or names[0] == names[1]:
        return None
    if question.has(r"할인|거스름|남|\bchange\b|\boff\b|\bleft\b|折|找|剩"):
        return None
    first, second = names[:2]
    swapped = names[2] == second
    third, fourth = (counts[3], counts[2]) if swapped else (counts[2], counts[3])
    givens = [
        Given("first_1", counts[0].value, f"{first} {counts[0].text.strip()}"),
        Given("second_1", counts[1].value, f"{second} {counts[1].text.strip()}"),
        Given("total_1", totals[0].value, totals[0].text.strip()),
        Given("first_2", third.value, f"{first} {third.text.strip()}"),
        Given("second_2", fourth.value, f"{second} {fourth.text.strip()}"),
        Given("total_2", totals[1].value, totals[1].text.strip()),
    ]
    below = "(first_1 * second_2 - first_2 * second_1)"
    answers = {
        first: Step("price_1", f"(total_1 * second_2 - total_2 * second_1) / {below}"),
        second: Step("price_2", f"(first_1 * total_2 - first_2 * total_1) / {below}"),
    }
    wanted = [name for name in (first, second) if re.search(rf"(?<![a-z]){re.escape(name)}", asked, re.IGNORECASE)]
    if not wanted and re.search(_EACH, asked, re.IGNORECASE):
        wanted = [first, second]
    if not wanted:
        return None
    show = shower(question, totals[0])
    labels: dict[str, Label] = {
        name: (f"{name} 하나의 값", f"the price of one {name}", f"一个{name}的价格") for name in wanted
    }
    steps = [answers[name] for name in wanted]
    plan = several(question, givens, steps, [(answers[name].name, labels[name], show) for name in wanted])
    values = plan.values()
    # A price below nothing was told or read wrongly.
    if any(fraction(values, step.name) <= 0 for step in steps):
        return None
    return Reading(0.95, plan)


def _name(question: Question, quantity: Quantity) -> str:
    """The thing that is counted: before the figure in Korean, behind it in English and Chinese."""
    if question.language == "ko":
        before = re.search(r"([가-힣A-Za-z]+?)(?:을|를)?\s?$", question.text[: quantity.start])
        return before[1] if before else ""
    after = question.text[quantity.end :]
    if question.language == "zh":
        match = re.match(r"([\u4e00-\u9fff]+?)(?=[和与跟共一要，,、]|$)", after)
        return match[1] if match else ""
    english = re.match(
        r"\s((?:[a-z]+\s)??[a-z]+)(?=\s(?:and|cost|for|are|is|together|come|at|in)\b|[.,;])", after, re.I
    )
    return stem(english[1]) if english else ""
