"""From the passages that were found to the sentences that answer."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from ...base import SearchCall
from .candidates import Candidate, candidates
from .conditions import same_case
from .meaning import alike
from .picking import Picked, is_good, leans, pick
from .scoring import ranked, title_of
from .searches import Task
from .summary import central, usual_length
from .words import Bag, Term, question_terms

_BORROWED = 0.6
_BACKGROUND = 0.4
_MOST_FILES = 10
_MORE = 4
_SECOND = 0.8
_SHARED = 0.5
_NAMED = 0.8


def answer(task: Task, calls: Sequence[SearchCall]) -> list[Picked]:
    """The answers to a task, one mostly; for a comparison or a summary one for each thing or file."""
    pool = candidates(calls, everything=task.part.kind in ("summary", "compare"))
    named = [one for one in pool if any(_is_named(one.filename, name) for name in task.files)]
    if task.sides:
        return _compared(task, pool)
    if task.part.kind == "summary":
        return _summarised(task, named or pool)
    if task.part.kind == "compare":
        return _each_file(task, named or pool)
    found = _picked(task, named or pool)
    if not found.found and task.before:
        found = replace(_picked(replace(task, background=task.before), named or pool), part=task.part)
    return [found]


def is_enough(answers: Sequence[Picked]) -> bool:
    """True where nothing remains to be searched for."""
    return bool(answers) and all(picked.found for picked in answers)


def _picked(task: Task, pool: Sequence[Candidate]) -> Picked:
    part = task.part
    own = [] if task.wish == "more" else question_terms(part.about)
    terms = list(own)
    for words, share in ((task.borrowed, _BORROWED), (task.background, _BACKGROUND)):
        more = [term for term in question_terms(words) if term.text not in {term.text for term in own}]
        # All that is borrowed together counts less than what the question says itself.
        most = share * sum(term.weight for term in own) / sum(term.weight for term in more) if more else 0
        terms += [replace(term, weight=term.weight * min(most, 1)) if own else term for term in more]
    if task.borrowed and not own:
        part = replace(part, about=task.borrowed, kind="fact", wanted="")
    meant = question_terms(task.subject)
    if meant:
        part = replace(part, about=f"{part.about} {task.subject}")
        terms += meant
        saying = [one for one in pool if any(Bag(one.text).share(term) >= _SHARED for term in meant)]
        about_it = [one for one in pool if one in saying or leans(one.text) or same_case(part.text, one.text)]
        pool = about_it or pool
    everything = ranked(pool, terms, part)
    focus, named = _focus(pool, terms)
    order = [one for one in everything if one.file_id in focus]
    found = pick(part, order, [one for one in pool if one.file_id in focus]) if order else Picked(part)
    if not found.found:
        # What another file says without naming the matter is said of something else.
        order = [one for one in everything if all(Bag(_read(one)).share(term) >= _SHARED for term in named)]
        found = pick(part, order, pool) if order else found
    if meant and not found.found:
        # Among what is said of the subject, a sentence with another word of the question is its answer.
        near = [one for one in order if any(Bag(one.text).share(term) >= _SHARED for term in own)]
        found = replace(found, sentences=tuple(near[:1]), verdict="")
    if task.trouble and len(found.sentences) == 1 and found.sentences[0].unit.kind == "sentence":
        found = replace(found, sentences=_with_remedy(found.sentences[0], pool))
    if task.wish == "more":
        good = [one for one in order if is_good(one, part)][:_MORE]
        return replace(found, sentences=tuple(sorted(good, key=lambda one: one.place)), value="", listed=len(good) > 1)
    if task.wish == "source" and found.found:
        return replace(found, value=f"`{found.sentences[0].filename}`")
    return replace(found, part=task.part)


def _focus(pool: Sequence[Candidate], terms: Sequence[Term]) -> tuple[frozenset[str], list[Term]]:
    """The files whose titles a question names (“the office”), where others have other titles, and the words for it."""
    titles = {one.file_id: Bag(title_of(one)) for one in reversed(pool)}
    named = {
        file_id: [term for term in terms if not term.verb and title.share(replace(term, others=())) >= _NAMED]
        for file_id, title in titles.items()
    }
    most = max(map(len, named.values()), default=0)
    meant = frozenset(file_id for file_id, words in named.items() if len(words) == most)
    if not most or len(meant) == len(named):
        return frozenset(), []
    if len(meant) > 1:
        return meant, []
    others = {term.text for file_id, words in named.items() if file_id not in meant for term in words}
    return meant, [term for term in named[next(iter(meant))] if term.text not in others]


def _read(one: Candidate) -> str:
    return f"{one.text}\n{one.unit.around}"


def _with_remedy(one: Candidate, pool: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """A sentence that tells of a trouble, and the one behind it in its paragraph, which says what to do about it."""
    after = [
        other
        for other in pool
        if (other.file_id, other.unit.block, other.unit.order) == (one.file_id, one.unit.block, one.unit.order + 1)
    ]
    return (one, *after[:1])


def _compared(task: Task, pool: Sequence[Candidate]) -> list[Picked]:
    """The best sentences about each side; a side may be a file or a matter."""
    found = []
    for side in task.sides:
        inside = [one for one in pool if _is_named(one.filename, side)]
        if task.topic and not inside and (meant := _meant(_by_file(pool), side)) and len(meant) == 1:
            inside = meant[0][1]
        part = replace(task.part, about=f"{side} {task.topic}".strip(), kind="fact")
        if inside and not task.topic:
            picked = Picked(part, tuple(central(inside, task.count or 2)))
        else:
            good: list[Candidate] = []
            for about in (part.about, task.topic) if inside else (part.about,):
                part = replace(part, about=about)
                order = ranked(inside or pool, question_terms(about), part)
                good = good or [one for one in order if is_good(one, part)]
            best = [one for one in good[:3] if one.score >= _SECOND * good[0].score and one.file_id == good[0].file_id]
            picked = Picked(part, tuple(sorted(best, key=lambda one: one.place)))
        found.append(replace(picked, title=side, value=""))
    return found


def _each_file(task: Task, pool: Sequence[Candidate]) -> list[Picked]:
    """What each file says about the matter; its most central sentences where it says nothing better."""
    found = []
    for name, inside in _by_file(pool)[:_MOST_FILES]:
        order = ranked(inside, question_terms(task.part.about), task.part)
        best = [one for one in order if is_good(one, task.part)][:2]
        chosen = sorted(best, key=lambda one: one.place) or central(inside, 2)
        found.append(Picked(task.part, tuple(chosen), title=name))
    return found or [Picked(task.part)]


def _summarised(task: Task, pool: Sequence[Candidate]) -> list[Picked]:
    """The most central sentences of the file that is meant, or of each file where none is named."""
    files = _by_file(pool)
    meant = _meant(files, task.topic)
    if not files or meant is None:
        return [Picked(task.part)]
    if len(meant) == 1:
        inside = meant[0][1]
        count = task.count or usual_length(len(inside))
        return [Picked(task.part, tuple(central(inside, count)), listed=True, title=meant[0][0])]
    each = max(1, task.count // len(meant)) if task.count else 2 if len(meant) < 4 else 1
    return [Picked(task.part, tuple(central(inside, each)), title=name) for name, inside in meant[:_MOST_FILES]]


def _by_file(pool: Sequence[Candidate]) -> list[tuple[str, list[Candidate]]]:
    files: dict[str, list[Candidate]] = {}
    for one in pool:
        files.setdefault(one.file_id, []).append(one)
    return [(inside[0].filename, inside) for inside in files.values()]


def _meant(files: Sequence[tuple[str, list[Candidate]]], topic: str) -> Sequence[tuple[str, list[Candidate]]] | None:
    """The file that a topic means; all files where there is no topic, None where no file speaks of it."""
    terms = question_terms(topic)
    if not terms or len(files) < 2:
        return files
    shares = []
    for name, inside in files:
        title = title_of(inside[0])
        body = Bag(inside[0].passage)
        by_meaning = alike([term.text for term in terms], re.findall(r"[^\W\d_]{2,}", title) or [name])
        shares.append(
            sum(
                max(Bag(title).share(term), meaning, 0.6 * body.share(term))
                for term, meaning in zip(terms, by_meaning, strict=True)
            )
            / len(terms)
        )
    score = [
        share + 0.3 * max(one.passage_score for one in inside) for share, (_, inside) in zip(shares, files, strict=True)
    ]
    best = max(range(len(files)), key=score.__getitem__)
    if shares[best] < 0.3 and max(one.passage_score for one in files[best][1]) < 0.5:
        return None
    return [files[best]]


def _is_named(filename: str, said: str) -> bool:
    """True where words name a file: its whole name, or all the words of it."""
    name, words = filename.casefold(), said.casefold().strip()
    stem = PurePath(name).stem
    return words in (name, stem) or bool(words and "." in words and name.endswith(words))
