"""Answers in the notebooks' own words, each with a link to the section that they come from."""

import re

from ..passages.words import Bag
from ..skill import Language
from .lookup import Found, find, identifiers_in, most_covered, whole_table
from .notebooks import Paragraph, goals, paragraphs
from .vocabulary import course_terms

_LONGEST = 420
_NEARLY_ALL = 0.85
_MATTERS = re.compile(
    r"오프라인 ?튜터|내장 ?서버|offline tutor|embedded server|workshop\.py|离线导师|내장된 서버", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"(?:노트북|notebooks?)\s?(?:번호\s?)?#?(?P<a>\d{1,2})(?!\d)|(?<!\d)(?P<b>\d{2})(?:번|번째)?\s?(?:노트북|notebook)",
    re.IGNORECASE,
)
_LEARNS = re.compile(
    r"배우|배워|다루|다뤄|내용|무엇|뭐|뭘|소개|설명|learn|teach|cover|about|what|contain|content", re.IGNORECASE
)


def names_matter(question: str) -> bool:
    """True where a question names something that only this course has: one of its notebooks, a name in its code."""
    if _MATTERS.search(question) or _NUMBERED.search(question):
        return True
    names = identifiers_in(question)
    return bool(names) and any(name in one.text.lower() for one in paragraphs("en") for name in names)


def is_told(question: str, language: Language) -> bool:
    """True where the notebooks say nearly all that a question names, though it names nothing that only they have."""
    if len(course_terms(question)) < 2:
        return False
    return most_covered(question, "ko" if language == "ko" else "en") >= _NEARLY_ALL


def prose_answer(question: str, language: Language, home: str = "", least: float = 0.0) -> str | None:
    """An answer from the notebooks in Korean or English; None where they do not say, or score less than `least`.

    `home` is the notebook that teaches the matter, where that is known.
    """
    track = "ko" if language == "ko" else "en"
    number = _NUMBERED.search(question)
    if number and _LEARNS.search(question) and not identifiers_in(question):
        return _goals_of(int(number["a"] or number["b"]), track)
    found = find(question, track, home)
    if found is None or found.score < least:
        return None
    rows = whole_table(found, question, track)
    if len(rows) > 1:
        said = "\n".join(f"- {_said(row)}" for row in rows)
        return f"{said}\n\n{_pointer(found.paragraph, track)}"
    said = " ".join(_said(one) for one in _with_neighbour(found, question, track))
    return f"{said}\n\n{_pointer(found.paragraph, track)}"


def link_to(notebook: str, language: Language) -> str:
    """A link to a notebook by its name; empty where it is not there."""
    track = "ko" if language == "ko" else "en"
    one = next((one for one in paragraphs(track) if one.notebook == notebook), None)
    return f"[{one.title}]({one.path})" if one else ""


def _said(paragraph: Paragraph) -> str:
    if len(paragraph.text) <= _LONGEST:
        return paragraph.text
    kept = ""
    for unit in paragraph.units:
        if kept and len(kept) + len(unit.text) > _LONGEST:
            break
        kept = f"{kept} {unit.text}".strip()
    return kept


def _with_neighbour(found: Found, question: str, track: str) -> list[Paragraph]:
    """What was found, where the whole section is about the question with how it begins, or how it goes on."""
    paragraph = found.paragraph
    section = [one for one in paragraphs(track) if (one.path, one.heading) == (paragraph.path, paragraph.heading)]
    heading = Bag(paragraph.heading)
    about = any(heading.share(term) >= 0.8 for term in course_terms(question))
    place = section.index(paragraph)
    other = section[0] if place else section[1] if len(section) > 1 else paragraph
    if not about or other is paragraph or paragraph.heading == paragraph.title or paragraph.units[0].kind != "sentence":
        return [paragraph]
    if other.units[0].kind != "sentence" or len(other.text) + len(paragraph.text) > 1.5 * _LONGEST:
        return [paragraph]
    return [other, paragraph] if place else [paragraph, other]


def _pointer(paragraph: Paragraph, track: str) -> str:
    link = f"[{paragraph.title}]({paragraph.path})"
    section = re.sub(r"`", "", paragraph.heading)
    if paragraph.heading == paragraph.title:
        return f"출처: {link}" if track == "ko" else f"From: {link}"
    return f"출처: {link}, ‘{section}’" if track == "ko" else f"From: {link}, “{section}”"


def _goals_of(number: int, track: str) -> str | None:
    for path, title, items in goals(track):
        if re.search(rf"/{number:02d}_", path):
            head = f"[{title}]({path})"
            lead = f"{head}에서 배우는 것:" if track == "ko" else f"What you learn in {head}:"
            return "\n".join([lead, *(f"- {item}" for item in items)])
    return None
