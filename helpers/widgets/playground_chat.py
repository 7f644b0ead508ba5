"""The playground's conversation as it is seen: messages, what a run does step by step, and how it ended."""

import base64
import html
import json
import re
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import ipywidgets
from openai import OpenAI, OpenAIError

from ..settings import say
from .parts import LINE, QUIET, SHADE, EnterField, button, notice, stacked, told, wrapping

# Often enough to look like typing, seldom enough for a slow connection.
_REDRAW_SECONDS = 0.06
# A larger file is better downloaded by its ID than carried in the page.
_MOST_BYTES = 4_000_000


class Transcript(ipywidgets.Box):
    """Messages from the oldest to the newest; the newest stays in view."""

    def __init__(self, client: OpenAI) -> None:
        self._client = client
        self._items = ipywidgets.VBox(layout={"width": "100%"})
        # Turned round, so that the browser keeps to the end of the conversation by itself.
        super().__init__([self._items], layout=_SCROLLING)
        self.tabbable = True
        self.add_class("workshop-scroll")
        self.clear()

    def clear(self) -> None:
        """Nothing said yet."""
        self._items.children = [ipywidgets.HTML(_hint())]
        self._empty = True

    def user(self, text: str) -> None:
        """What the reader said."""
        self._add(ipywidgets.HTML(_bubble(say("나", "Me"), _words(text), mine=True)))

    def run(self) -> "RunView":
        """A run begins."""
        view = RunView(self._client)
        self._add(view)
        return view

    def _add(self, item: Any) -> None:
        self._items.children = [item] if self._empty else [*self._items.children, item]
        self._empty = False


class RunView(ipywidgets.VBox):
    """One run: its steps and messages in their order, the calls that wait for an answer, status and tokens."""

    def __init__(self, client: OpenAI) -> None:
        self._client = client
        self._parts: dict[str, ipywidgets.HTML] = {}
        self._fetched: dict[str, bytes] = {}
        self._drawn = 0.0
        self._asked = ipywidgets.VBox(layout={"width": "100%"})
        self._asked.add_class("workshop-results")
        self._foot = ipywidgets.HTML()
        super().__init__([self._asked, self._foot], layout={"width": "100%"})

    def message(self, message: Any, *, whole: bool = True) -> None:
        """A message of the assistant, whole or as far as it has come."""
        if whole or self._due():
            parts = "".join(self._part(part, whole) for part in message.content or ())
            self._draw(message.id, _bubble(say("어시스턴트", "Assistant"), parts))

    def step(self, step: Any, *, whole: bool = True) -> None:
        """A step that calls tools, whole or as far as it has come; a step that writes a message shows as that."""
        calls = getattr(step.step_details, "tool_calls", None)
        if calls and (whole or self._due()):
            self._draw(step.id, "".join(self._call(call) for call in calls))

    def status(self, run: Any) -> None:
        """Where the run is, and at its end what it took and what went wrong."""
        words = [status_words(run.status)]
        if run.usage:
            read, written = run.usage.prompt_tokens, run.usage.completion_tokens
            words.append(say(f"입력 {read:,} + 출력 {written:,} 토큰", f"{read:,} + {written:,} tokens in + out"))
        if run.incomplete_details:
            words.append(str(run.incomplete_details.reason))
        foot = f'<div role="status" style="color:{QUIET};font-size:0.9em">{html.escape(" · ".join(words))}</div>'
        if run.last_error:
            foot += notice(f"{run.last_error.code}: {told(run.last_error.message)}", "error")
        self._foot.value = foot

    def problem(self, words: str) -> None:
        """Something that went wrong on the way."""
        self._foot.value = notice(words, "error")

    def ask(self, calls: list[Any], submit: Callable[[dict[str, str]], None]) -> None:
        """A field for the result of each function call; `submit` gets them by the IDs of the calls."""
        fields: dict[str, EnterField] = {}

        def send(_: str = "") -> None:
            submit({id: field.value for id, field in fields.items()})

        for call in calls:
            title = f"{call.function.name}({_arguments(call.function.arguments)}) ="
            fields[call.id] = stacked(EnterField(send, description=title))
        self._asked.children = [
            ipywidgets.HTML(
                notice(
                    say(
                        "어시스턴트가 함수를 불렀습니다. 함수를 실행하는 쪽은 여러분입니다. 결과를 적어 돌려주세요.",
                        "The assistant has called a function. It is yours to run: type what it returns.",
                    )
                )
            ),
            *fields.values(),
            wrapping([button(say("결과 보내기", "Submit the results"), send, style="primary")]),
        ]
        next(iter(fields.values())).focus()

    def answered(self) -> None:
        """The calls have their answers."""
        self._asked.children = []

    def _due(self) -> bool:
        now = time.monotonic()
        due = now - self._drawn >= _REDRAW_SECONDS
        if due:
            self._drawn = now
        return due

    def _draw(self, id: str, content: str) -> None:
        if id not in self._parts:
            self._parts[id] = ipywidgets.HTML(layout={"width": "100%"})
            self.children = [*self._parts.values(), self._asked, self._foot]
        self._parts[id].value = content

    def _part(self, part: Any, whole: bool) -> str:
        if part.type == "image_file":
            return self._picture(part.image_file.file_id)
        if part.type != "text" or not part.text:
            return ""
        found = "".join(map(self._note, _distinct(part.text.annotations or ()))) if whole else ""
        return _words(part.text.value or "") + found

    def _note(self, annotation: Any) -> str:
        if annotation.type == "file_citation":
            source = self._name(annotation.file_citation.file_id)
            return f'<div style="color:{QUIET}">{html.escape(annotation.text)} {html.escape(source)}</div>'
        id = annotation.file_path.file_id
        content = self._content(id)
        name = html.escape(self._name(id), quote=True)
        if not content or len(content) > _MOST_BYTES:
            return f"<div><code>{html.escape(id)}</code> {name}</div>"
        link = f"data:application/octet-stream;base64,{base64.b64encode(content).decode()}"
        return f'<div><a download="{name}" href="{link}">⬇ {name}</a></div>'

    def _call(self, call: Any) -> str:
        if call.type == "code_interpreter":
            shown = f"<pre>{html.escape(call.code_interpreter.input or '')}</pre>"
            for output in call.code_interpreter.outputs or ():
                if output.type == "logs":
                    shown += f"<pre>→ {html.escape((output.logs or '').rstrip())}</pre>"
                elif output.image and output.image.file_id:
                    shown += self._picture(output.image.file_id)
            return _fold(say("코드 인터프리터: 실행한 코드", "Code interpreter: the code that ran"), shown)
        if call.type == "file_search":
            return _fold(say("파일 검색", "File search"), _results(call.file_search))
        arguments = _arguments(call.function.arguments)
        shown = f"<pre>{html.escape(call.function.name or '')}({html.escape(arguments)})</pre>"
        if call.function.output is not None:
            shown += f"<pre>→ {html.escape(call.function.output)}</pre>"
        return _fold(say("함수 호출", "Function call"), shown)

    def _picture(self, file_id: str) -> str:
        content = self._content(file_id)
        if not content:
            return f"<code>{html.escape(file_id)}</code>"
        alt = say("어시스턴트가 그린 그림", "a picture drawn by the assistant")
        link = f"data:image/png;base64,{base64.b64encode(content).decode()}"
        return f'<img src="{link}" alt="{alt}" style="max-width:100%;height:auto;background:white">'

    def _content(self, file_id: str) -> bytes:
        if file_id not in self._fetched:
            with suppress(OpenAIError):
                self._fetched[file_id] = self._client.files.content(file_id).read()
        return self._fetched.get(file_id, b"")

    def _name(self, file_id: str) -> str:
        with suppress(OpenAIError):
            return self._client.files.retrieve(file_id).filename
        return file_id


