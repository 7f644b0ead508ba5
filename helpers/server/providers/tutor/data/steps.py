"""The way that insights, titles and decks share: find the file, look at it, compute what the thread is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...base import CodeCall, File, Message
from ..form import form_of
from ..skill import Action, RunCode, Say, Situation
from .asks import INSIGHTS, MAKES_DECK, makes_title
from .computing import compute_code
from .fact_code import facts_code, facts_in
from .facts import Fact
from .grids import failed, grid
from .ground import Ground, base_plan
from .plan import Plan
from .reading import error_in
from .tables import Table
from .thread import Trouble, data_file, look_at, plan_before, result_of
from .troubles import bad_file, code_failed, first_words, no_file, no_interpreter, not_understood, without_numbers


@dataclass(frozen=True)
class Prepared:
    """Everything known about the table that the thread is about."""

    file: File
    table: Table
    plan: Plan
    ground: Ground


def prepare(situation: Situation, intro: str | None = None) -> Prepared | Sequence[Action]:
    """The table of the thread with its numbers, or the next actions on the way there (or why it cannot be had)."""
    language = situation.language
    file = data_file(situation)
    if file is None:
        return [Say(no_file(language))]
    if not situation.can_run_code:
        return [Say(no_interpreter(language))]
    looked = look_at(situation, file)
    if isinstance(looked, Trouble):
        return [Say(bad_file(looked, file, language))]
    if not isinstance(looked, Table):
        return (
            looked
            if situation.done
            else [
                *form_of(situation).announced(intro or first_words(situation, file)),
                *looked,
            ]
        )
    before = plan_before(situation, looked)
    plan = base_plan(before[0] if before else None, looked, language)
    columns = ", ".join(column.name for column in looked.columns)
    if plan is None:
        return [Say(not_understood(columns, language))]
    if not looked.measures and not looked.series:
        return [Say(without_numbers(looked, language))]
    spoken = dict.fromkeys([before[1] if before else language, language])
    chosen: Plan | None = plan
    while chosen is not None:
        plan = chosen
        calls = [call for one in spoken if (call := result_of(situation, file, plan, looked, one))]
        found, logs = next(((made, call.logs) for call in calls if (made := grid(call.logs))), (None, ""))
        if found is None:
            break
        # One series with two or three points has no more to tell than that it rose or fell.
        poor = len(found.index) < (4 if len(found.columns) == 1 else 2)
        chosen = _finer(plan, looked) if poor else None
        if chosen is None:
            return Prepared(file, looked, plan, Ground(plan, found, language, looked, logs))
    code = compute_code(plan, looked, language)
    tried = [call for call in situation.done if isinstance(call, CodeCall) and call.code == code]
    if tried:
        return [Say(code_failed(failed(tried[-1].logs) or error_in(tried[-1].logs) or "", language))]
    return [RunCode(code)]


def _finer(plan: Plan, table: Table) -> Plan | None:
    """The plan by the next finer periods, where the whole file lies in a single one; None where there are none."""
    had = [grain for grain in table.periods.grains() if grain != "week"] if table.periods else []
    place = had.index(plan.grain) if plan.grain in had else 0
    return replace(plan, grain=had[place - 1]) if place else None


def computed(
    situation: Situation, prepared: Prepared, facts: Sequence[Fact]
) -> dict[str, dict[str, Any]] | Sequence[Action]:
    """The facts with their values, where this turn or the thread has computed them; else the code that does."""
    code = facts_code(prepared.plan, prepared.table, prepared.ground, facts, situation.language)
    for item in reversed(situation.request.items):
        if isinstance(item, CodeCall) and item.code == code:
            found = facts_in(item.logs)
            return found if found is not None else [Say(code_failed(error_in(item.logs) or "", situation.language))]
    return [RunCode(code)]


def said_after(situation: Situation, pattern: re.Pattern[str]) -> list[str]:
    """The lines that the assistant last answered to a question that matches, without bullets; may be empty."""
    lines: list[str] = []
    listening = False
    for item in situation.before:
        if isinstance(item, Message) and item.role == "user":
            # "A title for the insights" speaks of both, but what it is answered with is the title.
            other = MAKES_DECK.search(item.text) or (pattern is INSIGHTS and makes_title(item.text))
            listening = bool(pattern.search(item.text)) and not other
            lines = [] if listening else lines
        elif listening and isinstance(item, CodeCall):
            lines = []
        elif listening and isinstance(item, Message):
            lines += [
                clean
                for line in item.text.splitlines()
                if (clean := re.sub(r"^\s*([-*•]|\d+[.)])\s*", "", line).strip())
            ]
    return lines
