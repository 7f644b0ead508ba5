"""The playground's left side: which assistant, its instructions, model, tools and files."""

import json
from collections.abc import Callable
from typing import Any

import ipywidgets
from openai import NotFoundError, OpenAI

from ..reuse import remember, remembered
from ..settings import MODEL, language, say
from .parts import Notice, Unclear, button, copyable, quiet, stacked, wrapping
from .playground_code import declaration
from .playground_files import Files

_FIELDS = ("name", "instructions", "model", "tools")
# Edits that nobody has saved yet, by form and assistant, so that they are there again when the cell is run again.
_drafts: dict[tuple[str, str], list[Any]] = {}


class AssistantForm(ipywidgets.VBox):
    """Choose an assistant or describe a new one; `save` writes what the fields say.

    `changed()` is called when another assistant is chosen, or one is saved. `key` keeps the choice for the next time.
    """

    def __init__(self, client: OpenAI, key: str, board: Notice, changed: Callable[[], None]) -> None:
        self._client = client
        self._place = f"{language()}/playground/{key}/assistant"
        self._board = board
        self._changed = changed
        self._listing = False
        # What is saved, or None for an assistant that is still to be made.
        self.assistant: Any = None
        self._names: dict[str, str] = {}
        self._choice = stacked(ipywidgets.Dropdown(description=say("어시스턴트", "Assistant")))
        self._id = ipywidgets.HTML()
        self._name = stacked(ipywidgets.Text(description=say("이름", "Name")))
        self._instructions = stacked(ipywidgets.Textarea(description=say("지침", "Instructions"), rows=5))
        self._model = stacked(ipywidgets.Dropdown(description=say("모델", "Model")))
        self._switches = {
            "code_interpreter": _switch(say("코드 인터프리터", "Code interpreter")),
            "file_search": _switch(say("파일 검색", "File search")),
            "function": _switch(say("함수", "Functions")),
        }
        self._declared = stacked(ipywidgets.Textarea(description=say("함수 선언 (JSON)", "Functions (JSON)"), rows=8))
        self._files = Files(client, board, self._ready_for_files)
        self._fields = [self._name, self._instructions, self._model, self._declared, *self._switches.values()]
        self._filling = False
        self._as_saved: list[Any] = []
        for field in self._fields:
            field.observe(lambda _: self._keep_draft(), names="value")
        self._choice.observe(self._chosen, names="value")
        self._switches["function"].observe(lambda _: self._show_declarations(), names="value")
        super().__init__(
            [
                self._choice,
                self._id,
                self._name,
                self._instructions,
                self._model,
                ipywidgets.HTML(quiet(say("도구", "Tools"))),
                wrapping(list(self._switches.values())),
                self._declared,
                self._files,
                wrapping(
                    [
                        button(say("저장", "Save"), self._save_and_tell, style="primary", icon="save"),
                        button(say("목록 새로 고침", "Refresh the list"), self._refresh, icon="refresh"),
                    ]
                ),
            ],
            layout={"flex": "1 1 260px", "min_width": "0"},
        )

    def load(self, assistant_id: str | None = None) -> None:
        """Fill the lists, and choose the given assistant, else the one chosen last. Raises OpenAIError."""
        models = [model.id for model in self._client.models.list() if not model.id.startswith(_DRAWING)]
        self._model.options = models
        self._fetch_names()
        wanted = assistant_id or remembered(self._place)
        self.assistant = None
        if wanted:
            try:
                self.assistant = self._client.beta.assistants.retrieve(wanted)
            except NotFoundError:
                # Deleted since: the form begins empty, as for a new one.
                remember(self._place, "")
        self._show()

    def save(self) -> Any:
        """Make the assistant or update it, where the fields say anything new; the assistant as it is then.

        A field that was left alone follows what a program has changed meanwhile. Raises Unclear and OpenAIError.
        """
        wanted, draft = self._wanted(), self._draft
        assistants = self._client.beta.assistants
        if self.assistant is None:
            self.assistant = assistants.create(**wanted)
        elif changes := {name: value for name, value in wanted.items() if value != self._saved()[name]}:
            self.assistant = assistants.update(self.assistant.id, **changes)
        else:
            before, self.assistant = self.assistant, assistants.retrieve(self.assistant.id)
            if self.assistant == before:
                return self.assistant
        _drafts.pop(draft, None)
        self._show()
        return self.assistant

    def _save_and_tell(self) -> None:
        new = self.assistant is None
        with self._board.guarding():
            self.save()
            self._board.tell(
                say("만들었습니다.", "Made.")
                if new
                else say("저장했습니다. ID는 그대로입니다.", "Saved. The ID stays the same.")
            )

    def _ready_for_files(self, tool: str) -> Any:
        """The assistant that a file is meant for, saved, with the tool that reads the file."""
        self._switches[tool].value = True
        return self.save()

    def _wanted(self) -> dict[str, Any]:
        tools: list[Any] = [
            {"type": tool} for tool in ("code_interpreter", "file_search") if self._switches[tool].value
        ]
        if self._switches["function"].value:
            tools += [{"type": "function", "function": each} for each in _functions(self._declared.value)]
        return {
            "name": self._name.value.strip(),
            "instructions": self._instructions.value.strip(),
            "model": self._model.value,
            "tools": tools,
        }

    def _saved(self) -> dict[str, Any]:
        saved = self.assistant
        tools = [declaration(tool) for tool in saved.tools]
        return {
            "name": saved.name or "",
            "instructions": saved.instructions or "",
            "model": saved.model,
            "tools": tools,
        }

    def _chosen(self, change: Any) -> None:
        if self._listing:
            return
        with self._board.guarding():
            self.assistant = self._client.beta.assistants.retrieve(change["new"]) if change["new"] else None
            self._show()

    @property
    def _draft(self) -> tuple[str, str]:
        return self._place, self.assistant.id if self.assistant else ""

    def _keep_draft(self) -> None:
        if self._filling:
            return
        now = [field.value for field in self._fields]
        if now == self._as_saved:
            _drafts.pop(self._draft, None)
        else:
            _drafts[self._draft] = now

    def _show(self) -> None:
        """Put what is saved into the fields, and over it what was edited and not saved."""
        self._filling = True
        try:
            self._show_saved()
            self._as_saved = [field.value for field in self._fields]
            for field, value in zip(self._fields, _drafts.get(self._draft, self._as_saved), strict=True):
                if field is self._model:
                    self._offer_model(value)
                field.value = value
        finally:
            self._filling = False
        self._show_declarations()
        self._changed()

    def _show_saved(self) -> None:
        remember(self._place, self.assistant.id if self.assistant else "")
        self._list()
        saved: dict[str, Any] = {"name": "", "instructions": "", "model": MODEL, "tools": []}
        if self.assistant:
            saved = self._saved()
        self._offer_model(saved["model"])
        self._name.value, self._instructions.value, self._model.value = (saved[name] for name in _FIELDS[:3])
        functions = [tool["function"] for tool in saved["tools"] if tool["type"] == "function"]
        for kind, switch in self._switches.items():
            switch.value = any(tool["type"] == kind for tool in saved["tools"])
        self._declared.value = json.dumps(functions or _example(), ensure_ascii=False, indent=2)
        self._id.value = copyable(self.assistant.id) if self.assistant else ""
        self._files.show(self.assistant)

    def _offer_model(self, name: str) -> None:
        """An assistant may ask for a model that the list does not name."""
        if name not in self._model.options:
            self._model.options = [*self._model.options, name]

    def _list(self) -> None:
        self._listing = True
        try:
            self._choice.options = self._choices()
            self._choice.value = self.assistant.id if self.assistant else ""
        finally:
            self._listing = False

    def _refresh(self) -> None:
        with self._board.guarding():
            self._fetch_names()
            self._list()

    def _fetch_names(self) -> None:
        everything = self._client.beta.assistants.list(order="desc", limit=100)
        self._names = {each.id: each.name or "" for each in everything}

    def _choices(self) -> list[tuple[str, str]]:
        if self.assistant:
            # One that was just made stands on top, as the newest do.
            newest = {} if self.assistant.id in self._names else {self.assistant.id: ""}
            self._names = newest | self._names | {self.assistant.id: self.assistant.name or ""}
        nameless = say("(이름 없음)", "(no name)")
        names = [(f"{name or nameless} · …{id[-6:]}", id) for id, name in self._names.items()]
        return [(say("+ 새로 만들기", "+ Make a new one"), ""), *names]

    def _show_declarations(self) -> None:
        self._declared.layout.display = "" if self._switches["function"].value else "none"


