"""What lies below the sky: mountains, hills, a path, the sea, a river."""

import math
from collections.abc import Callable

from .canvas import Canvas, Point
from .colours import WHITE, Colour, darker, lighter, mix
from .scene import Scene
from .sky import sun_place

Ridge = Callable[[float], float]


def ridge(canvas: Canvas, scene: Scene, name: str, base: float, rise: float) -> Ridge:
    """A soft line of hills around the height `base`, at most `rise` above and below, as a function of x."""
    dice = scene.dice(name)
    waves = [(dice.uniform(0.6, 1.3) * k, dice.uniform(0, math.tau), 1 / k) for k in (1, 2, 3.2)]
    whole = sum(weight for _, _, weight in waves)
    span = canvas.stage * 1.25

    def height(x: float) -> float:
        wave = sum(weight * math.sin(math.tau * speed * x / span + start) for speed, start, weight in waves)
        return base - rise * wave / whole

    return height


def outline(canvas: Canvas, line: Ridge, bottom: float | None = None) -> list[Point]:
    """The line as a polygon that goes down to the bottom edge."""
    step = canvas.stage / 90
    xs = [number * step for number in range(math.ceil(canvas.width / step) + 1)]
    low = canvas.height if bottom is None else bottom
    return [(0, low), *((x, line(x)) for x in xs), (xs[-1], low)]


def mountains(canvas: Canvas, scene: Scene, horizon: float) -> None:
    """Two ranges of peaks, with snow on the nearer one."""
    grand = "mountain" in scene.has
    for layer in range(2):
        dice = scene.dice(f"mountains{layer}")
        near = layer == 1
        colour = mix(scene.palette.hills[0 if not near else 1], scene.palette.sky[-2], 0.6 if not near else 0.2)
        if scene.season == "winter":
            colour = mix(scene.palette.water[1], scene.palette.sky[0], 0.35 + 0.4 * (1 - layer))
        elif scene.dark:
            colour = mix(scene.palette.hills[2], scene.palette.sky[-2], 0.5 - 0.45 * layer)
        height = canvas.stage * ((0.34, 0.42)[layer] if grand else 0.19)
        x = -canvas.stage * 0.2
        while x < canvas.width + canvas.stage * 0.2:
            wide = canvas.stage * dice.uniform(0.26, 0.42)
            high = height * dice.uniform(0.6, 1.0)
            if grand and near and abs(x + wide / 2 - canvas.middle) < wide / 2:
                high = height * 1.12
            _peak(
                canvas,
                scene,
                f"peak{layer}{round(x)}",
                x + wide / 2,
                horizon + canvas.stage * 0.10,
                wide,
                high,
                colour,
                grand and near,
            )
            x += wide * dice.uniform(0.5, 0.7)
    canvas.haze(
        [
            (0, horizon - canvas.stage * 0.02),
            (canvas.width, horizon - canvas.stage * 0.02),
            (canvas.width, horizon + canvas.stage * 0.08),
            (0, horizon + canvas.stage * 0.08),
        ],
        canvas.stage * 0.05,
        scene.palette.sky[-1],
        0.6,
    )


def _peak(
    canvas: Canvas, scene: Scene, name: str, x: float, foot: float, wide: float, high: float, colour: Colour, snow: bool
) -> None:
    dice = scene.dice(name)
    top = (x + wide * dice.uniform(-0.10, 0.10), foot - high)

    def flank(side: int) -> list[Point]:
        """From the foot up to just below the top, on the left (-1) or on the right (1)."""
        return [(x + side * wide * (at + dice.uniform(-0.03, 0.03)), foot - high * up) for at, up in _SLOPE]

    left, right = flank(-1), flank(1)
    misty = mix(colour, scene.palette.sky[-1], 0.45)
    canvas.faded_polygon([*left, top, *reversed(right)], (lighter(colour, 0.10), mix(colour, misty, 0.4), misty))
    crease = [
        top,
        (top[0] + wide * 0.06, foot - high * 0.72),
        (top[0] - wide * 0.03, foot - high * 0.48),
        (top[0] + wide * 0.09, foot - high * 0.22),
        (top[0] + wide * 0.04, foot),
    ]
    canvas.faded_polygon([*crease, *right], (darker(colour, 0.26), mix(darker(colour, 0.12), misty, 0.6), misty))
    if snow:
        _snow_cap(
            canvas,
            scene,
            top,
            left[-1],
            right[-1],
            colour,
            dice.uniform(0.35, 0.62) * (high / canvas.stage / 0.4) ** 0.5,
        )


# Where a flank is: distance from the middle (share of the width) and height (share of the height), from the foot up.
_SLOPE = ((0.86, 0.0), (0.60, 0.28), (0.42, 0.50))


