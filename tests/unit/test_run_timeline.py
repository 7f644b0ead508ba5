"""The timeline of a run: its course from record and sightings, what is kept as text, what is drawn, what goes wrong."""

import html
import re
from types import SimpleNamespace
from typing import Any

import pytest
from openai import OpenAI

import helpers
from helpers import settings, wire
from helpers.server.card import PACE_HEADER
from helpers.widgets import run_watch
from helpers.widgets.run_course import Sighting, status_spells, step_spells
from helpers.widgets.run_timeline import RunTimeline
from tests.providers import Script, call, run_code, say

_STAMPS = ("started_at", "completed_at", "failed_at", "cancelled_at", "expired_at")


def a_run(status: str, **stamps: int) -> Any:
    return SimpleNamespace(**({"created_at": 100, "status": status} | dict.fromkeys(_STAMPS) | stamps))


def a_step(status: str, kind: str = "function", **stamps: int) -> Any:
    details = SimpleNamespace(tool_calls=[SimpleNamespace(type=kind)])
    step = {"id": "step_1", "type": "tool_calls", "status": status, "step_details": details, "created_at": 102}
    return SimpleNamespace(**(step | dict.fromkeys(_STAMPS) | stamps))


def names(spells: Any) -> list[str]:
    return [spell.name for spell in spells]


@pytest.mark.parametrize(
    ("run", "steps", "seen", "course"),
    [
        (a_run("queued"), [], [], ["queued"]),
        (a_run("completed", started_at=101, completed_at=103), [], [], ["queued", "in_progress", "completed"]),
        (a_run("failed", failed_at=103), [], [], ["queued", "failed"]),
        (a_run("cancelled", cancelled_at=103), [], ["queued", "cancelling"], ["queued", "cancelling", "cancelled"]),
        (
            a_run("requires_action", started_at=101),
            [a_step("in_progress")],
            [],
            ["queued", "in_progress", "requires_action"],
        ),
        (a_run("in_progress", started_at=101), [a_step("in_progress")], [], ["queued", "in_progress"]),
        (
            # The record of a run that went on tells of its second start only.
            a_run("completed", started_at=105, completed_at=106),
            [a_step("completed", completed_at=104)],
            [],
            ["queued", "in_progress", "requires_action", "queued", "in_progress", "completed"],
        ),
        (
            a_run("queued", started_at=101),
            [a_step("completed", completed_at=104)],
            [],
            ["queued", "in_progress", "requires_action", "queued"],
        ),
        (
            a_run("cancelled", started_at=101, cancelled_at=104),
            [a_step("cancelled", cancelled_at=104)],
            [],
            ["queued", "in_progress", "requires_action", "cancelled"],
        ),
        (
            a_run("expired", started_at=101),
            [a_step("expired", kind="code_interpreter")],
            [],
            ["queued", "in_progress", "expired"],
        ),
    ],
)
def test_the_course_is_complete_whatever_was_seen(run: Any, steps: Any, seen: Any, course: list[str]) -> None:
    spells = status_spells(run, steps, [Sighting(name, 100.5 + place) for place, name in enumerate(seen)])
    assert names(spells) == course
    assert [spell.end for spell in spells[:-1]] == [spell.begin for spell in spells[1:]]
    assert all(spell.seconds(200) >= 0 for spell in spells)


def test_what_was_seen_is_more_exact_than_the_record() -> None:
    run = a_run("completed", started_at=101, completed_at=103)
    seen = [Sighting("queued", 100.9), Sighting("completed", 103.4)]
    queued, working, done = status_spells(run, [], seen)
    assert (queued.begin, queued.end, working.end, done.end) == (100.9, 101.0, 103.4, None)
    (step,) = step_spells([a_step("completed", completed_at=103)], {"step_1": 102.25}, {"step_1": 102.75})
    assert step.seconds(999) == 0.5
    (step,) = step_spells([a_step("completed", completed_at=104)], {}, {})
    assert step.seconds(999) == 2


def make_run(client: OpenAI, **options: Any) -> Any:
    assistant = client.beta.assistants.create(model=settings.MODEL, **options.pop("assistant", {}))
    thread = client.beta.threads.create(messages=[{"role": "user", "content": "go"}])
    return client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id, **options)


def words_of(timeline: RunTimeline) -> str:
    values = [part.value for part in timeline.children]
    return html.unescape(re.sub(r"<[^>]+>", " ", " ".join(values)))


