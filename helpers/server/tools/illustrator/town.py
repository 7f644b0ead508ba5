"""Buildings: a skyline, a shop, a house; and boats, which lie before them."""

from .canvas import Canvas
from .colours import WHITE, Colour, darker, hex_colours, lighter, mix
from .plants import bloom
from .scene import Scene


def skyline(canvas: Canvas, scene: Scene, foot: float, scale: float = 1.0) -> None:
    """A city at the horizon in three layers; windows are lit in the evening and at night."""
    for layer, (high, haze) in enumerate(((0.30, 0.62), (0.25, 0.36), (0.17, 0.12))):
        dice = scene.dice(f"city{layer}")
        colour = scene.lit(mix(scene.palette.hills[layer], scene.palette.sky[0], 0.45), 0)
        colour = mix(colour, scene.palette.sky[-1], haze if not scene.dark else haze * 0.5)
        x = -canvas.stage * 0.05
        while x < canvas.width:
            wide = canvas.stage * dice.uniform(0.045, 0.095)
            centre = 1 - 0.55 * min(abs(x + wide / 2 - canvas.middle) / (canvas.stage * 0.62), 1)
            tall = canvas.stage * high * scale * centre * dice.uniform(0.5, 1.0)
            _tower(canvas, scene, f"tower{layer}.{round(x)}", x, foot, wide, tall, colour, layer)
            x += wide * dice.uniform(0.95, 1.35)
    if scene.ground == "sea":
        # The quay.
        canvas.box(
            0,
            foot - canvas.stage * 0.008,
            canvas.width,
            foot + canvas.stage * 0.006,
            darker(scene.palette.hills[-1], 0.2),
        )


def _tower(
    canvas: Canvas, scene: Scene, name: str, x: float, foot: float, wide: float, tall: float, colour: Colour, layer: int
) -> None:
    dice = scene.dice(name)
    top = foot - tall
    colour = lighter(colour, dice.uniform(0, 0.1))
    canvas.faded_polygon(
        [(x, foot), (x, top), (x + wide, top), (x + wide, foot)], (colour, mix(colour, scene.palette.sky[-1], 0.25))
    )
    canvas.box(x + wide * 0.66, top, x + wide, foot, darker(colour, 0.2), 0.5)
    kind = dice.randrange(5)
    if kind == 0:
        canvas.box(x + wide * 0.2, top - wide * 0.3, x + wide * 0.8, top, colour)
        canvas.stroke([(x + wide / 2, top - wide * 0.3), (x + wide / 2, top - wide * 0.95)], wide * 0.05, colour)
    elif kind == 1:
        canvas.polygon([(x, top), (x + wide, top - wide * 0.5), (x + wide, top)], colour)
    elif kind == 2:
        canvas.ellipse(x + wide / 2, top, wide / 2, wide * 0.3, colour)
    if layer == 0:
        return
    glowing = scene.time in ("night", "sunset")
    unit = canvas.stage * (0.0085 if layer == 2 else 0.0075)
    rows, columns = int(tall / (unit * 1.9)) - 1, max(int(wide / (unit * 1.7)) - 1, 1)
    gap = wide / (columns + 0.6)
    for row in range(rows):
        for column in range(columns):
            if glowing and dice.random() < 0.5:
                light, alpha = mix(scene.window_light, WHITE, dice.random() * 0.3), dice.uniform(0.7, 1.0)
            elif scene.rich or dice.random() < 0.7:
                light, alpha = (lighter(colour, 0.35), 0.6) if not scene.dark else (lighter(colour, 0.12), 0.8)
            else:
                continue
            left, up = x + gap * (column + 0.42), top + unit * 1.9 * (row + 0.7)
            canvas.box(left, up, left + gap * 0.55, up + unit * 1.05, light, alpha)


