"""The status explorer: press a status, and a real run is brought to it; its way is drawn on the diagram of statuses.

StatusExplorer(client, assistant)
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Any

import ipywidgets
from openai import OpenAI, OpenAIError

from ..reuse import start_over
from ..settings import say
from .parts import QUIET, Widget, button, notice, plain, told, wrapping
from .run_course import Sighting, status_spells
from .state_diagram import state_diagram
from .statuses import FINISHED, STATUSES, reason_of, titled

_LOOK_AGAIN_SECONDS = 0.1
_LONGEST_SECONDS = 30.0


@dataclass(frozen=True)
class _Recipe:
    """How a status is brought about: the run's scenario, perhaps a function to call, perhaps a request to stop."""

    scenario: str = ""
    function: bool = False
    cancel: bool = False

    @property
    def code(self) -> str:
        """The call that a reader would write."""
        arguments = ["thread_id=thread.id", "assistant_id=assistant.id"]
        if self.function:
            arguments += ["tools=[the_function]", 'tool_choice="required"']
        if self.scenario:
            arguments.append(f'metadata={{"scenario": "{self.scenario}"}}')
        lines = [f"    {argument}," for argument in arguments]
        code = "\n".join(["run = client.beta.threads.runs.create(", *lines, ")"])
        return code + ("\nclient.beta.threads.runs.cancel(run.id, thread_id=thread.id)" if self.cancel else "")


_RECIPES = {
    "queued": [_Recipe("slow_queue")],
    "in_progress": [_Recipe("slow_answer")],
    "requires_action": [_Recipe(function=True)],
    "cancelling": [_Recipe("slow_answer", cancel=True)],
    "completed": [_Recipe()],
    "incomplete": [_Recipe("max_completion_tokens"), _Recipe("max_prompt_tokens"), _Recipe("content_filter")],
    "failed": [_Recipe("rate_limit_exceeded"), _Recipe("server_error"), _Recipe("invalid_prompt")],
    "expired": [_Recipe("expired")],
    "cancelled": [_Recipe("slow_answer", cancel=True)],
}


class StatusExplorer(Widget):
    """A button for each status. `path` are the statuses that the last run went through."""

    def __init__(self, client: OpenAI, assistant: Any) -> None:
        self._client = client
        self._assistant_id = assistant.id
        self.path: list[str] = []
        self._run: Any = None
        self._trouble = ""
        self._status = ""
        self._buttons = {name: button(titled(name), self._produces(name)) for name in STATUSES}
        for name, one in self._buttons.items():
            one.tooltip = str(STATUSES[name].meaning)
        self._causes = ipywidgets.ToggleButtons(
            description=say("원인", "Cause"),
            options=[""],
            style={"button_width": "auto"},
            layout={"display": "none", "width": "100%"},
        )
        self._causes.observe(self._other_cause, names="value")
        self._diagram = ipywidgets.HTML(state_diagram(), layout={"width": "100%", "margin": "8px 0"})
        self._words = ipywidgets.HTML(_invitation(), layout={"width": "100%"})
        super().__init__([wrapping(list(self._buttons.values())), self._causes, self._diagram, self._words])
        self.add_class("workshop-statuses")

    def __repr__(self) -> str:
        """Where the last run went, or which statuses there are to choose from."""
        if self._trouble:
            return self._trouble
        if not self.path:
            return say("상태 탐색기: ", "Status explorer: ") + ", ".join(STATUSES)
        way, reason = " → ".join(self.path), reason_of(self._run)
        return say("상태 탐색기: ", "Status explorer: ") + (f"{way}; {reason}" if reason else way)

    def produce(self, status: str, scenario: str = "") -> None:
        """Bring a real run to this status and show its way. `scenario`: which of the causes, the first by default.

        What goes wrong is shown inside. Raises KeyError for a status that does not exist.
        """
        recipe = next((one for one in _RECIPES[status] if one.scenario == scenario), _RECIPES[status][0])
        self._offer_causes(status, recipe)
        self._freeze(True)
        self._trouble = ""
        self._words.value = notice(say("실행을 만드는 중…", "Creating the run…"))
        try:
            self._follow(status, recipe)
        except OpenAIError as error:
            self._trouble = plain(error)
            self._words.value = notice(self._trouble, "error")
        else:
            self._words.value = _told(status, recipe, self._run)
        finally:
            self._freeze(False)

    def _follow(self, target: str, recipe: _Recipe) -> None:
        threads = self._client.beta.threads
        question = {"role": "user", "content": say("2 더하기 3은 얼마인가요?", "What is 2 plus 3?")}
        # A thread of its own each time: a run that is left in the middle would lock it.
        thread = start_over(threads, key="status-explorer", messages=[question])
        options: dict[str, Any] = {"metadata": {"scenario": recipe.scenario}} if recipe.scenario else {}
        if recipe.function:
            options |= {"tools": [_function()], "tool_choice": "required"}
        seen: list[Sighting] = []
        self._take(threads.runs.create(thread_id=thread.id, assistant_id=self._assistant_id, **options), seen)
        deadline = time.monotonic() + _LONGEST_SECONDS
        while self._run.status != target and self._run.status not in FINISHED and time.monotonic() < deadline:
            if recipe.cancel and self._run.status == "in_progress":
                self._take(threads.runs.cancel(self._run.id, thread_id=thread.id), seen)
                continue
            time.sleep(_LOOK_AGAIN_SECONDS)
            self._take(threads.runs.retrieve(self._run.id, thread_id=thread.id), seen)
        steps = list(threads.runs.steps.list(self._run.id, thread_id=thread.id, order="asc"))
        self._show([spell.name for spell in status_spells(self._run, steps, seen)])

    def _take(self, run: Any, seen: list[Sighting]) -> None:
        self._run = run
        if not seen or seen[-1].name != run.status:
            seen.append(Sighting(run.status, time.time()))
            self._show([sighting.name for sighting in seen])

    def _show(self, path: list[str]) -> None:
        self.path = path
        self._diagram.value = state_diagram(path)

    def _produces(self, status: str) -> Callable[[], None]:
        return lambda: self.produce(status)

    def _freeze(self, frozen: bool) -> None:
        for one in self._buttons.values():
            one.disabled = frozen
        self._causes.disabled = frozen

    def _offer_causes(self, status: str, recipe: _Recipe) -> None:
        """Where a status has several causes, buttons to choose one."""
        scenarios = [one.scenario for one in _RECIPES[status]]
        self._causes.layout.display = "" if len(scenarios) > 1 else "none"
        self._causes.unobserve(self._other_cause, names="value")
        if list(self._causes.options) != scenarios:
            self._causes.options = scenarios
        self._causes.value = recipe.scenario
        self._causes.observe(self._other_cause, names="value")
        self._status = status

    def _other_cause(self, change: Any) -> None:
        self.produce(self._status, change["new"])


