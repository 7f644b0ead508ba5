"""The playground's conversation as it happens: messages sent and runs followed, beside the notebook's own cells."""

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from openai import AssistantEventHandler, NotFoundError, OpenAI, OpenAIError

from ..polling import MOVING
from ..reuse import remember, remembered
from ..settings import language, say
from .parts import plain
from .playground_chat import RunView, Transcript

_LOOK_AGAIN_SECONDS = 0.5


class Talk:
    """One thread, kept by `key`, and at most one run of it at a time.

    `changed()` is called whenever `state` may have changed: "idle", "running", or "waiting" for results of functions.
    """

    def __init__(self, client: OpenAI, key: str, transcript: Transcript, changed: Callable[[], None]) -> None:
        self._client = client
        self._place = f"{language()}/playground/{key}/thread"
        self._transcript = transcript
        self._changed = changed
        self._worker: threading.Thread | None = None
        self.state = "idle"
        self.run_id: str | None = None
        self.thread_id = remembered(self._place)

    def load(self) -> None:
        """Show the remembered conversation again, and go on with a run that is not over. Raises OpenAIError."""
        self._transcript.clear()
        if not self.thread_id:
            return
        threads = self._client.beta.threads
        try:
            messages = list(threads.messages.list(self.thread_id, order="asc", limit=100))
            runs = list(threads.runs.list(self.thread_id, order="asc", limit=100))
        except NotFoundError:
            self.thread_id = None
            return
        view, last = None, None
        for entry in _in_order(messages, runs):
            if hasattr(entry, "role"):
                self._transcript.user(_text_of(entry))
            else:
                view, last = self._transcript.run(), entry
                self._show_ended(view, entry, messages)
        if view and last and last.status == "requires_action":
            self._ask(view, last)
        elif view and last and last.status in MOVING:
            self._begin(last.id, lambda: self._watch(view, last, messages))

    def send(self, text: str, assistant_id: str) -> None:
        """Add a message and have it answered, in the background. Raises OpenAIError where it is not taken."""
        threads = self._client.beta.threads
        if not self.thread_id:
            self.thread_id = threads.create().id
            remember(self._place, self.thread_id)
        threads.messages.create(self.thread_id, role="user", content=text)
        self._transcript.user(text)
        view = self._transcript.run()
        thread_id = self.thread_id
        self._begin(
            None,
            lambda: self._follow(
                view,
                lambda handler: threads.runs.stream(
                    thread_id=thread_id,
                    assistant_id=assistant_id,
                    event_handler=handler,
                ),
            ),
        )

    def cancel(self) -> None:
        """Ask the run to stop. Raises OpenAIError."""
        if self.run_id and self.thread_id:
            self._client.beta.threads.runs.cancel(self.run_id, thread_id=self.thread_id)
            if self.state == "waiting":
                self.state, self.run_id = "idle", None
                self.load()
                self._changed()

    def start_new(self) -> None:
        """The next message begins a new thread. The old one is kept for the dashboard, under its own name."""
        if self.thread_id:
            remember(f"{self._place}/{self.thread_id[-6:]}", self.thread_id)
            remember(self._place, "")
        self.thread_id = None
        self._transcript.clear()
        self._changed()

    def wait(self, seconds: float) -> None:
        """Return when nothing is under way. Raises TimeoutError."""
        worker = self._worker
        if worker:
            worker.join(seconds)
            if worker.is_alive():
                raise TimeoutError(
                    say(f"{seconds:g}초 안에 끝나지 않았습니다.", f"The run was not done within {seconds:g} seconds.")
                )

    def _begin(self, run_id: str | None, work: Callable[[], None]) -> None:
        self.state, self.run_id = "running", run_id
        self._changed()
        self._worker = threading.Thread(target=work, daemon=True)
        self._worker.start()

    def _follow(self, view: RunView, open_stream: Callable[[AssistantEventHandler], Any]) -> None:
        """Show a stream's events as they come."""
        handler = _Follower(self, view)
        run = None
        try:
            with open_stream(handler) as stream:
                stream.until_done()
            run = handler.current_run
            if handler.current_run_step_snapshot:
                # A step that waits for results is never told to be done.
                view.step(handler.current_run_step_snapshot)
        except Exception as error:
            # Nobody would see a traceback of this thread.
            view.problem(plain(error))
        self._finish(view, run)

    def _watch(self, view: RunView, run: Any, messages: list[Any]) -> None:
        """Follow a run that another widget, or this one before its cell was run again, has started."""
        try:
            while run.status in MOVING:
                time.sleep(_LOOK_AGAIN_SECONDS)
                run = self._client.beta.threads.runs.retrieve(run.id, thread_id=run.thread_id)
                view.status(run)
            messages = list(self._client.beta.threads.messages.list(run.thread_id, run_id=run.id, limit=100))
            self._show_ended(view, run, messages)
        except OpenAIError as error:
            view.problem(plain(error))
        self._finish(view, run)

    def _finish(self, view: RunView, run: Any) -> None:
        if run is not None and run.status == "requires_action":
            self._ask(view, run)
        else:
            self.state, self.run_id = "idle", None
        self._changed()

    def _ask(self, view: RunView, run: Any) -> None:
        self.state, self.run_id = "waiting", run.id
        calls = run.required_action.submit_tool_outputs.tool_calls
        view.ask(calls, lambda results: self._submit(view, run, results))

    def _submit(self, view: RunView, run: Any, results: dict[str, str]) -> None:
        outputs: Any = [{"tool_call_id": id, "output": output} for id, output in results.items()]
        view.answered()
        self._begin(
            run.id,
            lambda: self._follow(
                view,
                lambda handler: self._client.beta.threads.runs.submit_tool_outputs_stream(
                    run_id=run.id, thread_id=run.thread_id, tool_outputs=outputs, event_handler=handler
                ),
            ),
        )

    def _show_ended(self, view: RunView, run: Any, messages: list[Any]) -> None:
        written = {message.id: message for message in messages}
        with suppress(OpenAIError):
            for step in self._client.beta.threads.runs.steps.list(
                run.id, thread_id=run.thread_id, order="asc", limit=100
            ):
                creation = getattr(step.step_details, "message_creation", None)
                if creation is None:
                    view.step(step)
                elif creation.message_id in written:
                    view.message(written[creation.message_id])
        view.status(run)


