"""Whole lists, tables and sections that a question asks for, found by their headings or by what their entries hold."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ..skill import language_of
from .asking import Part
from .candidates import Candidate
from .needed import HAPPENS, labels
from .scoring import title_of
from .values import has_amount
from .words import Bag, Term, codes_in, question_terms

MOST_ITEMS = 15
WHICH = re.compile(r"무엇|어떤|뭐|\bwhich\b|\bwhat \w+s\b|哪些|什么", re.I)
_SAME_WORD = 0.8
_ALL = 0.95


def told_by_heading(part: Part, pool: Sequence[Candidate]) -> Candidate | None:
    """A heading that answers by itself, as one that quotes can: “Version 2.1 (3 May 2030)” says when it came out."""
    if part.wanted != "time":
        return None
    terms = [term for term in question_terms(part.about) if not term.verb and term.text not in labels("time") | HAPPENS]
    codes = codes_in(part.about)
    for one in pool:
        for heading in one.unit.context:
            bag = Bag(heading)
            if not codes or codes - codes_in(heading) or not has_amount(heading, "time"):
                continue
            if sum(bag.share(term) >= _SAME_WORD for term in terms) * 2 > len(terms):
                return replace(one, unit=replace(one.unit, text=heading, context=(), kind="sentence"))
    return None


def named_section(part: Part, pool: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The section whose heading and title say all that the question says (“3월 회의에서 결정한 일은 무엇인가요?”)."""
    terms = question_terms(part.about)
    asked_for = Bag(part.about)
    language = language_of(part.about)
    contexts = dict.fromkeys(one.unit.context for one in pool if len(one.unit.context) > 1)
    for context in sorted(contexts, key=lambda one: language_of(one[-1]) != language):
        heading = question_terms(_ARTICLE.sub("", context[-1]))
        around = Bag("\n".join(context))
        if (
            heading
            and all(asked_for.share(term) >= _SAME_WORD for term in heading)
            and all(around.share(term) >= _SAME_WORD for term in terms)
        ):
            return tuple([one for one in pool if one.unit.context == context][:MOST_ITEMS])
    return ()


_ARTICLE = re.compile(r"^(?:제\s?\d+\s?[조장절항]|(?:article|section|chapter|clause)\s+\d+|\d+(?:\.\d+)*\.?)\s*", re.I)


def asked_section(part: Part, pool: Sequence[Candidate], least: float) -> list[Candidate]:
    """The list or table under a heading that the question names (“오후 프로그램”, “all requirements”)."""
    terms, asked_for = question_terms(part.about), Bag(part.about)
    best: tuple[float, list[Candidate]] = (0.0, [])
    for file_id, context in dict.fromkeys((one.file_id, one.unit.context) for one in pool if one.unit.context):
        heading = question_terms(_ARTICLE.sub("", context[-1]))
        inside = [one for one in pool if (one.file_id, one.unit.context) == (file_id, context)]
        listed = [one for one in inside if one.unit.kind != "sentence"]
        if not heading or len(listed) < 2 or not all(asked_for.share(term) >= _SAME_WORD for term in heading):
            continue
        bag = Bag(context[-1])
        rest = [term for term in terms if bag.share(term) < 0.5 and not term.verb]
        wider = Bag("\n".join([title_of(inside[0]), *context, *(one.text for one in listed)]))
        known = sum(wider.share(term) for term in rest) / len(rest) if rest else 1.0
        if known >= least:
            best = max(best, (len(heading) + known, listed), key=lambda found: found[0])
    return best[1]


def _picks_by(term: Term, question: str) -> bool:
    """True for a noun that says which entries are meant: in English one behind a preposition (“in the great hall”)."""
    if not term.said.isascii() or term.said.isdigit():
        return True
    lead = r"\b(?:in|at|on|by|from|for|with|to|of)\b(?: the| a| an)?(?: [\w’'-]+)?"
    return re.search(rf"{lead} {re.escape(term.said)}\b", question, re.I) is not None


def narrowed(part: Part, block: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The entries that hold what tells them apart for the question: those “in the great hall”; else all."""
    kept = list(block)
    for term in question_terms(part.about):
        around = Bag(block[0].unit.around).share(term) if block else 0.0
        holding = [one for one in kept if Bag(one.text).share(term) >= _ALL]
        if around < 0.5 and 0 < len(holding) < len(kept) and not term.verb and _picks_by(term, part.text):
            kept = holding
    return tuple(kept)


def gathered(part: Part, pool: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The entries of lists or tables that hold what a question picks them by: the events “in the great hall”."""
    if part.kind not in ("fact", "list") or part.wanted or not WHICH.search(part.text):
        return ()
    terms = [term for term in question_terms(part.about) if not term.verb and term.text not in HAPPENS]
    entries = [one for one in pool if one.unit.kind != "sentence"]
    for term in terms:
        holding = [one for one in entries if Bag(one.text).share(term) >= _ALL]
        same_file = [one for one in holding if one.file_id == holding[0].file_id]
        inside = [one for one in entries if holding and one.file_id == holding[0].file_id]
        if not 1 < len(same_file) < len(inside) or len(same_file) < len(holding):
            continue
        others = [other for other in terms if other is not term]
        title = Bag("\n".join([title_of(same_file[0]), same_file[0].unit.around]))
        if others and all(title.share(other) >= 0.5 for other in others):
            return tuple(same_file)
    return ()


def under_heading(best: Candidate, part: Part, pool: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """All sentences under the heading of the best, where that heading says all that the question says."""
    context = best.unit.context
    terms = question_terms(part.about)
    if len(context) < 2 or best.unit.kind != "sentence" or len(terms) < 1:
        return ()
    bag = Bag(context[-1])
    if not all(bag.share(term) >= 0.5 for term in terms):
        return ()
    return tuple([one for one in pool if one.file_id == best.file_id and one.unit.context == context][:MOST_ITEMS])


def block_of(one: Candidate, pool: Sequence[Candidate]) -> list[Candidate]:
    """What stands together with a candidate: the items of its list, the rows of its table."""
    return [
        other
        for other in pool
        if other.file_id == one.file_id
        and other.unit.kind == one.unit.kind
        and other.unit.context == one.unit.context
        and (other.passage != one.passage or other.unit.block == one.unit.block)
    ]
