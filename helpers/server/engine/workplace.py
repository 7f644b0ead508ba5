"""The tools as a response uses them: code in its container, search in the stores that its tool names, pictures."""

import asyncio
import base64
from collections.abc import Callable, Iterable, Sequence
from typing import Any
from urllib.parse import quote

from ..containers import Containers, folder_path
from ..ids import long_id
from ..library import Library
from ..objects import find_links
from ..providers.base import File
from ..response_objects import container_file_citation
from .pictures import generate
from .response_context import files_of

Object = dict[str, Any]


class Workplace:
    """The tools of one response, and the container that its code runs in."""

    def __init__(
        self, containers: Containers, library: Library, permit_code: Callable[[], None], response: Object
    ) -> None:
        """`permit_code` raises where code may not run."""
        self._containers = containers
        self._library = library
        self._permit_code = permit_code
        self._tools: dict[str, Object] = {tool["type"]: tool for tool in response["tools"]}
        self._pictures: list[Object] = []
        self.container_id = ""

    def has(self, kind: str) -> bool:
        """True where the response has a tool of this kind."""
        return kind in self._tools

    async def prepare(self, items: Sequence[Object]) -> list[File]:
        """Have everything where the tools find it; the files that code finds in `/mnt/data`, newest last.

        `items` are those of the response and all before it. StoreExpired where a vector store has expired.
        """
        if "file_search" in self._tools:
            store_ids = self._tools["file_search"]["vector_store_ids"]
            self._library.take_part(store_ids)
            await self._library.wait_for(store_ids)
        if "code_interpreter" not in self._tools:
            return []
        container = self._tools["code_interpreter"]["container"]
        if not self.container_id:
            self.container_id = container if isinstance(container, str) else self._reused(items) or long_id("cntr_")
        named = [] if isinstance(container, str) else container.get("file_ids") or []
        file_ids = [*named, *files_of(items, "input_file", "input_image")]
        if file_ids:
            await self._open()
            await self._containers.copy_in(self.container_id, file_ids)
        return [
            File(file["file_id"] or file["id"], folder_path(file), file["bytes"])
            for file in self._containers.files(self.container_id)
            if file["source"] == "user"
        ]

    async def read(self, items: Sequence[Object]) -> dict[str, list[str]]:
        """What stands in the files that came along with messages, by their IDs."""
        file_ids = dict.fromkeys(files_of(items, "input_file"))
        return {file_id: await self._library.read(file_id) for file_id in file_ids}

    async def run_code(self, code: str) -> list[Object]:
        """Run Python; the outputs of the call. What was shown is cited by the next message."""
        self._permit_code()
        await self._open()
        outputs: list[Object] = []
        for output in await self._containers.run(self.container_id, code):
            if isinstance(output, str):
                outputs.append({"type": "logs", "logs": output})
            else:
                self._pictures.append(output)
                picture = base64.b64encode(await self._containers.content(output)).decode()
                outputs.append({"type": "image", "url": f"data:image/png;base64,{picture}", "_file": output})
        return outputs

    async def search(self, query: str) -> list[Object]:
        """Search the vector stores of the tool; the results of the call."""
        tool = self._tools["file_search"]
        ranking = tool["ranking_options"]
        hits = await self._library.search(
            tool["vector_store_ids"],
            [query],
            limit=tool["max_num_results"],
            filters=tool["filters"],
            score_threshold=ranking["score_threshold"] or 0.0,
            ranker=ranking["ranker"],
        )
        return [
            {
                "file_id": hit.file_id,
                "filename": hit.filename,
                "score": hit.score,
                "text": hit.text,
                "attributes": hit.attributes,
            }
            for hit in hits
        ]

    async def draw(self, prompt: str, *, draft: bool = False) -> Object:
        """Draw a picture; the fields that a finished call has."""
        return await asyncio.to_thread(generate, prompt, self._tools["image_generation"], draft=draft)

    @property
    def drafts(self) -> bool:
        """True where pictures are to be seen before they are finished."""
        return bool(self._tools["image_generation"].get("partial_images"))

    def annotate(self, text: str) -> list[Object]:
        """The annotations of a finished text: the pictures shown since the last one, and its links to written files."""
        citations = [container_file_citation(picture, 0, 0) for picture in self._pictures]
        self._pictures.clear()
        files = {file["path"]: file for file in self._containers.files(self.container_id)} if "sandbox:" in text else {}
        # Markdown wants spaces in a link as %20, and models often write it so.
        files |= {quote(path): file for path, file in files.items()}
        for start, path in find_links(text, files):
            citations.append(container_file_citation(files[path], start, start + len("sandbox:" + path)))
        return citations

    @property
    def has_pictures(self) -> bool:
        """True where pictures still wait for a message that cites them."""
        return bool(self._pictures)

    def _reused(self, items: Iterable[Object]) -> str | None:
        """The container that the conversation used last, if it is still running."""
        used = [item["container_id"] for item in items if item["type"] == "code_interpreter_call"]
        return used[-1] if used and self._containers.is_running(used[-1]) else None

    async def _open(self) -> None:
        """Make the container where this is its first use."""
        if self._containers.find(self.container_id) is None:
            settings = {"memory_limit": self._tools["code_interpreter"]["container"].get("memory_limit")}
            await self._containers.create(settings, self.container_id)
