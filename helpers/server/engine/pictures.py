"""The image generation tool: its settings read, the offline illustrator asked, the picture as the API hands it over."""

import base64
import io
import re
from typing import Any

from ..tools.illustrator import draw, revise

Object = dict[str, Any]

USUAL_SIZE = (1024, 1024)
# Each side in pixels; a picture of more would take the illustrator too long.
SMALLEST, LARGEST = 256, 2560
_DRAFT = 4  # times smaller than the picture


def size_of(size: str) -> tuple[int, int] | None:
    """Width and height in pixels; None for what is no size that can be drawn."""
    if size == "auto":
        return USUAL_SIZE
    found = re.fullmatch(r"(\d{3,4})x(\d{3,4})", size, re.ASCII)
    sides = (int(found[1]), int(found[2])) if found else (0, 0)
    return sides if all(SMALLEST <= side <= LARGEST for side in sides) else None


def generate(prompt: str, tool: Object, *, draft: bool = False) -> Object:
    """The fields of a finished image_generation_call; `draft` draws a quick one, as coarse as it is quick.

    Takes about a second: call it in a thread.
    """
    width, height = size_of(tool["size"]) or USUAL_SIZE
    fine = tool["quality"] == "high"
    shrunk = _DRAFT if draft else 1
    picture = draw(
        prompt, width=width // shrunk, height=height // shrunk, quality="hd" if fine and not draft else "standard"
    )
    return {
        "background": "opaque",
        "output_format": tool["output_format"],
        "quality": "high" if fine else "medium",
        "size": f"{width}x{height}",
        "revised_prompt": revise(prompt, quality="hd" if fine else "standard"),
        "result": base64.b64encode(_encoded(picture, width, height, tool)).decode(),
    }


def _encoded(png: bytes, width: int, height: int, tool: Object) -> bytes:
    from PIL import Image

    with Image.open(io.BytesIO(png)) as picture:
        if tool["output_format"] == "png" and picture.size == (width, height):
            return png
        whole = picture.convert("RGB").resize((width, height))
    file = io.BytesIO()
    whole.save(file, tool["output_format"].upper(), quality=max(1, tool["output_compression"]))
    return file.getvalue()
