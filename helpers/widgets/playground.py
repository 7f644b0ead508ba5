"""The playground: an assistant used without code, as on OpenAI's website.

    Playground(client)

On the left an assistant is chosen or made; on the right it is talked to. Assistant and conversation are remembered
under `key`, so they are there again when the cell is run again.
"""

import ipywidgets
from openai import OpenAI

from ..settings import say
from .parts import EnterField, Notice, Widget, button, copyable, quiet, stacked, wrapping
from .playground_chat import Transcript
from .playground_code import as_code
from .playground_form import AssistantForm
from .playground_talk import Talk


class Playground(Widget):
    """The playground as a widget.

    `key` tells playgrounds apart that should not share a conversation. `assistant_id` is the assistant to begin with;
    left out, it is the one that this playground had last, or a new one.
    """

    def __init__(self, client: OpenAI, *, key: str = "playground", assistant_id: str | None = None) -> None:
        self._client = client
        self._state = "idle"
        self._board = Notice()
        self._transcript = Transcript(client)
        self._form = AssistantForm(client, key, self._board, self._show_state)
        self._talk = Talk(client, key, self._transcript, self._show_state)
        self._where = ipywidgets.HTML()
        self._line = EnterField(
            self._put,
            placeholder=say("질문을 적고 Enter", "Type a question, then Enter"),
            layout={"flex": "1 1 200px"},
        )
        self._line.tooltip = say("질문", "Question")
        self._send_button = button(say("보내기", "Send"), lambda: self._put(self._line.value), style="primary")
        self._cancel_button = button(say("실행 취소", "Cancel run"), self._cancel)
        self._new_button = button(say("새 스레드", "New thread"), self._start_new)
        self._code = stacked(ipywidgets.Textarea(description=say("SDK 코드", "SDK code"), rows=16))
        self._code.add_class("workshop-code")
        self._code.layout.display = "none"
        self._code_button = button(say("같은 대화를 코드로", "This conversation as code"), self._show_code, icon="code")
        talk = ipywidgets.VBox(
            [
                self._where,
                self._transcript,
                wrapping([self._line, self._send_button]),
                wrapping([self._cancel_button, self._new_button, self._code_button]),
                self._board,
                self._code,
            ],
            layout={"flex": "2 1 380px", "min_width": "0"},
        )
        super().__init__([wrapping([self._form, talk], align_items="flex-start", grid_gap="16px")])
        self.add_class("workshop-playground")
        with self._board.guarding():
            self._form.load(assistant_id)
            self._talk.load()
        self._show_state()

    def __repr__(self) -> str:
        """What a notebook keeps of it as text: the assistant, not how far the conversation has come."""
        assistant = self._form.assistant
        if assistant is None:
            return say("플레이그라운드: 새 어시스턴트", "Playground: a new assistant")
        tools = ", ".join(tool.type for tool in assistant.tools) or say("없음", "none")
        return say(
            f"플레이그라운드: {assistant.name or assistant.id} (모델 {assistant.model}, 도구 {tools})",
            f"Playground: {assistant.name or assistant.id} (model {assistant.model}, tools {tools})",
        )

    @property
    def assistant_id(self) -> str | None:
        """The ID of the assistant that is chosen; None for one that is still to be made."""
        return self._form.assistant.id if self._form.assistant else None

    @property
    def thread_id(self) -> str | None:
        """The ID of the conversation; None before its first message."""
        return self._talk.thread_id or None

    def ask(self, question: str, *, seconds: float = 120) -> None:
        """Type a question and press Enter, for a reader without a keyboard at hand, and wait for the answer.

        Returns too where the run waits for the results of functions. Raises TimeoutError.
        """
        self._talk.wait(seconds)
        self._put(question)
        self._talk.wait(seconds)

    def code(self) -> str:
        """The conversation as a program. Raises OpenAIError; ValueError where there is no assistant yet."""
        if self.assistant_id is None:
            raise ValueError(say("아직 어시스턴트가 없습니다.", "There is no assistant yet."))
        return as_code(self._client, self.assistant_id, self.thread_id)

    def _put(self, text: str) -> None:
        text = text.strip()
        if not text:
            return
        with self._board.guarding():
            if self._talk.state != "idle":
                self._board.tell(_BUSY[self._talk.state](), "warn")
                return
            # What is in the fields is what the reader means, saved or not.
            assistant = self._form.save()
            self._talk.send(text, assistant.id)
            self._line.value = ""

    def _cancel(self) -> None:
        with self._board.guarding():
            self._talk.cancel()

    def _start_new(self) -> None:
        with self._board.guarding():
            self._talk.start_new()
            self._code.layout.display = "none"

    def _show_code(self) -> None:
        if self._code.layout.display != "none":
            self._code.layout.display = "none"
            return
        with self._board.guarding():
            if self.assistant_id is None:
                self._board.tell(say("먼저 어시스턴트를 저장하세요.", "Save the assistant first."), "warn")
                return
            self._code.value = self.code()
            self._code.layout.display = ""

    def _show_state(self) -> None:
        """What can be pressed now, and which conversation this is."""
        if not hasattr(self, "_code_button"):
            # The form tells of its first filling before the rest is there.
            return
        state = self._talk.state
        if self._state == "waiting" and state == "running":
            # The field that had the keyboard has gone.
            self._line.focus()
        self._state = state
        self._send_button.disabled = state != "idle"
        self._cancel_button.disabled = state == "idle"
        self._new_button.disabled = state == "running"
        thread = self.thread_id
        self._where.value = (
            f"<div>{say('스레드', 'Thread')} {copyable(thread)}</div>"
            if thread
            else quiet(say("스레드: 첫 질문과 함께 만들어집니다.", "Thread: made with the first question."))
        )


_BUSY = {
    "running": lambda: say(
        "아직 답하는 중입니다. 끝나기를 기다리거나 '실행 취소'를 누르세요.",
        "Still answering. Wait for the end, or press 'Cancel run'.",
    ),
    "waiting": lambda: say(
        "어시스턴트가 함수의 결과를 기다립니다. 결과를 보내거나 '실행 취소'를 누르세요.",
        "The assistant waits for the results of functions. Submit them, or press 'Cancel run'.",
    ),
}
