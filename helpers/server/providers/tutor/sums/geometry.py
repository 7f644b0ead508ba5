"""Areas, perimeters and volumes of plain shapes, and the third side of a right triangle."""

import re
from dataclasses import dataclass
from fractions import Fraction

from ..plan import Given, Step
from ..quantities import Quantity
from ..units import SIZES
from ..wording import number
from .phrases import Label, Show, several, single
from .question import Question, Reading

_PI = Fraction("3.14159265358979")
_AREA = r"넓이|면적|\barea\b|面积|몇 (?:평방|제곱)"
_AROUND = (
    r"둘레|원주|울타리|\bperimeter\b|\bcircumference\b|\bfenc(?:e|ing)\b|\b(?:go|run|walk) around\b|周长|圆周|篱笆|围栏"
)
_VOLUME = r"부피|체적|용적|\bvolume\b|体积|容积"
_LITRES = r"몇\s?(?:L|리터)|\bhow many lit(?:er|re)s\b|多少升|几升"
_SLANT = r"빗변|대각선|\bhypotenuse\b|\bdiagonal\b|斜边|对角线"
_SHAPES: list[tuple[str, str]] = [
    ("cylinder", r"원기둥|\bcylinder|圆柱"),
    ("sphere", r"(?<![가-힣])구(?:의|\s)|\bsphere|\bball\b|球"),
    ("circle", r"(?<![가-힣])원(?:의|인|\s|형)|반지름|지름|\bcircle|\bcircular\b|\bradius\b|\bdiameter\b|圆|半径|直径"),
    ("triangle", r"삼각형|\btriangle|三角形"),
    ("cube", r"정육면체|\bcube\b|正方体|立方体"),
    ("box", r"직육면체|상자의 부피|\bbox\b|\bcuboid\b|\brectangular prism|长方体"),
    ("trapezoid", r"사다리꼴|\btrapez|梯形"),
    ("square", r"정사각형|\bsquare\b(?! ?(?:m|met|f|kilo|inch|root))|正方形"),
    ("rectangle", r"직사각형|가로|\blong\b.*\bwide\b|\brectang|\broom\b|\bwide\b|\bwidth\b|长方形|矩形|宽"),
]


@dataclass(frozen=True)
class _Formula:
    sides: tuple[str, ...]
    expression: str
    power: int
    label: Label


_AREA_LABEL: Label = ("넓이", "the area", "面积")
_AROUND_LABEL: Label = ("둘레", "the perimeter", "周长")
_VOLUME_LABEL: Label = ("부피", "the volume", "体积")
_FORMULAS: dict[tuple[str, str], _Formula] = {
    ("rectangle", "area"): _Formula(("width", "height"), "width * height", 2, _AREA_LABEL),
    ("rectangle", "around"): _Formula(("width", "height"), "2 * (width + height)", 1, _AROUND_LABEL),
    ("rectangle", "slant"): _Formula(
        ("width", "height"), "sqrt(width ** 2 + height ** 2)", 1, ("대각선", "the diagonal", "对角线")
    ),
    ("square", "area"): _Formula(("side",), "side ** 2", 2, _AREA_LABEL),
    ("square", "around"): _Formula(("side",), "4 * side", 1, _AROUND_LABEL),
    ("square", "slant"): _Formula(("side",), "sqrt(2 * side ** 2)", 1, ("대각선", "the diagonal", "对角线")),
    ("circle", "area"): _Formula(("radius",), "pi * radius ** 2", 2, _AREA_LABEL),
    ("circle", "around"): _Formula(("radius",), "2 * pi * radius", 1, ("둘레", "the circumference", "周长")),
    ("triangle", "area"): _Formula(("base", "height"), "base * height / 2", 2, _AREA_LABEL),
    ("triangle", "slant"): _Formula(
        ("base", "height"), "sqrt(base ** 2 + height ** 2)", 1, ("빗변", "the hypotenuse", "斜边")
    ),
    ("triangle", "around"): _Formula(("side_1", "side_2", "side_3"), "side_1 + side_2 + side_3", 1, _AROUND_LABEL),
    ("trapezoid", "area"): _Formula(("top", "bottom", "height"), "(top + bottom) * height / 2", 2, _AREA_LABEL),
    ("box", "volume"): _Formula(("width", "depth", "height"), "width * depth * height", 3, _VOLUME_LABEL),
    ("cube", "volume"): _Formula(("side",), "side ** 3", 3, _VOLUME_LABEL),
    ("cube", "area"): _Formula(("side",), "6 * side ** 2", 2, ("겉넓이", "the surface area", "表面积")),
    ("cylinder", "volume"): _Formula(("radius", "height"), "pi * radius ** 2 * height", 3, _VOLUME_LABEL),
    ("sphere", "volume"): _Formula(("radius",), "4 / 3 * pi * radius ** 3", 3, _VOLUME_LABEL),
}