def reflections(canvas: Canvas, scene: Scene, foot: float) -> None:
    """The lit city in the water: columns of light that the waves break up."""
    dice = scene.dice("reflections")
    warm = (scene.window_light, scene.window_light, scene.accents[1], lighter(scene.palette.water[0], 0.4))
    for _ in range(90 if scene.rich else 55):
        x = canvas.middle + dice.gauss(0, 0.34) * canvas.stage * canvas.width / canvas.stage * 0.8
        colour, long, wide = (
            dice.choice(warm),
            canvas.stage * dice.uniform(0.05, 0.17),
            canvas.stage * dice.uniform(0.004, 0.011),
        )
        y = foot + canvas.stage * 0.004
        while y < foot + long:
            canvas.ellipse(
                x + canvas.stage * dice.uniform(-0.003, 0.003),
                y,
                wide * dice.uniform(0.6, 1.2),
                canvas.stage * 0.0016,
                colour,
                0.62 * (1 - (y - foot) / long),
            )
            y += canvas.stage * 0.0058


def shop(canvas: Canvas, scene: Scene, x: float, foot: float, size: float) -> None:
    """A storefront with a striped awning, a shop window, a door and plants; `size` is its width."""
    wide, high = size, size * 0.78
    left, right, top = x - wide / 2, x + wide / 2, foot - high
    wall, trim = scene.lit(hex_colours("F6E7D3")[0]), scene.lit(scene.accents[3])
    stripe, pale = scene.lit(scene.accents[0]), scene.lit(scene.accents[5])
    glass = (
        mix(scene.window_light, scene.palette.sky[-1], 0.15)
        if scene.time in ("night", "sunset")
        else scene.lit(hex_colours("CFE6EA")[0])
    )
    canvas.haze(
        [
            (left - wide * 0.08, foot + size * 0.05),
            (right + wide * 0.12, foot + size * 0.05),
            (right, foot - size * 0.05),
            (left, foot - size * 0.05),
        ],
        size * 0.03,
        darker(scene.palette.hills[-1], 0.5),
        0.5,
    )
    canvas.faded_polygon(
        [(left, foot), (left, top), (right, top), (right, foot)], (lighter(wall, 0.1), darker(wall, 0.10))
    )
    canvas.box(left - wide * 0.03, top - high * 0.07, right + wide * 0.03, top + high * 0.03, trim, round_=size * 0.012)
    canvas.box(
        left + wide * 0.10,
        top + high * 0.075,
        right - wide * 0.10,
        top + high * 0.235,
        darker(trim, 0.1),
        round_=size * 0.02,
    )
    emblem = lighter(scene.lit(scene.accents[1]), 0.1)
    if scene.has & {"flowers", "shop"} and "books" not in scene.has:
        for dx in (-0.14, 0, 0.14):
            bloom(canvas, 0, x + dx * wide, top + high * 0.155, size * (0.042 if dx else 0.055), pale, emblem)
    else:
        for dx in (-0.06, 0.06):
            canvas.polygon(
                [
                    (x, top + high * 0.20),
                    (x + dx * wide * 1.3, top + high * 0.185),
                    (x + dx * wide * 1.3, top + high * 0.11),
                    (x, top + high * 0.125),
                ],
                pale if dx < 0 else emblem,
            )
    window = (left + wide * 0.07, top + high * 0.40, left + wide * 0.60, foot - high * 0.14)
    door = (left + wide * 0.67, top + high * 0.42, left + wide * 0.92, foot)
    for box in (window, door):
        canvas.box(
            box[0] - size * 0.014,
            box[1] - size * 0.014,
            box[2] + size * 0.014,
            box[3] + (size * 0.014 if box is window else 0),
            trim,
            round_=size * 0.008,
        )
    canvas.faded_polygon(
        [(window[0], window[3]), (window[0], window[1]), (window[2], window[1]), (window[2], window[3])],
        (lighter(glass, 0.3), glass),
    )
    canvas.box(
        door[0] + size * 0.025,
        door[1] + size * 0.03,
        door[2] - size * 0.025,
        foot - high * 0.14,
        glass,
        round_=size * 0.006,
    )
    canvas.ellipse(door[0] + size * 0.035, foot - high * 0.26, size * 0.009, size * 0.009, emblem)
    dice = scene.dice("shop")
    shelf = window[3] - size * 0.012
    for k in range(6):
        px = window[0] + (window[2] - window[0]) * (k + 0.6) / 6.2
        if "books" in scene.has:
            canvas.box(
                px - size * 0.022,
                shelf - size * dice.uniform(0.08, 0.13),
                px + size * 0.022,
                shelf,
                scene.lit(scene.accents[k % 5]),
            )
        else:
            canvas.box(
                px - size * 0.022,
                shelf - size * 0.05,
                px + size * 0.022,
                shelf,
                scene.lit(hex_colours("9A6B4F")[0]),
                round_=size * 0.006,
            )
            bloom(
                canvas, k % 4, px, shelf - size * 0.085, size * 0.04, scene.lit(scene.accents[k % 5]), emblem, k * 0.1
            )
    canvas.box(window[0], shelf, window[2], window[3], trim)
    canvas.polygon(
        [
            (window[0], window[3]),
            (window[0] + size * 0.12, window[1]),
            (window[0] + size * 0.2, window[1]),
            (window[0] + size * 0.06, window[3]),
        ],
        WHITE,
        0.22,
    )
    count = 9
    y0, y1 = top + high * 0.25, top + high * 0.42
    for k in range(count):
        a, b = left - wide * 0.02 + wide * 1.04 * k / count, left - wide * 0.02 + wide * 1.04 * (k + 1) / count
        out = (x - (a + b) / 2) * -0.05
        colour = stripe if k % 2 == 0 else pale
        canvas.polygon([(a, y0), (b, y0), (b + out, y1), (a + out, y1)], colour)
        canvas.ellipse((a + b) / 2 + out, y1, (b - a) / 2, (b - a) * 0.32, colour)
    canvas.box(left - wide * 0.02, y0 - size * 0.008, right + wide * 0.02, y0 + size * 0.012, darker(stripe, 0.25))
    for k, dx in enumerate((-0.46, -0.36, -0.27, 0.50)):
        px, pot = x + dx * wide, size * 0.05
        canvas.polygon(
            [
                (px - pot, foot - pot * 1.7),
                (px + pot, foot - pot * 1.7),
                (px + pot * 0.75, foot + pot * 0.25),
                (px - pot * 0.75, foot + pot * 0.25),
            ],
            scene.lit(hex_colours("B8734F 7F8FA6 C98B5B 8C9C7A")[k]),
        )
        for j, (bx, by) in enumerate(((-0.7, -2.2), (0.7, -2.3), (0, -2.9), (-0.3, -1.9), (0.35, -1.95))):
            canvas.ellipse(
                px + bx * pot * 0.8,
                foot + by * pot + pot * 0.4,
                pot * 0.5,
                pot * 0.4,
                scene.lit(hex_colours("3F8F63")[0]),
            )
            bloom(
                canvas,
                (k + j) % 4,
                px + bx * pot,
                foot + by * pot,
                pot * 0.55,
                scene.lit(scene.accents[(k + j) % 5]),
                emblem,
                j * 0.13,
            )
    if scene.time in ("night", "sunset"):
        canvas.glow(x, foot - high * 0.35, size * 0.75, scene.window_light, 0.30)
        # Light falls from the window and the door onto the ground.
        spill = [
            (window[0], foot),
            (door[2], foot),
            (door[2] + wide * 0.22, foot + size * 0.26),
            (left - wide * 0.12, foot + size * 0.26),
        ]
        canvas.haze(spill, size * 0.05, scene.window_light, 0.5)


