"""Choose what thinks: the offline tutor, OpenAI, or a model on this machine. For notebook 00.

    ModelChooser()

The choice holds for all notebooks, until another one is made or the server ends. A key that is typed here goes to the
embedded server's memory and is wiped from the field at once.
"""

import html
from typing import Any

import ipywidgets

from .. import live
from ..connection import NotConnected, answering, choose_model
from ..settings import say

_ADDRESS = "address"


class ModelChooser(ipywidgets.VBox):
    """Radio buttons, a field for what the choice needs, and a button that tries it."""

    def __init__(self) -> None:
        self._choices = ipywidgets.RadioButtons(options=_options(), layout={"width": "auto", "margin": "0"})
        self._choices.add_class("model-choices")
        self._about = ipywidgets.HTML()
        self._url = _field(ipywidgets.Text, say("주소", "Address"), "http://127.0.0.1:8000/v1")
        self._key = _field(ipywidgets.Password, say("API 키", "API key"))
        button = ipywidgets.Button(
            description=say("이 모델로 바꾸기", "Use this model"), button_style="primary", layout={"width": "auto"}
        )
        # A flexible box would stretch the button over the whole width.
        button.layout.align_self = "flex-start"
        self._verdict = ipywidgets.HTML()
        self._choices.observe(self._change, names="value")
        button.on_click(self._choose)
        heading = ipywidgets.HTML(_STYLE + f"<b>{say('무엇이 답할까요?', 'What shall answer?')}</b>")
        super().__init__([heading, self._choices, self._about, self._url, self._key, button, self._verdict])
        self.add_class("model-chooser")
        self._show_what_it_needs()
        self._say_what_answers_now()

    def __repr__(self) -> str:
        return say(
            "모델 고르기: 오프라인 튜터, OpenAI, 이 컴퓨터의 모델",
            "Choose a model: offline tutor, OpenAI, or one on this machine",
        )

    def _repr_mimebundle_(self, **options: Any) -> Any:
        bundle = super()._repr_mimebundle_(**options)
        return bundle | {"text/plain": repr(self)} if isinstance(bundle, dict) else bundle

    def _say_what_answers_now(self) -> None:
        try:
            self._verdict.value = _said(f"{say('지금', 'Now')}: {answering()}")
        except NotConnected as reason:
            self._verdict.value = _said(f"✗ {reason}")

    def _show_what_it_needs(self) -> None:
        choice = self._choices.value
        self._about.value = _said(_about(choice))
        self._url.layout.display = "" if choice == _ADDRESS else "none"
        self._key.layout.display = "" if choice in (_ADDRESS, live.OPENAI) else "none"
        self._key.placeholder = _where_the_key_is(choice)

    def _change(self, _: Any) -> None:
        self._show_what_it_needs()
        # What was said of the choice before would be read as said of this one.
        self._say_what_answers_now()

    def _choose(self, _: Any) -> None:
        choice = self._url.value.strip() if self._choices.value == _ADDRESS else self._choices.value
        key, self._key.value = self._key.value.strip(), ""
        if not choice:
            self._verdict.value = _said(say("✗ 주소를 적어 주세요.", "✗ Type the address."))
            return
        # Asking for it, as `connect` does, would wait for an input that no cell is there to take.
        if choice == live.OPENAI and not key and not live.setting("OPENAI_API_KEY"):
            self._verdict.value = _said(say("✗ API 키를 적어 주세요.", "✗ Type an API key."))
            return
        self._verdict.value = _said(say("연결하는 중…", "Connecting…"))
        try:
            self._verdict.value = _said(f"✓ {choose_model(choice, key)}") + _to_keep(choice, bool(key))
        except NotConnected as reason:
            self._verdict.value = _said(f"✗ {reason}")


def _options() -> list[tuple[str, str]]:
    here = [
        (say(f"이 컴퓨터의 {service.title}", f"{service.title} on this machine"), service.choice)
        for service in live.find_local()
    ]
    return [
        (say("오프라인 튜터", "Offline tutor"), live.OFFLINE),
        ("OpenAI", live.OPENAI),
        *here,
        (say("다른 주소(OpenAI 호환 API)", "Another address (OpenAI-compatible API)"), _ADDRESS),
    ]


def _about(choice: str) -> str:
    """What a choice costs, and what of the reader's leaves the machine."""
    if choice == live.OFFLINE:
        return say(
            "규칙으로 답합니다. 키도 인터넷도 쓰지 않고, 아무것도 밖으로 나가지 않습니다.",
            "Answers by rules. Uses no key and no internet, and nothing leaves this machine.",
        )
    if choice == live.OPENAI:
        return say(
            "API 키가 필요하고 요금이 나올 수 있습니다. 지침과 대화, 도구의 결과가 OpenAI에 전송됩니다.",
            "Needs an API key, and may cost money. Instructions, conversations and results of tools go to OpenAI.",
        )
    if choice == _ADDRESS:
        return say(
            "Chat Completions API를 지원하는 서비스의 주소입니다. 이 컴퓨터가 아니라면 대화가 그곳에 전송됩니다. "
            "키가 필요 없으면 비워 두세요.",
            "The address of a service that has the Chat Completions API. Unless it is on this machine, conversations "
            "go there. Leave the key empty where none is needed.",
        )
    return say(
        "이 컴퓨터의 프로그램이 답합니다. 키도 요금도 없고, 아무것도 밖으로 나가지 않습니다.",
        "A program on this machine answers. No key, no costs, and nothing leaves it.",
    )


def _where_the_key_is(choice: str) -> str:
    name = _key_name(choice)
    return say(f"비워 두면 {name}", f"empty: {name}") if live.setting(name) else ""


def _key_name(choice: str) -> str:
    return "OPENAI_API_KEY" if choice == live.OPENAI else "WORKSHOP_API_KEY"


def _to_keep(choice: str, with_key: bool) -> str:
    """What to write into `.env` so that the next start has this model too; a key only by its name."""
    if choice == live.OFFLINE:
        return ""
    lines = [f"WORKSHOP_MODEL={choice}", *([f"{_key_name(choice)}=…"] if with_key else [])]
    intro = say(
        "다음에도 이 모델을 쓰려면 workshop.py 옆의 .env 파일에 적어 두세요.",
        "To have this model next time too, write into the file .env beside workshop.py:",
    )
    return _said(intro) + f"<pre>{html.escape(chr(10).join(lines))}</pre>"


def _field(kind: type, label: str, example: str = "") -> Any:
    return kind(
        description=label, placeholder=example, style={"description_width": "5em"}, layout={"width": "min(28em, 100%)"}
    )


def _said(words: str) -> str:
    return f"<p role='status'>{html.escape(words)}</p>"


_STYLE = """<style>
.model-chooser, .model-chooser p, .model-chooser b { color: var(--jp-ui-font-color1); line-height: 1.5; }
.model-chooser p { margin: 2px 0; word-break: keep-all; overflow-wrap: anywhere; white-space: normal; }
.model-chooser pre { color: var(--jp-ui-font-color1); background: var(--jp-layout-color2); padding: 6px 10px;
  white-space: pre-wrap; overflow-wrap: anywhere; width: fit-content; }
.model-choices label { white-space: normal; height: auto; line-height: 1.6; }
.model-chooser input:focus-visible, .model-chooser button:focus-visible {
  outline: 3px solid var(--jp-warn-color1, #d9822b); outline-offset: 1px; }
</style>"""
