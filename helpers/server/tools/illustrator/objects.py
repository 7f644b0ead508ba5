"""Things that stand for an idea: books, and a rising chart."""

from .canvas import Canvas, smooth
from .colours import Colour, darker, hex_colours, lighter, mix
from .scene import Scene


def books(canvas: Canvas, scene: Scene, x: float, foot: float, size: float) -> None:
    """A stack of closed books with an open one on top; `size` is the width."""
    dice = scene.dice("books")
    page = scene.lit(hex_colours("FBF3E2")[0])
    canvas.ellipse(x, foot, size * 0.62, size * 0.06, darker(scene.palette.hills[-1], 0.5), 0.4)
    y = foot
    for k in range(4):
        high, wide, shift = (
            size * dice.uniform(0.10, 0.14),
            size * dice.uniform(0.82, 1.0),
            size * dice.uniform(-0.05, 0.05),
        )
        left, right, cover = x - wide / 2 + shift, x + wide / 2 + shift, scene.lit(scene.accents[k % 5])
        canvas.box(left, y - high, right, y, cover, round_=high * 0.25)
        canvas.box(left + wide * 0.10, y - high * 0.84, right + wide * 0.012, y - high * 0.16, page, round_=high * 0.08)
        for line in (0.36, 0.5, 0.64):
            canvas.box(
                left + wide * 0.12,
                y - high * line - high * 0.012,
                right,
                y - high * line + high * 0.012,
                darker(page, 0.16),
            )
        canvas.box(left + wide * 0.03, y - high * 0.9, left + wide * 0.045, y - high * 0.1, lighter(cover, 0.4), 0.7)
        y -= high
    _open_book(canvas, x, y, size * 0.58, scene.lit(scene.accents[3]), page)


def _open_book(canvas: Canvas, x: float, foot: float, half: float, cover: Colour, page: Colour) -> None:
    """Two fans of pages that rise from the spine."""
    canvas.polygon(
        [
            (x - half * 1.04, foot - half * 0.10),
            (x, foot),
            (x + half * 1.04, foot - half * 0.10),
            (x + half, foot + half * 0.02),
            (x, foot + half * 0.08),
            (x - half, foot + half * 0.02),
        ],
        cover,
    )
    for side in (-1, 1):
        for leaf in range(5):
            lift = half * (0.12 + 0.055 * leaf)
            end = half * (1.0 - 0.055 * leaf)
            top = smooth(
                [
                    (x, foot - half * 0.10),
                    (x + side * half * 0.30, foot - lift - half * 0.20),
                    (x + side * end, foot - lift * 1.1 - half * 0.04),
                ],
                8,
            )
            canvas.polygon(
                [*top, (x + side * end, foot - half * 0.08), (x, foot)],
                darker(page, 0.14 - 0.03 * leaf) if side > 0 else darker(page, 0.10 - 0.024 * leaf),
            )
        for row in range(4):
            start, stop = 0.26, 0.80 - 0.1 * (row == 3)
            y = foot - half * (0.40 - 0.07 * row)
            canvas.stroke(
                [(x + side * half * start, y - half * 0.045), (x + side * half * stop, y + half * 0.01)],
                half * 0.012,
                darker(page, 0.35),
                0.5,
            )


def chart(canvas: Canvas, scene: Scene, x: float, foot: float, size: float) -> None:
    """Five rising bars and an arrow over them; `size` is the width of the whole."""
    dice = scene.dice("chart")
    step = size / 5
    tops = []
    glow = scene.palette.light
    for k in range(5):
        high = size * (0.20 + 0.155 * k + dice.uniform(-0.025, 0.025))
        left, right = x - size / 2 + step * (k + 0.14), x - size / 2 + step * (k + 0.86)
        colour = scene.lit(mix(scene.accents[3], scene.accents[0], k / 4))
        if scene.dark:
            colour = lighter(colour, 0.2)
        canvas.ellipse((left + right) / 2, foot, step * 0.52, step * 0.09, darker(scene.palette.hills[-1], 0.5), 0.35)
        canvas.faded_polygon(
            [(left, foot), (left, foot - high), (right, foot - high), (right, foot)], (lighter(colour, 0.22), colour)
        )
        side = step * 0.13
        canvas.polygon(
            [
                (right, foot),
                (right, foot - high),
                (right + side, foot - high - side * 0.6),
                (right + side, foot - side * 0.6),
            ],
            darker(colour, 0.28),
        )
        canvas.polygon(
            [
                (left, foot - high),
                (right, foot - high),
                (right + side, foot - high - side * 0.6),
                (left + side, foot - high - side * 0.6),
            ],
            lighter(colour, 0.42),
        )
        tops.append(((left + right) / 2 + side / 2, foot - high - size * 0.085))
    lift = size * 0.06
    curve = smooth(
        [
            (tops[0][0] - step * 0.3, tops[0][1] - lift * 0.2),
            *((a, b - lift) for a, b in tops[1:]),
            (tops[-1][0] + step * 0.55, tops[-1][1] - size * 0.19),
        ],
        8,
    )
    line = scene.lit(scene.accents[1]) if not scene.dark else glow
    canvas.stroke(curve, size * 0.024, lighter(line, 0.1))
    (ax, ay), (bx, by) = curve[-4], curve[-1]
    long = max(((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5, 1e-6)
    ux, uy = (bx - ax) / long * size * 0.075, (by - ay) / long * size * 0.075
    canvas.polygon(
        [
            (bx + ux * 1.3, by + uy * 1.3),
            (bx - uy * 0.8 - ux * 0.2, by + ux * 0.8 - uy * 0.2),
            (bx + uy * 0.8 - ux * 0.2, by - ux * 0.8 - uy * 0.2),
        ],
        lighter(line, 0.1),
    )
    for px, py in tops[1:]:
        canvas.ellipse(px, py - lift, size * 0.026, size * 0.026, lighter(line, 0.85))
        canvas.ellipse(px, py - lift, size * 0.015, size * 0.015, line)