def house(canvas: Canvas, scene: Scene, name: str, x: float, foot: float, size: float, depth: float = 0.0) -> None:
    """A small house with a pitched roof, a door, two windows and smoke."""
    dice = scene.dice(name)
    wall, roof = (
        scene.lit(dice.choice(hex_colours("F4E6D0 EAD7C3 F7EFE4")), depth),
        scene.lit(dice.choice(scene.accents[:4]), depth),
    )
    high = size * 0.52
    canvas.box(x + size * 0.18, foot - high * 1.75, x + size * 0.29, foot - high * 1.1, darker(wall, 0.3))
    canvas.faded_polygon(
        [
            (x - size * 0.42, foot),
            (x - size * 0.42, foot - high),
            (x, foot - high * 1.75),
            (x + size * 0.42, foot - high),
            (x + size * 0.42, foot),
        ],
        (lighter(wall, 0.1), darker(wall, 0.08)),
    )
    for side, shade in ((-1, 0.0), (1, 0.18)):
        canvas.polygon(
            [
                (x, foot - high * 1.92),
                (x + side * size * 0.54, foot - high * 0.92),
                (x + side * size * 0.48, foot - high * 0.80),
                (x, foot - high * 1.66),
            ],
            darker(roof, shade),
        )
    if scene.season == "winter":
        canvas.polygon(
            [
                (x, foot - high * 1.98),
                (x - size * 0.53, foot - high * 0.96),
                (x - size * 0.46, foot - high * 0.96),
                (x, foot - high * 1.78),
                (x + size * 0.46, foot - high * 0.96),
                (x + size * 0.53, foot - high * 0.96),
            ],
            lighter(scene.lit(WHITE), 0.4),
        )
    glass = scene.window_light if scene.time in ("night", "sunset") else scene.lit(hex_colours("9CC7D3")[0], depth)
    for dx in (-0.24, 0.24):
        canvas.box(
            x + (dx - 0.085) * size,
            foot - high * 0.72,
            x + (dx + 0.085) * size,
            foot - high * 0.36,
            lighter(wall, 0.5),
            round_=size * 0.01,
        )
        canvas.box(x + (dx - 0.065) * size, foot - high * 0.68, x + (dx + 0.065) * size, foot - high * 0.40, glass)
        canvas.box(
            x + (dx - 0.006) * size, foot - high * 0.68, x + (dx + 0.006) * size, foot - high * 0.40, lighter(wall, 0.5)
        )
    canvas.box(x - size * 0.075, foot - high * 0.56, x + size * 0.075, foot, darker(roof, 0.25), round_=size * 0.02)
    if scene.dark:
        canvas.glow(x, foot - high * 0.5, size * 0.9, scene.window_light, 0.28)
    for k in range(4):
        canvas.ellipse(
            x + size * (0.24 + 0.07 * k),
            foot - high * (1.85 + 0.28 * k),
            size * (0.035 + 0.018 * k),
            size * (0.03 + 0.014 * k),
            WHITE,
            0.34 - 0.06 * k,
        )


