"""Which sentences to quote: the ones that answer, no more than it takes, in the order of the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..skill import language_of
from .asking import Part
from .candidates import Candidate, is_command
from .conditions import same_case
from .meaning import nearness
from .needed import gives_contact, holds, labels, sets_apart
from .scoring import title_of
from .sections import (
    MOST_ITEMS,
    WHICH,
    asked_section,
    block_of,
    gathered,
    named_section,
    narrowed,
    told_by_heading,
    under_heading,
)
from .values import has_amount, value_in, verdict
from .words import Bag, codes_in, question_terms

# Chosen on the tuning half of the questions in `tests/data/documents`: what scores less is mostly about something else.
LEAST_SCORE = 0.6
LEAST_COVERED = 0.5
# A sentence in another language shares no letters, and its meaning seems less near than it is.
LEAST_FOREIGN = 0.5
_SURE = 0.8
_ALL, _MOSTLY = 0.95, 0.75
_CLOSE, _CLEAR = 0.08, 0.2
_NEARLY = 0.15
# What only the title of a file has in common with the question is said of the file, and answers nothing.
LEAST_BEYOND = 0.3

# Where hardly a word of the question stands there by its letters, its meaning alone has to be nearer.
LEAST_UNWRITTEN = 0.7
_FEW_LETTERS = 0.15
_NEAR = 0.2
_SAME_QUESTION = 0.4

_DIRECT = ("fact", "yesno")
_QUALIFIES = re.compile(
    r"^(?:단[,\s]|다만|하지만|그러나|그렇지만|예외|However|But\b|Except|Unless|Exception|Note that|但)"
)
_LEANS = re.compile(
    r"^(?:It|They|This|That|These|Those|He|She|His|Her|Its|Their|Otherwise|Then|Therefore|그는|그녀는|이는|이것은|"
    r"그것은|이때|그때|또한|"
    r"따라서|그래서|그러면|그날)\b"
)


@dataclass(frozen=True)
class Picked:
    """An answer to one part: the sentences, and before them the short answer (`value`) or the `verdict`, if any.

    `commands` says that a sentence was left out because it speaks to the assistant.
    """

    part: Part
    sentences: tuple[Candidate, ...] = ()
    value: str = ""
    verdict: str = ""
    listed: bool = False
    commands: bool = False
    title: str = ""

    @property
    def found(self) -> bool:
        """True where there is an answer."""
        return bool(self.sentences)


def pick(part: Part, ranked: Sequence[Candidate], pool: Sequence[Candidate]) -> Picked:
    """The answer to a part from its candidates (see `scoring.ranked`); `pool` are the same in the order of the text."""
    wants_commands = is_command(part.text) or bool(
        re.search(r"지시|명령|instruct|command|prompt|프롬프트", part.text, re.I)
    )
    kept = [one for one in ranked if wants_commands or not is_command(one.text)]
    commands = len(kept) < len(ranked) and is_command(ranked[0].text)
    codes = codes_in(part.about)
    able = [one for one in pool if not codes - codes_in(f"{one.text}\n{one.unit.around}")]
    picks = part.kind == "list" or (part.kind == "fact" and not part.wanted and WHICH.search(part.text))
    if picks and (section := asked_section(part, able, 0.4 if part.kind == "list" else 0.6)):
        return Picked(part, narrowed(part, section)[:MOST_ITEMS], listed=True, commands=commands)
    if entries := gathered(part, able):
        return Picked(part, entries[:MOST_ITEMS], listed=True, commands=commands)
    # An amount or a time that is asked for has to be there; other sentences are only about the same matter.
    good = [
        one
        for one in kept
        if is_good(one, part)
        and not _is_of_another(one, part, pool)
        and (part.kind != "fact" or holds(_read(one, pool), part.wanted, part.text))
    ]
    if not (good and _says_any(good[0], part)) and (heading := told_by_heading(part, able)):
        return _short(part, (heading,), heading, "", commands)
    if not good:
        return Picked(part, commands=commands)
    good = _case_first(part, _predicate_first(part, _amount_first(part, _written_first(good))))
    best = good[0]
    if part.kind == "list":
        return _listed(part, good, pool, commands)
    if part.kind == "fact" and not part.wanted and (named := named_section(part, able)):
        return Picked(part, named, listed=len(named) > 1, commands=commands)
    if part.kind == "how" and (steps := _steps(good, pool) or under_heading(best, part, pool)):
        return Picked(part, steps, listed=len(steps) > 1, commands=commands)
    if best.unit.asks and (
        _matches(best.unit.asks, part) or nearness(part.about, [best.unit.asks])[0] >= _SAME_QUESTION
    ):
        answer = [
            one
            for one in pool
            if one.file_id == best.file_id and one.unit.asks == best.unit.asks and one.unit.around == best.unit.around
        ]
        said = verdict(answer[0].text, best.unit.asks, part.about, 1.0) if part.kind == "yesno" else ""
        return _short(part, tuple(answer[:4]), best, said, commands, len(answer) > 1 and answer[0].unit.kind == "item")
    chosen = [best]
    if part.kind in ("how", "why") or not part.wanted:
        share = 0.92 if part.kind in _DIRECT else 0.75
        chosen += [
            one
            for one in good[1:3]
            if one.score >= share * best.score
            and one.beyond >= share * best.beyond
            and one.file_id == best.file_id
            and one.unit.kind == "sentence"
        ]
    if part.kind == "quote":
        chosen = good[: max(1, min(len(good), 2 if good[1:] and good[1].score > 0.9 * best.score else 1))]
    chosen = _with_neighbours(chosen, pool)
    said = verdict(best.text, best.unit.asks, part.about, best.covered) if part.kind == "yesno" else ""
    return _short(part, tuple(chosen), best, said, commands)


def _written_first(good: Sequence[Candidate]) -> list[Candidate]:
    """Of sentences that are about equally near, the one that has more of the question's own words comes first."""
    top = good[0]
    rival = next(
        (
            one
            for one in good[1:4]
            if one.score >= top.score - _CLOSE and one.covered >= top.covered and one.lettered >= top.lettered + _CLEAR
        ),
        top,
    )
    return [rival, *(one for one in good if one is not rival)]