def _snow_cap(canvas: Canvas, scene: Scene, top: Point, left: Point, right: Point, colour: Colour, deep: float) -> None:
    """Snow from the top down a share `deep` of the way to the points `left` and `right`, with a ragged edge."""
    white = mix(WHITE, scene.palette.sky[2], 0.45) if scene.dark else mix(scene.lit(WHITE), WHITE, 0.6)
    a = (top[0] + (left[0] - top[0]) * deep, top[1] + (left[1] - top[1]) * deep)
    b = (top[0] + (right[0] - top[0]) * deep, top[1] + (right[1] - top[1]) * deep)
    fall = (a[1] + b[1]) / 2 - top[1]
    rags = (0.0, 0.26, -0.05, 0.30, 0.06, 0.34, -0.02, 0.22, 0.0)
    edge = [
        (a[0] + (b[0] - a[0]) * k / 8, a[1] + (b[1] - a[1]) * k / 8 + fall * rag * 0.8) for k, rag in enumerate(rags)
    ]
    canvas.polygon([top, *edge], white)
    ridge_foot = (top[0] + (b[0] - top[0]) * 0.12, top[1] + fall * 0.95)
    canvas.polygon([top, ridge_foot, *(p for p in edge if p[0] > ridge_foot[0])], mix(white, colour, 0.32))


def hills(canvas: Canvas, scene: Scene, horizon: float) -> list[Ridge]:
    """Four layers, one behind the other; returns their lines from the farthest to the nearest."""
    ground = canvas.height - horizon
    lines = []
    for number, (down, rise) in enumerate(((0.02, 0.05), (0.20, 0.055), (0.42, 0.05), (0.74, 0.035))):
        line = ridge(canvas, scene, f"hill{number}", horizon + ground * down, canvas.stage * rise)
        colour = scene.palette.hills[number]
        low = canvas.height if number == 3 else horizon + ground * (down + 0.36) + canvas.stage * 0.06
        canvas.faded_polygon(outline(canvas, line, low), (lighter(colour, 0.16), colour, darker(colour, 0.14)))
        if scene.rich:
            _furrows(canvas, scene, number, line, colour)
        if number < 3:
            mist = horizon + ground * (down + 0.16)
            canvas.haze(
                [(0, mist), (canvas.width, mist), (canvas.width, mist + ground * 0.08), (0, mist + ground * 0.08)],
                canvas.stage * 0.03,
                scene.palette.sky[-1],
                0.22 - 0.05 * number,
            )
        lines.append(line)
    return lines


def _furrows(canvas: Canvas, scene: Scene, number: int, line: Ridge, colour: Colour) -> None:
    """Fine bands that follow the slope."""
    step = canvas.stage / 40
    for band in range(1, 7):
        drop = canvas.stage * (0.008 + 0.012 * number) * band
        points = [(k * step, line(k * step) + drop + band * 0.3) for k in range(math.ceil(canvas.width / step) + 1)]
        canvas.stroke(points, canvas.stage * 0.0018 * (1 + number * 0.4), lighter(colour, 0.25), 0.22)


def path(canvas: Canvas, scene: Scene, horizon: float, lines: list[Ridge]) -> None:
    """A way that winds from the lower edge up to the sun, over the lines of the hills."""
    sun_x, _ = sun_place(canvas, scene, horizon)
    goal = sun_x if scene.time in ("dawn", "sunset") else canvas.middle + canvas.stage * 0.06
    end = lines[1](goal)
    dice = scene.dice("path")
    sway = dice.choice((-1, 1)) * canvas.stage * 0.15
    left, right, middle = [], [], []
    for k in range(61):
        t = k / 60
        y = canvas.height + (end - canvas.height) * t**0.82
        x = canvas.middle + (goal - canvas.middle) * t + sway * math.sin(t * math.pi * 2.1) * (1 - t) ** 0.7
        half = canvas.stage * (0.115 * (1 - t) ** 1.5 + 0.004)
        left.append((x - half, y))
        right.append((x + half * (1 if k else 1.2), y))
        middle.append((x, y, half))
    sand = scene.lit((246, 226, 190)) if scene.season != "winter" else scene.lit((214, 222, 234))
    edge = mix(sand, scene.palette.hills[-1], 0.45)
    wide = [(x - half * 1.10, y) for x, y, half in middle] + [(x + half * 1.10, y) for x, y, half in reversed(middle)]
    canvas.polygon(wide, edge, 0.7)
    far = mix(sand, scene.palette.light, 0.6)
    canvas.faded_polygon([*left, *reversed(right)], (far, sand, mix(sand, scene.palette.hills[-1], 0.18)))
    if scene.rich:
        for x, y, half in middle[2:40:2]:
            for _ in range(3):
                dx = dice.uniform(-0.7, 0.7) * half
                canvas.ellipse(x + dx, y, half * 0.05, half * 0.02, edge, 0.6)


