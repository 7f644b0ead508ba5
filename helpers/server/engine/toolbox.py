"""The tools as the run loop uses them: what a tool makes becomes files that the API can name."""

import asyncio
from typing import Any
from urllib.parse import quote

from helpers import consent

from ..library import Library
from ..objects import file_citation, file_path, find_citations, find_links, new_file
from ..providers.base import Provider
from ..store import Store
from ..tools.code_interpreter import CodeInterpreter, Image, InputFile, walls
from .context import code_inputs, searches_of

Object = dict[str, Any]

# What the original gave a model where the tool did not say (documentation: File search).
MOST_PASSAGES = 20


class ConsentNeeded(Exception):
    """Code was not run, for want of walls and of the reader's consent. The message is for the reader."""


class Toolbox:
    """The code interpreter and file search over the store's files."""

    def __init__(self, store: Store, interpreter: CodeInterpreter, library: Library, provider: Provider) -> None:
        """`provider` is the one whose code will be run."""
        self._store = store
        self._interpreter = interpreter
        self._library = library
        self._provider = provider

    async def prepare(self, run: Object) -> dict[str, str]:
        """Have the run's files where its tools find them; the code interpreter's names for them, by file ID.

        StoreExpired where it would search a vector store that has expired.
        """
        kinds = {tool["type"] for tool in run["tools"]}
        if "file_search" in kinds:
            self._library.take_part([*self._stores(run, "assistant"), *self._stores(run, "thread")])
            await self._library.wait_for(self._stores(run, "thread"))
        if "code_interpreter" not in kinds:
            return {}
        return await self._interpreter.bring_in(run["thread_id"], self._inputs(run))

    async def search(self, run: Object, call: Object) -> Object:
        """Search the stores of the assistant and of the thread; ranking and passages as the run step shows them."""
        tool = next(tool for tool in run["tools"] if tool["type"] == "file_search")["file_search"]
        ranking = tool["ranking_options"]
        hits = await self._library.search(
            [*self._stores(run, "assistant"), *self._stores(run, "thread")],
            [call["file_search"]["query"]],
            limit=tool.get("max_num_results") or MOST_PASSAGES,
            score_threshold=ranking.get("score_threshold") or 0.0,
        )
        results = [
            {
                "file_id": hit.file_id,
                "file_name": hit.filename,
                "score": hit.score,
                "content": [{"type": "text", "text": hit.text}],
            }
            for hit in hits
        ]
        return {"ranking_options": ranking, "results": results}

    async def run_code(self, run: Object, call: Object, images: list[str]) -> list[Object]:
        """Run a call's code; its outputs as the run step shows them. The IDs of its pictures are added to `images`.

        Raises ConsentNeeded, see `permit_code`.
        """
        self.permit_code()
        code = call["code_interpreter"]["input"]
        result = await self._interpreter.run(run["thread_id"], code, self._inputs(run))
        outputs: list[Object] = []
        for output in result.outputs:
            if isinstance(output, Image):
                file = self._keep(output.path.name, self._interpreter.read(output.path))
                images.append(file["id"])
                outputs.append({"type": "image", "image": {"file_id": file["id"]}})
            else:
                outputs.append({"type": "logs", "logs": output.text})
        return outputs

    def permit_code(self) -> None:
        """Raise ConsentNeeded where a model wrote the code, no walls close it in, and the reader has not said yes."""
        if not (self._provider.code_is_ours or walls.closed_in() or consent.is_given(self._store.blobs.parent)):
            raise ConsentNeeded(consent.REFUSAL)

    async def annotate(self, thread_id: str, text: str) -> list[Object]:
        """The annotations of a finished text: its links to written files, and its citations of passages."""
        found = await self._links(thread_id, text) + self._citations(thread_id, text)
        return sorted(found, key=lambda annotation: int(annotation["start_index"]))

    async def _links(self, thread_id: str, text: str) -> list[Object]:
        """Turn each `sandbox:` link in a text into a file that can be downloaded."""
        if "sandbox:" not in text:
            return []
        written = self._interpreter.files(thread_id)
        # Markdown wants spaces in a link as %20, and models often write it so.
        written |= {quote(path): file for path, file in written.items()}
        published: dict[str, str] = {}
        annotations = []
        for start, path in find_links(text, written):
            if path not in published:
                content = await asyncio.to_thread(self._interpreter.read, written[path])
                published[path] = self._keep(written[path].name, content)["id"]
            annotations.append(file_path(start, path, published[path]))
        return annotations

    def _citations(self, thread_id: str, text: str) -> list[Object]:
        markers = find_citations(text)
        searches = searches_of(self._store, thread_id) if markers else {}
        return [
            file_citation(start, end, text[start:end], searches[number].passages[index].file_id)
            for start, end, number, index in markers
            if number in searches and index < len(searches[number].passages)
        ]

    def _stores(self, run: Object, owner: str) -> list[str]:
        row = self._store.get(owner, run[f"{owner}_id"]) or {"tool_resources": {}}
        return list(row["tool_resources"].get("file_search", {}).get("vector_store_ids", ()))

    def _inputs(self, run: Object) -> list[InputFile]:
        blobs = self._store.blobs
        return [InputFile(row["id"], row["filename"], blobs / row["id"]) for row in code_inputs(self._store, run)]

    def _keep(self, filename: str, content: bytes) -> Object:
        file = new_file(filename, len(content), "assistants_output")
        (self._store.blobs / file["id"]).write_bytes(content)
        return self._store.add("file", file)
