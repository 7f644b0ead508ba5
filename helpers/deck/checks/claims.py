"""Reads the texts of a slide as claims, and holds each number and direction against the data."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from .periods import Period, is_coarser
from .sentences import SUPERLATIVE, Clause, Number, Reader, Sentence
from .tracing import Source, Subject, Tracer
from .truth import ALL, Line, Name, Truth

_MOST_COUNT = 12
# What a sentence about one series may say of others or of the whole.
_RELATIONS = ("share", "times", "gap", "mean", "together")
_COUNTER = re.compile(
    r"\s*(?:개|행|건|곳|명|번|회|가지|종|줄|열|권|분기|개월|년|달|of\b|out of|rows?|records?|columns?"
    r"|categor|cases?|items?"
    r"|products?|channels?|quarters?|months?|years?|(?:missing|empty|blank)|\w+ (?:of|out of)\b|\(|行|个|项|家|条)",
    re.I,
)
_EVERY_YEAR = re.compile(r"매년|해마다|every year|each year|year after year|每年|逐年", re.I)
_FROM_THEN_ON = re.compile(r"이후|부터|바닥|after|since|from .+ on|之后|以来|起", re.I)


@dataclass(frozen=True)
class Surroundings:
    """What the texts around a sentence are about, the nearest first: its paragraph, its column of shapes, its slide."""

    names: tuple[tuple[Name, ...], ...] = ()
    periods: tuple[tuple[Period, ...], ...] = ()
    says_total: tuple[bool, ...] = ()
    is_note: bool = False


@dataclass
class Verdict:
    """What was found for one sentence."""

    untraced: list[Number] = field(default_factory=list)
    no_such_period: list[Period] = field(default_factory=list)
    wrong_way: list[str] = field(default_factory=list)


class Judge:
    """Holds sentences against the data."""

    def __init__(self, truth: Truth) -> None:
        self.truth = truth
        self.reader = Reader(truth)
        self.tracer = Tracer(truth)

    def judge(self, sentence: Sentence, around: Surroundings) -> Verdict:
        """Numbers without a source, periods without data, directions that the data contradict."""
        verdict = Verdict()
        traced: list[tuple[Number, list[Source]]] = []
        # A note often gives the number first, and what it is about behind it.
        carried = tuple(sentence.names) if around.is_note else ()
        for clause in sentence.clauses:
            names = tuple(dict.fromkeys(name for _, name in clause.names))
            if not any(self._is_series(name) for name in names):
                names = tuple(dict.fromkeys((*carried, *names)))
            carried = names
            for _, _, when in clause.periods:
                digits = any(number.text[-1:].isdigit() or number.kind != "times" for number in clause.numbers)
                if (digits or clause.directions) and clause.is_claim and not self._is_known(when):
                    verdict.no_such_period.append(when)
            for number in clause.numbers:
                sources = self._trace(number, clause, sentence, names, around)
                if sources is None:
                    verdict.untraced.append(number)
                else:
                    verdict.wrong_way += self._against(number, sources, clause)
                    traced.append((number, sources))
            if not any(number.kind != "plain" for number in clause.numbers):
                verdict.wrong_way += self._unnumbered(clause, sentence, names, around)
        verdict.wrong_way += self._superlatives(sentence, traced)
        verdict.wrong_way += self._from_to(sentence)
        verdict.wrong_way += self._overtaking(sentence)
        return verdict

    def _is_known(self, when: Period) -> bool:
        if not self.truth.grains:
            return True
        if not when.year:
            return True
        if is_coarser(self.truth.grains[-1], when.grain):
            first, last = self.truth.years or (0, 0)
            return first <= when.year <= last
        return when in self.truth.places

    def _is_series(self, name: Name) -> bool:
        return self.truth.is_wide or not name.is_measure

    # Where a number comes from

    def _trace(
        self, number: Number, clause: Clause, sentence: Sentence, names: tuple[Name, ...], around: Surroundings
    ) -> list[Source] | None:
        """The sources; an empty list for a number that is no claim; None where there is none."""
        if number.kind == "percent" and number.value == 100:
            return []
        pinned = _pinned(number, clause)
        for subject, is_wider in self._subjects(clause, sentence, names, around, pinned):
            sources = self.tracer.find(number, subject)
            sources = [source for source in sources if not is_wider or source.kind in _RELATIONS]
            if self.truth.measures and not _COUNTER.match(sentence.text[number.end :]):
                sources = [source for source in sources if source.kind != "count"]
            if sources:
                return sources
        for subject, _ in self._subjects(clause, sentence, names, around, pinned):
            if sources := self.tracer.margins(number, subject):
                return sources
        if (
            number.kind == "plain"
            and not number.decimals
            and number.scale == 1
            and self._counts(number, sentence, around)
        ):
            return []
        return None

    def _counts(self, number: Number, sentence: Sentence, around: Surroundings) -> bool:
        """True for a number of things: rows, series, or some of a few."""
        if number.value in self.truth.counts and (_COUNTER.match(sentence.text[number.end :]) or number.value > 100):
            return True
        most = max((len(v) for v in self.truth.categories.values() if len(v) <= _MOST_COUNT), default=0)
        most = max(most, len(self.truth.measures))
        return number.value <= most and (around.is_note or bool(_COUNTER.match(sentence.text[number.end :])))

    def _subjects(
        self,
        clause: Clause,
        sentence: Sentence,
        names: tuple[Name, ...],
        around: Surroundings,
        pinned: tuple[Period, ...],
    ) -> Iterator[tuple[Subject, bool]]:
        """What the number may be about, the most likely first; True beside one that takes in more than is named."""
        near = [names, tuple(sentence.names), *around.names]
        periods = pinned or tuple(sentence.periods)
        free = not periods
        if around.is_note:
            free = True
            periods += tuple(when for wider in around.periods for when in wider)
        if sentence.is_relative and not pinned:
            periods += tuple(before for when in periods for before in self.tracer.before(when))
        if len(periods) == 1 and not pinned:
            periods += tuple(timeline[-1] for timeline in self.truth.timeline.values() if periods[0] in timeline)
        for wider in around.periods if not periods else ():
            if wider:
                periods = wider
                break
        if free:
            periods += self._ends()
        seen = set()
        wholes = clause.says_total or sentence.says_total or not any(near)
        for scope in near:
            lines = self.lines(scope, near)
            if not lines and scope and all(name.is_measure for name in scope) is False:
                continue
            if wholes or not scope:
                lines = (*lines, *self._wholes(near))
            subject = Subject(tuple(dict.fromkeys(lines)), tuple(dict.fromkeys(periods)), free)
            if subject.lines and subject not in seen:
                seen.add(subject)
                yield subject, False
            # A note on a slide may be about any series; other texts keep to those that are named nearest.
            if any(map(self._is_series, scope)) and not (around.is_note and not sentence.names):
                break
        # Relations to the other names of the sentence, and to the whole.
        together = self.lines(tuple(sentence.names), near)
        whole = tuple(dict.fromkeys((*together, *self._wholes(near))))
        yield Subject(whole, tuple(dict.fromkeys(periods)), free), bool(names)

    def _ends(self) -> tuple[Period, ...]:
        found = [ALL]
        for grain, timeline in self.truth.timeline.items():
            if grain == "year" and self.truth.whole_years:
                found += [self.truth.whole_years[0], self.truth.whole_years[-1]]
            if timeline:
                found += [timeline[0], timeline[-1]]
        return tuple(dict.fromkeys(found))

    @lru_cache(maxsize=512)  # noqa: B019  (a judge lives as long as one check)
    def _measures(self, near: tuple[tuple[Name, ...], ...]) -> tuple[str, ...]:
        if self.truth.is_wide:
            return tuple(self.truth.measures)
        for scope in near:
            named = tuple(dict.fromkeys(name.column for name in scope if name.is_measure))
            if named:
                return named
        return tuple(self.truth.measures)

    def lines(self, scope: Sequence[Name], near: Sequence[tuple[Name, ...]]) -> tuple[Line, ...]:
        """The lines that the names stand for, in the measures that are spoken of."""
        truth = self.truth
        if truth.is_wide:
            return tuple(truth.line(name.column) for name in scope if name.is_measure)
        values = [name for name in scope if not name.is_measure]
        measures = self._measures(tuple(near))
        found: list[Line] = []
        for measure in measures:
            found += [truth.line(measure, ((name.column, name.value),)) for name in values]
            for one in values:
                for other in dict.fromkeys(name for names in near for name in names if not name.is_measure):
                    if other.column != one.column:
                        found.append(truth.line(measure, ((one.column, one.value), (other.column, other.value))))
            if not values and scope:
                found.append(truth.line(measure))
        return tuple(dict.fromkeys(found))

    def _wholes(self, near: Sequence[tuple[Name, ...]]) -> tuple[Line, ...]:
        if self.truth.is_wide:
            return (self.truth.line(""),)
        found = [self.truth.line(measure) for measure in self._measures(tuple(near))]
        return tuple(found)

    # Directions

    def _against(self, number: Number, sources: list[Source], clause: Clause) -> Iterator[str]:
        """Where a word near the number says the other direction than its sign."""
        signed = [source for source in sources if source.signed]
        if signed and len(signed) == len(sources) and clause.directions and not number.sign:
            place, says = min(clause.directions, key=lambda item: _distance(item[0], number))
            if all(says * source.value < 0 for source in signed):
                yield clause.text[place - clause.start :].split()[0]

    def _superlatives(self, sentence: Sentence, traced: list[tuple[Number, list[Source]]]) -> Iterator[str]:
        """ "The highest" beside numbers of which none is the highest of anything."""
        if not traced or not all(clause.is_claim for clause in sentence.clauses):
            return
        for match in SUPERLATIVE.finditer(sentence.text):
            high = bool(match["high"])
            if not any(self._is_top(sources, high) for _, sources in traced):
                yield match[0]

    def _is_top(self, sources: list[Source], high: bool) -> bool:
        """True where one of the sources is the extreme of something: over time, or among its siblings."""
        for source in sources:
            if source.line is None or source.kind in ("count", "extreme"):
                return True
            rivals = self._rivals(source, high)
            if not rivals or self._begins_at_top(source, high):
                return True
            best = max(rivals) if high else min(rivals)
            if abs(best - source.value) <= 1e-9 * max(1.0, abs(best)):
                return True
            if source.signed and abs(abs(source.value) - max(map(abs, rivals))) <= 1e-9 * abs(source.value or 1):
                return True
        return not sources

    @staticmethod
    def _begins_at_top(source: Source, high: bool) -> bool:
        """True for a change since the highest (or lowest) period: "down 20% from its peak"."""
        if source.line is None or len(source.periods) != 2:
            return False
        series = source.line.series(source.periods[0].grain, source.way)
        return series.get(source.periods[0]) == (max if high else min)(series.values(), default=None)

    def _rivals(self, source: Source, high: bool) -> list[float]:
        line = source.line
        assert line is not None
        beside = [other for other in self.truth.siblings(line) if other.cells]
        found: list[float] = []
        if source.kind in ("level", "mean") and len(source.periods) == 1:
            when = source.periods[0]
            across = [v for other in beside if (v := other.value(when, source.way)) is not None]
            over_time = list(line.series(when.grain, source.way).values())
            if when.year and source.value == (max if high else min)(over_time, default=None):
                return over_time
            return across if len(across) > 1 else over_time
        if source.kind in ("change", "growth") and len(source.periods) == 2:
            start, end = source.periods
            for other in beside:
                a, b = other.value(start, source.way), other.value(end, source.way)
                if a is not None and b is not None and (source.kind == "change" or a):
                    found.append(b / a - 1 if source.kind == "growth" and a else b - a)
        if source.kind == "share" and source.periods:
            for other in beside:
                a, b = (one.value(source.periods[0], "sum") for one in (other, self.truth.whole(other)))
                if a is not None and b:
                    found.append(a / b)
        return found

    def _unnumbered(
        self, clause: Clause, sentence: Sentence, names: tuple[Name, ...], around: Surroundings
    ) -> Iterator[str]:
        """A direction that is claimed without a number beside it."""
        if not clause.directions or not names or sentence.overtakes or len(clause.directions) > 1:
            return
        near = [names, tuple(sentence.names), *around.names]
        lines = [line for line in self.lines(names, near) if line.cells]
        place, says = clause.directions[0]
        whens = tuple(dict.fromkeys(when for _, _, when in clause.periods)) or tuple(sentence.periods)
        if _EVERY_YEAR.search(sentence.text):
            steps = [step for line in lines[:1] for step in self._yearly_steps(line)]
            if steps and not all(step * says > 0 for step in steps):
                yield clause.text[place - clause.start :].split()[0]
            return
        changes = [change for line in lines for change in self._readings(line, whens)]
        if len(whens) == 1 and whens[0].year and _FROM_THEN_ON.search(clause.text):
            grain = self.truth.timeline.get(whens[0].grain) or [whens[0]]
            ends = [(line.value(whens[0], "sum"), line.value(grain[-1], "sum")) for line in lines]
            changes = [b - a for a, b in ends if a is not None and b is not None]
        if changes and all(change * says < 0 for change in changes):
            yield clause.text[place - clause.start :].split()[0]

    def _yearly_steps(self, line: Line) -> list[float]:
        """The change from each whole year to the next."""
        values = [line.value(year, "sum") for year in self.truth.whole_years]
        return [b - a for a, b in pairwise(values) if a is not None and b is not None]

    def _readings(self, line: Line, whens: tuple[Period, ...]) -> Iterator[float]:
        """Every change that may be meant: between the named periods, up to or from the one that is named."""
        pairs = self.tracer.pairs(Subject((line,), tuple(when for when in whens if when.year)))
        if not whens and (years := [pair for pair in pairs if pair[0].grain == "year"]):
            pairs = years
        for way in ("sum", "mean"):
            for start, end in pairs:
                a, b = line.value(start, way), line.value(end, way)
                if a is not None and b is not None:
                    yield b - a
        whole = self.truth.whole(line)
        if whole is not line:
            for start, end in pairs:
                parts = [(line.value(p, "sum"), whole.value(p, "sum")) for p in (start, end)]
                if all(a is not None and b for a, b in parts):
                    yield parts[1][0] / parts[1][1] - parts[0][0] / parts[0][1]  # type: ignore[operator]

    def _from_to(self, sentence: Sentence) -> Iterator[str]:
        """ "From 10 to 20" must rise, "20에서 10까지" must fall, where the clause says either."""
        for clause in sentence.clauses:
            for one, other in pairwise(clause.numbers):
                between = sentence.text[one.end : other.start]
                before = sentence.text[clause.start : one.start].rstrip().lower()
                korean = between.lstrip().startswith("에서") or "→" in between
                english = before.endswith("from") and " to " in f" {between} "
                if not (korean or english) or one.kind != other.kind or not clause.directions or one.sign or other.sign:
                    continue
                place, says = min(clause.directions, key=lambda item: _distance(item[0], other))
                a, b = one.value * one.scale, other.value * other.scale
                if (b - a) * says < 0:
                    yield sentence.text[place:].split()[0]

    def _overtaking(self, sentence: Sentence) -> Iterator[str]:
        """The first that is named must lie behind before, and ahead at last."""
        if not sentence.overtakes or not self.truth.grains:
            return
        series = [name for name in sentence.names if self._is_series(name)]
        whens = [when for when in sentence.periods if when.year]
        if len(series) < 2 or not all(self._is_known(when) for when in whens):
            return
        measures = [name for name in sentence.names if name.is_measure]
        first, second = (self.lines((name,), [(name, *measures)]) for name in series[:2])
        grain = whens[0].grain if whens else self.truth.grains[-1]
        for one, other in zip(first, second, strict=True):
            ahead = one.series(grain, "sum")
            behind = other.series(grain, "sum")
            shared = [when for when in ahead if when in behind]
            if not shared:
                continue
            now = whens[0] if whens else shared[-1]
            if now in shared and ahead[now] > behind[now] and any(ahead[w] <= behind[w] for w in shared if w < now):
                return
        yield sentence.text


def _distance(place: int, number: Number) -> int:
    """How far a word stands from a number; one after it is nearer, as a verb in Korean is."""
    return place - number.end if place >= number.end else (number.start - place) + 1


def _pinned(number: Number, clause: Clause) -> tuple[Period, ...]:
    """The periods that stand right beside the number: "2022년 1,877", "1,877 in 2022"."""
    found = []
    for start, end, when in clause.periods:
        before = clause.text[end - clause.start : number.start - clause.start] if end <= number.start else None
        after = clause.text[number.end - clause.start : start - clause.start] if start >= number.end else None
        if before is not None and before.strip() in (
            "",
            "에",
            "의",
            "에는",
            ":",
            "：",
            "=",
            "的",
            "은",
            "는",
            "(",
            "$",
        ):
            found.append(when)
        if after is not None and after.strip().lower() in ("in", "at", "during", "in the", "for", "(in", "("):
            found.append(when)
    return tuple(found)
