"""A surface to paint on, in pixels of the finished picture; it is larger inside, so that edges come out smooth."""

import math
from collections.abc import Iterable, Sequence

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from .colours import Colour

Point = tuple[float, float]

# The inner surface never has more pixels than this: time and memory stay bounded at any size.
_MOST_PIXELS = 17_000_000


class Canvas:
    """Shapes are painted one over the other. `fine` (1, 2 or 3) is how much larger the inner surface is."""

    def __init__(self, width: int, height: int, fine: int) -> None:
        self.width, self.height = width, height
        while fine > 1 and width * height * fine * fine > _MOST_PIXELS:
            fine -= 1
        self.fine = fine
        self.image = Image.new("RGB", (width * fine, height * fine))
        self._pen = ImageDraw.Draw(self.image, "RGBA")

    @property
    def stage(self) -> float:
        """The shorter side: objects are sized by it, so that they keep their shape in every format."""
        return min(self.width, self.height)

    @property
    def middle(self) -> float:
        return self.width / 2

    def finished(self) -> Image.Image:
        """The picture in its own size."""
        return self.image.reduce(self.fine) if self.fine > 1 else self.image.copy()

    def polygon(self, points: Iterable[Point], colour: Colour, alpha: float = 1.0) -> None:
        self._pen.polygon(self._scaled(points), fill=_ink(colour, alpha))

    def ellipse(self, x: float, y: float, rx: float, ry: float, colour: Colour, alpha: float = 1.0) -> None:
        """An ellipse around its centre."""
        f = self.fine
        self._pen.ellipse(((x - rx) * f, (y - ry) * f, (x + rx) * f, (y + ry) * f), fill=_ink(colour, alpha))

    def box(
        self,
        left: float,
        top: float,
        right: float,
        bottom: float,
        colour: Colour,
        alpha: float = 1.0,
        round_: float = 0,
    ) -> None:
        """A rectangle, with round corners of the radius `round_`. Nothing where it has no area."""
        if right <= left or bottom <= top:
            return
        f = self.fine
        corners = (left * f, top * f, right * f, bottom * f)
        radius = min(round_, (right - left) / 2, (bottom - top) / 2) * f
        self._pen.rounded_rectangle(corners, radius, fill=_ink(colour, alpha))

    def stroke(self, points: Sequence[Point], width: float, colour: Colour, alpha: float = 1.0) -> None:
        """A line with round ends and joints."""
        pixels = max(1, round(width * self.fine))
        self._pen.line(self._scaled(points), fill=_ink(colour, alpha), width=pixels, joint="curve")
        if alpha == 1.0 and pixels > 2:
            for x, y in (points[0], points[-1]):
                self.ellipse(x, y, width / 2, width / 2, colour)

    def arc(
        self,
        x: float,
        y: float,
        rx: float,
        ry: float,
        start: float,
        end: float,
        width: float,
        colour: Colour,
        alpha: float = 1.0,
    ) -> None:
        """A part of an ellipse's line; degrees clockwise from three o'clock."""
        f = self.fine
        corners = ((x - rx) * f, (y - ry) * f, (x + rx) * f, (y + ry) * f)
        self._pen.arc(corners, start, end, fill=_ink(colour, alpha), width=max(1, round(width * f)))

    def slice(self, x: float, y: float, rx: float, ry: float, start: float, end: float, colour: Colour) -> None:
        """A pie slice of an ellipse; degrees clockwise from three o'clock."""
        f = self.fine
        self._pen.pieslice(((x - rx) * f, (y - ry) * f, (x + rx) * f, (y + ry) * f), start, end, fill=_ink(colour, 1))

    def fade(self, colours: Sequence[Colour], top: float = 0, bottom: float | None = None) -> None:
        """Fill from `top` to `bottom` over the whole width, from the first colour down to the last."""
        f = self.fine
        first, last = round(top * f), round((self.height if bottom is None else bottom) * f)
        if last > first:
            strip = _column(colours, last - first).resize((self.image.width, last - first), Image.Resampling.NEAREST)
            self.image.paste(strip, (0, first))

    def faded_polygon(self, points: Sequence[Point], colours: Sequence[Colour], alpha: float = 1.0) -> None:
        """A polygon that runs from the first colour at its top to the last at its bottom."""
        self._faded([points], [], colours, alpha)

    def faded_blobs(
        self, circles: Sequence[tuple[float, float, float]], colours: Sequence[Colour], alpha: float = 1.0
    ) -> None:
        """Several circles (x, y, radius) as one shape that runs from the first colour to the last."""
        self._faded([], circles, colours, alpha)

    def _faded(
        self,
        polygons: Sequence[Sequence[Point]],
        circles: Sequence[tuple[float, float, float]],
        colours: Sequence[Colour],
        alpha: float,
    ) -> None:
        f = self.fine
        xs = [x for points in polygons for x, _ in points] + [x + s * r for x, _, r in circles for s in (-1, 1)]
        ys = [y for points in polygons for _, y in points] + [y + s * r for _, y, r in circles for s in (-1, 1)]
        left, top = math.floor(max(min(xs) * f, 0)), math.floor(max(min(ys) * f, 0))
        right = math.ceil(min(max(xs) * f, self.image.width))
        bottom = math.ceil(min(max(ys) * f, self.image.height))
        if right <= left or bottom <= top:
            return
        mask = Image.new("L", (right - left, bottom - top))
        pen = ImageDraw.Draw(mask)
        opaque = round(255 * alpha)
        for points in polygons:
            pen.polygon([(x * f - left, y * f - top) for x, y in points], fill=opaque)
        for x, y, r in circles:
            pen.ellipse(((x - r) * f - left, (y - r) * f - top, (x + r) * f - left, (y + r) * f - top), fill=opaque)
        strip = _column(colours, bottom - top).resize(mask.size, Image.Resampling.NEAREST)
        self.image.paste(strip, (left, top), mask)

    def glow(self, x: float, y: float, radius: float, colour: Colour, strength: float, flat: float = 1.0) -> None:
        """Light around a point, fading to nothing at `radius`; `flat` below 1 presses it towards the horizontal."""
        f = self.fine
        side = 96
        axis = np.linspace(-1, 1, side)
        distance = np.sqrt(axis[None, :] ** 2 + axis[:, None] ** 2)
        alpha = np.clip(1 - distance, 0, 1) ** 2 * 255 * strength
        size = (max(1, round(2 * radius * f)), max(1, round(2 * radius * flat * f)))
        corner = (round((x - radius) * f), round((y - radius * flat) * f))
        self._soft_paste(Image.fromarray(alpha.astype(np.uint8)), size, corner, colour)

    def haze(self, points: Sequence[Point], blur: float, colour: Colour, alpha: float) -> None:
        """A polygon with soft edges (mist, shadow, light on a floor); `blur` in pixels."""
        small, f = 8, self.fine
        room = 3 * blur
        left, top = max(min(x for x, _ in points) - room, 0), max(min(y for _, y in points) - room, 0)
        right = min(max(x for x, _ in points) + room, self.width)
        bottom = min(max(y for _, y in points) + room, self.height)
        if right <= left or bottom <= top:
            return
        mask = Image.new("L", (math.ceil((right - left) / small), math.ceil((bottom - top) / small)))
        ImageDraw.Draw(mask).polygon(
            [((x - left) / small, (y - top) / small) for x, y in points], fill=round(255 * alpha)
        )
        mask = mask.filter(ImageFilter.GaussianBlur(blur / small))
        size = (mask.width * small * f, mask.height * small * f)
        self._soft_paste(mask, size, (round(left * f), round(top * f)), colour)

    def _soft_paste(self, mask: Image.Image, size: tuple[int, int], corner: tuple[int, int], colour: Colour) -> None:
        """Paint `colour` through `mask`, stretched to `size` at `corner`, as far as it is on the surface."""
        left, top = max(corner[0], 0), max(corner[1], 0)
        right, bottom = min(corner[0] + size[0], self.image.width), min(corner[1] + size[1], self.image.height)
        if right <= left or bottom <= top:
            return
        scale_x, scale_y = mask.width / size[0], mask.height / size[1]
        part = (
            (left - corner[0]) * scale_x,
            (top - corner[1]) * scale_y,
            (right - corner[0]) * scale_x,
            (bottom - corner[1]) * scale_y,
        )
        stretched = mask.resize((right - left, bottom - top), Image.Resampling.BILINEAR, box=part)
        self.image.paste(colour, (left, top, right, bottom), stretched)

    def _scaled(self, points: Iterable[Point]) -> list[Point]:
        return [(x * self.fine, y * self.fine) for x, y in points]


def _ink(colour: Colour, alpha: float) -> tuple[int, int, int, int]:
    return (*colour, round(255 * alpha))


def _column(colours: Sequence[Colour], height: int) -> Image.Image:
    """One pixel wide, from the first colour at the top to the last at the bottom."""
    at = np.linspace(0, len(colours) - 1, height)
    table = np.array(colours, dtype=float)
    channels = [np.interp(at, range(len(colours)), table[:, channel]) for channel in range(3)]
    return Image.fromarray(np.stack(channels, axis=-1).round().astype(np.uint8)[:, None, :])


def smooth(points: Sequence[Point], steps: int = 8) -> list[Point]:
    """A soft curve through the points (Catmull-Rom)."""
    padded = [points[0], *points, points[-1]]
    curve: list[Point] = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for step in range(steps):
            t = step / steps
            curve.append((_catmull(a[0], b[0], c[0], d[0], t), _catmull(a[1], b[1], c[1], d[1], t)))
    return [*curve, points[-1]]


def _catmull(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3)
