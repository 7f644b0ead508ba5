"""The run loop: asks the model, carries out its tool calls, asks again, until it has answered.

Runs live as tasks of the event loop; all that they do is in the store as it happens, and told to those who stream.
The engine knows nothing of HTTP.
"""

import asyncio
import logging
from typing import Any

from ..library import Library, StoreExpired
from ..objects import now, shown_run, shown_step
from ..providers.base import Provider, ProviderError, TextDelta
from ..store import Store
from ..tools.code_interpreter import CodeInterpreter
from .context import PromptTooLongError, build_request
from .events import Events
from .pace import Pace, Spell
from .scenarios import play, wait_in_queue
from .states import ACTIVE, FINISHED, check_transition
from .steps import converse
from .toolbox import ConsentNeeded, Toolbox
from .turn import Turn

Object = dict[str, Any]

_log = logging.getLogger(__name__)


class Engine:
    """One for a server. `provider` thinks, `interpreter` runs Python, `library` searches files."""

    def __init__(self, store: Store, provider: Provider, interpreter: CodeInterpreter, library: Library) -> None:
        self._store = store
        self._provider = provider
        self.toolbox = Toolbox(store, interpreter, library, provider)
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._spells: dict[str, Spell] = {}
        self._closing = False
        self.events = Events()

    def recover(self) -> None:
        """Runs that a killed server left behind would lock their threads for ever: they have failed."""
        for run in self._store.everything("run"):
            if run["status"] in ACTIVE - {"requires_action"}:
                error = {"code": "server_error", "message": "The server was stopped while this run was active."}
                self._store.save(run | {"status": "failed", "failed_at": now(), "last_error": error})

    def look(self, run: Object) -> Object:
        """The run as it is now, as somebody looks at it: one that waited too long for its tool outputs has expired."""
        if run["id"] in self._spells:
            self._spells[run["id"]].saw()
        if run["status"] == "requires_action" and now() >= run["expires_at"]:
            return self._give_up(run, "expired")
        return run

    def active_run(self, thread_id: str) -> Object | None:
        """The run that locks the thread, or None."""
        newest, _ = self._store.page("run", thread_id, limit=1)
        if not newest or newest[0]["status"] not in ACTIVE:
            return None
        run = newest[0]
        return run if run["status"] != "requires_action" or self.look(run)["status"] in ACTIVE else None

    def start(self, run: Object, pace: Pace) -> None:
        """Let a queued run go on by itself."""
        task = asyncio.create_task(self._execute(run, pace))
        self._tasks[run["id"]] = task
        task.add_done_callback(lambda _: self._settle(run["id"], task))

    def cancel(self, run: Object) -> Object:
        """Ask an active run to stop; it is `cancelling` until it has. Asking twice changes nothing."""
        if run["status"] == "cancelling":
            return run
        if run["id"] not in self._tasks:
            return self._give_up(run, "cancelled", cancelled_at=now())
        run = self._move(run["id"], "cancelling")
        self._tasks[run["id"]].cancel()
        return run

    def submit(self, run: Object, outputs: dict[str, str], pace: Pace) -> Object:
        """Give a run that waits for them the outputs of its function calls, by call ID."""
        step = self._waiting_step(run)
        for call in step["step_details"]["tool_calls"]:
            if call["id"] in outputs:
                call["function"]["output"] = outputs[call["id"]]
        step |= {"status": "completed", "completed_at": now()}
        self._store.save(step)
        self.events.publish(run["id"], "thread.run.step.completed", shown_step(step))
        run = self._move(run["id"], "queued", required_action=None)
        self.start(run, pace)
        return run

    def _waiting_step(self, run: Object) -> Object:
        """The step whose function calls a run waits for: the thread's last, since its thread is locked."""
        newest, _ = self._store.page("step", run["thread_id"], limit=1)
        return newest[0]

    def _give_up(self, run: Object, status: str, **times: int) -> Object:
        """End a run that waits for tool outputs, and the step that waits with it."""
        step = self._waiting_step(run) | {"status": status, f"{status}_at": now()}
        self._store.save(step)
        self.events.publish(run["id"], f"thread.run.step.{status}", shown_step(step))
        return self._move(run["id"], status, required_action=None, **times)

    async def close(self) -> None:
        """Stop all tasks; the runs are found again by `recover`."""
        self._closing = True
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _execute(self, run: Object, pace: Pace) -> None:
        run_id: str = run["id"]
        turns: list[Turn] = []
        try:
            async with asyncio.timeout(max(0, run["expires_at"] - now())):
                await self._spell(run_id, pace).last()
                await wait_in_queue(run)
                run = self._move(run_id, "in_progress", started_at=now())
                spell = self._spell(run_id, pace)
                await self._converse(run, turns)
                await spell.last()
            self._conclude(run_id, turns[-1])
        except asyncio.CancelledError:
            if self._closing:
                raise
            self._end(run_id, turns, "cancelled", "run_cancelled")
        except TimeoutError:
            self._end(run_id, turns, "expired", "run_expired")
        except ProviderError as failure:
            self._end(run_id, turns, "failed", "run_failed", {"code": failure.code, "message": failure.message})
        except (ConsentNeeded, StoreExpired) as refusal:
            self._end(run_id, turns, "failed", "run_failed", {"code": "server_error", "message": str(refusal)})
        except Exception:
            _log.exception("run %s failed", run_id)
            error = {"code": "server_error", "message": "Sorry, something went wrong."}
            self._end(run_id, turns, "failed", "run_failed", error)
        finally:
            # At once, and not when the task is done: between the two somebody might ask for a run that rests to stop.
            self._rest(run_id)

    async def _converse(self, run: Object, turns: list[Turn]) -> None:
        images: list[str] = []

        def begin() -> Turn:
            turns.append(Turn(self._store, run, images, self._publisher(run), self._annotator(run)))
            return turns[-1]

        async def think(turn: Turn) -> None:
            await self._think(run, turn)
            self._count(run["id"], turn)

        async def carry_out(turn: Turn, call: Object) -> None:
            if call["type"] == "code_interpreter":
                turn.put_outputs(call, await self.toolbox.run_code(run, call, images))
            elif call["type"] == "file_search":
                turn.put_results(call, await self.toolbox.search(run, call))

        await converse(begin, think, carry_out)

    async def _think(self, run: Object, turn: Turn) -> None:
        """One model step."""
        names = await self.toolbox.prepare(run)
        try:
            request = build_request(self._store, self._load(run["id"]), names)
        except PromptTooLongError:
            turn.stopped = "max_prompt_tokens"
            return
        async for event in play(run, self._provider.respond(request)):
            if isinstance(event, TextDelta) and self.events.heard(run["id"]):
                await self._spells[run["id"]].word()
            await turn.take(event)

    def _conclude(self, run_id: str, last: Turn) -> None:
        functions = [call for call in last.calls if call["type"] == "function"]
        if last.stopped:
            last.break_off("completed", _message_reason(last.stopped))
            details = {"reason": last.stopped} if last.stopped.startswith("max_") else {}
            self._move(run_id, "incomplete", incomplete_details=details)
        elif functions:
            self._move(run_id, "requires_action", required_action=_required_action(functions))
        else:
            self._move(run_id, "completed", completed_at=now(), expires_at=None)

    def _publisher(self, run: Object) -> Any:
        return lambda name, thing: self.events.publish(run["id"], name, thing)

    def _annotator(self, run: Object) -> Any:
        return lambda text: self.toolbox.annotate(run["thread_id"], text)

    def _spell(self, run_id: str, pace: Pace) -> Spell:
        self._spells[run_id] = spell = Spell(pace)
        if self.events.heard(run_id):
            spell.told()
        return spell

    def _move(self, run_id: str, status: str, **changes: Any) -> Object:
        run = self._load(run_id)
        check_transition(run["status"], status)
        run = self._store.save(run | changes | {"status": status})
        self.events.publish(run_id, f"thread.run.{status}", shown_run(run))
        return run

    def _end(self, run_id: str, turns: list[Turn], status: str, reason: str, last_error: Object | None = None) -> None:
        run = self._store.get("run", run_id)
        # The thread may have been deleted with the run still at work.
        if run is None or run["status"] in FINISHED:
            return
        for turn in turns[-1:]:
            turn.break_off(status, reason, last_error)
        times = {} if status == "expired" else {f"{status}_at": now()}
        self._move(run_id, status, last_error=last_error, required_action=None, **times)

    def _count(self, run_id: str, turn: Turn) -> None:
        run = self._load(run_id)
        before = run["usage"] or dict.fromkeys(turn.usage, 0)
        usage = {kind: before[kind] + turn.usage[kind] for kind in turn.usage}
        self._store.save(run | {"usage": usage, "model": turn.model or run["model"]})

    def _load(self, run_id: str) -> Object:
        run = self._store.get("run", run_id)
        if run is None:
            raise asyncio.CancelledError
        return run

    def _settle(self, run_id: str, task: asyncio.Task[None]) -> None:
        """Cancelled before its first step, a task had no line of its own to say so."""
        if self._tasks.get(run_id) is not task:
            return
        if not self._closing:
            self._end(run_id, [], "cancelled", "run_cancelled")
        self._rest(run_id)

    def _rest(self, run_id: str) -> None:
        del self._tasks[run_id]
        self._spells.pop(run_id, None)
        self.events.end(run_id)


def _required_action(calls: list[Object]) -> Object:
    asked = [
        {
            "id": call["id"],
            "type": "function",
            "function": {key: call["function"][key] for key in ("name", "arguments")},
        }
        for call in calls
    ]
    return {"type": "submit_tool_outputs", "submit_tool_outputs": {"tool_calls": asked}}


def _message_reason(stopped: str) -> str:
    """Why a message is incomplete; messages know fewer reasons than runs."""
    return stopped if stopped == "content_filter" else "max_tokens"
