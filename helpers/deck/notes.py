"""Speaker notes: what the author wrote, else where each number of the slide comes from."""

from typing import Any

from .facts import Fact
from .reading import charts_of
from .spec import AppendixSlide, Slide
from .wording import Wording, full_tag, other_tag, wording


def notes_text(slide: Slide, facts: dict[str, Fact], words: Wording) -> str:
    """The notes of one slide."""
    if slide.notes:
        return slide.notes
    lines = [_line(facts[name], words) for name in slide.used]
    if lines:
        lines.insert(0, words.numbers_from)
    if charts_of([slide]):
        lines.append(words.chart_data)
    if isinstance(slide, AppendixSlide):
        lines.append(words.table_data.format(origin=slide.table.origin or slide.source))
    return "\n".join(lines or [words.no_numbers])


def _line(fact: Fact, words: Wording) -> str:
    text = fact.text if not fact.unit or fact.unit in fact.text else f"{fact.text} ({fact.unit})"
    line = "- " + (words.number_line.format(text=text, formula=fact.formula) if fact.formula else text)
    rows = words.rows.format(rows=fact.rows) if fact.rows else ""
    return f"{line} ({rows})" if rows else line


def write_notes(native: Any, slide: Slide, facts: dict[str, Fact], language: str) -> None:
    """Put the notes into the slide's notes page, with the language on each run."""
    frame = native.notes_slide.notes_text_frame
    frame.text = notes_text(slide, facts, wording(language))
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            properties = run._r.get_or_add_rPr()
            properties.set("lang", full_tag(language))
            properties.set("altLang", other_tag(language))
