"""What is above: sky, sun, moon, stars, clouds, rainbow, rain, snow, birds, balloons, a network of light."""

import math

from .canvas import Canvas, smooth
from .colours import WHITE, Colour, hex_colours, lighter, mix
from .scene import Scene


def sky(canvas: Canvas, scene: Scene, horizon: float) -> None:
    """The air, from the top edge to the horizon and a little below, with the sun or the moon in it."""
    canvas.fade(scene.palette.sky, 0, horizon * 1.08)
    canvas.fade((scene.palette.sky[-1],) * 2, horizon * 1.08)
    if scene.dark:
        _stars(canvas, scene, horizon)
        _moon(canvas, scene, horizon)
    else:
        _sun(canvas, scene, horizon)
    if "rainbow" in scene.has:
        _rainbow(canvas, scene, horizon)


def sun_place(canvas: Canvas, scene: Scene, horizon: float) -> tuple[float, float]:
    """Where the sun or the moon stands: near the middle, so that it survives cropping."""
    dice = scene.dice("sun")
    side = dice.uniform(-0.16, 0.16)
    if scene.time in ("dawn", "sunset"):
        return canvas.middle + side * canvas.stage, horizon - canvas.stage * 0.045
    height = dice.uniform(0.22, 0.30)
    return canvas.middle + math.copysign(0.2 + abs(side), side) * canvas.stage, horizon * height + canvas.stage * 0.03


def _sun(canvas: Canvas, scene: Scene, horizon: float) -> None:
    x, y = sun_place(canvas, scene, horizon)
    low = scene.time in ("dawn", "sunset")
    size = canvas.stage * (0.105 if low else 0.06)
    light = scene.palette.light
    if "rain" in scene.has and not low:
        return
    canvas.glow(x, y, canvas.stage * (0.95 if low else 0.6), light, 0.75 if low else 0.55)
    if low:
        count = 22 if scene.rich else 14
        for ray in range(count):
            angle = math.pi * (1 + (ray + 0.5) / count)
            half = math.pi / count * 0.24
            far = canvas.stage * (1.5 if scene.vivid else 1.1)
            tip = [(x + far * math.cos(angle + s * half), y + far * math.sin(angle + s * half)) for s in (-1, 1)]
            canvas.polygon([(x, y), *tip], light, 0.11 if scene.vivid else 0.06)
    canvas.glow(x, y, size * 2.6, light, 0.9)
    canvas.ellipse(x, y, size * 1.22, size * 1.22, light, 0.35)
    canvas.ellipse(x, y, size, size, lighter(light, 0.4))


def _moon(canvas: Canvas, scene: Scene, horizon: float) -> None:
    x, y = sun_place(canvas, scene, horizon)
    size = canvas.stage * 0.062
    light = scene.palette.light
    canvas.glow(x, y, size * 7, light, 0.38)
    canvas.glow(x, y, size * 2.4, light, 0.55)
    canvas.ellipse(x, y, size, size, light)
    shade = mix(light, scene.palette.sky[2], 0.22)
    for dx, dy, r in ((-0.3, -0.25, 0.22), (0.25, 0.15, 0.3), (-0.2, 0.4, 0.15), (0.35, -0.4, 0.12)):
        canvas.ellipse(x + dx * size, y + dy * size, r * size, r * size, shade)


def _stars(canvas: Canvas, scene: Scene, horizon: float) -> None:
    dice = scene.dice("stars")
    band = [(-0.1, 0.75), (0.35, 0.42), (0.75, 0.12), (1.1, -0.1)]
    for wide, alpha in ((0.22, 0.16), (0.10, 0.20)):
        edge = [(px * canvas.width, (py - wide) * horizon) for px, py in band]
        edge += [(px * canvas.width, (py + wide) * horizon) for px, py in reversed(band)]
        canvas.haze(edge, canvas.stage * 0.06, scene.palette.sky[-1], alpha)
    unit = canvas.stage / 1000
    for _ in range(round((420 if scene.rich else 200) * canvas.width / canvas.height)):
        x, y = dice.uniform(0, canvas.width), horizon * dice.random() ** 1.25
        size = unit * dice.choice((0.7, 0.8, 1.0, 1.3, 1.8))
        canvas.ellipse(
            x, y, size, size, lighter(scene.palette.light, 0.3), dice.uniform(0.35, 0.95) * (1 - 0.5 * y / horizon)
        )
    for _ in range(9 if scene.rich else 5):
        x, y = dice.uniform(0.04, 0.96) * canvas.width, horizon * dice.uniform(0.05, 0.6)
        size = unit * dice.uniform(6, 10)
        canvas.glow(x, y, size * 2.2, scene.palette.light, 0.5)
        for dx, dy in ((1, 0.12), (0.12, 1)):
            canvas.polygon(
                [(x - size * dx, y), (x, y - size * dy), (x + size * dx, y), (x, y + size * dy)], scene.palette.light
            )


