"""Each end of a run, on purpose."""

import pytest

from helpers.server.engine import scenarios
from helpers.settings import MODEL
from tests.providers import Script, say

LONG = [
    event for word in ("one", "two", "three", "four", "five", "six", "seven", "eight") for event in say(f"{word} ")[:1]
]


def play(client, scenario: str):
    made = client.beta.assistants.create(model=MODEL)
    run = client.beta.threads.create_and_run_poll(
        assistant_id=made.id,
        thread={"messages": [{"role": "user", "content": "count"}]},
        metadata={"scenario": scenario},
    )
    messages = client.beta.threads.messages.list(run.thread_id, run_id=run.id).data
    return run, messages[0] if messages else None


@pytest.mark.parametrize("code", ["rate_limit_exceeded", "server_error", "invalid_prompt"])
def test_failures_carry_their_code(serve_with, code):
    run, message = play(serve_with(Script(LONG)), code)
    assert (run.status, run.last_error.code, message) == ("failed", code, None)
    assert run.failed_at and "(scenario)" in run.last_error.message


@pytest.mark.parametrize(
    ("scenario", "run_reason", "message_reason"),
    [
        ("max_completion_tokens", "max_completion_tokens", "max_tokens"),
        ("content_filter", None, "content_filter"),
    ],
)
def test_an_answer_that_was_cut_is_incomplete(serve_with, scenario, run_reason, message_reason):
    run, message = play(serve_with(Script(LONG)), scenario)
    assert (run.status, run.incomplete_details.reason) == ("incomplete", run_reason)
    assert (message.status, message.incomplete_details.reason) == ("incomplete", message_reason)
    assert message.content[0].text.value == "one two three four five "


def test_a_conversation_that_is_too_long_gets_no_answer(serve_with):
    run, message = play(serve_with(Script(LONG)), "max_prompt_tokens")
    assert (run.status, run.incomplete_details.reason, message) == ("incomplete", "max_prompt_tokens", None)


def test_a_run_expires_in_the_middle_of_its_answer(serve_with):
    run, message = play(serve_with(Script(LONG)), "expired")
    assert run.status == "expired"
    assert message.incomplete_details.reason == "run_expired"


@pytest.mark.parametrize(("scenario", "status"), [("slow_queue", "queued"), ("slow_answer", "in_progress")])
def test_slow_runs_are_slow_in_the_right_status_and_complete(serve_with, monkeypatch, scenario, status):
    monkeypatch.setattr(scenarios, "SLOW_SECONDS", 0.3)
    client = serve_with(Script(LONG))
    made = client.beta.assistants.create(model=MODEL)
    run = client.beta.threads.create_and_run(assistant_id=made.id, metadata={"scenario": scenario})
    seen = set()
    while run.status in ("queued", "in_progress"):
        seen.add(run.status)
        run = client.beta.threads.runs.retrieve(run.id, thread_id=run.thread_id)
    assert status in seen and run.status == "completed"


def test_any_other_metadata_changes_nothing(serve_with):
    run, message = play(serve_with(Script(LONG)), "nothing of the kind")
    assert run.status == "completed" and message.status == "completed"
