"""`workshop.py reset`: forget all assistants, threads, files, remembered IDs and solved exercises. Asks first."""

import argparse
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from .connection import stop_server
from .settings import say, state_folder

# All that the server and the helpers keep there.
OWN = (
    "blobs",
    "images",
    "sandbox",
    "search",
    "store.sqlite3*",
    "server.*",
    "token",
    "token.new",
    "ids.json",
    "ids.lock",
    "progress.json",
    "progress.lock",
    "code-without-walls",
)


def main(arguments: list[str] | None = None) -> int:
    """Stop the server and remove the state folder. Exit code 1 where the reader says no."""
    parser = argparse.ArgumentParser(prog="workshop.py reset", description=__doc__)
    parser.add_argument("--yes", action="store_true", help=say("묻지 않습니다", "do not ask"))
    options = parser.parse_args(arguments)
    state = state_folder()
    if not state.exists():
        print(say("지울 것이 없습니다.", "There is nothing to forget."))
        return 0
    if not options.yes and not _agreed():
        print(say("아무것도 지우지 않았습니다.", "Nothing was removed."))
        return 1
    stop_server(state)
    forget(state)
    print(say("모두 지웠습니다. 노트북은 그대로 있습니다.", "All forgotten. The notebooks are as they were."))
    return 0


def forget(state: Path) -> None:
    """Remove what the workshop has put into its state folder, and the folder where nothing else is in it.

    `WORKSHOP_STATE` may name a folder that holds other things too: those stay.
    """
    for pattern in OWN:
        for path in state.glob(pattern):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
    with suppress(OSError):
        state.rmdir()


def _agreed() -> bool:
    question = say(
        "어시스턴트, 스레드, 파일을 모두 지울까요? (노트북은 지우지 않습니다) [y/N] ",
        "Remove all assistants, threads and files? (Notebooks stay.) [y/N] ",
    )
    try:
        return input(question).strip().lower() in ("y", "yes", "네", "예")
    except EOFError:
        return False


if __name__ == "__main__":
    sys.exit(main())