def clouds(canvas: Canvas, scene: Scene, horizon: float) -> None:
    """Heaps with flat feet, larger towards the top."""
    if "clouds" in scene.without or (scene.dark and "clouds" not in scene.has):
        return
    dice = scene.dice("clouds")
    many = 9 if "clouds" in scene.has else 7 if "rain" in scene.has else 5
    for number in range(many + (2 if scene.rich else 0)):
        depth = dice.random()
        x = canvas.width * ((number + dice.uniform(0.1, 0.9)) / (many + 1))
        y = horizon * (0.24 + 0.42 * depth) + canvas.stage * dice.uniform(-0.02, 0.02)
        _cloud(canvas, scene, x, y, canvas.stage * (0.17 - 0.10 * depth) * dice.uniform(0.8, 1.2), depth, number)


def _cloud(canvas: Canvas, scene: Scene, x: float, y: float, size: float, depth: float, number: int) -> None:
    dice = scene.dice(f"cloud{number}")
    top = mix(WHITE, scene.palette.light, 0.3)
    base = mix(scene.palette.sky[-2], scene.palette.sky[-1], 0.3)
    if "rain" in scene.has and not scene.dark:
        top, base = mix(scene.palette.sky[1], WHITE, 0.45), scene.palette.sky[0]
    elif scene.dark:
        top, base = mix(scene.palette.sky[-1], WHITE, 0.15), scene.palette.sky[-2]
    heaps = [(x + size * at, y - size * up, size * r) for at, up, r in _heaps(dice.randrange(3))]
    alpha = 0.55 + 0.35 * (1 - depth) if not scene.dark else 0.4
    canvas.faded_blobs(heaps, (top, mix(top, base, 0.55)), alpha)


def _heaps(kind: int) -> tuple[tuple[float, float, float], ...]:
    """Circles of a cloud one unit wide to each side: place along, height of the centre, radius."""
    return (
        (
            (-0.75, 0.13, 0.13),
            (-0.45, 0.2, 0.22),
            (-0.05, 0.3, 0.32),
            (0.38, 0.22, 0.24),
            (0.72, 0.13, 0.14),
            (0.1, 0.12, 0.14),
        ),
        ((-0.6, 0.14, 0.15), (-0.25, 0.24, 0.26), (0.2, 0.2, 0.22), (0.55, 0.12, 0.13)),
        (
            (-0.9, 0.1, 0.1),
            (-0.6, 0.17, 0.18),
            (-0.2, 0.22, 0.24),
            (0.25, 0.32, 0.34),
            (0.65, 0.2, 0.21),
            (0.95, 0.1, 0.11),
        ),
    )[kind]


def _rainbow(canvas: Canvas, scene: Scene, horizon: float) -> None:
    x, radius = canvas.middle - canvas.stage * 0.05, canvas.stage * 0.56
    bands = hex_colours("E4572E F2994A F6D55C 5DBB7A 4A90D9 5B5EA6 9B6FC4")
    width = canvas.stage * 0.016
    for number, colour in enumerate(bands):
        r = radius - number * width * 0.96
        canvas.arc(x, horizon + canvas.stage * 0.02, r, r, 180, 360, width, colour, 0.62)


def rain(canvas: Canvas, scene: Scene) -> None:
    dice = scene.dice("rain")
    unit = canvas.stage / 1000
    for _ in range(420 if scene.rich else 240):
        x, y = dice.uniform(-0.05, 1.05) * canvas.width, dice.uniform(0, 1) * canvas.height
        long = unit * dice.uniform(16, 38)
        canvas.stroke([(x, y), (x - long * 0.22, y + long)], unit * dice.uniform(1, 2), WHITE, dice.uniform(0.2, 0.5))


def snowfall(canvas: Canvas, scene: Scene) -> None:
    dice = scene.dice("snow")
    unit = canvas.stage / 1000
    for _ in range(520 if scene.rich else 260):
        size = unit * dice.choice((1.4, 1.8, 2.4, 3.2, 4.6))
        canvas.ellipse(
            dice.uniform(0, 1) * canvas.width,
            dice.uniform(0, 1) * canvas.height,
            size,
            size,
            WHITE,
            dice.uniform(0.5, 0.95),
        )


