"""Trees, flowers, grass, falling leaves."""

import math
import random

from .canvas import Canvas, smooth
from .colours import WHITE, Colour, darker, hex_colours, lighter, mix
from .land import Ridge
from .scene import Scene

_BARK = hex_colours("6B4A3A")[0]


def tree(canvas: Canvas, scene: Scene, name: str, x: float, foot: float, height: float, depth: float = 0.0) -> None:
    """A tree of the season: a round crown, a conifer, or bare branches; in winter with snow on it."""
    dice = scene.dice(name)
    leaf = scene.lit(dice.choice(scene.leaves[:3] if scene.season == "spring" else scene.leaves), depth)
    bark = scene.lit(_BARK, depth)
    canvas.ellipse(x, foot, height * 0.22, height * 0.028, darker(scene.palette.hills[-1], 0.25), 0.30)
    if scene.season == "winter" and dice.random() < 0.35:
        _bare(canvas, dice, x, foot, height * 0.3, -math.pi / 2, height * 0.045, bark, 5)
    elif scene.season == "winter" or dice.random() < (0.10 if scene.season == "autumn" else 0.25):
        _conifer(
            canvas,
            scene,
            x,
            foot,
            height,
            leaf if scene.season != "spring" else scene.lit(scene.leaves[3], depth),
            bark,
        )
    else:
        _crown(canvas, scene, dice, x, foot, height, leaf, bark)


def _crown(
    canvas: Canvas, scene: Scene, dice: random.Random, x: float, foot: float, height: float, leaf: Colour, bark: Colour
) -> None:
    wide = height * 0.030
    canvas.polygon(
        [
            (x - wide * 1.5, foot),
            (x - wide * 0.8, foot - height * 0.5),
            (x + wide * 0.8, foot - height * 0.5),
            (x + wide * 1.5, foot),
        ],
        bark,
    )
    for side in (-1, 1):
        canvas.stroke([(x, foot - height * 0.36), (x + side * height * 0.13, foot - height * 0.55)], wide * 0.9, bark)
    heaps = [(x, foot - height * 0.70, height * 0.26)]
    for _ in range(6):
        angle, far = dice.uniform(0, math.tau), dice.uniform(0.10, 0.2)
        heaps.append(
            (
                x + math.cos(angle) * far * height * 1.1,
                foot - height * 0.66 + math.sin(angle) * far * height * 0.8,
                height * dice.uniform(0.13, 0.2),
            )
        )
    canvas.faded_blobs(heaps, (lighter(leaf, 0.16), leaf, darker(leaf, 0.22)))
    for _ in range(60 if scene.rich else 26):
        angle, far = dice.uniform(0, math.tau), dice.random() ** 0.5 * 0.27
        size = height * dice.uniform(0.012, 0.030)
        px, py = x + math.cos(angle) * far * height, foot - height * 0.68 + math.sin(angle) * far * height * 0.95
        bright = dice.choice(scene.leaves[:3]) if scene.season in ("autumn", "spring") else leaf
        canvas.ellipse(
            px,
            py,
            size,
            size * 0.8,
            lighter(scene.lit(bright) if bright != leaf else leaf, 0.22 if py < foot - height * 0.68 else 0.02),
            0.55,
        )


def _conifer(canvas: Canvas, scene: Scene, x: float, foot: float, height: float, leaf: Colour, bark: Colour) -> None:
    canvas.box(x - height * 0.022, foot - height * 0.2, x + height * 0.022, foot, bark)
    for layer in range(4):
        low = foot - height * (0.12 + 0.19 * layer)
        wide = height * (0.25 - 0.048 * layer)
        top = low - height * (0.33 if layer < 3 else 0.30)
        canvas.faded_polygon(
            [(x - wide, low), (x, top), (x + wide, low), (x, low + height * 0.03)],
            (lighter(leaf, 0.12), darker(leaf, 0.12)),
        )
        canvas.polygon([(x, top), (x + wide, low), (x, low + height * 0.03)], darker(leaf, 0.25), 0.45)
        if scene.season == "winter":
            white = mix(scene.lit(WHITE), WHITE, 0.5)
            canvas.polygon(
                [
                    (x, top),
                    (x - wide * 0.62, low - height * 0.10),
                    (x - wide * 0.25, low - height * 0.13),
                    (x, low - height * 0.08),
                    (x + wide * 0.3, low - height * 0.14),
                    (x + wide * 0.5, low - height * 0.13),
                ],
                white,
            )


def _bare(
    canvas: Canvas,
    dice: random.Random,
    x: float,
    y: float,
    length: float,
    angle: float,
    width: float,
    bark: Colour,
    left: int,
) -> None:
    end = (x + math.cos(angle) * length, y + math.sin(angle) * length)
    canvas.stroke([(x, y), end], max(width, 0.8), bark)
    if left:
        for turn in (-dice.uniform(0.3, 0.6), dice.uniform(0.3, 0.6)):
            _bare(canvas, dice, *end, length * dice.uniform(0.62, 0.78), angle + turn, width * 0.62, bark, left - 1)


