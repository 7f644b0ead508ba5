"""A sober drawing of slides by Pillow, where LibreOffice is not there: boxes, words, pictures, charts, tables.

It shows where things are and how much room they take. Words stand in the bundled font; charts are drawn from their own
data without axes' numbers; what it does not know (effects, gradients, diagrams) is a frame.
"""

import io
from typing import Any

from PIL import Image, ImageDraw, ImageFont, UnidentifiedImageError
from pptx.oxml.ns import qn

from .fonts import font_path
from .slide_colours import Colours
from .slide_sketch_charts import draw_chart

_EMU = 914400
_LABEL_SIZE = 15
_INK, _PALE = (40, 44, 66), (196, 196, 190)


def sketches(presentation: Any, width: int, label: str) -> list[bytes]:
    """All slides as PNG, `width` pixels wide, each with the label along its foot."""
    scale = width / presentation.slide_width
    size = (width, round(presentation.slide_height * scale))
    return [_sketch(slide, number, size, scale, label) for number, slide in enumerate(presentation.slides, start=1)]


def _sketch(slide: Any, number: int, size: tuple[int, int], scale: float, label: str) -> bytes:
    colours = Colours(slide)
    image = Image.new("RGB", size, colours.background())
    pen = Pen(image, scale, colours, number)
    for shape in slide.slide_layout.shapes:
        if not shape.is_placeholder:
            pen.shape(shape)
    for shape in slide.shapes:
        pen.shape(shape)
    pen.label(label)
    written = io.BytesIO()
    image.save(written, "PNG", optimize=True)
    return written.getvalue()