def birds(canvas: Canvas, scene: Scene, horizon: float) -> None:
    """A small flock in loose order."""
    dice = scene.dice("birds")
    x0, y0 = canvas.middle + canvas.stage * dice.uniform(-0.3, -0.1), horizon * dice.uniform(0.3, 0.45)
    colour = mix(scene.palette.hills[-1], scene.palette.sky[0], 0.25) if not scene.dark else scene.palette.sky[-1]
    for number in range(9 if "birds" in scene.has else 5):
        size = canvas.stage * dice.uniform(0.010, 0.019) * (1.5 if "birds" in scene.has else 1)
        x = x0 + canvas.stage * (0.045 * number + dice.uniform(-0.015, 0.015))
        y = y0 - canvas.stage * (0.02 * (number % 4) + dice.uniform(0, 0.03))
        wing = smooth([(x - size, y - size * 0.35), (x - size * 0.45, y - size * 0.5), (x, y)], 4)
        other = smooth([(x, y), (x + size * 0.5, y - size * 0.55), (x + size, y - size * 0.25)], 4)
        canvas.stroke(wing, size * 0.16, colour)
        canvas.stroke(other, size * 0.16, colour)


def balloons(canvas: Canvas, scene: Scene, horizon: float) -> None:
    """Hot air balloons, one large and others far away."""
    places = ((-0.30, 0.40, 0.085, 0.0), (0.32, 0.30, 0.055, 0.25), (0.16, 0.52, 0.032, 0.5))
    for number, (dx, dy, size, depth) in enumerate(places):
        x, y, r = canvas.middle + dx * canvas.stage, horizon * dy, size * canvas.stage
        one = scene.lit(scene.accents[number % 4], depth)
        two = scene.lit(scene.accents[5], depth)
        canvas.faded_blobs([(x, y, r)], (lighter(one, 0.15), one))
        canvas.polygon(
            [
                (x - r * 0.82, y + r * 0.57),
                (x + r * 0.82, y + r * 0.57),
                (x + r * 0.2, y + r * 1.35),
                (x - r * 0.2, y + r * 1.35),
            ],
            one,
        )
        for share in (0.62, 0.22):
            canvas.ellipse(x, y, r * share, r, two if share > 0.5 else one)
            wide = r * share * 0.8
            canvas.polygon(
                [
                    (x - wide, y + r * 0.55),
                    (x + wide, y + r * 0.55),
                    (x + r * 0.2 * share, y + r * 1.35),
                    (x - r * 0.2 * share, y + r * 1.35),
                ],
                two if share > 0.5 else one,
            )
        for side in (-1, 1):
            canvas.stroke(
                [(x + side * r * 0.18, y + r * 1.3), (x + side * r * 0.13, y + r * 1.62)],
                r * 0.025,
                scene.lit(scene.palette.hills[-1], depth),
            )
        canvas.box(
            x - r * 0.17,
            y + r * 1.6,
            x + r * 0.17,
            y + r * 1.84,
            scene.lit(hex_colours("8A5A3B")[0], depth),
            round_=r * 0.05,
        )


def network(canvas: Canvas, scene: Scene, horizon: float) -> None:
    """Points of light joined by lines, over the sky: data, digital, artificial intelligence."""
    dice = scene.dice("network")
    colour: Colour = lighter(scene.palette.light, 0.35)
    columns, rows = max(4, round(9 * canvas.width / canvas.stage)), 4
    nodes = [
        (
            canvas.width * (column + 0.5 + dice.uniform(-0.32, 0.32)) / columns,
            horizon * (0.10 + 0.70 * (row + dice.uniform(-0.3, 0.3) + 0.5) / rows),
        )
        for row in range(rows)
        for column in range(columns)
        if dice.random() < 0.78
    ]
    unit = canvas.stage / 1000
    reach = canvas.stage * 0.2
    for number, (x, y) in enumerate(nodes):
        near = sorted((math.dist((x, y), other), other) for other in nodes[number + 1 :])
        for distance, other in near[:2]:
            if distance < reach:
                canvas.stroke([(x, y), other], unit * 1.8, colour, 0.42)
    for x, y in nodes:
        size = unit * dice.choice((4, 5, 6, 9))
        canvas.glow(x, y, size * 4, colour, 0.55)
        canvas.ellipse(x, y, size, size, colour)
        if size > unit * 6:
            canvas.arc(x, y, size * 2, size * 2, 0, 360, unit * 1.6, colour, 0.7)