def status_words(status: str) -> str:
    """A run's status in the reader's language, with its name in the API."""
    return _STATUSES[status] + f" ({status})" if say("ko", "en") == "ko" and status in _STATUSES else status


def _distinct(annotations: Any) -> list[Any]:
    """Each marker of the text once."""
    return list({annotation.text: annotation for annotation in annotations}.values())


def _results(search: Any) -> str:
    results = getattr(search, "results", None) or ()
    rows = "".join(f"<li>{html.escape(found.file_name)} ({found.score:.2f})</li>" for found in results)
    return f"<ul style='margin:4px 0'>{rows}</ul>" if rows else say("파일에서 찾는 중…", "Searching the files…")


def _arguments(written: str | None) -> str:
    """`name=value` pairs; what is no whole JSON yet stays as it is."""
    try:
        values = json.loads(written or "")
    except ValueError:
        return written or ""
    if not isinstance(values, dict):
        return written or ""
    return ", ".join(f"{name}={json.dumps(value, ensure_ascii=False)}" for name, value in values.items())


def _fold(title: str, content: str) -> str:
    return (
        f'<details open style="margin:4px 0;border-left:3px solid {LINE};padding-left:10px">'
        f'<summary style="cursor:pointer;color:{QUIET}">{title}</summary>{content}</details>'
    )


def _words(text: str) -> str:
    """The text as it is, with the marks that models like best: `code` and **bold**."""
    shown = re.sub(r"`([^`\n]+)`", r"<code>\1</code>", html.escape(text))
    shown = re.sub(r"\*\*([^*\n]+)\*\*", r"<b>\1</b>", shown)
    return f'<div style="white-space:pre-wrap;overflow-wrap:anywhere">{shown}</div>'


def _bubble(who: str, content: str, *, mine: bool = False) -> str:
    place = f"margin:6px 0 6px auto;max-width:85%;background:{SHADE}" if mine else "margin:6px 0;max-width:100%"
    return (
        f'<div style="width:fit-content;{place};padding:6px 10px;border:1px solid {LINE};border-radius:8px;'
        f'box-sizing:border-box"><div style="color:{QUIET};font-size:0.85em">{who}</div>{content}</div>'
    )


def _hint() -> str:
    words = say(
        "아직 대화가 없습니다. 아래에 질문을 적고 Enter를 누르세요.",
        "Nothing said yet. Type a question below and press Enter.",
    )
    return f'<div style="color:{QUIET};padding:1em 0">{words}</div>'


_STATUSES = {
    "queued": "대기 중",
    "in_progress": "처리 중",
    "requires_action": "조치 대기",
    "cancelling": "취소하는 중",
    "cancelled": "취소",
    "completed": "완료",
    "failed": "실패",
    "incomplete": "미완성",
    "expired": "만료",
}

_SCROLLING = {
    "display": "flex",
    "flex_flow": "column-reverse nowrap",
    "width": "100%",
    "height": "420px",
    "overflow": "hidden auto",
    "border": f"1px solid {LINE}",
    "padding": "4px 10px",
}
