"""Rooms with a window onto the scene outside: an office and a library."""

from . import people
from .canvas import Canvas
from .colours import WHITE, Colour, darker, hex_colours, lighter, mix
from .plants import bloom
from .scene import Scene

_WOOD = hex_colours("B98258")[0]


def _indoor(scene: Scene, colour: Colour) -> Colour:
    """Lamps burn inside: colours keep more of themselves than outdoors."""
    shade = {"night": 0.15, "sunset": 0.08}.get(scene.time, 0.0)
    return mix(mix(colour, scene.palette.sky[0], shade), scene.palette.light, 0.05)


def office(canvas: Canvas, scene: Scene, growth: bool) -> None:
    """Large panes, a desk with screens, plants, lamps, and colleagues who stand and sit."""
    floor = canvas.height * 0.76
    s, m = canvas.stage, canvas.middle
    wall = _indoor(scene, hex_colours("F1ECE3")[0])
    _window(
        canvas,
        scene,
        wall,
        0.10 * canvas.height,
        floor - 0.075 * s,
        canvas.width * 0.06,
        panes=max(3, round(4.6 * canvas.width / s)),
    )
    _floor(canvas, scene, floor, _indoor(scene, hex_colours("C9A17C")[0]))
    for k in (-1, 0, 1):
        _lamp(canvas, scene, m + k * s * 0.30, canvas.height * 0.10, s * (0.12 if k else 0.09))
    _plant(canvas, scene, max(m - s * 0.72, s * 0.09), floor + s * 0.07, s * 0.30)
    _plant(canvas, scene, min(m + s * 0.74, canvas.width - s * 0.09), floor + s * 0.05, s * 0.24)
    desk = floor + s * 0.03
    wide = min(s * 0.42, canvas.width * 0.42)
    colleagues = bool(scene.has & {"people", "reading"})
    if colleagues:
        people.standing(canvas, scene, "colleague0", m - wide * 0.72, floor + s * 0.06, s * 0.47, 0.2, "book")
        people.standing(canvas, scene, "colleague1", m + wide * 0.82, floor + s * 0.05, s * 0.49)
        _seat(canvas, m - wide * 0.22, desk + s * 0.035, s * 0.50, 1, hex_colours("3A4152")[0])
        people.sitting(canvas, scene, "colleague2", m - wide * 0.22, desk + s * 0.035, s * 0.50)
    top = _indoor(scene, _WOOD)
    for side in (-1, 1):
        canvas.box(
            m + side * wide * 0.80 - s * 0.009,
            desk - s * 0.07,
            m + side * wide * 0.80 + s * 0.009,
            desk + s * 0.15,
            darker(top, 0.45),
        )
    canvas.box(m + wide * 0.30, desk - s * 0.06, m + wide * 0.72, desk + s * 0.12, lighter(top, 0.35), round_=s * 0.006)
    for k in range(3):
        canvas.box(
            m + wide * 0.46,
            desk - s * 0.03 + k * s * 0.055,
            m + wide * 0.56,
            desk - s * 0.024 + k * s * 0.055,
            darker(top, 0.4),
        )
    canvas.box(m - wide, desk - s * 0.085, m + wide, desk - s * 0.055, top, round_=s * 0.008)
    canvas.box(m - wide, desk - s * 0.062, m + wide, desk - s * 0.055, darker(top, 0.3))
    _screen(canvas, scene, m + wide * 0.40, desk - s * 0.085, s * 0.20, growth)
    if not colleagues:
        _screen(canvas, scene, m - wide * 0.20, desk - s * 0.085, s * 0.24, growth)
        _chair(canvas, scene, m - wide * 0.15, desk + s * 0.16, s * 0.28)
    _small_things(canvas, scene, m - wide * 0.80, desk - s * 0.085, s)
    if "flowers" in scene.has:
        _vase(canvas, scene, m + wide * 0.86, desk - s * 0.085, s * 0.17)


