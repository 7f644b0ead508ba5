"""The official JavaScript client against the server; see `tests/README.md`."""

import shutil
from pathlib import Path

from tests.conformance.walks import EXPECTED, installed, run, walk
from tests.conftest import serving
from tests.deep import cannot
from tests.providers import Planned

HERE = Path(__file__).parent / "javascript"


def install(folder: Path) -> None:
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, folder)
    run([npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder)


def npm() -> str:
    return shutil.which("npm") or "npm"


def test_a_program_for_node_runs_unchanged(tmp_path):
    node = shutil.which("node")
    if not node or not shutil.which("npm"):
        cannot("there is no Node on this machine")
    folder = installed("npm-openai", HERE / "package-lock.json", install)
    # Node looks for packages beside the program.
    program = shutil.copy(HERE / "walk.mjs", folder)
    with serving(tmp_path, Planned()) as url:
        assert walk(url, [node, str(program)]) == EXPECTED