def _amount_first(part: Part, good: Sequence[Candidate]) -> list[Candidate]:
    """Of sentences that are about equally near, one that gives an amount before one that only speaks of a share."""
    if part.kind != "fact" or not part.wanted or has_amount(good[0].text, part.wanted):
        return list(good)
    best = good[0]
    rival = next(
        (
            one
            for one in good[1:4]
            if has_amount(one.text, part.wanted) and one.score >= best.score - _NEARLY and one.covered >= best.covered
        ),
        best,
    )
    return [rival, *(one for one in good if one is not rival)]


def _says_any(one: Candidate, part: Part) -> bool:
    """True where a sentence itself has a word of the question, and not only the headings above it."""
    bag = Bag(one.text)
    return any(bag.share(term) >= 0.5 for term in question_terms(part.about))


def _predicate_first(part: Part, good: Sequence[Candidate]) -> list[Candidate]:
    """“언제까지 청구해야 하나요?” is answered by what says 청구 itself, not by what only stands under that heading."""
    terms = [term for term in question_terms(part.about) if term.weight >= 1]
    if part.kind != "fact" or not part.wanted or not terms or Bag(good[0].text).share(terms[-1]) >= _ALL:
        return list(good)
    if not re.search(rf"{re.escape(terms[-1].said)}(?:을|를)?\s?(?:하|해|할|합|한|되|돼|될|됩|된)", part.text):
        return list(good)
    rival = next(
        (one for one in good[1:4] if one.score >= good[0].score - _NEARLY and Bag(one.text).share(terms[-1]) >= _ALL),
        good[0],
    )
    return [rival, *(one for one in good if one is not rival)]


def _case_first(part: Part, good: Sequence[Candidate]) -> list[Candidate]:
    """What is said of just the case that is asked about comes first."""
    return sorted(good, key=lambda one: not same_case(part.text, one.text))


def leans(text: str) -> bool:
    """True for a sentence that only goes on with the one before it (“It is free for ...”)."""
    return bool(_LEANS.match(text))


def is_good(one: Candidate, part: Part) -> bool:
    """True where a sentence is near enough to the question to be its answer."""
    around = f"{one.text}\n{one.unit.around}"
    codes = codes_in(part.about)
    if not _has_names(part.about, f"{around}\n{title_of(one)}"):
        return False
    if same_case(part.text, one.text) and not codes - codes_in(around) and sets_apart(part.about, around):
        return True
    if codes - codes_in(around) or not sets_apart(part.about, around) or one.beyond < LEAST_BEYOND:
        return False
    if codes and one.beyond >= LEAST_COVERED and one.covered >= LEAST_COVERED:
        return True
    if one.lettered >= _ALL and one.covered >= _ALL and len(question_terms(part.about)) > 1:
        return True
    if one.covered >= _MOSTLY and one.lettered >= LEAST_SCORE and one.beyond >= _MOSTLY - 0.05:
        return True
    if one.beyond >= _MOSTLY and one.covered >= LEAST_COVERED and gives_contact(part.text, one.text):
        return True
    # One word alone stands in many a sentence that is about something else.
    if len(question_terms(part.about)) < 2 and one.near < _NEAR:
        return False
    foreign = language_of(one.text) != language_of(part.about)
    least = LEAST_UNWRITTEN if one.lettered < _FEW_LETTERS else LEAST_FOREIGN if foreign else LEAST_SCORE
    return one.score >= _SURE or (one.score >= least and one.covered >= LEAST_COVERED)


