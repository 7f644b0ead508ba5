"""The life of a run as a state machine: whatever is asked in whatever order, only what the reference allows is seen."""

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openai import BadRequestError, NotFoundError, OpenAI

from helpers.server.engine import engine, scenarios
from helpers.settings import MODEL
from tests.conftest import client_for, serving
from tests.deep import needs
from tests.providers import Planned

stateful = needs("hypothesis.stateful")
hypothesis = needs("hypothesis")
strategies = needs("hypothesis.strategies")

# Reference: Assistants > Deep dive > Run lifecycle.
FOLLOWS = {
    "queued": {"in_progress", "cancelling", "cancelled", "failed", "expired"},
    "in_progress": {"requires_action", "cancelling", "cancelled", "completed", "failed", "incomplete", "expired"},
    "requires_action": {"queued", "cancelling", "cancelled", "expired"},
    "cancelling": {"cancelled", "completed", "failed", "expired"},
}
ENDS = {"completed", "failed", "cancelled", "incomplete", "expired"}
STAMPS = {"completed": "completed_at", "failed": "failed_at", "cancelled": "cancelled_at"}
PLANS = ["say", "call say", "calls say", "call calls say", "call fail", "fail", "wait", "call wait"]
SCENARIOS = [
    "slow_queue",
    "slow_answer",
    "rate_limit_exceeded",
    "invalid_prompt",
    "expired",
    "max_completion_tokens",
    "max_prompt_tokens",
    "content_filter",
]
FUNCTION = [{"type": "function", "function": {"name": "f"}}]


def reachable(status: str) -> set[str]:
    """All that may be seen some time after `status` was."""
    found = {status}
    while more := {new for old in found for new in FOLLOWS.get(old, ())} - found:
        found |= more
    return found


class Clock:
    """The engine's time, which a test can put forward."""

    def __init__(self) -> None:
        self.ahead = 0

    def __call__(self) -> int:
        return real_now() + self.ahead


real_now = engine.now
clock = Clock()
seen_steps: set[tuple[str, str]] = set()
world: dict[str, Any] = {}


@pytest.fixture(autouse=True)
def _server(tmp_path: Path) -> Iterator[None]:
    """One server for all examples; every step that any run takes in it is noted."""
    allowed = engine.check_transition

    def noted(old: str, new: str) -> None:
        seen_steps.add((old, new))
        allowed(old, new)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "check_transition", noted)
        patch.setattr(engine, "now", clock)
        patch.setattr(scenarios, "SLOW_SECONDS", 60)
        with serving(tmp_path, Planned()) as url:
            client = client_for(url)
            assistant = client.beta.assistants.create(model=MODEL, tools=FUNCTION)
            world.update(client=client, assistant_id=assistant.id, names=itertools.count())
            yield


