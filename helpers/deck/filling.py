"""Puts words into placeholders, at a size that was measured to fit, in the deck's language."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from .breaks import with_breaks
from .chartxml import colour_xml
from .measure import SOFT_BREAK, Style, block_height, fit
from .palette import Colour
from .wording import full_tag, other_tag


@dataclass(frozen=True)
class Words:
    """One paragraph: its level in the layout, a bold lead-in, a colour or weight where the layout's is not meant."""

    text: str
    level: int = 0
    lead: str = ""
    colour: Colour | None = None
    light: bool = False


Scale = Sequence[Sequence[Style]]


def steps(
    *sizes: int | tuple[int, int], bold: tuple[bool, bool] = (False, False), before: tuple[float, float] = (0, 0)
) -> Scale:
    """A scale from sizes; a pair is the sizes of the two levels."""
    pairs = [size if isinstance(size, tuple) else (size, size) for size in sizes]
    return [[Style(size, bold[level], before[level]) for level, size in enumerate(pair)] for pair in pairs]


def room_inside(placeholder: Any) -> tuple[float, float]:
    """Width and height in inches that a layout's placeholder leaves for text."""
    body = placeholder._element.txBody.bodyPr
    side, above = int(body.get("lIns", 0)), int(body.get("tIns", 0))
    return (placeholder.width - 2 * side) / 914400, (placeholder.height - 2 * above) / 914400


class Filler:
    """Fills the placeholders of one slide."""

    def __init__(self, slide: Any, language: str) -> None:
        self.slide = slide
        self.language, self.other = full_tag(language), other_tag(language)
        layout = {shape.placeholder_format.idx: shape for shape in slide.slide_layout.placeholders}
        self._rooms: dict[str, tuple[float, float]] = {}
        for shape in slide.placeholders:
            source = layout[shape.placeholder_format.idx]
            shape.name = source.name
            self._rooms[source.name] = room_inside(source)
        self._by_name = {shape.name: shape for shape in slide.placeholders}

    def __getitem__(self, name: str) -> Any:
        return self._by_name[name]

    def room(self, name: str) -> tuple[float, float]:
        """Width and height in inches for the text of a placeholder."""
        return self._rooms[name]

    def fitted(self, name: str, paragraphs: Sequence[Words], scale: Scale) -> int:
        """The first step of the scale in which the paragraphs fit the placeholder (the last one, where none does)."""
        width, height = self._rooms[name]
        texts = [(words.level, (words.lead + " " + words.text).strip()) for words in paragraphs]
        _, styles = fit(texts, scale, width, height)
        return next(index for index, step in enumerate(scale) if step is styles)

    def write(
        self,
        name: str,
        paragraphs: Sequence[Words],
        scale: Scale,
        step: int = 0,
        display: bool = False,
        spread: float = 0,
        sizes_of_layout: Sequence[Style] | None = None,
    ) -> None:
        """Write the paragraphs, from `step` of the scale on. Without paragraphs the placeholder is removed.

        `display` ends the lines where they read best, for type that is large or stands alone. `spread` is the most
        room, in points, that may be added before each level 0 paragraph but the first to use a tall placeholder.
        `sizes_of_layout` are the sizes that need not be written, where not the scale's first.
        """
        paragraphs = [words for words in paragraphs if words.text or words.lead]
        if not paragraphs:
            self.remove(name)
            return
        step = max(step, self.fitted(name, paragraphs, scale))
        width, height = self._rooms[name]
        texts = [(words.level, (words.lead + " " + words.text).strip()) for words in paragraphs]
        texts, styles = fit(texts, scale[step:], width, height)
        for strict in (False, True) if display else ():
            broken = [
                (level, with_breaks(text, styles[level].size, width, styles[level].bold, strict=strict))
                for level, text in texts
            ]
            if block_height(broken, styles, width) <= height:
                texts = broken
                break
        extra = self._extra(texts, styles, width, height, spread) if spread else 0.0
        body = self[name].text_frame._txBody
        for old in body.findall(qn("a:p")):
            body.remove(old)
        inherited = sizes_of_layout or scale[0]
        for index, (words, (level, text)) in enumerate(zip(paragraphs, texts, strict=True)):
            wanted = styles[level].before + (extra if level == 0 and index else 0)
            before = wanted if wanted != inherited[level].before else None
            size = styles[level].size if styles[level].size != inherited[level].size else None
            for part in text.split("\n"):
                body.append(self._paragraph(part, words, size, before))
                before = None

    @staticmethod
    def _extra(texts: Any, styles: Sequence[Style], width: float, height: float, most: float) -> float:
        gaps = sum(level == 0 for level, _ in texts) - 1
        free = (height - block_height(texts, styles, width)) * 72
        return max(0.0, min(most, free / (gaps + 1))) if gaps > 0 else 0.0

    def _paragraph(self, text: str, words: Words, size: int | None, before: float | None) -> Any:
        spacing = f'<a:spcBef><a:spcPts val="{round(before * 100)}"/></a:spcBef>' if before is not None else ""
        level = f' lvl="{words.level}"' if words.level else ""
        paragraph = parse_xml(f"<a:p {nsdecls('a')}><a:pPr{level}>{spacing}</a:pPr></a:p>")
        lead = words.lead if words.lead and text.startswith(words.lead) else ""
        for part, bold in ((lead, True), (text[len(lead) :], False)):
            for number, line in enumerate(part.split(SOFT_BREAK)):
                if number:
                    paragraph.append(self._break(size))
                if line:
                    paragraph.append(self.run(line, size, words.colour, bold=bold or (False if words.light else None)))
        return paragraph

    def _break(self, size: int | None) -> Any:
        """An `a:br` as tall as its line."""
        look = f' sz="{size * 100}"' if size else ""
        return parse_xml(f'<a:br {nsdecls("a")}><a:rPr lang="{self.language}" altLang="{self.other}"{look}/></a:br>')

    def run(self, text: str, size: int | None = None, colour: Colour | None = None, bold: bool | None = None) -> Any:
        """An `a:r` that names its language, and its size, weight and colour only where they are not the layout's."""
        look = f' sz="{size * 100}"' if size else ""
        look += f' b="{int(bold)}"' if bold is not None else ""
        run = parse_xml(
            f'<a:r {nsdecls("a")}><a:rPr lang="{self.language}" altLang="{self.other}"{look}>'
            f"{colour_xml(colour) if colour else ''}</a:rPr><a:t/></a:r>"
        )
        run.find(qn("a:t")).text = text
        return run

    def remove(self, name: str) -> None:
        """Take an unused placeholder off the slide."""
        shape = self._by_name.pop(name, None)
        if shape is not None:
            shape._element.getparent().remove(shape._element)

    def describe(self, shape: Any, name: str, text: str) -> None:
        """Name a picture, chart or table, and give it its alternative text."""
        properties = shape._element.xpath(".//p:cNvPr")[0]
        properties.set("name", name)
        properties.set("descr", text)
