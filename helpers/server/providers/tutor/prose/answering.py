"""Answers in the notebooks' own words, each with a link to the section that they come from."""

import re
from collections.abc import Mapping

from ..passages.words import Bag
from ..skill import Language
from .cues import leads
from .lookup import Found, find, identifiers_in, most_covered, whole_table
from .notebooks import Paragraph, goals, paragraphs
from .topics import course_words
from .vocabulary import course_terms

_LONGEST = 420
# The words of the course that a question has (see `topics`), and the share of all its words that is then enough.
_ENOUGH = ((1.5, 0.45), (1.0, 0.5), (0.5, 0.65), (0.0, 0.85))
_MANY, _CLEAR, _LIKELY = 1.5, 0.62, 0.4
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


def told_by_notebooks(question: str, language: Language, *, elsewhere: bool = False) -> float:
    """How sure it is (0 to 1) that the notebooks say what is asked, though it names nothing that only they have.

    The more words of the course a question has, the smaller the share of its words that the notebooks need to have;
    words from `elsewhere` speak against it.
    """
    track = "ko" if language == "ko" else "en"
    words = course_words(question, track) - (0.5 if elsewhere else 0)
    terms = len(course_terms(question))
    least = next((share for count, share in _ENOUGH if words >= count), 1.1)
    if not terms or (terms == 1 and words < 1) or most_covered(question, track) < least:
        return 0.0
    return _CLEAR if words >= _MANY else _LIKELY


def prose_answer(
    question: str, language: Language, home: Mapping[str, float] | None = None, *, also: bool = True
) -> str | None:
    """An answer from the notebooks in Korean or English; None where they do not say.

    `home` says how much speaks for a notebook, where it is known to teach the matter; `also` adds a sentence of another
    section that may be the answer as well.
    """
    track = "ko" if language == "ko" else "en"
    number = _NUMBERED.search(question)
    if number and _LEARNS.search(question) and not identifiers_in(question):
        return _goals_of(int(number["a"] or number["b"]), track)
    found = find(question, track, home)
    if found is None:
        return None
    rows = whole_table(found, question, track)
    if len(rows) > 1:
        said = "\n".join(f"- {_said(row)}" for row in rows)
        return f"{said}\n\n{_pointer(found.paragraph, track)}"
    said = " ".join(_said(one) for one in _with_neighbour(found, question, track))
    return f"{said}\n\n{_pointer(found.paragraph, track)}{_also(found, track) if also else ''}"


def link_to(notebook: str, language: Language) -> str:
    """A link to a notebook by its name; empty where it is not there."""
    track = "ko" if language == "ko" else "en"
    one = next((one for one in paragraphs(track) if one.notebook == notebook), None)
    return f"[{one.title}]({one.path})" if one else ""


def _said(paragraph: Paragraph) -> str:
    """The paragraph without what only leads on to the next cell, and not longer than an answer should be."""
    units = [unit for unit in paragraph.units if not leads(unit.text)] or list(paragraph.units)
    kept = ""
    for unit in units:
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
    if not about or paragraph.heading == paragraph.title:
        other = paragraph
    other = found.companion or other
    if other is paragraph or {paragraph.units[0].kind, other.units[0].kind} != {"sentence"}:
        return [paragraph]
    if len(other.text) + len(paragraph.text) > 1.5 * _LONGEST:
        return [paragraph]
    return sorted([other, paragraph], key=section.index)


def _also(found: Found, track: str) -> str:
    """A sentence of another section that may be the answer as well, with its link."""
    if found.elsewhere is None:
        return ""
    sentence, paragraph = found.elsewhere
    lead = "이런 곳도 있습니다" if track == "ko" else "See also"
    return f"\n\n{lead}: “{sentence}”\n{_pointer(paragraph, track)}"


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
