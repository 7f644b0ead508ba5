"""So many workers, so much work, so long.

“2 machines make 30 parts in 5 minutes. How many parts do 6 machines make in 20 minutes?”
"""

import re
from collections.abc import Callable
from fractions import Fraction

from ..plan import Given, Step
from ..quantities import Quantity
from ..units import SIZES
from ..wording import number, with_unit
from .percents import show
from .phrases import Label, single
from .question import Question, Reading
from .rate_words import counted_noun

_WORKERS = {"명", "사람", "인", "대", "마리", "人", "名", "台", "只", "头"}
_ASKED = r"몇\s?([가-힣])|\bhow (many|long) ?([a-z]*)|(?:多少|几)([\u4e00-\u9fff]{1,2})"


def recognise(question: Question) -> Reading | None:
    """Workers, work or time of the second crew from what the first one does, or None."""
    found = list(question.quantities)
    if len(found) != 5 or question.dates or not question.asks or question.has(r"\beach\b|씩|每"):
        return None
    keys = ["time" if q.kind == "time" else counted_noun(question, q) for q in found]
    first, second = dict(zip(keys[:3], found[:3], strict=True)), dict(zip(keys[3:], found[3:], strict=True))
    if len(first) != 3 or "time" not in first or len(second) != 2 or not set(second) <= set(first) or "" in first:
        return None
    counted = [key for key in keys[:3] if key != "time"]
    # English names the workers first; the counters of Korean and Chinese tell them from what they make.
    workers = [key for key in counted if key in _WORKERS] if question.language != "en" else counted[:1]
    if len(workers) != 1 or any(q.value <= 0 for q in found):
        return None
    worker = workers[0]
    work = next(key for key in counted if key != worker)
    wanted = next(key for key in first if key not in second)
    if not _asks_for(question, wanted):
        return None
    size = SIZES["time"]
    scale = {key: Fraction(1) for key in first}
    if "time" in second:
        scale["time"] = size[second["time"].unit] / size[first["time"].unit]
    names = {worker: "workers", work: "work", "time": "time"}
    givens = [Given(f"{names[key]}_1", q.value, q.text.strip()) for key, q in first.items()]
    givens += [Given(f"{names[key]}_2", q.value * scale[key], q.text.strip()) for key, q in second.items()]
    expression = {
        "workers": "workers_1 * time_1 * work_2 / (work_1 * time_2)",
        "work": "work_1 * workers_2 * time_2 / (workers_1 * time_1)",
        "time": "workers_1 * time_1 * work_2 / (work_1 * workers_2)",
    }[names[wanted]]
    label: Label = ("답", "the answer", "结果")
    plan = single(question, givens, [Step("result", expression)], label, _shower(question, first[wanted]))
    value = plan.values()["result"]
    if names[wanted] == "workers" and (not isinstance(value, Fraction) or value.denominator != 1):
        return None
    return Reading(0.94, plan)


def _asks_for(question: Question, wanted: str) -> bool:
    asked = re.search(_ASKED, question.text, re.IGNORECASE)
    if asked is None:
        return False
    word = asked[1] or asked[3] or asked[4] or ""
    if wanted == "time":
        return asked[2] == "long" or re.match(r"분|시|일|초|주|minute|hour|day|week|天|小时|分", word) is not None
    return word.startswith(wanted)


def _shower(question: Question, like: Quantity) -> Callable[[Fraction], str]:
    if like.kind in {"count", "plain"}:
        return lambda value: with_unit(value, like.label, question.language) if like.label else number(value)
    return lambda value: show(question, like, value)
