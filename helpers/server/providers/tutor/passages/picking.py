"""Which sentences to quote: the ones that answer, no more than it takes, in the order of the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..skill import language_of
from .asking import Part
from .candidates import Candidate, is_command
from .meaning import nearness
from .needed import HAPPENS, gives_contact, holds, sets_apart
from .scoring import title_of
from .values import value_in, verdict
from .words import Bag, Term, codes_in, question_terms

# Chosen on the tuning half of the questions in `tests/data/documents`: what scores less is mostly about something else.
LEAST_SCORE = 0.6
LEAST_COVERED = 0.5
# A sentence in another language shares no letters, and its meaning seems less near than it is.
LEAST_FOREIGN = 0.5
_SURE = 0.8
_ALL, _MOSTLY = 0.95, 0.75
_CLOSE, _CLEAR = 0.08, 0.2
# What only the title of a file has in common with the question is said of the file, and answers nothing.
LEAST_BEYOND = 0.3

# Where hardly a word of the question stands there by its letters, its meaning alone has to be nearer.
LEAST_UNWRITTEN = 0.7
_FEW_LETTERS = 0.15
_NEAR = 0.2
_SAME_QUESTION = 0.4

_DIRECT = ("fact", "yesno")
_MOST_ITEMS = 15
_SAME_WORD = 0.8
_WHICH = re.compile(r"무엇|어떤|뭐|\bwhich\b|\bwhat \w+s\b|哪些|什么", re.I)
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
    picks = part.kind == "list" or (part.kind == "fact" and not part.wanted and _WHICH.search(part.text))
    if picks and (section := _asked_section(part, pool, 0.4 if part.kind == "list" else 0.6)):
        return Picked(part, _narrowed(part, section)[:_MOST_ITEMS], listed=True, commands=commands)
    if gathered := _gathered(part, pool):
        return Picked(part, gathered[:_MOST_ITEMS], listed=True, commands=commands)
    # An amount or a time that is asked for has to be there; other sentences are only about the same matter.
    good = [
        one
        for one in kept
        if is_good(one, part) and (part.kind != "fact" or holds(_read(one, pool), part.wanted, part.text))
    ]
    if not good:
        return Picked(part, commands=commands)
    good = _written_first(good)
    best = good[0]
    if part.kind == "list":
        return _listed(part, good, pool, commands)
    if part.kind == "fact" and not part.wanted and (named := _named_section(part, pool)):
        return Picked(part, named, listed=len(named) > 1, commands=commands)
    if part.kind == "how" and (steps := _steps(good, pool) or _section(best, part, pool)):
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


def leans(text: str) -> bool:
    """True for a sentence that only goes on with the one before it (“It is free for ...”)."""
    return bool(_LEANS.match(text))


def is_good(one: Candidate, part: Part) -> bool:
    """True where a sentence is near enough to the question to be its answer."""
    around = f"{one.text}\n{one.unit.around}"
    codes = codes_in(part.about)
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
        block = _narrowed(part, _block(best, pool))
        # A table or a list that holds more than is asked for (“which plans cost less than ...”) is not read out whole.
        return Picked(part, tuple(block[:_MOST_ITEMS]), listed=True, commands=commands)
    after = pool[min([one.place for one in pool].index(best.place) + 1, len(pool) - 1)]
    if after.unit.kind != "sentence" and after.file_id == best.file_id and after.unit.around == best.unit.around:
        return Picked(part, tuple(_block(after, pool)[:_MOST_ITEMS]), listed=True, commands=commands)
    item = next((one for one in good[:4] if one.unit.kind == "item" and one.score >= 0.75 * best.score), None)
    if item and _matches(item.unit.around, part):
        return Picked(part, tuple(_block(item, pool)[:_MOST_ITEMS]), listed=True, commands=commands)
    if re.match(r"[^:：]{1,20}[:：]\s", best.text) or (best.unit.asks and _matches(best.unit.asks, part)):
        return Picked(part, tuple(_with_neighbours([best], pool)), commands=commands)
    heading = best.unit.context[-1] if best.unit.context else ""
    if heading and _matches(heading, part):
        section = [one for one in pool if one.file_id == best.file_id and one.unit.context == best.unit.context]
        return Picked(part, tuple(section[:_MOST_ITEMS]), listed=len(section) > 1, commands=commands)
    # What stands in another file, or under another heading, belongs to another list.
    beside = [one for one in good[:6] if one.file_id == best.file_id and one.unit.context == best.unit.context]
    chosen = sorted([one for one in beside if one.score >= 0.75 * best.score], key=lambda one: one.place)
    return Picked(part, tuple(chosen), listed=len(chosen) > 1, commands=commands)


def _steps(good: Sequence[Candidate], pool: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The numbered steps that one of the best candidates belongs to."""
    for one in good[:3]:
        if one.unit.numbered and one.score >= 0.75 * good[0].score:
            block = _block(one, pool)
            if len(block) > 1:
                return tuple(block[:_MOST_ITEMS])
    return ()


def _named_section(part: Part, pool: Sequence[Candidate]) -> tuple[Candidate, ...]:
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
            return tuple([one for one in pool if one.unit.context == context][:_MOST_ITEMS])
    return ()


_ARTICLE = re.compile(r"^(?:제\s?\d+\s?[조장절항]|(?:article|section|chapter|clause)\s+\d+|\d+(?:\.\d+)*\.?)\s*", re.I)


def _asked_section(part: Part, pool: Sequence[Candidate], least: float) -> list[Candidate]:
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


def _narrowed(part: Part, block: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The entries that hold what tells them apart for the question: those “in the great hall”; else all."""
    kept = list(block)
    for term in question_terms(part.about):
        around = Bag(block[0].unit.around).share(term) if block else 0.0
        holding = [one for one in kept if Bag(one.text).share(term) >= _ALL]
        if around < 0.5 and 0 < len(holding) < len(kept) and not term.verb and _picks_by(term, part.text):
            kept = holding
    return tuple(kept)


def _gathered(part: Part, pool: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The entries of lists or tables that hold what a question picks them by: the events “in the great hall”."""
    if part.kind not in ("fact", "list") or part.wanted or not _WHICH.search(part.text):
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


def _section(best: Candidate, part: Part, pool: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """All sentences under the heading of the best, where that heading says all that the question says."""
    context = best.unit.context
    terms = question_terms(part.about)
    if len(context) < 2 or best.unit.kind != "sentence" or len(terms) < 1:
        return ()
    bag = Bag(context[-1])
    if not all(bag.share(term) >= 0.5 for term in terms):
        return ()
    return tuple([one for one in pool if one.file_id == best.file_id and one.unit.context == context][:_MOST_ITEMS])


def _block(one: Candidate, pool: Sequence[Candidate]) -> list[Candidate]:
    """What stands together with a candidate: the items of its list, the rows of its table."""
    return [
        other
        for other in pool
        if other.file_id == one.file_id
        and other.unit.kind == one.unit.kind
        and other.unit.context == one.unit.context
        and (other.passage != one.passage or other.unit.block == one.unit.block)
    ]


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