def library(canvas: Canvas, scene: Scene) -> None:
    """Shelves to the ceiling on both sides of a tall window, a table with a lamp, readers."""
    floor = canvas.height * 0.78
    s, m = canvas.stage, canvas.middle
    wall = _indoor(scene, hex_colours("EADBC6")[0])
    half = min(s * 0.27, canvas.width * 0.24)
    _window(canvas, scene, wall, 0.10 * canvas.height, floor - 0.08 * s, m - half, panes=3, arched=True)
    _floor(canvas, scene, floor, _indoor(scene, hex_colours("A9744F")[0]))
    for side in (-1, 1):
        _shelves(canvas, scene, side, half * 1.16, canvas.height * 0.05, floor + s * 0.008)
    if scene.dark:
        canvas.glow(m, canvas.height * 0.45, s * 0.95, hex_colours("FFDD9A")[0], 0.28)
    rug = _indoor(scene, scene.accents[0])
    canvas.ellipse(m, floor + s * 0.135, half * 1.75, s * 0.072, darker(rug, 0.12))
    canvas.ellipse(m, floor + s * 0.135, half * 1.62, s * 0.062, lighter(rug, 0.12))
    canvas.ellipse(m, floor + s * 0.135, half * 1.50, s * 0.055, rug)
    readers = bool(scene.has & {"people", "reading"})
    seat, tall = floor + s * 0.02, s * 0.46
    wood = _indoor(scene, _WOOD)
    for side in (-1, 1):
        _seat(canvas, m + side * half * 1.02, seat, tall, -side, darker(wood, 0.25))
        if readers:
            people.sitting(canvas, scene, f"reader{side + 1}", m + side * half * 1.02, seat, tall, -side)
    if readers and m - half * 2.15 > s * 0.15:
        people.standing(canvas, scene, "reader1", m - half * 2.15, floor + s * 0.085, s * 0.46, holds="book")
    top = floor - s * 0.045
    canvas.stroke([(m, top), (m, floor + s * 0.14)], s * 0.022, darker(wood, 0.35))
    canvas.ellipse(m, floor + s * 0.145, s * 0.075, s * 0.014, darker(wood, 0.4))
    canvas.box(m - half * 0.62, top - s * 0.012, m + half * 0.62, top + s * 0.014, wood, round_=s * 0.012)
    if "flowers" in scene.has:
        _vase(canvas, scene, m + half * 0.02, top - s * 0.012, s * 0.17)
    _table_lamp(canvas, scene, m + half * 0.22, top - s * 0.012, s * 0.16)
    for k in range(3):
        colour = _indoor(scene, scene.accents[k + 1])
        canvas.box(
            m - half * 0.50,
            top - s * (0.034 + 0.022 * k),
            m - half * 0.08 + s * 0.006 * k,
            top - s * (0.013 + 0.022 * k),
            colour,
            round_=s * 0.003,
        )


