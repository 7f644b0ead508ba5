"""The timeline of a run: which statuses and steps, how long each, live while it goes.

    show_timeline(client, run)

A run that is still moving is watched from the background: the cell ends at once, and the picture goes on.
"""

import time
from html import escape
from typing import Any

import ipywidgets
from IPython.display import display
from openai import OpenAI

from ..settings import say
from .parts import INK, LINE, QUIET, Widget, copyable, notice, quiet, told
from .run_course import Spell, status_spells, step_spells
from .run_watch import watch
from .statuses import COLOURS, FINISHED, colour, reason_of, titled


def show_timeline(client: OpenAI, run: Any) -> None:
    """Show the timeline of a run below the cell. What goes wrong is said there, in plain words."""
    display(RunTimeline(client, run))


class RunTimeline(Widget):
    """The timeline as a widget; it begins to watch when it is shown."""

    def __init__(self, client: OpenAI, run: Any) -> None:
        self._watch = watch(client, run)
        if run.status not in FINISHED and run.status != "requires_action":
            # As it was handed over: what is kept as text must not depend on how fast the run is.
            self._given = run.status
        else:
            self._given = ""
            self._watch.look()
        self._now = ipywidgets.HTML()
        self._bars = ipywidgets.HTML(layout={"width": "100%", "margin": "0"})
        self._inside = ipywidgets.HTML(layout={"width": "100%", "margin": "0"})
        super().__init__([self._now, self._bars, self._inside])
        self.add_class("workshop-timeline")
        self._draw()

    def __repr__(self) -> str:
        """The statuses and steps, without times; for a run that was moving when it was shown, how far it was then."""
        if self._watch.trouble:
            return self._watch.trouble
        if self._watch.moving:
            return f"{self._given} → …" if self._given else _path(self._statuses())
        words = _path(self._statuses())
        if self._watch.steps:
            words += "; " + say("단계", "steps") + ": " + ", ".join(step.type for step in self._watch.steps)
        reason = reason_of(self._watch.run)
        return f"{words}; {reason}" if reason else words

    def _repr_mimebundle_(self, **options: Any) -> Any:
        bundle = super()._repr_mimebundle_(**options)
        self._watch.go_on(self._draw)
        return bundle

    def wait(self, seconds: float = 60) -> bool:
        """Return when the run has stopped moving; False where it has not within so many seconds."""
        self._watch.go_on(self._draw)
        return self._watch.wait(seconds)

    def _statuses(self) -> list[Spell]:
        return status_spells(self._watch.run, self._watch.steps, self._watch.seen)

    def _draw(self) -> None:
        run, steps = self._watch.run, self._watch.steps
        if self._watch.trouble:
            self._now.value = notice(self._watch.trouble, "error")
            return
        self._now.value = _now(run)
        self._bars.value = _table(self._statuses(), step_spells(steps, self._watch.begun, self._watch.ended))
        # Not before: what a reader has unfolded would fold again at each look.
        self._inside.value = "" if self._watch.moving else "".join(map(_details, steps)) + _tokens(run)


def _path(spells: list[Spell]) -> str:
    return " → ".join(spell.name for spell in spells)


def _now(run: Any) -> str:
    """The line above the bars. It changes only with the status, so that a screen reader says each one once."""
    label = say("실행", "Run")
    error = f"{run.last_error.code}: {told(run.last_error.message)}" if run.last_error else reason_of(run)
    return (
        f'<div role="status"><span style="color:{QUIET}">{label}</span> {copyable(run.id)} '
        f'<b style="white-space:nowrap">{escape(titled(run.status))}</b></div>' + notice(error, "warn")
    )