def woods(canvas: Canvas, scene: Scene, lines: list[Ridge]) -> None:
    """Trees on the hills: a few, or in rows where the prompt asks for a forest."""
    thick = "forest" in scene.has
    dice = scene.dice("woods")
    for layer in (0, 1, 2):
        size = canvas.stage * (0.055, 0.10, 0.19)[layer] * (1.15 if thick else 0.9)
        many = canvas.width / size
        many *= (1.6, 1.3, 0.85)[layer] if thick else (0.35, 0.22, 0.10)[layer]
        for number in range(round(many)):
            x = canvas.width * (number + dice.uniform(0.1, 0.9)) / many
            clear = canvas.stage * (0.10, 0.2, 0.36)[layer]
            if (layer and abs(x - canvas.middle) < clear) or (layer == 2 and "river" in scene.has):
                continue
            tree(
                canvas,
                scene,
                f"tree{layer}.{number}",
                x,
                lines[layer](x) + size * 0.10,
                size * dice.uniform(0.75, 1.15),
                (0.55, 0.3, 0.08)[layer],
            )


def great_trees(canvas: Canvas, scene: Scene, line: Ridge) -> None:
    """The trees in front: one with a wide crown, and where there is a forest or autumn, others at both edges."""
    half = min(canvas.width / 2, canvas.stage * 0.8)
    places = [(-0.33 * scene.hand * canvas.stage, 0.46)] if "tree" in scene.has else []
    if "forest" in scene.has or "autumn" in scene.has:
        places += [(-0.86 * half, 0.62), (0.84 * half, 0.58)]
        if canvas.width > canvas.height * 1.3:
            places += [(-0.62 * half, 0.44), (0.58 * half, 0.42)]
    for number, (dx, size) in enumerate(sorted(places, key=lambda place: place[1])):
        x = canvas.middle + dx
        tree(canvas, scene, f"great{number}", x, line(x) + canvas.stage * 0.03, canvas.stage * size)


def flowers(canvas: Canvas, scene: Scene) -> None:
    """Tall flowers that frame the picture at both lower corners."""
    dice = scene.dice("flowers")
    half = canvas.width / 2
    many = round((58 if scene.rich else 38) * min(canvas.width / canvas.stage, 1.5))
    # From the back to the front, and lower towards the middle, so that the flowers frame what stands there.
    for number in range(many):
        t = number / many
        outer = 1.04 - 0.86 * dice.random() ** 1.25
        x = canvas.middle + (-1 if number % 2 else 1) * half * outer
        rise = max(outer - 0.30, 0) * min(half / canvas.stage * 1.6, 1)
        height = canvas.stage * (0.035 + 0.30 * rise * dice.uniform(0.45, 1.0)) * (1.05 - 0.45 * t)
        foot = canvas.height + canvas.stage * 0.03 * t
        size = canvas.stage * (0.013 + 0.020 * outer) * dice.uniform(0.7, 1.15) * (0.85 + 0.3 * t)
        _flower(canvas, scene, dice, x, foot, height, size, number)


def meadow(canvas: Canvas, scene: Scene, line: Ridge) -> None:
    """Small flowers all over the nearest ground, larger towards the reader."""
    dice = scene.dice("dots")
    unit = canvas.stage / 1000
    kinds = [scene.lit(colour) for colour in (scene.accents[5], scene.accents[1], scene.accents[0])]
    for _ in range(round((300 if scene.rich else 170) * canvas.width / canvas.stage)):
        x = dice.uniform(0, canvas.width)
        top = line(x)
        t = dice.random() ** 1.2
        y = top + (canvas.height - top) * t
        size = unit * (1.6 + 5.5 * t) * dice.uniform(0.7, 1.3)
        colour = dice.choice(kinds)
        canvas.stroke([(x, y), (x, y + size * 2.4)], size * 0.4, darker(scene.palette.hills[-1], 0.15), 0.8)
        canvas.ellipse(x, y, size, size * 0.8, colour)
        canvas.ellipse(x, y, size * 0.35, size * 0.3, lighter(colour, 0.55))


def _flower(
    canvas: Canvas, scene: Scene, dice: random.Random, x: float, foot: float, height: float, size: float, number: int
) -> None:
    green = scene.lit(mix(hex_colours("2F7D5B")[0], hex_colours("79B66B")[0], dice.random()))
    lean = dice.uniform(-0.18, 0.18) * height
    top = (x + lean, foot - height)
    stem = smooth([(x, foot), (x + lean * 0.2, foot - height * 0.55), top], 6)
    canvas.stroke(stem, size * 0.13, green)
    for side, at in ((-1, 0.35), (1, 0.5)):
        lx, ly = stem[round(at * (len(stem) - 1))]
        leaf = smooth(
            [(lx, ly), (lx + side * size * 0.7, ly - size * 0.55), (lx + side * size * 1.25, ly - size * 0.5)], 5
        )
        under = smooth(
            [(lx + side * size * 1.25, ly - size * 0.5), (lx + side * size * 0.7, ly - size * 0.1), (lx, ly)], 5
        )
        canvas.polygon([*leaf, *under], lighter(green, 0.08) if side < 0 else darker(green, 0.1))
    colour = scene.lit(scene.accents[(0, 1, 4, 0, 5, 1, 4, 2)[number % 8]])
    bloom(canvas, dice.randrange(4), *top, size, colour, lighter(scene.lit(scene.accents[1]), 0.2), dice.uniform(0, 1))


