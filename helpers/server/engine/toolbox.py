"""The tools as the run loop uses them: what a tool makes becomes files that the API can name."""

import asyncio
from typing import Any

from ..objects import file_path, find_links, new_file
from ..store import Store
from ..tools.code_interpreter import CodeInterpreter, Image, InputFile
from .context import code_inputs

Object = dict[str, Any]


class Toolbox:
    """The code interpreter over the store's files."""

    def __init__(self, store: Store, interpreter: CodeInterpreter) -> None:
        self._store = store
        self._interpreter = interpreter

    async def bring_in_files(self, run: Object) -> dict[str, str]:
        """Put the run's files into the code interpreter's folder; their names there, by file ID."""
        if not any(tool["type"] == "code_interpreter" for tool in run["tools"]):
            return {}
        return await self._interpreter.bring_in(run["thread_id"], self._inputs(run))

    async def run_code(self, run: Object, call: Object, images: list[str]) -> list[Object]:
        """Run a call's code; its outputs as the run step shows them. The IDs of its pictures are added to `images`."""
        code = call["code_interpreter"]["input"]
        result = await self._interpreter.run(run["thread_id"], code, self._inputs(run))
        outputs: list[Object] = []
        for output in result.outputs:
            if isinstance(output, Image):
                file = self._keep(output.path.name, output.path.read_bytes())
                images.append(file["id"])
                outputs.append({"type": "image", "image": {"file_id": file["id"]}})
            else:
                outputs.append({"type": "logs", "logs": output.text})
        return outputs

    async def publish_links(self, thread_id: str, text: str) -> list[Object]:
        """Turn each `sandbox:` link in a text into a file that can be downloaded; return the annotations."""
        if "sandbox:" not in text:
            return []
        written = self._interpreter.files(thread_id)
        published: dict[str, str] = {}
        annotations = []
        for start, path in find_links(text, written):
            if path not in published:
                content = await asyncio.to_thread(written[path].read_bytes)
                published[path] = self._keep(written[path].name, content)["id"]
            annotations.append(file_path(start, path, published[path]))
        return annotations

    def _inputs(self, run: Object) -> list[InputFile]:
        blobs = self._store.blobs
        return [InputFile(row["id"], row["filename"], blobs / row["id"]) for row in code_inputs(self._store, run)]

    def _keep(self, filename: str, content: bytes) -> Object:
        file = new_file(filename, len(content), "assistants_output")
        (self._store.blobs / file["id"]).write_bytes(content)
        return self._store.add("file", file)
