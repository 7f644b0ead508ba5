"""Containers: code interpreter sessions with a name, files and an end of their own (reference: Containers).

It stands between the rows of the store and the code interpreter, and knows nothing of HTTP. A file of a container is
what lies in its folder now; of a picture that code only showed there are the bytes that it had then.
"""

import asyncio
import shutil
from pathlib import Path
from typing import Any

from .ids import long_id
from .objects import now
from .store import Store
from .tools.code_interpreter import CodeInterpreter, Image, InputFile

Object = dict[str, Any]

# Documentation: Code Interpreter > Containers.
EXPIRES_AFTER = {"anchor": "last_active_at", "minutes": 20}
_FOLDER = "/mnt/data/"
# Ours alone: where a file came from.
_PRIVATE = ("file_id", "shown_by_code")


class Containers:
    """All containers of a server."""

    def __init__(self, store: Store, interpreter: CodeInterpreter) -> None:
        self._store = store
        self._interpreter = interpreter

    async def create(self, body: Object, container_id: str | None = None) -> Object:
        """A new container from the body of Create container, with copies of the files that it names."""
        await self._sweep()
        row: Object = {
            "id": container_id or long_id("cntr_"),
            "object": "container",
            "created_at": now(),
            "last_active_at": now(),
            "expires_after": body.get("expires_after") or EXPIRES_AFTER,
            "memory_limit": body.get("memory_limit") or "1g",
            "network_policy": {"type": "disabled"},
            "name": body.get("name") or "",
        }
        self._store.add("container", row)
        await self.copy_in(row["id"], body.get("file_ids") or [])
        return shown_container(row)

    def find(self, container_id: str) -> Object | None:
        """The container as the API shows it, or None where there is none."""
        row = self._store.get("container", container_id)
        return shown_container(row) if row else None

    def is_running(self, container_id: str) -> bool:
        """True for a container that is there and has not expired."""
        found = self.find(container_id)
        return found is not None and found["status"] == "running"

    async def delete(self, container_id: str) -> None:
        """Remove a container with its files and its Python process."""
        for file in self.files(container_id):
            self._blob(file).unlink(missing_ok=True)
        self._store.remove(container_id)
        await self._interpreter.forget(container_id)

    # Files

    def files(self, container_id: str) -> list[Object]:
        """The rows of a container's files, oldest first."""
        return self._store.timeline(container_id, "container.file")

    async def copy_in(self, container_id: str, file_ids: list[str]) -> None:
        """Copy uploaded files into a container, each once."""
        known = {file["file_id"] for file in self.files(container_id)}
        for file_id in dict.fromkeys(file_ids):
            file = self._store.get("file", file_id)
            if file and file_id not in known:
                await self.add_file(container_id, file["filename"], self._store.blobs / file_id, file_id)
        self._touch(container_id)

    async def add_file(self, container_id: str, filename: str, source: Path, file_id: str | None = None) -> Object:
        """A new file of the user's from the bytes at `source`; a name that is taken gets a number."""
        row = self._new_file(container_id, "user") | {"file_id": file_id, "bytes": source.stat().st_size}
        await asyncio.to_thread(shutil.copyfile, source, self._blob(row))
        arriving = InputFile(row["id"], filename, self._blob(row))
        names = await self._interpreter.bring_in(container_id, [arriving])
        row["path"] = _FOLDER + names.get(row["id"], filename)
        return self._store.add("container.file", row, container_id)

    async def content(self, file: Object) -> bytes:
        """The bytes of a container's file. FileNotFoundError where code has deleted it."""
        if not file["shown_by_code"]:
            live = self._interpreter.files(file["container_id"]).get(file["path"])
            if live:
                return await asyncio.to_thread(self._interpreter.read, live)
        return await asyncio.to_thread(self._blob(file).read_bytes)

    async def remove_file(self, file: Object) -> None:
        """Delete a file, for code as well."""
        self._store.remove(file["id"])
        self._blob(file).unlink(missing_ok=True)
        await self._interpreter.remove(file["container_id"], file["path"])

    # Code

    async def run(self, container_id: str, code: str) -> list[str | Object]:
        """Run Python; what it printed as text, and each picture that it showed as a file of the container, in order."""
        self._touch(container_id)
        result = await self._interpreter.run(container_id, code, self._inputs(container_id))
        self._touch(container_id)
        self._take_stock(container_id, result.files)
        outputs: list[str | Object] = []
        for output in result.outputs:
            if isinstance(output, Image):
                outputs.append(self._keep_picture(container_id, self._interpreter.read(output.path)))
            else:
                outputs.append(output.text)
        return outputs

    def _inputs(self, container_id: str) -> list[InputFile]:
        return [
            InputFile(file["id"], file["path"].removeprefix(_FOLDER), self._blob(file))
            for file in self.files(container_id)
            if file["source"] == "user"
        ]

    def _take_stock(self, container_id: str, changed: tuple[Path, ...]) -> None:
        """Note which files code has written, changed and deleted."""
        present = self._interpreter.files(container_id)
        known = {file["path"]: file for file in self.files(container_id) if not file["shown_by_code"]}
        with self._store.transaction():
            for path, file in known.items():
                if path not in present:
                    self._store.remove(file["id"])
                    self._blob(file).unlink(missing_ok=True)
            for path, real in present.items():
                if real not in changed:
                    continue
                size = real.stat().st_size
                if path in known:
                    self._store.save(known[path] | {"bytes": size})
                else:
                    row = self._new_file(container_id, "assistant") | {"path": path, "bytes": size}
                    self._store.add("container.file", row, container_id)

    def _keep_picture(self, container_id: str, picture: bytes) -> Object:
        row = self._new_file(container_id, "assistant")
        row |= {"path": f"{_FOLDER}{row['id']}.png", "bytes": len(picture), "shown_by_code": True}
        self._blob(row).write_bytes(picture)
        return self._store.add("container.file", row, container_id)

    def _new_file(self, container_id: str, source: str) -> Object:
        return {
            "id": long_id("cfile_"),
            "object": "container.file",
            "created_at": now(),
            "container_id": container_id,
            "path": "",
            "bytes": 0,
            "source": source,
            "file_id": None,
            "shown_by_code": False,
        }

    def _touch(self, container_id: str) -> None:
        row = self._store.get("container", container_id)
        if row:
            self._store.save(row | {"last_active_at": now()})

    async def _sweep(self) -> None:
        """Give up the files of containers that have expired; the containers themselves can still be looked at."""
        for row in self._store.everything("container"):
            if shown_container(row)["status"] == "expired" and not row.get("swept"):
                for file in self.files(row["id"]):
                    self._store.remove(file["id"])
                    self._blob(file).unlink(missing_ok=True)
                await self._interpreter.forget(row["id"])
                self._store.save(row | {"swept": True})

    def _blob(self, file: Object) -> Path:
        return self._store.blobs / str(file["id"])


def shown_container(row: Object) -> Object:
    """The container as the API shows it: with its status of this moment."""
    expired = now() >= row["last_active_at"] + row["expires_after"]["minutes"] * 60
    shown = {key: value for key, value in row.items() if key != "swept"}
    return shown | {"status": "expired" if expired else "running"}


def shown_container_file(row: Object) -> Object:
    """The file of a container as the API shows it."""
    return {key: value for key, value in row.items() if key not in _PRIVATE}


def folder_path(file: Object) -> str:
    """Where the file lies below `/mnt/data`."""
    return str(file["path"]).removeprefix(_FOLDER)
