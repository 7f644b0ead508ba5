"""Code that a live model wrote runs behind walls, or after the reader has said yes once."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from openai import OpenAI

from helpers import consent
from helpers.server.engine import toolbox
from helpers.server.model_choice import ModelChoice
from helpers.server.providers.base import ModelEvent, ModelRequest, Provider
from helpers.server.providers.tutor import OfflineTutor
from helpers.settings import MODEL, state_folder
from tests.providers import Script, run_code, say

Serve = Callable[[Provider], OpenAI]


class Live(Script):
    """A model like any other: nobody has read what it writes."""

    code_is_ours = False


@pytest.fixture(autouse=True)
def _fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_STATE", str(tmp_path / "state"))  # where `serve_with` has its server
    monkeypatch.delenv(consent.VARIABLE, raising=False)


@pytest.fixture
def no_walls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toolbox.walls, "closed_in", lambda: False)


def model() -> Live:
    return Live(run_code("print(6 * 7)"), say("42"), run_code("print(6 * 7)"), say("42"))


def run(client: OpenAI) -> object:
    assistant = client.beta.assistants.create(model=MODEL, tools=[{"type": "code_interpreter"}])
    return client.beta.threads.create_and_run_poll(
        assistant_id=assistant.id,
        thread={"messages": [{"role": "user", "content": "6 * 7?"}]},
        poll_interval_ms=20,
    )


def test_without_walls_the_run_fails_and_says_what_to_do(serve_with: Serve, no_walls: None) -> None:
    client = serve_with(model())
    refused = run(client)
    assert refused.status == "failed" and refused.last_error.message == consent.REFUSAL
    assert "allow_code_without_walls()" in consent.REFUSAL and f"{consent.VARIABLE}=yes" in consent.REFUSAL
    (step,) = client.beta.threads.runs.steps.list(refused.id, thread_id=refused.thread_id).data
    (call,) = step.step_details.tool_calls
    assert (call.code_interpreter.input, call.code_interpreter.outputs) == ("print(6 * 7)", [])
    assert step.status == "failed"


def test_one_yes_is_remembered_and_can_be_taken_back(
    serve_with: Serve, no_walls: None, capsys: pytest.CaptureFixture[str]
) -> None:
    client = serve_with(model())
    consent.allow_code_without_walls()
    assert "forbid_code_without_walls()" in capsys.readouterr().out
    assert run(client).status == "completed"
    consent.forbid_code_without_walls()
    consent.forbid_code_without_walls()
    assert run(client).last_error.message == consent.REFUSAL


@pytest.mark.parametrize(("said", "given"), [("yes", True), ("YES ", True), ("1", True), ("no", False), ("", False)])
def test_the_environment_may_say_yes(monkeypatch: pytest.MonkeyPatch, said: str, given: bool) -> None:
    monkeypatch.setenv(consent.VARIABLE, said)
    assert consent.is_given(state_folder()) is given


def test_behind_walls_nobody_is_asked(serve_with: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toolbox.walls, "closed_in", lambda: True)
    assert run(serve_with(model())).status == "completed"


def test_the_tutors_own_code_needs_no_consent(serve_with: Serve, no_walls: None) -> None:
    client = serve_with(OfflineTutor())
    answered = run(client)
    steps = client.beta.threads.runs.steps.list(answered.id, thread_id=answered.thread_id).data
    assert answered.status == "completed"
    assert any(step.type == "tool_calls" for step in steps)


def test_who_wrote_the_code_counts_and_not_who_thinks_meanwhile(
    serve_with: Serve, no_walls: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reader goes back to the offline tutor just after a live model has written its code."""

    class ChangesItsMind(Live):
        async def respond(self, request: ModelRequest) -> AsyncIterator[ModelEvent]:
            async for event in super().respond(request):
                yield event
            monkeypatch.setattr(ModelChoice, "_now", OfflineTutor())

    assert run(serve_with(ChangesItsMind(run_code("print(6 * 7)")))).last_error.message == consent.REFUSAL
