"""The cover picture: cropped to its frame, never stretched, stored as a small JPEG."""

import io
from os import PathLike

from PIL import Image, ImageFilter, ImageOps, UnidentifiedImageError

# 7.5 inches at about 200 dots per inch: sharp on a projector, and far from the limit of 2 MB for the whole deck.
_LONG_SIDE = 1536
_MOST_BYTES = 900_000
# Pixels each way that are looked at to find where to cut.
_LOOK = 240


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
    """The picture as a JPEG of the given aspect (width / height), cut where it shows least, never enlarged."""
    with Image.open(path) as opened:
        upright = ImageOps.exif_transpose(opened) or opened
        image = _on_white(upright)
    width, height = image.size
    kept = (min(width, max(1, round(height * aspect))), min(height, max(1, round(width / aspect))))
    shrink = min(1.0, _LONG_SIDE / max(kept))
    size = (max(1, round(kept[0] * shrink)), max(1, round(kept[1] * shrink)))
    image = ImageOps.fit(image, size, Image.Resampling.LANCZOS, centering=_middle_of_interest(image, kept))
    for quality in (86, 76, 66, 50):
        data = io.BytesIO()
        image.save(data, "JPEG", quality=quality, optimize=True, progressive=True)
        if data.tell() <= _MOST_BYTES:
            break
    data.seek(0)
    return data


def _middle_of_interest(image: Image.Image, kept: tuple[int, int]) -> tuple[float, float]:
    """Which part to keep, as Pillow's `centering`: the one with most outlines inside and fewest along its cuts."""
    across = kept[0] < image.width
    length, window = (image.width, kept[0]) if across else (image.height, kept[1])
    if window >= length:
        return 0.5, 0.5
    outlines = image.convert("L").resize((_LOOK, _LOOK)).filter(ImageFilter.FIND_EDGES)
    # Its frame is no outline of the picture.
    outlines = ImageOps.expand(outlines.crop((2, 2, _LOOK - 2, _LOOK - 2)), 2, 0)
    lines = outlines.resize((_LOOK, 1) if across else (1, _LOOK), Image.Resampling.BOX).tobytes()
    size = max(1, round(_LOOK * window / length))
    free = _LOOK - size
    mean = sum(lines) / _LOOK

    def worth(start: int) -> float:
        inside = sum(lines[start : start + size]) / sum(lines) if mean else 0.0
        cuts = [lines[place] for place in (start - 1, start + size) if 0 <= place < _LOOK]
        cut = sum(cuts) / mean / 12 if mean else 0.0
        return inside - cut - 0.05 * abs(start - free / 2) / max(1, free)

    start = max(range(free + 1), key=worth)
    place = start / free if free else 0.5
    return (place, 0.5) if across else (0.5, place)


def _on_white(image: Image.Image) -> Image.Image:
    """RGB; what is transparent becomes white, as it would look on paper."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        layered = image.convert("RGBA")
        ground = Image.new("RGBA", layered.size, "white")
        return Image.alpha_composite(ground, layered).convert("RGB")
    return image.convert("RGB")
