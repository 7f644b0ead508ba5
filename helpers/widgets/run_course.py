"""The course of a run: through which statuses it went and when, from its record and from what was seen meanwhile.

A record holds whole seconds, and of a status that came and went (such as `cancelling`) nothing at all; polling sees
fractions, and may miss what was short. The course is made of both, so that it is the same however often was asked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Spell:
    """One status or step; `begin` and `end` in seconds of Unix time, `end` None as long as it lasts."""

    name: str
    begin: float
    end: float | None
    status: str = ""

    def seconds(self, now: float) -> float:
        """How long it has lasted."""
        return max(0.0, (now if self.end is None else self.end) - self.begin)


@dataclass(frozen=True)
class Sighting:
    """A status and when it was first seen (Unix time)."""

    name: str
    when: float


def status_spells(run: Any, steps: Sequence[Any], seen: Sequence[Sighting] = ()) -> list[Spell]:
    """The statuses in order, the last of them without an end."""
    names: list[str] = []
    begins: list[float] = []
    for name, begin in _timed(_recorded(run, steps, seen), seen):
        names.append(name)
        # Whole seconds beside fractions may seem to run backwards.
        begins.append(max([begin, *begins[-1:]]))
    ends: list[float | None] = [*begins[1:], None]
    return [Spell(name, begin, end) for name, begin, end in zip(names, begins, ends, strict=True)]


def step_spells(steps: Sequence[Any], begun: Mapping[str, float], ended: Mapping[str, float]) -> list[Spell]:
    """The run steps in order. `begun` and `ended`: when those that were watched began and ended, by ID."""
    spells = []
    for step in steps:
        begin = begun.get(step.id, float(step.created_at))
        end = None if step.status == "in_progress" else max(begin, ended.get(step.id, float(end_of_step(step))))
        spells.append(Spell(step.type, begin, end, step.status))
    return spells


def end_of_step(step: Any) -> int:
    """When a step ended, by its record; for want of anything else, when it began."""
    stamps = (step.completed_at, step.cancelled_at, step.failed_at, step.expired_at)
    return int(next((stamp for stamp in stamps if stamp), step.created_at))


def end_of_run(run: Any, steps: Sequence[Any]) -> int | None:
    """When a run ended, by its record. An expired or incomplete one does not say; its last step does."""
    stamps = [stamp for stamp in (run.completed_at, run.failed_at, run.cancelled_at) if stamp]
    return max(stamps or map(end_of_step, steps), default=None)


def _recorded(run: Any, steps: Sequence[Any], seen: Sequence[Sighting]) -> list[tuple[str, float]]:
    """The statuses that the run must have gone through, with the times of its record."""
    course = [("queued", float(run.created_at))]
    asked = [step for step in steps if _calls_functions(step)]
    if run.started_at:
        course.append(("in_progress", float(min([run.started_at, *(step.created_at for step in asked)]))))
    for step in asked:
        if step.status == "in_progress" and run.status == "in_progress":
            continue
        course.append(("requires_action", float(step.created_at)))
        if step.status == "completed":
            course.append(("queued", float(step.completed_at)))
            if step is not asked[-1] or run.status != "queued":
                course.append(("in_progress", float(step.completed_at)))
    if run.status == "cancelled" and any(sighting.name == "cancelling" for sighting in seen):
        course.append(("cancelling", course[-1][1]))
    if course[-1][0] != run.status:
        course.append((run.status, float(end_of_run(run, steps) or course[-1][1])))
    return course


def _timed(recorded: list[tuple[str, float]], seen: Sequence[Sighting]) -> list[tuple[str, float]]:
    """The recorded course, with the times of what was seen, where it was."""
    rest = list(seen)
    course = []
    for name, stamp in recorded:
        place = next((place for place, sighting in enumerate(rest) if sighting.name == name), None)
        if place is None:
            course.append((name, stamp))
        else:
            course.append((name, rest[place].when))
            rest = rest[place + 1 :]
    return course


def _calls_functions(step: Any) -> bool:
    return step.type == "tool_calls" and any(call.type == "function" for call in step.step_details.tool_calls)