def boat(canvas: Canvas, scene: Scene, x: float, y: float, size: float) -> None:
    """A sailing boat with its reflection."""
    hull, sail = scene.lit(scene.accents[0]), mix(scene.lit(WHITE), scene.palette.light, 0.3)
    for k in range(7):
        canvas.ellipse(x, y + size * (0.05 + 0.05 * k), size * (0.42 - 0.04 * k), size * 0.012, sail, 0.42 - 0.05 * k)
    canvas.polygon(
        [
            (x - size * 0.42, y - size * 0.12),
            (x + size * 0.46, y - size * 0.12),
            (x + size * 0.30, y + size * 0.03),
            (x - size * 0.30, y + size * 0.03),
        ],
        hull,
    )
    canvas.box(x - size * 0.42, y - size * 0.14, x + size * 0.46, y - size * 0.11, lighter(hull, 0.5))
    canvas.stroke([(x, y - size * 0.12), (x, y - size * 1.05)], size * 0.022, darker(hull, 0.5))
    canvas.faded_polygon(
        [(x + size * 0.03, y - size * 1.0), (x + size * 0.03, y - size * 0.18), (x + size * 0.42, y - size * 0.22)],
        (lighter(sail, 0.3), darker(sail, 0.08)),
    )
    canvas.faded_polygon(
        [(x - size * 0.03, y - size * 0.88), (x - size * 0.03, y - size * 0.18), (x - size * 0.32, y - size * 0.22)],
        (darker(sail, 0.05), darker(sail, 0.18)),
    )
    if scene.dark:
        canvas.glow(x, y - size * 0.3, size * 0.5, scene.window_light, 0.5)
        canvas.ellipse(x, y - size * 0.19, size * 0.02, size * 0.02, scene.window_light)
