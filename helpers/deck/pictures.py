"""The cover picture: cropped to its frame, never stretched, stored as a small JPEG."""

import io
from os import PathLike

from PIL import Image, ImageOps, UnidentifiedImageError

# 7.5 inches at about 200 dots per inch: sharp on a projector, and far from the limit of 2 MB for the whole deck.
_LONG_SIDE = 1536
_MOST_BYTES = 900_000


def why_not_a_picture(path: str | PathLike[str]) -> str:
    """An empty string for a picture that can be opened, else one plain sentence."""
    try:
        with Image.open(path) as image:
            image.load()
    except FileNotFoundError:
        return f'there is no file "{path}".'
    except (OSError, UnidentifiedImageError, ValueError, Image.DecompressionBombError):
        return f'"{path}" cannot be opened as a picture.'
    return ""


def cropped_jpeg(path: str | PathLike[str], aspect: float) -> io.BytesIO:
    """The picture as a JPEG of the given aspect (width / height), cut around its middle, never enlarged."""
    with Image.open(path) as opened:
        upright = ImageOps.exif_transpose(opened) or opened
        image = _on_white(upright)
    width, height = image.size
    kept = (min(width, max(1, round(height * aspect))), min(height, max(1, round(width / aspect))))
    shrink = min(1.0, _LONG_SIDE / max(kept))
    size = (max(1, round(kept[0] * shrink)), max(1, round(kept[1] * shrink)))
    image = ImageOps.fit(image, size, Image.Resampling.LANCZOS)
    for quality in (86, 76, 66, 50):
        data = io.BytesIO()
        image.save(data, "JPEG", quality=quality, optimize=True, progressive=True)
        if data.tell() <= _MOST_BYTES:
            break
    data.seek(0)
    return data


def _on_white(image: Image.Image) -> Image.Image:
    """RGB; what is transparent becomes white, as it would look on paper."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        layered = image.convert("RGBA")
        ground = Image.new("RGBA", layered.size, "white")
        return Image.alpha_composite(ground, layered).convert("RGB")
    return image.convert("RGB")
