"""Readers run cells again and again. Nothing may fail then, and nothing may pile up."""

import json
import sqlite3
from copy import deepcopy
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from helpers.connection import stop_server
from tests.notebooks import furniture

LESSONS = sorted((furniture.NOTEBOOKS / "ko").glob("*.ipynb"))


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in LESSONS])
def test_every_cell_twice_in_a_row_leaves_nothing_twice(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("WORKSHOP_STATE", str(tmp_path))
    monkeypatch.delenv("WORKSHOP_LANG")
    notebook = nbformat.read(path, as_version=4)
    notebook.cells = [deepcopy(cell) for cell in notebook.cells for _ in range(2) if cell.cell_type == "code"]
    try:
        NotebookClient(notebook, timeout=90, resources={"metadata": {"path": str(path.parent)}}).execute()
    finally:
        stop_server(tmp_path)
    with sqlite3.connect(tmp_path / "store.sqlite3") as store:
        rows = {kind: list(store.execute("SELECT id, body FROM rows WHERE kind = ?", (kind,))) for kind in _KINDS}
    names = [json.loads(body)["name"] for _, body in rows["assistant"]]
    assert len(names) == len(set(names)), names
    known = json.loads((tmp_path / "ids.json").read_text(encoding="utf-8")).values() if rows["thread"] else ()
    assert {id for id, _ in rows["thread"]} <= set(known)


_KINDS = ("assistant", "thread")
