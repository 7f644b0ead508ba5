"""What the widgets share: words for errors, notices, IDs to copy, a field that knows Enter, one style for all."""

import html
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import ipywidgets
from openai import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    NotFoundError,
    OpenAIError,
    PermissionDeniedError,
    RateLimitError,
)

from ..settings import say

# JupyterLab's own colours, which follow its light and dark themes; the second value is for other front ends.
INK = "var(--jp-ui-font-color1, #212121)"
# JupyterLab's own second colour is too pale on a shaded ground.
QUIET = "color-mix(in srgb, var(--jp-ui-font-color1, #212121) 78%, transparent)"
LINE = "var(--jp-border-color1, #bdbdbd)"
SHADE = "var(--jp-layout-color2, #eeeeee)"

STYLE = f"""<style>
.workshop-stacked {{ flex-direction: column !important; align-items: stretch !important; height: auto !important; }}
.workshop-stacked > select, .workshop-stacked > input {{ flex: none !important; height: 30px !important; }}
.workshop-stacked > label {{ width: auto !important; text-align: left !important; color: {INK}; }}
.workshop-widget .widget-html-content {{ line-height: 1.5; color: {INK}; overflow-wrap: anywhere; }}
.workshop-widget .widget-button {{ width: auto; min-width: 4em; margin: 2px; }}
.workshop-widget .mod-primary, .workshop-widget .mod-primary:hover {{ background: #1565c0; color: white; }}
.workshop-widget .mod-danger, .workshop-widget .mod-danger:hover {{ background: #c62828; color: white; }}
.workshop-widget button:focus-visible, .workshop-widget [tabindex]:focus-visible,
.workshop-widget summary:focus-visible {{ outline: 3px solid var(--jp-warn-color1, #d9822b); outline-offset: 1px; }}
.workshop-scroll > *, .workshop-scroll .widget-vbox > * {{ flex: none !important; overflow: visible !important; }}
.workshop-widget pre {{ margin: 4px 0; padding: 6px 8px; overflow-x: auto; white-space: pre-wrap;
  background: {SHADE}; color: {INK}; font-size: 0.92em; line-height: 1.45; }}
.workshop-copy {{ font: inherit; font-size: 0.85em; padding: 0 6px; margin-left: 4px; cursor: pointer;
  color: {INK}; background: {SHADE}; border: 1px solid {LINE}; border-radius: 3px; }}
</style>"""

_BUSY = ("while a run", "already has an active run")
_ENTER_SECONDS = 1.0
_SETTLE_SECONDS = 0.3


class Widget(ipywidgets.VBox):
    """A box whose `repr` is what a notebook keeps of it as text, whole."""

    def __init__(self, children: Any = ()) -> None:
        super().__init__([ipywidgets.HTML(STYLE, layout={"display": "none"}), *children])
        self.add_class("workshop-widget")
        self.layout.width = "100%"

    def _repr_mimebundle_(self, **options: Any) -> Any:
        bundle = super()._repr_mimebundle_(**options)
        return bundle | {"text/plain": repr(self)} if isinstance(bundle, dict) else bundle


class EnterField(ipywidgets.Text):
    """A line of text that calls `on_enter(text)` for Enter, and not when it is merely left.

    The browser tells of the key before it tells the new text, and of an unchanged text not at all. So after the key the
    text is waited for, for an instant.
    """

    def __init__(self, on_enter: Callable[[str], None], **options: Any) -> None:
        super().__init__(continuous_update=False, **options)
        self._on_enter = on_enter
        self._entered = 0.0
        self._lock = threading.Lock()
        self.on_msg(self._key)
        self.observe(self._changed, names="value")

    def _key(self, _: Any, content: dict[str, Any], buffers: Any) -> None:
        if content.get("event") != "submit":
            return
        self._entered = time.monotonic()
        if self.value.strip():
            settle = threading.Timer(_SETTLE_SECONDS, self._deliver)
            settle.daemon = True
            settle.start()

    def _changed(self, change: Any) -> None:
        if change["new"].strip() and time.monotonic() - self._entered < _ENTER_SECONDS:
            self._deliver()

    def _deliver(self) -> None:
        with self._lock:
            entered, self._entered = self._entered, 0.0
        if entered:
            self._on_enter(self.value)