def bloom(
    canvas: Canvas, kind: int, x: float, y: float, size: float, colour: Colour, heart: Colour, turn: float = 0.0
) -> None:
    """The head of a flower: daisy, tulip, dahlia or poppy."""
    if kind == 1:
        for dx, shade in ((-0.38, 0.12), (0.38, 0.12), (0, -0.12)):
            petal = smooth(
                [
                    (x + dx * size * 0.5, y + size * 0.75),
                    (x + dx * size - size * 0.36, y),
                    (x + dx * size * 1.25, y - size * 0.85),
                    (x + dx * size + size * 0.36, y),
                    (x + dx * size * 0.5, y + size * 0.75),
                ],
                6,
            )
            canvas.polygon(petal, darker(colour, shade) if shade > 0 else lighter(colour, -shade))
        return
    rings = {0: ((11, 1.0, 0.30),), 2: ((12, 1.0, 0.34), (10, 0.70, 0.30), (7, 0.42, 0.24)), 3: ((5, 0.82, 0.58),)}[
        kind
    ]
    for ring, (count, far, fat) in enumerate(rings):
        for petal_number in range(count):
            angle = math.tau * (petal_number / count + turn + ring * 0.04)
            px, py = x + math.cos(angle) * size * far * 0.62, y + math.sin(angle) * size * far * 0.52
            tone = lighter(colour, 0.10 + 0.16 * ring) if petal_number % 2 else lighter(colour, 0.20 * ring)
            canvas.ellipse(px, py, size * fat * 0.95, size * fat * 0.82, tone)
    canvas.ellipse(x, y, size * 0.28, size * 0.24, heart if kind != 3 else darker(colour, 0.55))
    canvas.ellipse(x - size * 0.06, y - size * 0.06, size * 0.13, size * 0.10, lighter(heart, 0.35))


def grass(canvas: Canvas, scene: Scene, line: Ridge) -> None:
    """Tufts along the lower edge."""
    if scene.season == "winter":
        return
    dice = scene.dice("grass")
    base = scene.palette.hills[-1]
    for _ in range(round((260 if scene.rich else 110) * canvas.width / canvas.stage)):
        x = dice.uniform(0, canvas.width)
        top = line(x)
        y = top + (canvas.height - top) * dice.uniform(0.15, 1.05)
        t = (y - top) / max(canvas.height - top, 1)
        high = canvas.stage * (0.006 + 0.022 * t)
        for lean in (-0.5, 0.05, 0.55):
            canvas.polygon(
                [(x - high * 0.10, y), (x + lean * high, y - high), (x + high * 0.10, y)],
                lighter(base, 0.10 + 0.1 * dice.random()),
                0.8,
            )


def falling_leaves(canvas: Canvas, scene: Scene) -> None:
    """Autumn leaves in the air, and a bough that hangs into the picture at the top."""
    dice = scene.dice("leaves")
    for side in (-1, 1):
        edge = 0 if side < 0 else canvas.width
        bough = smooth(
            [
                (edge, canvas.stage * 0.02),
                (edge - side * canvas.stage * 0.16, canvas.stage * 0.075),
                (edge - side * canvas.stage * 0.32, canvas.stage * (0.06 if side < 0 else 0.09)),
            ],
            10,
        )
        canvas.stroke(bough, canvas.stage * 0.006, scene.lit(_BARK))
        for _ in range(70 if scene.rich else 44):
            px, py = dice.choice(bough)
            _leaf(
                canvas,
                px + dice.gauss(0, 0.032) * canvas.stage,
                py + dice.gauss(0.012, 0.026) * canvas.stage,
                canvas.stage * dice.uniform(0.010, 0.019),
                dice.uniform(0, math.tau),
                scene.lit(dice.choice(scene.leaves)),
            )
    for _ in range(80 if scene.rich else 42):
        t = dice.random()
        _leaf(
            canvas,
            dice.uniform(0, canvas.width),
            dice.uniform(0.12, 1) * canvas.height,
            canvas.stage * (0.004 + 0.012 * t * t),
            dice.uniform(0, math.tau),
            scene.lit(dice.choice(scene.leaves)),
        )


def _leaf(canvas: Canvas, x: float, y: float, size: float, angle: float, colour: Colour) -> None:
    c, s = math.cos(angle), math.sin(angle)
    shape = ((-1, 0), (-0.3, -0.5), (0.5, -0.38), (1.1, 0), (0.5, 0.38), (-0.3, 0.5))
    canvas.polygon([(x + size * (px * c - py * s), y + size * (px * s + py * c)) for px, py in shape], colour)
    canvas.stroke(
        [(x - size * 1.3 * c, y - size * 1.3 * s), (x + size * 0.7 * c, y + size * 0.7 * s)],
        size * 0.12,
        darker(colour, 0.3),
    )