def _window(
    canvas: Canvas, scene: Scene, wall: Colour, top: float, sill: float, left: float, panes: int, arched: bool = False
) -> None:
    """A wall over everything but the window, and the window's bars; left and right are alike."""
    right, s = canvas.width - left, canvas.stage
    shade = darker(wall, 0.10)
    canvas.box(0, 0, canvas.width, top, wall)
    canvas.box(0, 0, left, canvas.height, wall)
    canvas.box(right, 0, canvas.width, canvas.height, wall)
    canvas.box(0, sill, canvas.width, canvas.height, wall)
    frame = _indoor(scene, hex_colours("FBF8F1")[0]) if not arched else darker(_indoor(scene, _WOOD), 0.2)
    if arched:
        rise = (right - left) / 2
        steps = 40
        arch = [
            (left + (right - left) * k / steps, top + rise * 0.62 * (1 - (1 - (2 * k / steps - 1) ** 2) ** 0.5))
            for k in range(steps + 1)
        ]
        canvas.polygon([(left, top - 2), *arch, (right, top - 2)], wall)
        canvas.stroke(arch, s * 0.020, frame)
    bar = s * (0.010 if arched else 0.008)
    for k in range(panes + 1):
        x = left + (right - left) * k / panes
        start = top + ((right - left) * 0.31 if arched and k in (0, panes) else 0)
        canvas.box(x - bar, start, x + bar, sill, frame)
        canvas.box(x + bar * 0.4, start, x + bar, sill, darker(frame, 0.15))
    for share in (0.30,) if not arched else (0.36, 0.68):
        y = top + (sill - top) * share
        canvas.box(left, y - bar * 0.8, right, y + bar * 0.8, frame)
    if not arched:
        canvas.box(left - bar, top - bar, right + bar, top + bar, frame)
    canvas.box(
        left - s * 0.03, sill - s * 0.008, right + s * 0.03, sill + s * 0.016, lighter(frame, 0.15), round_=s * 0.005
    )
    canvas.box(left - s * 0.02, sill + s * 0.016, right + s * 0.02, sill + s * 0.026, shade)


def _floor(canvas: Canvas, scene: Scene, top: float, colour: Colour) -> None:
    canvas.fade((darker(colour, 0.08), lighter(colour, 0.10)), top)
    canvas.box(0, top - canvas.stage * 0.018, canvas.width, top, lighter(colour, 0.45))
    for k in range(-9, 10):
        at = k / 6 * canvas.stage
        canvas.stroke(
            [(canvas.middle + at * 0.7, top), (canvas.middle + at * 1.9, canvas.height)],
            canvas.stage * 0.0016,
            darker(colour, 0.35),
            0.4,
        )
    light, s = scene.palette.light, canvas.stage
    for dx in (-0.34, 0.04, 0.42):
        x = canvas.middle + dx * s
        canvas.haze(
            [(x - s * 0.10, top), (x + s * 0.14, top), (x + s * 0.02, canvas.height), (x - s * 0.30, canvas.height)],
            s * 0.015,
            light,
            0.14 if scene.dark else 0.36,
        )


def _lamp(canvas: Canvas, scene: Scene, x: float, top: float, drop: float) -> None:
    s = canvas.stage
    shade = _indoor(scene, scene.accents[0])
    canvas.stroke([(x, 0), (x, top + drop)], s * 0.003, darker(shade, 0.6))
    y = top + drop
    canvas.glow(x, y + s * 0.05, s * 0.17, hex_colours("FFE2A0")[0], 0.75 if scene.dark else 0.35)
    canvas.slice(x, y + s * 0.048, s * 0.055, s * 0.052, 180, 360, shade)
    canvas.ellipse(x, y + s * 0.048, s * 0.055, s * 0.010, hex_colours("FFF1CC")[0])


def _screen(canvas: Canvas, scene: Scene, x: float, foot: float, wide: float, growth: bool) -> None:
    high = wide * 0.62
    case = hex_colours("2A3142")[0]
    canvas.box(x - wide * 0.04, foot - high * 0.3, x + wide * 0.04, foot, case)
    canvas.box(x - wide * 0.16, foot - high * 0.04, x + wide * 0.16, foot, case, round_=wide * 0.01)
    left, top = x - wide / 2, foot - high * 1.22
    canvas.box(left, top, left + wide, top + high, case, round_=wide * 0.025)
    canvas.box(
        left + wide * 0.03,
        top + wide * 0.03,
        left + wide * 0.97,
        top + high - wide * 0.03,
        hex_colours("F4F8FB")[0],
        round_=wide * 0.012,
    )
    for k in range(6):
        bar = high * (0.14 + 0.085 * k if growth else (0.42, 0.25, 0.5, 0.33, 0.46, 0.3)[k])
        px = left + wide * (0.12 + 0.13 * k)
        canvas.box(px, top + high * 0.84 - bar, px + wide * 0.085, top + high * 0.84, scene.accents[(0, 3, 2)[k % 3]])
    canvas.box(left + wide * 0.10, top + high * 0.12, left + wide * 0.40, top + high * 0.17, hex_colours("B9C4D3")[0])


