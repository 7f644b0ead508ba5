"""The official Python client as it was in its first and second generation; see `tests/README.md`."""

import sys
import venv
from functools import partial
from pathlib import Path

import pytest

from tests.conformance.walks import EXPECTED, installed, run, walk
from tests.conftest import serving
from tests.providers import Planned

HERE = Path(__file__).parent / "old_sdks"


def python_of(folder: Path) -> str:
    return str(folder / "venv" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python"))


def install(lock: Path, folder: Path) -> None:
    venv.create(folder / "venv", with_pip=True, clear=True)
    run([python_of(folder), "-m", "pip", "install", "--quiet", "--no-input", "--require-hashes", "-r", str(lock)])


@pytest.mark.parametrize("version", ["1.109.1", "2.54.0"])
def test_a_program_for_an_older_client_runs_unchanged(tmp_path, version):
    lock = HERE / f"openai-{version}.txt"
    name = f"openai-{version}-python{sys.version_info.major}.{sys.version_info.minor}"
    folder = installed(name, lock, partial(install, lock))
    with serving(tmp_path, Planned()) as url:
        seen = walk(url, [python_of(folder), str(HERE / "walk.py")])
    assert seen == EXPECTED | {"awaited": "completed", "version": version}