def test_a_run_is_followed_to_its_end(serve_with: Any) -> None:
    client = serve_with(Script(run_code("print(6 * 7)"), say("It is 42.")))
    run = make_run(client, assistant={"tools": [{"type": "code_interpreter"}]})
    timeline = RunTimeline(client, run)
    assert timeline._repr_mimebundle_()["text/plain"] == "queued → …"
    assert timeline.wait(30)
    assert repr(timeline) == "queued → in_progress → completed; steps: tool_calls, message_creation"
    again = RunTimeline(client, client.beta.threads.runs.retrieve(run.id, thread_id=run.thread_id))
    assert again._repr_mimebundle_()["text/plain"] == repr(timeline)
    words = words_of(again)
    assert run.id in words and "Tokens: 20 in, 10 out" in words
    assert "print(6 * 7)" in words and "→ 42" in words


def test_the_end_and_its_reason_are_said(client: OpenAI) -> None:
    run = make_run(client, metadata={"scenario": "rate_limit_exceeded"})
    timeline = RunTimeline(client, run)
    assert timeline.wait(30)
    assert repr(timeline) == "queued → in_progress → failed; rate_limit_exceeded"
    assert "Rate limit reached" in words_of(timeline)


def test_a_run_that_waits_for_the_reader_has_stopped_moving_and_goes_on_later(serve_with: Any) -> None:
    client = serve_with(Script(call(("f", "{}")), say("Done.")))
    tools = [{"type": "function", "function": {"name": "f"}}]
    run = make_run(client, assistant={"tools": tools})
    timeline = RunTimeline(client, run)
    assert timeline.wait(30)
    assert repr(timeline) == "queued → in_progress → requires_action; steps: tool_calls"
    waiting = client.beta.threads.runs.retrieve(run.id, thread_id=run.thread_id)
    outputs = [
        {"tool_call_id": one.id, "output": "1"} for one in waiting.required_action.submit_tool_outputs.tool_calls
    ]
    run = client.beta.threads.runs.submit_tool_outputs_and_poll(
        run_id=run.id, thread_id=run.thread_id, tool_outputs=outputs, poll_interval_ms=10
    )
    whole = "queued → in_progress → requires_action → queued → in_progress → completed"
    assert repr(RunTimeline(client, run)).startswith(whole)


def test_each_status_is_seen(client: OpenAI) -> None:
    # At the pace of the notebooks, in which each status waits until it has been seen.
    slow = client.with_options(default_headers={PACE_HEADER: "teaching"})
    timeline = RunTimeline(slow, make_run(slow))
    assert timeline.wait(30)
    watched = run_watch.watch(slow, timeline._watch.run)
    assert names(watched.seen) == ["queued", "in_progress", "completed"]


def test_bars_are_told_in_words_and_hidden_from_screen_readers(client: OpenAI, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_LANG", "ko")
    timeline = RunTimeline(client, make_run(client))
    assert timeline.wait(30)
    drawn = " ".join(part.value for part in timeline.children)
    assert "in_progress (처리 중)" in drawn and 'aria-label="실행의 타임라인"' in drawn
    assert len(re.findall(r'<div aria-hidden="true"', drawn)) == len(re.findall(r'<th scope="row"', drawn)) == 4
    assert '<div role="status">' in drawn
    assert "단계: message_creation" in repr(timeline)


def test_code_of_the_assistant_is_not_taken_for_html(serve_with: Any) -> None:
    client = serve_with(Script(run_code("print('<b>x</b>')"), say("ok")))
    timeline = RunTimeline(client, make_run(client, assistant={"tools": [{"type": "code_interpreter"}]}))
    assert timeline.wait(30)
    assert "<b>x" not in " ".join(part.value for part in timeline.children)


def test_what_goes_wrong_is_said_inside(client: OpenAI) -> None:
    run = make_run(client)
    client.beta.threads.delete(run.thread_id)
    timeline = RunTimeline(client, run)
    assert timeline.wait(30)
    assert "Not on the server; it may be deleted" in words_of(timeline)
    assert repr(timeline) == timeline._watch.trouble


def test_watching_is_not_among_the_requests_that_are_shown(client: OpenAI) -> None:
    from openai import DefaultHttpxClient

    noted = client.with_options(http_client=DefaultHttpxClient(trust_env=False, event_hooks=wire.hooks()))
    run = make_run(noted)
    before = len(wire._noted)
    assert RunTimeline(noted, run).wait(30)
    assert len(wire._noted) == before


def test_the_notebook_has_short_names_for_it() -> None:
    assert callable(helpers.show_timeline)
    assert helpers.RunTimeline is RunTimeline