def _chair(canvas: Canvas, scene: Scene, x: float, foot: float, h: float) -> None:
    cloth, metal = _indoor(scene, scene.accents[2]), hex_colours("3A4152")[0]
    for dx in (-0.22, 0, 0.22):
        canvas.stroke([(x, foot - h * 0.14), (x + dx * h, foot)], h * 0.04, metal)
    canvas.stroke([(x, foot - h * 0.14), (x, foot - h * 0.38)], h * 0.05, metal)
    canvas.box(x - h * 0.24, foot - h * 0.48, x + h * 0.24, foot - h * 0.37, darker(cloth, 0.15), round_=h * 0.05)
    canvas.box(x - h * 0.21, foot - h * 1.02, x + h * 0.21, foot - h * 0.52, cloth, round_=h * 0.09)
    canvas.box(x - h * 0.15, foot - h * 0.96, x + h * 0.15, foot - h * 0.58, lighter(cloth, 0.10), round_=h * 0.06)


def _plant(canvas: Canvas, scene: Scene, x: float, foot: float, h: float) -> None:
    pot, leaf = _indoor(scene, scene.accents[5]), _indoor(scene, hex_colours("3B8A62")[0])
    canvas.ellipse(x, foot, h * 0.2, h * 0.03, hex_colours("2A2233")[0], 0.3)
    canvas.polygon(
        [(x - h * 0.16, foot - h * 0.28), (x + h * 0.16, foot - h * 0.28), (x + h * 0.12, foot), (x - h * 0.12, foot)],
        darker(pot, 0.08),
    )
    for k in range(9):
        turn = (k - 4) / 4
        tip = (x + turn * h * 0.36, foot - h * (1.0 - 0.32 * turn * turn))
        root, mid = (x + turn * h * 0.05, foot - h * 0.27), (x + turn * h * 0.13, foot - h * 0.65)
        fat = h * 0.055
        canvas.polygon(
            [root, (mid[0] - fat, mid[1]), tip, (mid[0] + fat, mid[1])],
            lighter(leaf, 0.16) if k % 2 else darker(leaf, 0.12),
        )


def _small_things(canvas: Canvas, scene: Scene, x: float, top: float, s: float) -> None:
    for k in range(3):
        canvas.box(
            x - s * 0.05 + k * s * 0.004,
            top - s * 0.016 * (k + 1),
            x + s * 0.05,
            top - s * 0.016 * k,
            _indoor(scene, scene.accents[k]),
            round_=s * 0.002,
        )
    cup = _indoor(scene, WHITE)
    canvas.box(x + s * 0.075, top - s * 0.036, x + s * 0.105, top, cup, round_=s * 0.006)
    canvas.arc(x + s * 0.107, top - s * 0.019, s * 0.010, s * 0.011, -90, 90, s * 0.004, cup)


def _vase(canvas: Canvas, scene: Scene, x: float, foot: float, h: float) -> None:
    glass, green = _indoor(scene, scene.accents[2]), _indoor(scene, hex_colours("3B8A62")[0])
    for k in range(5):
        tip = (x + (k - 2) * h * 0.17, foot - h * (0.98 - 0.10 * abs(k - 2)))
        canvas.stroke([(x, foot - h * 0.3), tip], h * 0.028, green)
        bloom(
            canvas,
            k % 4,
            *tip,
            h * 0.14,
            _indoor(scene, scene.accents[k % 5]),
            _indoor(scene, scene.accents[1]),
            k * 0.1,
        )
    canvas.box(x - h * 0.13, foot - h * 0.42, x + h * 0.13, foot, glass, round_=h * 0.06)
    canvas.box(x - h * 0.09, foot - h * 0.38, x - h * 0.05, foot - h * 0.08, lighter(glass, 0.5), 0.6, round_=h * 0.02)


