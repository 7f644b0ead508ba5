"""Builds a deck: reads the spec, fills one layout of the theme after the other, writes the file."""

import copy
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.oxml.ns import qn

from .charts import Look
from .filling import Filler
from .layouts import heading, plan
from .notes import write_notes
from .reading import read
from .spec import CoverSlide, Deck
from .wording import full_tag, other_tag, wording

_THEME = Path(__file__).resolve().parents[2] / "assets" / "theme.pptx"


def build(spec: dict[str, Any], path: Path) -> Path:
    """See `helpers.deck.build_deck`."""
    deck = read(spec)
    presentation = Presentation(str(_THEME))
    layouts = {layout.name: layout for layout in presentation.slide_layouts}
    look = Look(deck.colours, wording(deck.language), full_tag(deck.language))
    for slide in deck.slides:
        for layout, page, fill in plan(slide, deck, look, layouts):
            native = presentation.slides.add_slide(layouts[layout])
            _add_foot(native, len(presentation.slides), deck.language)
            filler = Filler(native, deck.language)
            if not isinstance(page, CoverSlide):
                heading(filler, page)
            fill(filler)
            write_notes(native, page, deck.facts, deck.language)
    _describe(presentation, deck)
    path.parent.mkdir(parents=True, exist_ok=True)
    presentation.save(str(path))
    return path


def _add_foot(native: Any, number: int, language: str) -> None:
    """Add the placeholders of the source and the slide number: python-pptx leaves those out of a new slide."""
    tree = native.shapes._spTree
    for shape in native.slide_layout.placeholders:
        kind = shape._element.ph.get("type")
        if kind not in ("ftr", "sldNum"):
            continue
        foot = copy.deepcopy(shape._element)
        foot.nvSpPr.cNvPr.set(
            "id", str(max(int(identifier) for identifier in tree.xpath("//@id") if identifier.isdigit()) + 1)
        )
        for inherited in list(foot.spPr):
            foot.spPr.remove(inherited)
        for style in list(foot.txBody.find(qn("a:lstStyle"))):
            style.getparent().remove(style)
        body = foot.txBody.bodyPr
        body.attrib.clear()
        for child in list(body):
            body.remove(child)
        for properties in foot.iter(qn("a:rPr")):
            properties.set("lang", full_tag(language))
            properties.set("altLang", other_tag(language))
        if kind == "sldNum":
            next(foot.iter(qn("a:t"))).text = str(number)
        tree.append(foot)


def _describe(presentation: Any, deck: Deck) -> None:
    """The file's own properties."""
    moment = datetime.combine(deck.date, time(), UTC) if deck.date else datetime.now(UTC).replace(microsecond=0)
    properties = presentation.core_properties
    properties.title, properties.author, properties.last_modified_by = deck.title, deck.author, deck.author
    properties.language = full_tag(deck.language)
    properties.created = properties.modified = moment.replace(tzinfo=None)
    properties.revision = 1
