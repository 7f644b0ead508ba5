"""Responses at work: the run loop over output items.

Like runs, responses live as tasks of the event loop, and are told of as they happen. One that is not to be stored is
known only while it works.
"""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from ..containers import Containers
from ..history import add_items, items_before
from ..library import Library, StoreExpired
from ..objects import now
from ..providers.base import Passage, Provider, ProviderError, TextDelta
from ..response_objects import new_usage
from ..store import Store
from .citations import Citation
from .events import Event, Events
from .output import Output
from .pace import PACES, Pace, Spell
from .response_context import build_request, calls_left, conversation, find_passage
from .response_turn import ResponseTurn
from .scenarios import play, wait_in_queue
from .steps import converse
from .toolbox import ConsentNeeded, Toolbox
from .workplace import Workplace

Object = dict[str, Any]

AT_WORK = frozenset({"queued", "in_progress"})
# A response that is not finished by then has failed.
MOST_SECONDS = 600
# Of so many streams the events are kept, for those who lost the connection.
MOST_LOGS = 32

_log = logging.getLogger(__name__)


@dataclass
class _Work:
    """One response at work. `row` is how it is stored: the response, and its input; `before` is what was said before;
    `spell` is the status that it is in, `words` paces the answer for those who stream it.
    """

    row: Object
    before: list[Object]
    place: Workplace
    output: Output
    spell: Spell
    words: Spell
    usage: Object = field(default_factory=new_usage)
    turns: list[ResponseTurn] = field(default_factory=list)
    task: "asyncio.Task[None] | None" = None

    @property
    def response(self) -> Object:
        """The response as it stands."""
        response: Object = self.row["response"]
        return response

    @property
    def items(self) -> list[Object]:
        """All that the model is shown, oldest first."""
        return [*self.before, *self.row["input"], *self.response["output"]]


