"""Watch a run from the background, so that cells can go on meanwhile; one watch a run, however many look on."""

import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from openai import DefaultHttpxClient, OpenAI, OpenAIError

from ..polling import MOVING
from .parts import plain
from .run_course import Sighting, end_of_run, end_of_step
from .statuses import FINISHED

_EVERY_SECONDS = 0.15
_EVERY_SECONDS_AT_REST = 0.5
# No run lives longer than its ten minutes.
_LONGEST_SECONDS = 660.0
# What was over longer ago than this, was not seen when it happened: its record tells better when.
_FRESH_SECONDS = 3.0

_watches: dict[str, "RunWatch"] = {}


def watch(client: OpenAI, run: Any) -> "RunWatch":
    """The watch of this run: the one that is there, with all that it has seen, or a new one."""
    known = _watches.get(run.id)
    if known is None or known.failed:
        known = _watches[run.id] = RunWatch(client, run)
    return known


class RunWatch:
    """What is known of a run: `run`, its `steps`, what was seen when, and in `trouble` why it is watched no more.

    `seen` holds the statuses in order, `begun` and `ended` the times of the steps by ID.
    """

    def __init__(self, client: OpenAI, run: Any) -> None:
        # A connection of its own: the notebook's list of requests is about what the reader's cells do.
        self._runs = client.with_options(http_client=DefaultHttpxClient(trust_env=False)).beta.threads.runs
        self._listeners: list[Callable[[], None]] = []
        self._thread: threading.Thread | None = None
        self._stopped_moving = threading.Event()
        self.run = run
        self.steps: list[Any] = []
        self.seen: list[Sighting] = []
        self.begun: dict[str, float] = {}
        self.ended: dict[str, float] = {}
        self.trouble = ""
        self._looked = time.time()
        self._saw(run, [])

    @property
    def failed(self) -> bool:
        """True where the server could not be asked any more."""
        return bool(self.trouble)

    @property
    def moving(self) -> bool:
        """True as long as waiting may change something."""
        return self.run.status in MOVING and not self.failed

    def look(self) -> None:
        """Ask once, now."""
        try:
            run = self._runs.retrieve(self.run.id, thread_id=self.run.thread_id)
            steps = list(self._runs.steps.list(run.id, thread_id=run.thread_id, order="asc"))
        except OpenAIError as error:
            self.trouble = plain(error)
        else:
            self._saw(run, steps)
            self.run, self.steps = run, steps
        if not self.moving:
            self._stopped_moving.set()

    def go_on(self, changed: Callable[[], None]) -> None:
        """Watch in the background until the run has ended; `changed` is called after each look."""
        if changed not in self._listeners:
            self._listeners.append(changed)
        if self._thread is None and self.run.status not in FINISHED and not self.failed:
            self._thread = threading.Thread(target=self._follow, daemon=True)
            self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Return when the run has stopped moving, or after so many seconds: then False."""
        return not self.moving or self._stopped_moving.wait(seconds)

    def _follow(self) -> None:
        deadline = time.monotonic() + _LONGEST_SECONDS
        while self.run.status not in FINISHED and not self.failed and time.monotonic() < deadline:
            time.sleep(_EVERY_SECONDS if self.moving else _EVERY_SECONDS_AT_REST)
            self.look()
            for changed in self._listeners:
                changed()

    def _saw(self, run: Any, steps: Sequence[Any]) -> None:
        """Note what has happened since the last look. Several things are spread evenly over the time since then."""
        happened: list[tuple[Callable[[float], object], int | None]] = []
        for step in steps:
            if step.id not in self.begun:
                happened.append((partial(self.begun.setdefault, step.id), step.created_at))
            if step.status != "in_progress" and step.id not in self.ended:
                happened.append((partial(self.ended.setdefault, step.id), end_of_step(step)))
        if not self.seen or self.seen[-1].name != run.status:
            status = (lambda when: self.seen.append(Sighting(run.status, when)), _stamp(run, steps))
            # Steps come after the run has started, and before it ends.
            happened.insert(0 if run.status in MOVING else len(happened), status)
        now = time.time()
        for number, (note, stamp) in enumerate(happened, 1):
            note(_moment(stamp, self._looked + (now - self._looked) * number / len(happened)))
        self._looked = now


def _stamp(run: Any, steps: Sequence[Any]) -> int | None:
    if run.status == "queued" and not run.started_at:
        return int(run.created_at)
    return run.started_at if run.status == "in_progress" else end_of_run(run, steps)


def _moment(stamp: int | None, seen: float) -> float:
    return float(stamp) if stamp and seen - stamp > _FRESH_SECONDS else seen
