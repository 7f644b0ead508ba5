"""Areas, perimeters and volumes of plain shapes, and the third side of a right triangle."""

import re
from dataclasses import dataclass
from fractions import Fraction

from ..plan import Given, Step
from ..quantities import Quantity
from ..units import SIZES
from ..wording import number
from .phrases import Label, single
from .question import Question, Reading

_PI = Fraction("3.14159265358979")
_AREA = r"넓이|면적|\barea\b|面积|몇 (?:평방|제곱)"
_AROUND = r"둘레|원주|\bperimeter\b|\bcircumference\b|周长|圆周"
_VOLUME = r"부피|체적|용적|\bvolume\b|体积|容积"
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
    ("rectangle", r"직사각형|가로|\brectang|\broom\b|\bwide\b|\bwidth\b|长方形|矩形|宽"),
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
    sides = [q for q in question.quantities if q.kind in {"length", "plain"}]
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
        half = question.pick("지름의 반", "half the diameter", "直径的一半")
        givens[0] = Given("radius", _in(sides[0], unit) / 2, half)
    if "pi" in formula.expression:
        givens.insert(0, Given("pi", _PI, "π"))
    power = {1: "", 2: "²", 3: "³"}[formula.power]

    def show(value: Fraction) -> str:
        glue = "" if question.language == "ko" else " "
        return f"{number(value)}{glue}{unit}{power}" if unit else number(value)

    return Reading(0.92, single(question, givens, [Step("result", formula.expression)], formula.label, show))


def _in(side: Quantity, unit: str) -> Fraction:
    return side.value * SIZES["length"][side.unit] / SIZES["length"][unit] if unit and side.unit else side.value