class Responder:
    """One for a server. `provider` thinks, `containers` and `library` hold what its tools work with."""

    def __init__(
        self, store: Store, provider: Provider, toolbox: Toolbox, containers: Containers, library: Library
    ) -> None:
        self._store = store
        self._provider = provider
        self._permit_code = toolbox.permit_code
        self._containers = containers
        self._library = library
        self._at_work: dict[str, _Work] = {}
        self._logs: dict[str, list[Event]] = {}
        self._closing = False
        self._events = Events()

    def recover(self) -> None:
        """Responses that a killed server left behind have failed."""
        for row in self._store.everything("response"):
            if row["response"]["status"] in AT_WORK:
                error = {"code": "server_error", "message": "The server was stopped while this response was at work."}
                row["response"] |= {"status": "failed", "error": error}
                self._store.save(row)

    def start(self, row: Object, include: list[str], pace: Pace, *, keep_events: bool = False) -> None:
        """Let a new response go on by itself. With `keep_events` those who come later can listen from the beginning."""
        response = row["response"]
        response_id = response["id"]
        work = _Work(
            row,
            items_before(self._store, row),
            Workplace(self._containers, self._library, self._permit_code, response),
            Output(response, include, lambda name, thing: self._publish(response_id, name, thing)),
            # Whoever waits for the answer looks at no status.
            Spell(pace if response["background"] else PACES["instant"]),
            Spell(pace),
        )
        self._at_work[response_id] = work
        if keep_events:
            self._keep_log(response_id)
        if response["store"]:
            self._store.add("response", row)
        work.output.announce("created")
        if response["status"] == "queued":
            work.output.announce("queued")
        work.task = asyncio.create_task(self._execute(work))
        # Cancelled before its first step, a task has no line of its own to say so.
        work.task.add_done_callback(lambda _: self._rest(response_id))

    def events(self, response_id: str, after: int = -1) -> AsyncIterator[Event] | None:
        """The events of a response whose `sequence_number` is above `after`; None where they were not kept."""
        log = self._logs.get(response_id)
        if log is None:
            return None
        live = self._events.listen(response_id) if response_id in self._at_work else None
        return _replay(log[after + 1 :], live)

    async def wait(self, response_id: str) -> None:
        """Return when the response has ended."""
        work = self._at_work.get(response_id)
        if work and work.task:
            await asyncio.wait([work.task])

    def look(self, response: Object) -> Object:
        """A stored response as it is now, as somebody looks at it."""
        work = self._at_work.get(response["id"])
        if work is None:
            return response
        work.spell.saw()
        return work.response

    def is_busy(self, conversation_id: str) -> bool:
        """True while a response is at work on a conversation."""
        wanted = {"id": conversation_id}
        return any(work.response["conversation"] == wanted for work in self._at_work.values())

    def cancel(self, response_id: str) -> Object | None:
        """Stop a response; it has ended when this returns, and is returned. None where it is not at work."""
        work = self._at_work.get(response_id)
        if work is None:
            return None
        self._end(work, "cancelled")
        if work.task:
            work.task.cancel()
        return work.response

    async def close(self) -> None:
        """Stop all tasks; `recover` finds the responses again."""
        self._closing = True
        tasks = [work.task for work in self._at_work.values() if work.task]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _execute(self, work: _Work) -> None:
        try:
            async with asyncio.timeout(MOST_SECONDS):
                if work.response["status"] == "queued":
                    await self._last(work)
                    await wait_in_queue(work.response)
                    work.spell = work.words
                    work.response["status"] = "in_progress"
                    self._save(work)
                work.output.announce("in_progress")
                await self._converse(work)
                await self._last(work)
            self._conclude(work, work.turns[-1])
        except asyncio.CancelledError:
            if self._closing:
                raise
            self._end(work, "cancelled")
        except TimeoutError:
            self._fail(work, "server_error", "The response took too long.")
        except ProviderError as failure:
            self._fail(work, failure.code, failure.message)
        except (ConsentNeeded, StoreExpired) as refusal:
            self._fail(work, "server_error", str(refusal))
        except Exception:
            _log.exception("response %s failed", work.response["id"])
            self._fail(work, "server_error", "Sorry, something went wrong.")
        finally:
            self._rest(work.response["id"])

    async def _last(self, work: _Work) -> None:
        """Return when the status that the response is in has lasted long enough."""
        if self._events.heard(work.response["id"]):
            # Who streams sees each status as it comes, and asks for none.
            work.spell.saw()
        await work.spell.last()

    async def _converse(self, work: _Work) -> None:
        def begin() -> ResponseTurn:
            find = partial(_find_passage, self._store, work)
            work.turns.append(ResponseTurn(work.output, work.place, find, calls_left(work.response)))
            return work.turns[-1]

        async def think(turn: ResponseTurn) -> None:
            files = await work.place.prepare(work.items)
            texts = await work.place.read(work.items)
            used = work.usage["output_tokens"]
            request = build_request(self._store, work.response, work.items, files, texts, used)
            async for event in play(work.response, self._provider.respond(request)):
                if isinstance(event, TextDelta) and self._events.heard(work.response["id"]):
                    await work.words.word()
                await turn.take(event)
            said = turn.usage
            work.usage = new_usage(work.usage["input_tokens"] + said["input_tokens"], used + said["output_tokens"])

        async def carry_out(turn: ResponseTurn, call: Object) -> None:
            if call["type"] != "function_call":
                turn.begin_work(call)
                await self._carry_out(work, turn, call)
            self._save(work)

        await converse(begin, think, carry_out)

    async def _carry_out(self, work: _Work, turn: ResponseTurn, call: Object) -> None:
        match call["type"]:
            case "code_interpreter_call":
                turn.put(call, outputs=await work.place.run_code(call["code"]))
            case "file_search_call":
                turn.put(call, results=await work.place.search(call["queries"][0]))
            case "image_generation_call":
                if work.place.drafts:
                    turn.show_draft(call, await work.place.draw(call["_prompt"], draft=True))
                turn.put(call, **await work.place.draw(call["_prompt"]))

    def _conclude(self, work: _Work, last: ResponseTurn) -> None:
        if last.stopped == "max_prompt_tokens":
            self._fail(work, "invalid_prompt", "Your input exceeds the context window of this model.")
            return
        work.response["usage"] = work.usage
        if last.stopped:
            last.cut()
            reason = "content_filter" if last.stopped == "content_filter" else "max_output_tokens"
            work.response["incomplete_details"] = {"reason": reason}
        else:
            work.response["completed_at"] = now()
        conversation_of = work.response["conversation"]
        # It may have been deleted meanwhile.
        if conversation_of and self._store.get("conversation", conversation_of["id"]):
            new = work.row["input"] + work.response["output"]
            add_items(self._store, conversation_of["id"], new, work.response["id"])
        self._end(work, "incomplete" if last.stopped else "completed")

    def _fail(self, work: _Work, code: str, message: str) -> None:
        if work.response["status"] in AT_WORK:
            work.response["error"] = {"code": code, "message": message}
            self._end(work, "failed")

    def _end(self, work: _Work, status: str) -> None:
        if work.response["status"] not in AT_WORK:
            return
        for turn in work.turns[-1:]:
            turn.abandon()
        work.response["status"] = status
        self._save(work)
        # The reference knows no event for it: the stream of a cancelled response just ends.
        if status != "cancelled":
            work.output.announce(status)

    def _save(self, work: _Work) -> None:
        if work.response["store"]:
            self._store.save(work.row)

    def _rest(self, response_id: str) -> None:
        if self._at_work.pop(response_id, None):
            self._events.end(response_id)

    def _publish(self, response_id: str, name: str, thing: Object) -> None:
        if response_id in self._logs:
            self._logs[response_id].append((name, json.dumps(thing, ensure_ascii=False)))
        self._events.publish(response_id, name, thing)

    def _keep_log(self, response_id: str) -> None:
        self._logs[response_id] = []
        for old in list(self._logs)[:-MOST_LOGS]:
            if old not in self._at_work:
                del self._logs[old]


def _find_passage(store: Store, work: _Work, citation: Citation) -> Passage | None:
    return find_passage(conversation(store, work.items), citation)


async def _replay(past: list[Event], live: AsyncIterator[Event] | None) -> AsyncIterator[Event]:
    for event in past:
        yield event
    if live:
        async for event in live:
            yield event