def _is_of_another(one: Candidate, part: Part, pool: Sequence[Candidate]) -> bool:
    """True for an amount without a thing that the question names and the text speaks of in another place."""
    if part.kind != "fact" or part.wanted not in ("money", "number", "percent") or one.unit.asks:
        return False
    bag = Bag(f"{one.text}\n{one.unit.around}\n{title_of(one)}")
    absent = [
        term
        for term in question_terms(part.about)
        if term.weight >= 1 and not term.verb and term.text not in labels(part.wanted) and not bag.share(term)
    ]
    elsewhere = [
        Bag(other.text) for other in pool if other.file_id == one.file_id and other.unit.context != one.unit.context
    ]
    return any(other.share(term) >= _ALL for term in absent for other in elsewhere)


def _has_names(question: str, text: str) -> bool:
    """False where a Korean or Chinese question names something in Latin letters (“Linux”) that a text does not name."""
    if language_of(re.sub(r"[A-Za-z]", "", question)) not in ("ko", "zh"):
        return True
    bag = Bag(text)
    names = [term for term in question_terms(question) if re.match(r"[a-z]{2}", term.text)]
    return all(bag.share(term) >= 0.5 for term in names)


def _read(one: Candidate, pool: Sequence[Candidate]) -> str:
    """A sentence, with the others of the same answer where it answers the question of an FAQ."""
    if not one.unit.asks:
        return one.text
    return " ".join(
        other.text for other in pool if other.file_id == one.file_id and other.unit.around == one.unit.around
    )


def _short(
    part: Part, sentences: tuple[Candidate, ...], best: Candidate, said: str, commands: bool, listed: bool = False
) -> Picked:
    value = value_in(best.text, part.wanted, part.text) if part.kind in ("fact", "list") else ""
    if value and len(best.text) < len(value) * 2:
        value = ""
    return Picked(part, sentences, value, said, listed, commands)


def _listed(part: Part, good: Sequence[Candidate], pool: Sequence[Candidate], commands: bool) -> Picked:
    best = good[0]
    if best.unit.kind != "sentence":
        block = narrowed(part, block_of(best, pool))
        # A table or a list that holds more than is asked for (“which plans cost less than ...”) is not read out whole.
        return Picked(part, tuple(block[:MOST_ITEMS]), listed=True, commands=commands)
    after = pool[min([one.place for one in pool].index(best.place) + 1, len(pool) - 1)]
    if after.unit.kind != "sentence" and after.file_id == best.file_id and after.unit.around == best.unit.around:
        return Picked(part, tuple(block_of(after, pool)[:MOST_ITEMS]), listed=True, commands=commands)
    item = next((one for one in good[:4] if one.unit.kind == "item" and one.score >= 0.75 * best.score), None)
    if item and _matches(item.unit.around, part):
        return Picked(part, tuple(block_of(item, pool)[:MOST_ITEMS]), listed=True, commands=commands)
    if re.match(r"[^:：]{1,20}[:：]\s", best.text) or (best.unit.asks and _matches(best.unit.asks, part)):
        return Picked(part, tuple(_with_neighbours([best], pool)), commands=commands)
    heading = best.unit.context[-1] if best.unit.context else ""
    if heading and _matches(heading, part):
        section = [one for one in pool if one.file_id == best.file_id and one.unit.context == best.unit.context]
        return Picked(part, tuple(section[:MOST_ITEMS]), listed=len(section) > 1, commands=commands)
    # What stands in another file, or under another heading, belongs to another list.
    beside = [one for one in good[:6] if one.file_id == best.file_id and one.unit.context == best.unit.context]
    chosen = sorted([one for one in beside if one.score >= 0.75 * best.score], key=lambda one: one.place)
    return Picked(part, tuple(chosen), listed=len(chosen) > 1, commands=commands)


def _steps(good: Sequence[Candidate], pool: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The numbered steps that one of the best candidates belongs to."""
    for one in good[:3]:
        if one.unit.numbered and one.score >= 0.75 * good[0].score:
            block = block_of(one, pool)
            if len(block) > 1:
                return tuple(block[:MOST_ITEMS])
    return ()


def _with_neighbours(chosen: Sequence[Candidate], pool: Sequence[Candidate]) -> list[Candidate]:
    """The sentences with the one before where they lean on it, and the one after where it takes something back."""
    places = {one.place: place for place, one in enumerate(pool)}
    wanted: set[int] = set()
    for one in chosen:
        place = places[one.place]
        wanted.add(place)
        if _LEANS.match(one.text) and _together(pool, place - 1, place):
            wanted.add(place - 1)
        if _together(pool, place, place + 1) and _QUALIFIES.match(pool[place + 1].text):
            wanted.add(place + 1)
    return [pool[place] for place in sorted(wanted)]


def _together(pool: Sequence[Candidate], one: int, other: int) -> bool:
    if one < 0 or other >= len(pool):
        return False
    a, b = pool[one], pool[other]
    return a.file_id == b.file_id and a.unit.around == b.unit.around and a.unit.block == b.unit.block


def _matches(heading: str, part: Part) -> bool:
    """True where a heading, or the question of an FAQ, asks for what the part asks for."""
    terms = question_terms(part.about)
    bag = Bag(heading)
    return bool(terms) and sum(bag.share(term) >= 0.5 for term in terms) >= max(1, round(0.5 * len(terms)))
