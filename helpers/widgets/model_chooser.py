"""Choose what thinks: the offline tutor, OpenAI, or a model on this machine. For notebook 00.

    ModelChooser()

A key that is typed here goes to the embedded server's memory and is wiped from the field at once.
"""

import html
from typing import Any

import ipywidgets

from .. import live
from ..connection import NotConnected, choose_model
from ..settings import say

_ADDRESS = "address"


class ModelChooser(ipywidgets.VBox):
    """Radio buttons, a field for what the choice needs, and a button that tries it."""

    def __init__(self) -> None:
        self._choices = ipywidgets.RadioButtons(options=_options(), layout={"width": "auto"})
        self._key = _field(ipywidgets.Password, say("API 키", "API key"))
        self._url = _field(ipywidgets.Text, say("주소", "Address"), "http://127.0.0.1:8000/v1")
        button = ipywidgets.Button(
            description=say("이 모델로 바꾸기", "Use this model"), button_style="primary", layout={"width": "auto"}
        )
        self._verdict = ipywidgets.HTML()
        self._choices.observe(self._show_fields, names="value")
        button.on_click(self._choose)
        super().__init__([self._choices, self._url, self._key, button, self._verdict])
        self._show_fields()

    def __repr__(self) -> str:
        return say(
            "모델 고르기: 오프라인 튜터, OpenAI, 이 컴퓨터의 모델",
            "Choose a model: offline tutor, OpenAI, or one on this machine",
        )

    def _repr_mimebundle_(self, **options: Any) -> Any:
        bundle = super()._repr_mimebundle_(**options)
        return bundle | {"text/plain": repr(self)} if isinstance(bundle, dict) else bundle

    def _show_fields(self, _: Any = None) -> None:
        choice = self._choices.value
        # A key that the settings hold need not be typed.
        needs_key = choice == _ADDRESS or (choice == live.OPENAI and not live.setting("OPENAI_API_KEY"))
        self._key.layout.display = "" if needs_key else "none"
        self._url.layout.display = "" if choice == _ADDRESS else "none"

    def _choose(self, _: Any) -> None:
        choice = self._url.value.strip() if self._choices.value == _ADDRESS else self._choices.value
        key, self._key.value = self._key.value.strip(), ""
        self._verdict.value = _said(say("연결하는 중…", "Connecting…"), "")
        try:
            self._verdict.value = _said(choose_model(choice, key), "✓")
        except NotConnected as reason:
            self._verdict.value = _said(str(reason), "✗")


def _options() -> list[tuple[str, str]]:
    here = [
        (say(f"이 컴퓨터의 {service.title}", f"{service.title} on this machine"), service.choice)
        for service in live.find_local()
    ]
    return [
        (say("오프라인 튜터 (키도 인터넷도 쓰지 않음)", "Offline tutor (no key, no internet)"), live.OFFLINE),
        (say("OpenAI (API 키 필요, 요금이 나올 수 있음)", "OpenAI (needs an API key, may cost money)"), live.OPENAI),
        *here,
        (say("다른 주소 (OpenAI 호환 API)", "Another address (OpenAI-compatible API)"), _ADDRESS),
    ]


def _field(kind: type, label: str, example: str = "") -> Any:
    return kind(
        description=label, placeholder=example, style={"description_width": "5em"}, layout={"width": "min(28em, 100%)"}
    )


def _said(words: str, mark: str) -> str:
    return f"<p role='status' style='color:var(--jp-ui-font-color1)'>{mark} {html.escape(words)}</p>"
