"""Where things are and what is used where the reader has not said otherwise. Each has one environment variable."""

import os
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).resolve().parents[1]

# The one place that names a model; every lesson says `model=MODEL`. Models retire every few months.
MODEL = os.environ.get("WORKSHOP_MODEL_NAME", "offline-tutor")


def state_folder() -> Path:
    """The folder that holds assistants, threads, files and remembered IDs: `.workshop`, or `WORKSHOP_STATE`."""
    return Path(os.environ.get("WORKSHOP_STATE") or ROOT / ".workshop").absolute()


def language() -> Literal["ko", "en"]:
    """The reader's track: `WORKSHOP_LANG`, else the folder that the notebook lies in, else Korean."""
    chosen = os.environ.get("WORKSHOP_LANG") or Path.cwd().name
    return "en" if chosen == "en" else "ko"


def say(ko: str, en: str) -> str:
    """The words in the reader's language."""
    return en if language() == "en" else ko


def data_file(name: str) -> Path:
    """One of the data sets that come with the workshop (`assets/data/README.md` says what is in them)."""
    return ROOT / "assets" / "data" / name


def output_file(name: str) -> Path:
    """A place for what the reader makes: the folder `outputs`, which is made when needed."""
    folder = ROOT / "outputs"
    folder.mkdir(exist_ok=True)
    return folder / name