def _function() -> dict[str, Any]:
    return {
        "type": "function",
        "function": {
            "name": "add",
            "description": say("두 수를 더합니다.", "Adds two numbers."),
            "parameters": {
                "type": "object",
                "properties": {"a": {"type": "number"}, "b": {"type": "number"}},
                "required": ["a", "b"],
            },
        },
    }


def _invitation() -> str:
    return notice(
        say(
            "상태를 하나 누르세요. 진짜 실행을 만들어 그 상태까지 데려가고, 지나온 길을 그려 줍니다.",
            "Press a status: a real run is created and brought there, and its way is drawn.",
        )
    )


def _told(target: str, recipe: _Recipe, run: Any) -> str:
    """Which status it is, what that means, what to do, what the record says, and how it was made."""
    missed = ""
    if run.status != target:
        missed = notice(
            say(
                f"이번 실행은 {target}이 아니라 {run.status}에 이르렀습니다. 한 번 더 눌러 보세요.",
                f"This run came to {run.status}, not to {target}. Press once more.",
            ),
            "warn",
        )
    status = STATUSES[run.status]
    rows = [(say("뜻", "Meaning"), str(status.meaning)), (say("할 일", "What to do"), str(status.advice))]
    if run.last_error:
        rows.append(("last_error", f"{run.last_error.code}: {told(run.last_error.message)}"))
    if run.incomplete_details:
        rows.append(("incomplete_details", f"reason: {run.incomplete_details.reason}"))
    if run.required_action:
        calls = run.required_action.submit_tool_outputs.tool_calls
        rows.append(("required_action", ", ".join(f"{one.function.name}({one.function.arguments})" for one in calls)))
    cells = "".join(
        f'<dt style="color:{QUIET};font-weight:600">{escape(name)}</dt>'
        f'<dd style="margin:0 0 6px 0">{escape(words)}</dd>'
        for name, words in rows
    )
    made = say("이렇게 만들었습니다", "How it was made")
    return (
        f'{missed}<div role="status"><b>{escape(titled(run.status))}</b><dl style="margin:6px 0">{cells}</dl></div>'
        f"<details><summary>{made}</summary><pre>{escape(recipe.code)}</pre></details>"
    )