class Pen:
    """Draws the shapes of one slide."""

    def __init__(self, image: Image.Image, scale: float, colours: Colours, number: int) -> None:
        self.image, self.scale, self.colours, self.number = image, scale, colours, number
        self.draw = ImageDraw.Draw(image)

    def shape(self, shape: Any) -> None:
        """One shape, by its kind; a shape without a place is not drawn."""
        if None in (shape.left, shape.top, shape.width, shape.height):
            return
        left, top = shape.left * self.scale, shape.top * self.scale
        box = (left, top, left + shape.width * self.scale, top + shape.height * self.scale)
        if getattr(shape, "has_chart", False):
            draw_chart(self.draw, box, shape.chart, self.colours, self.font(12))
        elif getattr(shape, "has_table", False):
            self._table(shape.table, box)
        elif shape._element.tag == qn("p:pic"):
            self._picture(shape, box)
        elif shape.has_text_frame:
            fill = self.colours.fill(shape)
            if fill:
                round_one = 'prst="ellipse"' in _geometry(shape)
                (self.draw.ellipse if round_one else self.draw.rectangle)(box, fill=fill)
            self._text(shape, box)
        else:
            self.draw.rectangle(box, outline=_PALE)

    def font(self, points: float, bold: bool = False) -> ImageFont.FreeTypeFont:
        """The bundled font; `points` as on the slide."""
        return ImageFont.truetype(str(font_path(bold)), max(6, round(points / 72 * _EMU * self.scale)))

    def label(self, text: str) -> None:
        """Say along the foot that this is a sketch."""
        font = ImageFont.truetype(str(font_path()), max(9, round(_LABEL_SIZE * self.image.width / 1280)))
        wide = self.draw.textlength(text, font=font)
        tall = font.size * 1.7
        left = (self.image.width - wide) / 2
        box = (left - tall / 2, self.image.height - tall, left + wide + tall / 2, self.image.height)
        self.draw.rectangle(box, fill=(255, 248, 214), outline=_PALE)
        self.draw.text((left, box[1] + tall / 2), text, fill=_INK, font=font, anchor="lm")

    def _picture(self, shape: Any, box: tuple[float, float, float, float]) -> None:
        size = (max(1, round(box[2] - box[0])), max(1, round(box[3] - box[1])))
        try:
            with Image.open(io.BytesIO(shape.image.blob)) as opened:
                picture = opened.convert("RGB")
        except (UnidentifiedImageError, OSError, ValueError):
            self.draw.rectangle(box, outline=_PALE)
            return
        kept = (
            picture.width * shape.crop_left,
            picture.height * shape.crop_top,
            picture.width * (1 - shape.crop_right),
            picture.height * (1 - shape.crop_bottom),
        )
        self.image.paste(picture.crop(tuple(map(round, kept))).resize(size), (round(box[0]), round(box[1])))

    def _table(self, table: Any, box: tuple[float, float, float, float]) -> None:
        top = box[1]
        for index, row in enumerate(table.rows):
            left, below = box[0], top + row.height * self.scale
            head = index == 0 and table.first_row
            if head:
                self.draw.rectangle((box[0], top, box[2], below), fill=self.colours.named("tx2"))
            for cell, column in zip(row.cells, table.columns, strict=True):
                right = left + column.width * self.scale
                size, bold = (
                    self._size_of(cell.text_frame, 14),
                    head or (table.last_row and index == len(table.rows) - 1),
                )
                flush_right = cell._tc.txBody.xpath("boolean(.//a:pPr[@algn='r'])")
                place = (right - 6 * self.scale * 9525, "rm") if flush_right else (left + 6 * self.scale * 9525, "lm")
                colour = self.colours.named("bg1" if head else "tx1")
                self.draw.text(
                    (place[0], (top + below) / 2),
                    _line(cell.text),
                    fill=colour,
                    font=self.font(size, bold),
                    anchor=place[1],
                )
                left = right
            self.draw.line((box[0], below, box[2], below), fill=_PALE)
            top = below

    @staticmethod
    def _size_of(frame: Any, default: float) -> float:
        sizes = [run.font.size.pt for paragraph in frame.paragraphs for run in paragraph.runs if run.font.size]
        return sizes[0] if sizes else default

    def _text(self, shape: Any, box: tuple[float, float, float, float]) -> None:
        frame = self.colours.frame(shape)
        left, top = box[0] + frame.side * self.scale, box[1] + frame.above * self.scale
        right, bottom = box[2] - frame.side * self.scale, box[3] - frame.above * self.scale
        rows: list[tuple[str, ImageFont.FreeTypeFont, str, tuple[int, int, int], float]] = []
        for paragraph in shape.text_frame.paragraphs:
            style = self.colours.style(shape, paragraph)
            text = paragraph.text
            if paragraph._p.findall(qn("a:fld")):
                text = str(self.number)
            if not text.strip():
                continue
            font = self.font(style.size, style.bold)
            for part in text.replace("\v", "\n").split("\n"):
                for index, line in enumerate(_wrapped(self.draw, part, font, right - left)):
                    before = style.before / 72 * _EMU * self.scale if rows and not index else 0.0
                    rows.append((line, font, style.align, style.colour, before))
        tall = sum(font.size * 1.45 + before for _, font, _, _, before in rows)
        y = {"b": bottom - tall, "ctr": (top + bottom - tall) / 2}.get(frame.anchor, top)
        for line, font, align, colour, before in rows:
            y += before
            x, side = {"r": (right, "r"), "ctr": ((left + right) / 2, "m")}.get(align, (left, "l"))
            self.draw.text((x, y + font.size * 0.72), line, fill=colour, font=font, anchor=f"{side}m")
            y += font.size * 1.45


def _geometry(shape: Any) -> str:
    found = shape._element.spPr.find(qn("a:prstGeom"))
    return f'prst="{found.get("prst")}"' if found is not None else ""


def _line(text: str) -> str:
    return " ".join(text.split())


def _wrapped(draw: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont, room: float) -> list[str]:
    """The text in lines no wider than `room`, broken at spaces, in a long word anywhere."""
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if draw.textlength(longer, font=font) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
        while draw.textlength(line, font=font) > room and len(line) > 1:
            most = next(
                n for n in range(len(line) - 1, 0, -1) if n == 1 or draw.textlength(line[:n], font=font) <= room
            )
            lines.append(line[:most])
            line = line[most:]
    return [*lines, line] if line else lines