def _switch(words: str) -> ipywidgets.Checkbox:
    return ipywidgets.Checkbox(description=words, indent=False, layout={"width": "auto", "margin": "2px 12px 2px 0"})


def _functions(written: str) -> list[Any]:
    """The declarations in a text of JSON: a list of them, or a single one; also in the shape of `tools`."""
    try:
        declared = json.loads(written)
    except ValueError as error:
        place = f"{error.lineno}:{error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        raise Unclear(
            say(
                f"함수 선언이 올바른 JSON이 아닙니다(줄:칸 {place}). 쉼표와 따옴표, 괄호를 확인하세요.",
                f"The functions are not valid JSON (line:column {place}). Check commas, quotes and brackets.",
            )
        ) from None
    functions = declared if isinstance(declared, list) else [declared]
    functions = [each.get("function", each) if isinstance(each, dict) else each for each in functions]
    if not functions or not all(isinstance(each, dict) and each.get("name") for each in functions):
        raise Unclear(
            say(
                '함수마다 {"name": ..., "description": ..., "parameters": {...}} 모양이어야 합니다.',
                'Each function is written as {"name": ..., "description": ..., "parameters": {...}}.',
            )
        )
    return functions


def _example() -> list[dict[str, Any]]:
    return [
        {
            "name": "get_stock",
            "description": say("꽃 이름을 받아 남은 송이 수를 알려 줍니다.", "How many of a flower are left."),
            "parameters": {"type": "object", "properties": {"flower": {"type": "string"}}, "required": ["flower"]},
        }
    ]


# These draw, and hold no conversation.
_DRAWING = ("dall-e", "gpt-image")