def _shelves(canvas: Canvas, scene: Scene, side: int, start: float, top: float, foot: float) -> None:
    """One wall of books, from `start` (distance from the middle) to the edge of the picture."""
    s = canvas.stage
    wood = darker(_indoor(scene, _WOOD), 0.18)
    near, far = canvas.middle + side * start, (0 if side < 0 else canvas.width)
    left, right = min(near, far), max(near, far)
    canvas.box(left, top, right, foot, darker(wood, 0.45))
    dice = scene.dice(f"shelves{side}")
    rows = max(5, round((foot - top) / (s * 0.125)))
    deep = (foot - top) / rows
    colours = [_indoor(scene, colour) for colour in (*scene.accents[:5], *hex_colours("7C5C4A 4B6A6E C9A66B E8DCC4"))]
    bay = (right - left) / max(1, round((right - left) / (s * 0.30)))
    for row in range(rows):
        base = top + deep * (row + 1) - deep * 0.10
        x = left + s * 0.008
        while x < right - s * 0.012:
            if dice.random() < 0.06:
                x += s * dice.uniform(0.015, 0.03)
                continue
            wide, high = s * dice.uniform(0.010, 0.021), deep * dice.uniform(0.58, 0.82)
            colour = mix(dice.choice(colours), wood, 0.12)
            canvas.box(x, base - high, x + wide, base, colour)
            canvas.box(x, base - high * 0.84, x + wide, base - high * 0.78, lighter(colour, 0.35))
            if scene.rich:
                canvas.box(x + wide * 0.8, base - high, x + wide, base, darker(colour, 0.25))
                canvas.box(x, base - high * 0.22, x + wide, base - high * 0.19, lighter(colour, 0.3))
            x += wide + s * 0.0008
        canvas.box(left, base, right, base + deep * 0.10, wood)
        canvas.box(left, base + deep * 0.075, right, base + deep * 0.10, darker(wood, 0.3))
    for k in range(round((right - left) / bay) + 1):
        x = left + bay * k
        canvas.box(x - s * 0.008, top, x + s * 0.008, foot, lighter(wood, 0.06))
    canvas.box(left - s * 0.008, top - s * 0.02, right + s * 0.008, top + s * 0.006, lighter(wood, 0.12))


def _seat(canvas: Canvas, x: float, seat: float, h: float, facing: int, wood: Colour) -> None:
    back = x - facing * h * 0.13
    canvas.stroke([(back, seat + h * 0.02), (back - facing * h * 0.03, seat - h * 0.30)], h * 0.035, wood)
    canvas.box(x - h * 0.15, seat + h * 0.02, x + h * 0.15, seat + h * 0.055, wood, round_=h * 0.015)
    for dx in (-0.12, 0.12):
        canvas.stroke(
            [(x + dx * h, seat + h * 0.05), (x + dx * h * 1.15, seat + h * 0.27)], h * 0.028, darker(wood, 0.2)
        )


def _table_lamp(canvas: Canvas, scene: Scene, x: float, foot: float, h: float) -> None:
    brass, shade = hex_colours("B8893E")[0], _indoor(scene, scene.accents[2])
    canvas.glow(x, foot - h * 0.55, h * 1.2, hex_colours("FFE2A0")[0], 0.7 if scene.dark else 0.35)
    canvas.box(x - h * 0.16, foot - h * 0.05, x + h * 0.16, foot, brass, round_=h * 0.02)
    canvas.stroke([(x, foot - h * 0.03), (x, foot - h * 0.62)], h * 0.045, brass)
    canvas.polygon(
        [
            (x - h * 0.17, foot - h * 0.95),
            (x + h * 0.17, foot - h * 0.95),
            (x + h * 0.32, foot - h * 0.55),
            (x - h * 0.32, foot - h * 0.55),
        ],
        shade,
    )
