"""The last steps: the style's colours, the grain, the label in the corner."""

import numpy as np
from PIL import Image, ImageDraw, ImageEnhance, ImageFont

from helpers.fonts import font_path

from .scene import Scene

_LABELS = {"ko": "오프라인 일러스트", "en": "offline illustration", "zh": "offline illustration"}


def grade(image: Image.Image, scene: Scene) -> Image.Image:
    """`vivid` deepens colours and contrast; `natural` mutes them on a warm paper. hd has a finer and richer grain."""
    if scene.vivid:
        image = ImageEnhance.Color(image).enhance(1.28)
        image = ImageEnhance.Contrast(image).enhance(1.08)
    else:
        image = ImageEnhance.Color(image).enhance(0.76)
        image = Image.blend(image, Image.new("RGB", image.size, (232, 218, 192)), 0.10)
    return _grained(image, scene)


def _grained(image: Image.Image, scene: Scene) -> Image.Image:
    """Noise of a few levels of brightness hides the steps of the gradients; darker towards the corners."""
    width, height = image.size
    noise = np.random.Generator(np.random.PCG64(int(scene.seed[:12], 16)))
    fine = 1 if scene.rich else 2
    rough = noise.integers(-3, 4, size=(height // fine + 1, width // fine + 1), dtype=np.int16)
    grain = (
        np.repeat(np.repeat(rough, fine, axis=0), fine, axis=1)[:height, :width] if fine > 1 else rough[:height, :width]
    )
    x, y = np.linspace(-1, 1, width, dtype=np.float32), np.linspace(-1, 1, height, dtype=np.float32)
    corners = (x[None, :] ** 2 + y[:, None] ** 2) * np.float32(-11 if scene.vivid else -6)
    shift = (grain + corners).astype(np.int16)
    pixels = np.asarray(image, dtype=np.int16) + shift[:, :, None]
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def label(image: Image.Image, language: str) -> None:
    """Say in the lower right corner what this is."""
    size = round(min(image.size) * 0.0165)
    if size < 6:
        return
    font = ImageFont.truetype(str(font_path()), size)
    pen = ImageDraw.Draw(image, "RGBA")
    text = _LABELS[language]
    left, top, right, bottom = pen.textbbox((0, 0), text, font=font)
    x, y = image.width - (right - left) - size * 1.9, image.height - (bottom - top) - size * 1.9
    pad = size * 0.55
    pen.rounded_rectangle(
        (x - pad, y - pad * 0.7, x + right - left + pad, y + bottom - top + pad * 0.7), pad, fill=(20, 24, 44, 120)
    )
    pen.text((x - left, y - top), text, font=font, fill=(255, 255, 255, 225))
