"""The offline illustrator: pictures drawn by rules from a prompt's words. It is no image model, and says so.

A prompt is read for known motifs in Korean, English and Chinese (`words`, `reading`), which become a plan (`scene`)
that is painted from the farthest thing to the nearest (`compose`). The same arguments always give the same bytes.
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
    # Numpy and Pillow are loaded with the first picture, not with the server.
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


def revise(prompt: str, *, quality: Quality = "standard", style: Style = "vivid") -> str:
    """What stands as `revised_prompt` beside the picture that `draw` makes of the same prompt.

    It says in the prompt's language that rules drew this, which words were recognised and how each was drawn, and which
    words were not.
    """
    from .explain import explain
    from .reading import read
    from .scene import plan

    reading = read(prompt)
    return explain(reading, plan(reading, rich=quality == "hd", vivid=style == "vivid"))
