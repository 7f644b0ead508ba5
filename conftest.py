"""For the whole test run: notebooks get a state folder of their own, empty at the start, and removed at the end."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

_OWN = "WORKSHOP_TEST_STATE"


def pytest_configure(config: pytest.Config) -> None:
    """Set the environment that the notebooks' kernels inherit; workers of xdist take it over from their master."""
    if _OWN not in os.environ:
        os.environ[_OWN] = tempfile.mkdtemp(prefix="workshop-test-")
    os.environ["WORKSHOP_STATE"] = os.environ[_OWN]
    os.environ.pop("WORKSHOP_LANG", None)
    # The reader's own settings, a file .env included, must not send the tests to a live model.
    os.environ["WORKSHOP_MODEL"] = "offline"
    os.environ.pop("WORKSHOP_MODEL_NAME", None)
    # Otherwise warnings would name the cell by a temporary path.
    os.environ["IPYKERNEL_CELL_NAME"] = "<cell>"


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the notebooks' server; only the process that made the folder removes it."""
    if hasattr(config, "workerinput"):
        return
    from helpers.connection import stop_server

    folder = Path(os.environ.pop(_OWN))
    stop_server(folder)
    shutil.rmtree(folder, ignore_errors=True)