def _table(statuses: list[Spell], steps: list[Spell]) -> str:
    now = time.time()
    zero = statuses[0].begin
    ends = [now if spell.end is None else spell.end for spell in steps]
    ends += [_end(spell, now) for spell in statuses]
    whole = max(0.001, max(ends) - zero)
    rows = [_row(spell, titled(spell.name), colour(spell.name), zero, whole, now) for spell in statuses]
    if steps:
        rows.append(_heading(say("실행 단계", "Run steps"), ""))
        rows += [_row(spell, _step_title(spell), COLOURS["neutral"], zero, whole, now) for spell in steps]
    caption = say("실행의 타임라인", "Timeline of the run")
    # Not watched, but read from its record afterwards.
    coarse = all(spell.begin.is_integer() for spell in [*statuses, *steps])
    note = quiet(say("기록에는 초까지만 남습니다.", "The record holds whole seconds only.")) if coarse else ""
    return (
        f'<table aria-label="{caption}" style="width:100%;max-width:60em;border-collapse:collapse;line-height:1.5;'
        f'color:{INK}">{_heading(say("상태", "Status"), say("걸린 시간", "Time taken"))}{"".join(rows)}</table>{note}'
    )


def _heading(name: str, taken: str) -> str:
    cell = f'scope="col" style="text-align:left;font-weight:600;color:{QUIET};padding:4px 8px 2px 0'
    return (
        f'<tr style="background:transparent"><th {cell};width:32%">{name}</th><th {cell};width:52%"></th>'
        f'<th {cell};text-align:right;white-space:nowrap">{taken}</th></tr>'
    )


def _row(spell: Spell, title: str, paint: str, zero: float, whole: float, now: float) -> str:
    left = 100 * (spell.begin - zero) / whole
    if spell.name in FINISHED:
        # An end has no length: a mark where the run got there.
        bar = f"margin-left:calc({left:.1f}% - {left / 100:.2f}em);width:1em;border-radius:50%"
        taken = say("끝", "end")
    else:
        bar = f"margin-left:{left:.1f}%;width:max(3px, {100 * spell.seconds(now) / whole:.1f}%);border-radius:2px"
        taken = _seconds(spell, now)
    cell = f"text-align:left;vertical-align:middle;padding:2px 8px 2px 0;border-top:1px solid {LINE}"
    return (
        f'<tr style="background:transparent"><th scope="row" style="{cell};font-weight:400">{escape(title)}</th>'
        f'<td style="{cell}"><div aria-hidden="true" style="{bar};height:1em;background:{paint}"></div></td>'
        f'<td style="{cell};padding-right:0;text-align:right;white-space:nowrap">{taken}</td></tr>'
    )


def _end(spell: Spell, now: float) -> float:
    return spell.begin if spell.name in FINISHED else now if spell.end is None else spell.end


def _seconds(spell: Spell, now: float) -> str:
    taken = spell.seconds(now)
    whole = spell.begin.is_integer() and spell.end is not None and spell.end.is_integer()
    if whole and taken == 0:
        return say("1초 미만", "under 1 s")
    number = f"{taken:.0f}" if whole else f"{taken:.1f}"
    going = "" if spell.end is not None else " …"
    return say(f"{number}초{going}", f"{number} s{going}")


def _step_title(spell: Spell) -> str:
    return spell.name if spell.status in ("completed", "in_progress") else f"{spell.name} ({spell.status})"


def _details(step: Any) -> str:
    """What a tool was given and gave back, folded."""
    if step.step_details.type != "tool_calls":
        return ""
    return "".join(_folded(call) for call in step.step_details.tool_calls)


def _folded(call: Any) -> str:
    if call.type == "code_interpreter":
        logs = [
            output.logs if output.type == "logs" else say("(그림)", "(picture)")
            for output in call.code_interpreter.outputs
        ]
        parts = [call.code_interpreter.input, "\n".join(f"→ {line}" for log in logs for line in log.splitlines())]
    elif call.type == "function":
        parts = [f"{call.function.name}({call.function.arguments})", f"→ {call.function.output}"]
    else:
        parts = [str(getattr(call, call.type, ""))]
    inside = "".join(f"<pre>{escape(part)}</pre>" for part in parts if part)
    return f"<details><summary>{escape(call.type)}</summary>{inside}</details>"


def _tokens(run: Any) -> str:
    if not run.usage:
        return ""
    read, written = run.usage.prompt_tokens, run.usage.completion_tokens
    return quiet(say(f"토큰: 입력 {read:,}, 출력 {written:,}", f"Tokens: {read:,} in, {written:,} out"))