class Notice(ipywidgets.HTML):
    """Where a widget says what has happened, and what has gone wrong."""

    def tell(self, words: str, kind: str = "success") -> None:
        """Say it; `kind` as for `notice`."""
        self.value = notice(words, kind)

    @contextmanager
    def guarding(self) -> Iterator[None]:
        """What goes wrong within is told here, in plain words, and goes no further."""
        self.value = ""
        try:
            yield
        except Unclear as reason:
            self.tell(str(reason), "error")
        except Exception as error:
            # A traceback would end in a log that no reader looks at.
            self.tell(plain(error), "error")


class Unclear(ValueError):
    """A field says something that cannot be used; the message says what to mend."""


def stacked(field: Any) -> Any:
    """The field with its label above it, as wide as there is room."""
    field.add_class("workshop-stacked")
    field.layout.width = "calc(100% - 6px)"
    return field


def wrapping(children: Any, **layout: str) -> ipywidgets.Box:
    """Children side by side, and below each other where there is no room."""
    return ipywidgets.Box(
        children, layout={"display": "flex", "flex_flow": "row wrap", "width": "100%", "align_items": "center"} | layout
    )


def button(words: str, action: Callable[[], None], *, style: str = "", icon: str = "") -> ipywidgets.Button:
    """A button that calls `action`."""
    made = ipywidgets.Button(description=words, button_style=style, icon=icon)
    made.on_click(lambda _: action())
    return made


def quiet(words: str) -> str:
    """A remark."""
    return f'<div style="color:{QUIET};line-height:1.5">{html.escape(words)}</div>'


def notice(words: str, kind: str = "info") -> str:
    """Something to be told at once; `kind` is info, success, warn or error. Nothing for no words."""
    if not words:
        return ""
    role = "alert" if kind == "error" else "status"
    return (
        f'<div role="{role}" style="border-left:4px solid var(--jp-{kind}-color1, #1976d2);padding:4px 10px;'
        f'margin:4px 0;line-height:1.5;color:{INK};white-space:pre-wrap">{html.escape(words)}</div>'
    )


def copyable(id: str) -> str:
    """An ID, with a button that copies it; a click selects it whole."""
    words = say("복사", "Copy")
    done = say("복사됨", "Copied")
    escaped = html.escape(id, quote=True)
    return (
        f'<code style="user-select:all;white-space:nowrap">{escaped}</code>'
        f'<button type="button" class="workshop-copy" data-id="{escaped}" aria-label="{words} {escaped}" '
        f"onclick=\"navigator.clipboard.writeText(this.dataset.id).then(() => {{ this.textContent = '{done}'; }})\">"
        f"{words}</button>"
    )


def plain(error: Exception) -> str:
    """What went wrong and what to do, in the reader's language."""
    if isinstance(error, APITimeoutError | APIConnectionError):
        return say(
            "서버가 답하지 않습니다. connect()가 있는 셀을 다시 실행한 뒤 이 셀도 다시 실행하세요.",
            "The server does not answer. Run the cell with connect() again, and then this one.",
        )
    if isinstance(error, AuthenticationError | PermissionDeniedError):
        return say("키를 받아들이지 않습니다: ", "The key is not accepted: ") + _told(error)
    if isinstance(error, NotFoundError):
        return say("서버에 없습니다. 지워졌을 수 있습니다: ", "Not on the server; it may be deleted: ") + _told(error)
    if isinstance(error, RateLimitError):
        return say("요청이 너무 많습니다. 잠시 뒤 다시 해 보세요: ", "Too many requests; try again later: ") + _told(
            error
        )
    if isinstance(error, BadRequestError) and any(words in _told(error) for words in _BUSY):
        return say(
            "이 스레드에서는 다른 실행이 아직 진행 중입니다. 끝나기를 기다리거나 취소한 다음 다시 보내세요.",
            "Another run is still active in this thread. Wait for it to end, or cancel it, and send again.",
        )
    if isinstance(error, APIStatusError) and error.status_code < 500:
        return say("서버가 거절했습니다: ", "The server refused: ") + _told(error)
    if isinstance(error, APIStatusError):
        return say("서버에 문제가 생겼습니다: ", "The server has a problem: ") + _told(error)
    if isinstance(error, OpenAIError):
        return say("SDK가 멈췄습니다: ", "The SDK has stopped: ") + str(error)
    return say("예상하지 못한 일입니다: ", "Something unexpected: ") + f"{type(error).__name__}: {error}"


def told(message: str) -> str:
    """The reader's half of a message that says the same in English and Korean, parted by a bar."""
    english, _, korean = message.partition(" | ")
    return say(korean or english, english)


def _told(error: Exception) -> str:
    body = getattr(error, "body", None)
    return told(str(body.get("message")) if isinstance(body, dict) and body.get("message") else str(error))
