"""`workshop.py refresh`: run the notebooks from top to bottom and write their outputs back.

Each runs in a process of its own with a limit on its whole time, and is tried twice. All share one state folder that
begins empty, as a reader's does. An output that differs from the committed one only by IDs and times is left as it was,
so that a refresh changes what has changed and nothing else. At the end the vectors of the questions that the notebooks'
cells answer are made anew, for the offline tutor; `python -m helpers.refresh --only-questions` does nothing else.
"""

import argparse
import configparser
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from .settings import ROOT

NOTEBOOKS = ROOT / "notebooks"
SANITIZER = ROOT / "tests" / "notebooks" / "sanitize.cfg"
CELL_SECONDS = 90
NOTEBOOK_SECONDS = 300
TRIES = 2


def main(arguments: list[str] | None = None) -> int:
    """Refresh the notebooks named, or all. Exit code 1 where one could not be run; the others are still refreshed."""
    parser = argparse.ArgumentParser(prog="workshop.py refresh", description=__doc__.split("\n\n")[0])
    parser.add_argument("notebooks", nargs="*", type=Path)
    parser.add_argument("--only-execute", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--only-questions", action="store_true", help="only make the vectors of the cells' questions")
    options = parser.parse_args(arguments)
    if options.only_questions:
        _refresh_questions()
        return 0
    paths = [path.resolve() for path in options.notebooks] or all_notebooks()
    if options.only_execute:
        return execute(paths[0])
    with tempfile.TemporaryDirectory(prefix="workshop-refresh-") as state:
        # What is committed is what every reader sees without a key.
        os.environ |= {"WORKSHOP_STATE": state, "WORKSHOP_MODEL": "offline"}
        os.environ.pop("WORKSHOP_MODEL_NAME", None)
        failed = [path for path in paths if not _refresh(path)]
        from .connection import stop_server

        stop_server(Path(state))
    _refresh_questions()
    for path in failed:
        print(f"[FAIL] {path.relative_to(ROOT)}", file=sys.stderr)
    return 1 if failed else 0


def all_notebooks() -> list[Path]:
    """Every lesson, in the order of its track."""
    return sorted(NOTEBOOKS.glob("*/*.ipynb"))


def execute(path: Path) -> int:
    """Run one notebook in this process and write the outputs back."""
    notebook = nbformat.read(path, as_version=4)
    before = [list(cell.get("outputs", [])) for cell in notebook.cells]
    runner = NotebookClient(
        notebook,
        timeout=CELL_SECONDS,
        record_timing=False,
        store_widget_state=False,
        # How often a cell's output was flushed depends on the clock.
        coalesce_streams=True,
        resources=_folder_of(path),
    )
    try:
        runner.execute()
    except CellExecutionError as error:
        print(f"{path.name}: {error}", file=sys.stderr)
        return 1
    for cell, outputs in zip(notebook.cells, before, strict=True):
        cell.metadata.pop("execution", None)
        if cell.cell_type == "code" and _same(outputs, cell.outputs):
            cell.outputs = outputs
    notebook.metadata["language_info"] = {"name": "python"}
    nbformat.write(notebook, path)
    return 0


def _refresh_questions() -> None:
    from .server.providers.tutor.prose.notebooks import all_questions
    from .server.providers.tutor.prose.vectors import write

    write(all_questions())


def _refresh(path: Path) -> bool:
    name = path.relative_to(ROOT)
    for attempt in range(1, TRIES + 1):
        command = [sys.executable, "-m", "helpers.refresh", "--only-execute", str(path)]
        # The kernel names the cell in warnings by a temporary path unless it is told a name.
        environment = os.environ | {"IPYKERNEL_CELL_NAME": "<cell>", "PYTHONPATH": str(ROOT)}
        try:
            done = subprocess.run(
                command,
                cwd=ROOT,
                env=environment,
                timeout=NOTEBOOK_SECONDS,
                check=False,
                stderr=subprocess.PIPE,
                encoding="utf-8",
            )
        except subprocess.TimeoutExpired:
            print(f"[{attempt}/{TRIES}] {name}: not done within {NOTEBOOK_SECONDS} s", file=sys.stderr)
            continue
        if done.returncode == 0:
            print(f"[OK] {name}", flush=True)
            return True
        print(done.stderr, file=sys.stderr)
    return False


def _folder_of(path: Path) -> dict[str, Any]:
    return {"metadata": {"path": str(path.parent)}}


def _same(old: list[Any], new: list[Any]) -> bool:
    return _sanitized(json.dumps(old, sort_keys=True)) == _sanitized(json.dumps(new, sort_keys=True))


def _sanitized(text: str) -> str:
    rules = configparser.RawConfigParser()
    rules.read(SANITIZER, encoding="ascii")
    for section in rules.sections():
        text = re.sub(rules.get(section, "regex"), rules.get(section, "replace"), text)
    # Numbers of a single run: they say nothing about what was shown.
    return re.sub(r'"execution_count": \d+|"model_id": "[0-9a-f]{32}"', "", text)


if __name__ == "__main__":
    sys.exit(main())
