"""Several amounts of one kind, told one after the other, and all of them asked for together."""

from ..plan import Given, Step
from ..quantities import Quantity
from ..units import SIZES
from .percents import show
from .phrases import Label, single
from .question import Question, Reading

_ALL = (
    r"모두|전부|합치면|합하면|합쳐서|합해서|다 합|총(?:\s|합)|\bin (?:all|total)\b|\baltogether\b|\btogether\b|"
    r"\bcombined\b|"
    r"\btotal\b|\bplus\b|더하기|一共|总共|合计|共有"
)
# Whatever multiplies, takes away, compares or shares is no plain sum.
_ELSE = (
    r"씩|마다|당 |짜리|배|보다|남|나누|나눠|똑같이|팔|먹|썼|쓰고|주고|줬|할인|평균|더 (?:많|적)|절반|빼|내려|내렸|"
    r"\beach\b|\bper\b|\bevery\b|\bapiece\b|\btimes\b|\btwice\b|\bthan\b|\bleft\b|\bremain|\bgave\b|\bgives?\b|\bate\b|"
    r"\beats?\b|\bsold\b|\bsells?\b|\blost\b|\bspent\b|\buses?d?\b|\bhalf\b|\bsplit|\bshare|\bdivid|\baverage\b|"
    r"\boff\b|"
    r"\bhow long\b|\bcan (?:paint|do|fill|finish)|\bat \$?\d|每|倍|比|剩|平均|平分|吃|卖|送|给|打折|用了"
)


def recognise(question: Question) -> Reading | None:
    """A sum of amounts of one kind, or None."""
    found = list(question.quantities)
    if len(found) < 2 or not question.asks or question.dates or not question.has(_ALL) or question.has(_ELSE):
        return None
    # “두 사람의 구슬은 모두”: how many tell is no part of the sum.
    if len(found) == 3 and found[-1].value == 2 and found[-1].label in {"명", "사람", "人", "个人"}:
        found = found[:-1]
    if not all(_alike(question, found[0], other) for other in found[1:]):
        return None
    unit = found[0]
    sizes = SIZES.get(unit.kind, {})
    givens = [
        Given(f"amount_{place}", q.value * (sizes[q.unit] / sizes[unit.unit] if sizes else 1), q.text.strip())
        for place, q in enumerate(found, 1)
    ]
    label: Label = ("합계", "the total", "一共")
    step = Step("total", " + ".join(given.name for given in givens))
    return Reading(0.78, single(question, givens, [step], label, lambda value: show(question, unit, value)))


def _alike(question: Question, first: Quantity, other: Quantity) -> bool:
    counted = {"count", "plain"}
    if first.kind in counted and other.kind in counted:
        return first.label == other.label or (question.language == "en" and not (first.label and other.label))
    if first.kind == "time":
        return False
    return first.kind == other.kind and (first.kind in SIZES or (first.kind == "money" and first.unit == other.unit))