def recognise(question: Question) -> Reading | None:
    """A question about a plain shape, or None."""
    wanted = next(
        (
            name
            for name, pattern in (("volume", _VOLUME), ("around", _AROUND), ("slant", _SLANT), ("area", _AREA))
            if question.has(pattern)
        ),
        None,
    )
    shape = next((name for name, pattern in _SHAPES if question.has(pattern)), None)
    if told := _TOLD.search(question.text):
        return _backwards(question, shape, told)
    sides = [q for q in question.quantities if q.kind in {"length", "plain"}]
    litres = wanted is None and len(sides) in {1, 2, 3} and question.has(_LITRES)
    wanted = "volume" if litres else wanted
    if shape is None and wanted in {"area", "around"} and len(sides) == 2:
        shape = "rectangle"
    if shape == "rectangle" and wanted == "volume":
        shape = "box"
    if wanted is None or shape is None or question.of("percent", "money"):
        return None
    formula = _FORMULAS.get((shape, wanted))
    if formula is None or len(sides) != len(formula.sides) or any(q.value <= 0 for q in sides):
        return None
    units = {q.unit for q in sides if q.kind == "length"}
    unit = next((q.unit for q in sides if q.kind == "length"), "")
    if len(units) > 1 and any(q.kind == "plain" for q in sides):
        return None
    if (
        "height" in formula.sides
        and shape in {"cylinder"}
        and re.search(r"높이|height|高", question.text[: sides[0].start], re.I)
    ):
        sides.reverse()
    givens = [Given(name, _in(q, unit), q.text.strip()) for name, q in zip(formula.sides, sides, strict=True)]
    if "radius" in formula.sides and question.has(r"(?<!반)지름|\bdiameter\b|直径"):
        across = sides[0].text.strip()
        half = question.pick(f"지름 {across}의 반", f"half the diameter of {across}", f"直径 {across} 的一半")
        givens[0] = Given("radius", _in(sides[0], unit) / 2, half)
    if "pi" in formula.expression:
        givens.insert(0, Given("pi", _PI, "π"))
    show = _shower(question, unit, formula.power)
    other = next(
        (name for name, words in (("area", _AREA), ("around", _AROUND)) if name != wanted and question.has(words)), ""
    )
    second = _FORMULAS.get((shape, other))
    if wanted in {"area", "around"} and second and second.sides == formula.sides:
        steps = [Step("result", formula.expression), Step("other", second.expression)]
        results = [("result", formula.label, show), ("other", second.label, _shower(question, unit, second.power))]
        return Reading(0.93, several(question, givens, steps, results))

    if litres and unit:
        size = SIZES["length"][unit] ** 3 * 1000
        litre = question.pick("L", " liters", " 升")
        expression = f"{formula.expression} {f'* {size}' if size >= 1 else f'/ {1 / size}'}"
        label: Label = ("들이", "the capacity", "容量")
        steps = [Step("result", expression)]
        return Reading(0.92, single(question, givens, steps, label, lambda value: f"{number(value)}{litre}"))
    return Reading(0.92, single(question, givens, [Step("result", formula.expression)], formula.label, show))


# “a perimeter of 30 cm”, “넓이가 49”: told, not asked for.
_TOLD = re.compile(
    r"(?P<area>넓이|면적|\barea\b|面积)(?:가|는|이|은|\s(?:of|is)|是|为)?\s?\d|"
    r"(?P<around>둘레|\bperimeter\b|周长)(?:가|는|이|은|\s(?:of|is)|是|为)?\s?\d",
    re.IGNORECASE,
)
_SIDE_ASKED = (
    r"\b(?:width|length|height|side)\b[^.]*\?|\bhow (?:long|wide|tall)\b|(?:가로|세로|한 변)\S* .{0,8}(?:몇|얼마)|"
    r"(?:宽|长|边长)\S{0,3}(?:多少|几)"
)


def _backwards(question: Question, shape: str | None, told: re.Match[str]) -> Reading | None:
    """A side from the area or the perimeter of a square or a rectangle."""
    sizes = [q for q in question.quantities if q.kind in {"length", "area", "plain"}]
    if len(sizes) != len(question.quantities) or not question.has(_SIDE_ASKED) or not sizes:
        return None
    whole = next((q for q in sizes if told.start() < q.start < told.end()), sizes[0])
    sides = [q for q in sizes if q is not whole]
    givens = [Given("whole", whole.value, whole.text.strip())]
    if shape == "square" and not sides:
        step = Step("side", "sqrt(whole)" if told["area"] else "whole / 4")
        unit = whole.unit.rstrip("²")
    elif shape == "rectangle" and len(sides) == 1 and sides[0].value > 0:
        givens.append(Given("other", sides[0].value, sides[0].text.strip()))
        step = Step("side", "whole / other" if told["area"] else "whole / 2 - other")
        unit = sides[0].unit
        if whole.unit.rstrip("²") != unit:
            return None
    else:
        return None
    label: Label = ("변의 길이", "the side", "边长")
    plan = single(question, givens, [step], label, _shower(question, unit, 1))
    result = plan.values()["side"]
    return Reading(0.92, plan) if isinstance(result, Fraction) and result > 0 else None


def _shower(question: Question, unit: str, power: int) -> Show:
    """Writes a length, an area or a volume in the unit of the sides."""
    glue = "" if question.language == "ko" else " "
    raised = {1: "", 2: "²", 3: "³"}[power]
    return lambda value: f"{number(value)}{glue}{unit}{raised}" if unit else number(value)


def _in(side: Quantity, unit: str) -> Fraction:
    return side.value * SIZES["length"][side.unit] / SIZES["length"][unit] if unit and side.unit else side.value