class Life(stateful.RuleBasedStateMachine):
    """One thread and its runs. What a run looked like when it was last seen is in `runs`, the newest last."""

    @stateful.initialize()
    def begin(self) -> None:
        self.client: OpenAI = world["client"]
        self.api = self.client.beta.threads
        self.thread_id = self.api.create().id
        self.runs: list[Any] = []

    # What is asked

    @stateful.rule(plan=strategies.sampled_from(PLANS), scenario=strategies.none() | strategies.sampled_from(SCENARIOS))
    def create_run(self, plan: str, scenario: str | None) -> None:
        def ask() -> Any:
            return self.api.runs.create(
                thread_id=self.thread_id,
                assistant_id=world["assistant_id"],
                instructions=f"{next(world['names'])}: {plan}",
                metadata={"scenario": scenario} if scenario else {},
            )

        run = self.unless_locked(ask, "Thread {thread} already has an active run {run}.")
        if run is not None:
            assert (run.status, run.started_at, run.usage) == ("queued", None, None)
            self.check_fields(run)
            self.runs.append(run)

    @stateful.rule()
    def add_message(self) -> None:
        def ask() -> Any:
            return self.api.messages.create(self.thread_id, role="user", content="more")

        self.unless_locked(ask, "Can't add messages to {thread} while a run {run} is active.")

    @stateful.precondition(lambda self: self.runs)
    @stateful.rule(data=strategies.data())
    def cancel(self, data: Any) -> None:
        run = data.draw(strategies.sampled_from(self.runs))
        try:
            answer = self.api.runs.cancel(run.id, thread_id=self.thread_id)
        except BadRequestError as refused:
            now = self.look(run)
            assert now.status in ENDS
            assert refused.body["message"] == f"Cannot cancel run with status '{now.status}'."
        else:
            assert answer.status in ("cancelling", "cancelled") and run.status not in ENDS
            self.note(answer)

    @stateful.precondition(lambda self: self.runs)
    @stateful.rule(data=strategies.data())
    def submit_to_any_run(self, data: Any) -> None:
        self.submit(data.draw(strategies.sampled_from(self.runs)), whole=data.draw(strategies.booleans()))

    @stateful.precondition(lambda self: self.waits())
    @stateful.rule()
    def answer_the_calls(self) -> None:
        self.submit(self.runs[-1], whole=True)

    def waits(self) -> bool:
        return bool(self.runs) and self.runs[-1].status == "requires_action"

    def submit(self, run: Any, whole: bool) -> None:
        run = self.look(run)
        calls = run.required_action.submit_tool_outputs.tool_calls if run.required_action else []
        ids = [call.id for call in calls] if whole else [*(call.id for call in calls[1:]), "call_other"]
        outputs = [{"tool_call_id": id, "output": "1"} for id in ids]
        try:
            answer = self.api.runs.submit_tool_outputs(run.id, thread_id=self.thread_id, tool_outputs=outputs)
        except BadRequestError as refused:
            message = refused.body["message"]
            if run.status == "requires_action":
                assert not whole and message.startswith("Expected tool outputs for call_ids ["), message
            else:
                assert message.startswith("Runs in status ") and message.endswith("do not accept tool outputs.")
        else:
            assert whole and (run.status, answer.status) == ("requires_action", "queued")
            self.note(answer)

    @stateful.precondition(lambda self: self.runs)
    @stateful.rule(data=strategies.data())
    def update(self, data: Any) -> None:
        run = data.draw(strategies.sampled_from(self.runs))
        marked = {**(run.metadata or {}), "mark": str(next(world["names"]))}
        answer = self.api.runs.update(run.id, thread_id=self.thread_id, metadata=marked)
        run.metadata = marked
        self.note(answer)

    @stateful.precondition(lambda self: self.runs)
    @stateful.rule()
    def wait_until_it_rests(self) -> None:
        run = self.look(self.runs[-1])
        stays = "wait" in run.instructions or "slow" in (run.metadata or {}).get("scenario", "")
        while not stays and run.status in ("queued", "in_progress", "cancelling"):
            run = self.look(run)

    @stateful.precondition(lambda self: self.waits())
    @stateful.rule()
    def let_ten_minutes_pass(self) -> None:
        clock.ahead = 601
        try:
            assert self.look(self.runs[-1]).status == "expired"
        finally:
            clock.ahead = 0

    @stateful.rule()
    def delete_the_thread(self) -> None:
        self.api.delete(self.thread_id)
        for run in self.runs:
            with pytest.raises(NotFoundError):
                self.api.runs.retrieve(run.id, thread_id=self.thread_id)
        self.begin()

    # What is seen

    @stateful.invariant()
    def only_what_is_allowed_is_seen(self) -> None:
        self.runs = [self.look(run) for run in self.runs]
        active = [run for run in self.runs if run.status not in ENDS]
        assert len(active) <= 1 and active in ([], self.runs[-1:])
        assert {new for old, new in seen_steps if new not in FOLLOWS.get(old, ())} == set()

    def teardown(self) -> None:
        """All that an ended run has left behind has ended too."""
        for run in getattr(self, "runs", ()):
            if self.look(run).status not in ENDS:
                continue
            for step in self.api.runs.steps.list(run.id, thread_id=self.thread_id):
                assert step.status != "in_progress", f"{run.status}: {step}"
            for message in self.api.messages.list(self.thread_id, run_id=run.id):
                assert message.status != "in_progress", f"{run.status}: {message}"

    def look(self, run: Any) -> Any:
        """The run as it is now."""
        now = self.api.runs.retrieve(run.id, thread_id=self.thread_id)
        self.note(now)
        return now

    def note(self, now: Any) -> None:
        """Compare with what was last seen of this run."""
        place = next(place for place, run in enumerate(self.runs) if run.id == now.id)
        before = self.runs[place]
        assert now.status in reachable(before.status), f"{before.status} -> {now.status}"
        if before.status in ENDS:
            assert now == before, "an ended run has changed"
        self.check_fields(now)
        self.runs[place] = now

    def check_fields(self, run: Any) -> None:
        """What each status says about the other fields."""
        stamps = {stamp for stamp in STAMPS.values() if getattr(run, stamp)}
        assert stamps == ({STAMPS[run.status]} if run.status in STAMPS else set())
        assert run.expires_at == (None if run.status == "completed" else run.created_at + 600)
        assert bool(run.required_action) == (run.status == "requires_action")
        assert bool(run.last_error) == (run.status == "failed")
        assert (run.incomplete_details is not None) == (run.status == "incomplete")
        if run.status in ("in_progress", "requires_action", "completed", "incomplete"):
            assert run.started_at
        if run.status in ("queued", "in_progress", "cancelling"):
            assert run.usage is None

    def unless_locked(self, ask: Any, refusal: str) -> Any:
        """The answer, or None where an active run locked the thread."""
        try:
            answer = ask()
        except BadRequestError as refused:
            assert self.runs and self.runs[-1].status not in ENDS
            expected = refusal.format(thread=self.thread_id, run=self.runs[-1].id)
            assert refused.body["message"] == expected
            return None
        assert not self.runs or self.look(self.runs[-1]).status in ENDS
        return answer


def test_only_what_the_reference_allows_is_seen():
    settings = hypothesis.settings(
        max_examples=60,
        stateful_step_count=25,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    stateful.run_state_machine_as_test(Life, settings=settings)
    # The rest of what the reference allows depends on the instant at which somebody asks.
    assert seen_steps >= {
        ("queued", "in_progress"),
        ("queued", "cancelling"),
        ("in_progress", "requires_action"),
        ("in_progress", "cancelling"),
        ("in_progress", "completed"),
        ("in_progress", "failed"),
        ("in_progress", "incomplete"),
        ("in_progress", "expired"),
        ("requires_action", "queued"),
        ("requires_action", "cancelled"),
        ("requires_action", "expired"),
        ("cancelling", "cancelled"),
    }