class _Follower(AssistantEventHandler):
    """Shows the events of a stream in the view of their run."""

    def __init__(self, talk: Talk, view: RunView) -> None:
        super().__init__()
        self._talk = talk
        self._view = view

    def on_event(self, event: Any) -> None:
        if event.event.startswith("thread.run.") and not event.event.startswith("thread.run.step"):
            self._talk.run_id = event.data.id
            self._view.status(event.data)

    def on_run_step_delta(self, delta: Any, snapshot: Any) -> None:
        self._view.step(snapshot, whole=False)

    def on_run_step_done(self, run_step: Any) -> None:
        self._view.step(run_step)

    def on_message_delta(self, delta: Any, snapshot: Any) -> None:
        self._view.message(snapshot, whole=False)

    def on_message_done(self, message: Any) -> None:
        self._view.message(message)


def _in_order(messages: list[Any], runs: list[Any]) -> list[Any]:
    """The reader's messages and the runs as they came.

    Times are whole seconds, so a run stands where its first answer does; one that left none, by its time.
    """
    answered = {message.run_id for message in messages if message.run_id}
    waiting = list(runs)
    order: list[Any] = []
    for message in messages:
        taken = 0
        if message.run_id:
            ids = [run.id for run in waiting]
            taken = ids.index(message.run_id) + 1 if message.run_id in ids else 0
        elif order and hasattr(order[-1], "role"):
            while taken < len(waiting) and _came_before(waiting[taken], message, answered):
                taken += 1
        order += waiting[:taken]
        del waiting[:taken]
        if not message.run_id:
            order.append(message)
    return order + waiting


def _came_before(run: Any, message: Any, answered: set[str]) -> bool:
    return run.id not in answered and run.created_at <= message.created_at


def _text_of(message: Any) -> str:
    return "\n".join(part.text.value for part in message.content if part.type == "text")