def sea(canvas: Canvas, scene: Scene, horizon: float) -> None:
    """Water from the horizon to the lower edge, with the light's reflection and bands of waves."""
    far, near = scene.palette.water
    canvas.fade((mix(far, scene.palette.sky[-1], 0.25), mix(far, near, 0.55), near), horizon)
    x, _ = sun_place(canvas, scene, horizon)
    deep = canvas.height - horizon
    dice = scene.dice("sea")
    canvas.glow(x, horizon, canvas.stage * 0.55, scene.palette.light, 0.45, flat=0.45)
    count = 60 if scene.rich else 38
    for k in range(count):
        t = ((k + 0.5) / count) ** 1.4
        y = horizon + deep * t
        wide = canvas.stage * (0.035 + 0.17 * t) * dice.uniform(0.4, 1.0)
        cx = x + canvas.stage * dice.uniform(-0.05, 0.05) * (0.4 + t * 1.6)
        thick = canvas.stage * (0.0012 + 0.0045 * t)
        canvas.ellipse(cx, y, wide, thick, scene.palette.light, 0.75 * (1 - t * 0.75))
    for _ in range(170 if scene.rich else 90):
        t = dice.random() ** 0.8
        y = horizon + deep * (0.02 + 0.98 * t)
        wide = canvas.stage * (0.012 + 0.09 * t) * dice.uniform(0.5, 1.4)
        cx = dice.uniform(-0.02, 1.02) * canvas.width
        colour = lighter(far, 0.25) if dice.random() < 0.55 else darker(near, 0.25)
        canvas.ellipse(cx, y, wide, canvas.stage * (0.0009 + 0.0032 * t), colour, 0.35)
    for k, (down, share) in enumerate(((0.50, 0.25), (0.68, 0.5), (0.86, 0.8))):
        line = ridge(canvas, scene, f"wave{k}", horizon + deep * down, canvas.stage * 0.014 * (1 + k * 0.5))
        colour = mix(mix(far, near, 0.5), near, share)
        canvas.faded_polygon(outline(canvas, line), (lighter(colour, 0.10), darker(colour, 0.10)), 0.55)
        step = canvas.stage / 60
        crest = [(n * step, line(n * step)) for n in range(math.ceil(canvas.width / step) + 1)]
        canvas.stroke(crest, canvas.stage * 0.0022, lighter(far, 0.45), 0.5)


def shore(canvas: Canvas, scene: Scene, top: float) -> Ridge:
    """The near bank of a sea, for things that must stand on land; returns its line."""
    line = ridge(canvas, scene, "shore", top, canvas.stage * 0.03)
    if scene.season == "winter" or "flowers" in scene.has or "hills" in scene.has or "tree" in scene.has:
        colour = scene.palette.hills[-1]
    else:
        colour = mix(scene.lit((232, 208, 166)), scene.palette.hills[-1], 0.72 if scene.dark else 0.0)
    foam = lighter(scene.palette.water[0], 0.6)
    canvas.polygon([(x, y - canvas.stage * 0.012) for x, y in outline(canvas, line)], foam, 0.55)
    canvas.faded_polygon(outline(canvas, line), (lighter(colour, 0.15), darker(colour, 0.15)))
    return line


def river(canvas: Canvas, scene: Scene, horizon: float) -> None:
    """A lake that lies between the hills."""
    ground = canvas.height - horizon
    y, high = horizon + ground * 0.40, ground * 0.16
    far, near = scene.palette.water
    wide = canvas.stage * 0.62
    line = [
        (
            canvas.middle + wide * math.cos(a / 40 * math.tau) * (1 + 0.06 * math.sin(a / 40 * math.tau * 3)),
            y + high * math.sin(a / 40 * math.tau),
        )
        for a in range(40)
    ]
    canvas.polygon([(x, py + high * 0.06) for x, py in line], lighter(far, 0.4), 0.5)
    canvas.faded_polygon(line, (mix(far, scene.palette.sky[-1], 0.35), near))
    sun_x, _ = sun_place(canvas, scene, horizon)
    shine = min(max(sun_x, canvas.middle - wide * 0.7), canvas.middle + wide * 0.7)
    canvas.glow(shine, y, wide * 0.4, scene.palette.light, 0.4, flat=high / wide * 2)
    for k in range(14):
        t = -0.8 + 1.6 * k / 13
        canvas.ellipse(
            shine,
            y + t * high,
            canvas.stage * (0.016 + 0.014 * (1 + t)) * (0.6 if k % 3 else 1.3),
            canvas.stage * 0.0020,
            scene.palette.light,
            0.6,
        )
    dice = scene.dice("river")
    for _ in range(40 if scene.rich else 22):
        t = dice.uniform(-0.8, 0.8)
        room = wide * math.sqrt(1 - t * t) * 0.8
        canvas.ellipse(
            canvas.middle + dice.uniform(-1, 1) * room,
            y + t * high,
            canvas.stage * dice.uniform(0.01, 0.05),
            canvas.stage * 0.0015,
            lighter(far, 0.5),
            0.5,
        )
