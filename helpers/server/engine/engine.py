"""The run loop: asks the model, carries out its tool calls, asks again, until it has answered.

Runs live as tasks of the event loop; all that they do is in the store as it happens. The engine knows nothing of HTTP.
"""

import asyncio
import logging
from collections.abc import Mapping
from typing import Any

from ..objects import RUN_LIFETIME, file_path, find_links, new_file, now
from ..providers.base import Provider, ProviderError
from ..store import Store
from ..tools.code_interpreter import CodeInterpreter, Image, InputFile
from .context import build_request, code_inputs
from .pace import Pace, Spell
from .states import ACTIVE, FINISHED, check_transition
from .turn import Turn

Object = dict[str, Any]

# A model that never stops calling tools must not run for ever.
MOST_MODEL_STEPS = 16

_log = logging.getLogger(__name__)


class Engine:
    """One for a server. `provider` thinks, `interpreter` runs Python."""

    def __init__(self, store: Store, provider: Provider, interpreter: CodeInterpreter) -> None:
        self._store = store
        self._provider = provider
        self._interpreter = interpreter
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._spells: dict[str, Spell] = {}
        self._closing = False

    def recover(self) -> None:
        """Runs that a killed server left behind would lock their threads for ever: they have failed."""
        for run in self._store.everything("run"):
            if run["status"] in ACTIVE - {"requires_action"}:
                error = {"code": "server_error", "message": "The server was stopped while this run was active."}
                self._store.save(run | {"status": "failed", "failed_at": now(), "last_error": error})

    def active_run(self, thread_id: str) -> Object | None:
        """The run that locks the thread, or None."""
        newest, _ = self._store.page("run", thread_id, limit=1)
        return newest[0] if newest and newest[0]["status"] in ACTIVE else None

    def start(self, run: Object, pace: Pace) -> None:
        """Let a queued run go on by itself."""
        task = asyncio.create_task(self._execute(run["id"], pace))
        self._tasks[run["id"]] = task
        task.add_done_callback(lambda _: self._settle(run["id"], task))

    def saw(self, run_id: str) -> None:
        """Somebody has retrieved the run as it is now."""
        if run_id in self._spells:
            self._spells[run_id].saw()

    def cancel(self, run: Object) -> Object:
        """Ask an active run to stop; it is `cancelling` until it has."""
        if run["id"] not in self._tasks:
            return self._move(run["id"], "cancelled", cancelled_at=now(), required_action=None)
        run = self._move(run["id"], "cancelling")
        self._tasks[run["id"]].cancel()
        return run

    def submit(self, run: Object, outputs: dict[str, str], pace: Pace) -> Object:
        """Give a run that waits for them the outputs of its function calls, by call ID."""
        step = self._store.timeline(run["thread_id"], "step")[-1]
        for call in step["step_details"]["tool_calls"]:
            if call["id"] in outputs:
                call["function"]["output"] = outputs[call["id"]]
        self._store.save(step | {"status": "completed", "completed_at": now()})
        run = self._move(run["id"], "queued", required_action=None)
        self.start(run, pace)
        return run

    async def close(self) -> None:
        """Stop all tasks; the runs are found again by `recover`."""
        self._closing = True
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _execute(self, run_id: str, pace: Pace) -> None:
        images: list[str] = []
        turn: Turn | None = None
        try:
            async with asyncio.timeout(RUN_LIFETIME):
                await self._spell(run_id, pace).last()
                run = self._move(run_id, "in_progress", started_at=now())
                spell = self._spell(run_id, pace)
                for _ in range(MOST_MODEL_STEPS):
                    turn = Turn(self._store, run, images)
                    await self._model_step(run, turn)
                    if not turn.calls:
                        break
                    if await self._carry_out(run, turn, images):
                        await spell.last()
                        self._require_action(run_id, turn)
                        return
                else:
                    raise ProviderError("server_error", f"The model called tools {MOST_MODEL_STEPS} times in a row.")
                await spell.last()
                self._move(run_id, "completed", completed_at=now(), expires_at=None)
        except asyncio.CancelledError:
            if self._closing:
                raise
            self._end(run_id, turn, "cancelled", "run_cancelled")
        except TimeoutError:
            self._end(run_id, turn, "expired", "run_expired")
        except ProviderError as error:
            self._end(run_id, turn, "failed", "run_failed", {"code": error.code, "message": error.message})
        except Exception:
            _log.exception("run %s failed", run_id)
            message = "Sorry, something went wrong."
            self._end(run_id, turn, "failed", "run_failed", {"code": "server_error", "message": message})

    async def _model_step(self, run: Object, turn: Turn) -> None:
        request = build_request(self._store, run, await self._bring_in_files(run))
        async for event in self._provider.respond(request):
            turn.take(event)
        if not turn.calls and turn.message is None:
            # An answer without words still needs a message to carry its pictures.
            turn.open_message()
        turn.close_message(await self._publish_links(run["thread_id"], turn.text))
        self._count(run["id"], turn.usage)

    async def _carry_out(self, run: Object, turn: Turn, images: list[str]) -> bool:
        """Run the turn's tool calls. True where the reader's program has to answer some of them."""
        turn.open_calls()
        for call in turn.calls:
            if call["type"] == "code_interpreter":
                call["code_interpreter"]["outputs"] = await self._run_code(
                    run, call["code_interpreter"]["input"], images
                )
                turn.save_calls()
        if any(call["type"] == "function" for call in turn.calls):
            return True
        turn.close_calls()
        return False

    async def _run_code(self, run: Object, code: str, images: list[str]) -> list[Object]:
        result = await self._interpreter.run(run["thread_id"], code, self._inputs(run))
        outputs: list[Object] = []
        for output in result.outputs:
            if isinstance(output, Image):
                file = self._keep_file(output.path.name, output.path.read_bytes())
                images.append(file["id"])
                outputs.append({"type": "image", "image": {"file_id": file["id"]}})
            else:
                outputs.append({"type": "logs", "logs": output.text})
        return outputs

    async def _bring_in_files(self, run: Object) -> Mapping[str, str]:
        """Put the run's files into the code interpreter's folder; their names there, by file ID."""
        if not any(tool["type"] == "code_interpreter" for tool in run["tools"]):
            return {}
        return await self._interpreter.bring_in(run["thread_id"], self._inputs(run))

    def _inputs(self, run: Object) -> list[InputFile]:
        blobs = self._store.blobs
        return [InputFile(row["id"], row["filename"], blobs / row["id"]) for row in code_inputs(self._store, run)]

    async def _publish_links(self, thread_id: str, text: str) -> list[Object]:
        """Turn each `sandbox:` link in the text into a file that can be downloaded; return the annotations."""
        if "sandbox:" not in text:
            return []
        written = self._interpreter.files(thread_id)
        published: dict[str, str] = {}
        annotations = []
        for start, path in find_links(text, written):
            if path not in published:
                content = await asyncio.to_thread(written[path].read_bytes)
                published[path] = self._keep_file(written[path].name, content)["id"]
            annotations.append(file_path(start, path, published[path]))
        return annotations

    def _keep_file(self, filename: str, content: bytes) -> Object:
        file = new_file(filename, len(content), "assistants_output")
        (self._store.blobs / file["id"]).write_bytes(content)
        return self._store.add("file", file)

    def _spell(self, run_id: str, pace: Pace) -> Spell:
        self._spells[run_id] = Spell(pace)
        return self._spells[run_id]

    def _require_action(self, run_id: str, turn: Turn) -> None:
        calls = [call for call in turn.calls if call["type"] == "function"]
        asked = [
            {
                "id": call["id"],
                "type": "function",
                "function": {key: call["function"][key] for key in ("name", "arguments")},
            }
            for call in calls
        ]
        action = {"type": "submit_tool_outputs", "submit_tool_outputs": {"tool_calls": asked}}
        self._move(run_id, "requires_action", required_action=action)

    def _move(self, run_id: str, status: str, **changes: Any) -> Object:
        run = self._load(run_id)
        check_transition(run["status"], status)
        return self._store.save(run | changes | {"status": status})

    def _end(self, run_id: str, turn: Turn | None, status: str, reason: str, last_error: Object | None = None) -> None:
        run = self._store.get("run", run_id)
        # The thread may have been deleted with the run still at work.
        if run is None or run["status"] in FINISHED:
            return
        if turn is not None:
            turn.break_off(status, reason, last_error)
        times = {} if status == "expired" else {f"{status}_at": now()}
        self._move(run_id, status, last_error=last_error, required_action=None, **times)

    def _count(self, run_id: str, usage: dict[str, int]) -> None:
        run = self._load(run_id)
        before = run["usage"] or dict.fromkeys(usage, 0)
        self._store.save(run | {"usage": {kind: before[kind] + usage[kind] for kind in usage}})

    def _load(self, run_id: str) -> Object:
        run = self._store.get("run", run_id)
        if run is None:
            raise asyncio.CancelledError
        return run

    def _settle(self, run_id: str, task: asyncio.Task[None]) -> None:
        if task.cancelled() and not self._closing:
            # Cancelled before its first step, so that none of its own lines could say so.
            self._end(run_id, None, "cancelled", "run_cancelled")
        if self._tasks.get(run_id) is task:
            del self._tasks[run_id]
            self._spells.pop(run_id, None)
