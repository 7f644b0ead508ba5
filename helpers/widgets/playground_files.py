"""The files of the playground's assistant: for the code interpreter, and for file search."""

import html
from collections.abc import Callable
from typing import Any

import ipywidgets
from openai import NotFoundError, OpenAI

from ..settings import say
from .parts import Notice, Unclear, button, copyable, wrapping


class Files(ipywidgets.VBox):
    """Two upload buttons, and what is attached so far, each with a button that takes it away.

    `ready(tool)` gives the assistant that a file goes to, saved and with that tool switched on.
    """

    def __init__(self, client: OpenAI, board: Notice, ready: Callable[[str], Any]) -> None:
        self._client = client
        self._board = board
        self._ready = ready
        self.uploads = {
            "code_interpreter": _upload(say("파일 → 코드 인터프리터", "File → code interpreter")),
            "file_search": _upload(say("파일 → 파일 검색", "File → file search")),
        }
        self._rows = ipywidgets.VBox()
        for tool, upload in self.uploads.items():
            upload.observe(lambda change, tool=tool: self._uploaded(tool, change["new"]), names="value")
        super().__init__([wrapping(list(self.uploads.values())), self._rows])

    def show(self, assistant: Any) -> None:
        """List the files of this assistant; of none for None. Raises OpenAIError."""
        rows = []
        for tool in self.uploads:
            for file_id in self._attached(assistant, tool):
                rows.append(self._row(assistant, tool, file_id))
        self._rows.children = rows

    def _uploaded(self, tool: str, chosen: Any) -> None:
        if not chosen:
            return
        with self._board.guarding():
            assistant = self._client.beta.assistants.retrieve(self._ready(tool).id)
            made = [
                self._client.files.create(file=(each["name"], bytes(each["content"])), purpose="assistants").id
                for each in chosen
            ]
            assistant = self._attach(assistant, tool, made)
            self.show(assistant)
            names = ", ".join(each["name"] for each in chosen)
            self._board.tell(say(f"붙였습니다: {names}", f"Attached: {names}"))
        # The same file may be chosen again afterwards.
        self.uploads[tool].value = ()

    def _attach(self, assistant: Any, tool: str, file_ids: list[str]) -> Any:
        if tool == "code_interpreter":
            everything = [*self._attached(assistant, tool), *file_ids]
            return self._client.beta.assistants.update(
                assistant.id, tool_resources={"code_interpreter": {"file_ids": everything}}
            )
        store_id = _store_of(assistant)
        if store_id is None:
            store_id = self._client.vector_stores.create(name=assistant.name or assistant.id).id
            assistant = self._client.beta.assistants.update(
                assistant.id, tool_resources={"file_search": {"vector_store_ids": [store_id]}}
            )
        for file_id in file_ids:
            done = self._client.vector_stores.files.create_and_poll(file_id, vector_store_id=store_id)
            if done.last_error:
                raise Unclear(done.last_error.message)
        return assistant

    def _detach(self, assistant: Any, tool: str, file_id: str) -> None:
        with self._board.guarding():
            if tool == "code_interpreter":
                rest = [id for id in self._attached(assistant, tool) if id != file_id]
                assistant = self._client.beta.assistants.update(
                    assistant.id, tool_resources={"code_interpreter": {"file_ids": rest}}
                )
            else:
                self._client.vector_stores.files.delete(file_id, vector_store_id=_store_of(assistant) or "")
            self.show(assistant)
            self._board.tell(
                say("떼었습니다. 파일은 서버에 남아 있습니다.", "Taken away; the file stays on the server.")
            )

    def _attached(self, assistant: Any, tool: str) -> list[str]:
        resources = assistant.tool_resources if assistant else None
        if tool == "code_interpreter":
            return list((resources and resources.code_interpreter and resources.code_interpreter.file_ids) or ())
        store_id = _store_of(assistant)
        if store_id is None:
            return []
        try:
            return [file.id for file in self._client.vector_stores.files.list(store_id, limit=100)]
        except NotFoundError:
            return []

    def _row(self, assistant: Any, tool: str, file_id: str) -> ipywidgets.Box:
        try:
            name = self._client.files.retrieve(file_id).filename
        except NotFoundError:
            name = say("(지워진 파일)", "(deleted file)")
        label = ipywidgets.HTML()
        label.value = f"{_tool(tool)}: {html.escape(name)} {copyable(file_id)}"
        remove = button(say("떼기", "Remove"), lambda: self._detach(assistant, tool, file_id))
        remove.tooltip = say(f"{name} 떼기", f"Remove {name}")
        return wrapping([label, remove])


def _store_of(assistant: Any) -> str | None:
    resources = assistant.tool_resources if assistant else None
    ids = resources and resources.file_search and resources.file_search.vector_store_ids
    return ids[0] if ids else None


def _upload(words: str) -> ipywidgets.FileUpload:
    return ipywidgets.FileUpload(description=words, multiple=True, layout={"width": "auto"})


def _tool(name: str) -> str:
    return say("코드 인터프리터", "Code interpreter") if name == "code_interpreter" else say("파일 검색", "File search")
