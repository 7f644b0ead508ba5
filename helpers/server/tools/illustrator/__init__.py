"""The offline illustrator: pictures drawn by rules from a prompt's words. It is no image model, and says so.

A prompt is read for known motifs in Korean, English and Chinese (`words`), which become a plan (`scene`) that is painted
from the farthest thing to the nearest (`compose`). The same arguments always give the same bytes.
"""

from typing import Literal

Quality = Literal["standard", "hd"]
Style = Literal["vivid", "natural"]


def draw(
    prompt: str, *, width: int = 1024, height: int = 1024, quality: Quality = "standard", style: Style = "vivid"
) -> bytes:
    """A PNG of `width` x `height` pixels. ValueError where a side is below 1.

    `hd` paints more and finer detail; `vivid` has strong light and deep colours, `natural` muted ones.
    """
    if width < 1 or height < 1:
        raise ValueError(f"A picture needs at least one pixel in each direction, not {width} x {height}.")
    from io import BytesIO

    from . import finish
    from .canvas import Canvas
    from .compose import compose
    from .reading import read
    from .scene import plan

    reading = read(prompt)
    scene = plan(reading, rich=quality == "hd", vivid=style == "vivid")
    canvas = Canvas(width, height, 3 if quality == "hd" else 2)
    compose(canvas, scene)
    image = finish.grade(canvas.finished(), scene)
    finish.label(image, reading.language)
    file = BytesIO()
    image.save(file, "PNG", compress_level=3)
    return file.getvalue()
