"""What the deep tests need and a reader's machine may lack: then they skip with a reason, but never in CI."""

import importlib
import os
from pathlib import Path
from typing import Any

import pytest

DESCRIPTION = Path(__file__).parents[2] / "shared" / "spec" / "assistants-openapi.json"
IN_CI = bool(os.environ.get("CI"))


def needs_description() -> None:
    """Skip the module where the official description is not beside the checkout."""
    if not DESCRIPTION.exists() and not IN_CI:
        pytest.skip(f"{DESCRIPTION.name} is not beside the checkout", allow_module_level=True)


def needs(package: str) -> Any:
    """The package, one of tests/requirements.txt; without it, skip the module."""
    if IN_CI:
        return importlib.import_module(package)
    return pytest.importorskip(package, reason=f"{package} is not installed (tests/requirements.txt has it)")


def cannot(reason: str) -> None:
    """Skip the test for a reason that has to do with the machine; in CI that is a failure."""
    if IN_CI:
        pytest.fail(reason)
    pytest.skip(reason)
