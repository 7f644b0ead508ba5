"""A picture of nothing in particular, for prompts in which no known thing is named: ribbons, discs, fine lines."""

import math

from .canvas import Canvas
from .colours import lighter, mix
from .land import outline, ridge
from .scene import Scene


def abstract(canvas: Canvas, scene: Scene) -> None:
    """Soft ribbons over a gradient, a large disc of light, rings and dots; everything from the seed."""
    dice = scene.dice("abstract")
    s = canvas.stage
    canvas.fade(scene.palette.sky)
    x, y = canvas.middle + s * dice.uniform(-0.18, 0.18), canvas.height * dice.uniform(0.34, 0.46)
    canvas.glow(x, y, s * 0.8, scene.palette.light, 0.75)
    radius = s * dice.uniform(0.17, 0.23)
    canvas.faded_blobs(
        [(x, y, radius)], (lighter(scene.palette.light, 0.4), mix(scene.palette.light, scene.accents[0], 0.45))
    )
    for k in range(3):
        r = radius * (1.28 + 0.26 * k)
        start = dice.uniform(0, 360)
        canvas.arc(x, y, r, r, start, start + dice.uniform(90, 240), s * 0.003, scene.palette.light, 0.7 - 0.15 * k)
        angle = math.radians(start)
        canvas.ellipse(
            x + r * math.cos(angle), y + r * math.sin(angle), s * 0.010, s * 0.010, scene.accents[(k + 1) % 5]
        )
    count = 8 if scene.rich else 6
    for k in range(count):
        t = k / (count - 1)
        line = ridge(canvas, scene, f"ribbon{k}", canvas.height * (0.50 + 0.42 * t), s * (0.12 - 0.06 * t))
        colour = mix(scene.palette.hills[min(3, int(t * 4))], scene.accents[k % 5], 0.30)
        canvas.faded_polygon(outline(canvas, line), (lighter(colour, 0.25), colour), 0.72)
        step = s / 60
        canvas.stroke(
            [(n * step, line(n * step)) for n in range(math.ceil(canvas.width / step) + 1)],
            s * 0.0022,
            lighter(colour, 0.6),
            0.7,
        )
    for _ in range(70 if scene.rich else 30):
        size = s * dice.choice((0.002, 0.003, 0.004, 0.007))
        canvas.ellipse(
            dice.uniform(0, canvas.width),
            canvas.height * dice.uniform(0.04, 0.85),
            size,
            size,
            lighter(scene.palette.light, 0.3),
            dice.uniform(0.4, 0.9),
        )
