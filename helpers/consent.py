"""The reader's consent to running a live model's code on a machine that has no walls around the code interpreter.

The offline tutor's code is this project's own and needs none. On Linux the walls stand by themselves, and nobody is
asked. Where they do not (`workshop.py doctor` says so), code that a live model wrote runs only after one yes.
"""

import os
from pathlib import Path

from .settings import say, state_folder

VARIABLE = "WORKSHOP_RUN_UNWALLED_CODE"
FILE = "code-without-walls"

# What a run says that was refused for want of it; the run's steps show the code.
REFUSAL = (
    "The model's code was not run: this machine has no walls around the code interpreter, so the code could read your "
    "files and use your network. Read it in the run's steps. To let a live model's code run here from now on, say yes "
    "once with `from helpers.consent import allow_code_without_walls; allow_code_without_walls()`, or start the server "
    f"with {VARIABLE}=yes in its environment. Then create the run again."
)


def allow_code_without_walls() -> None:
    """Say yes, once for this state folder; a server that is up knows it at once. `forbid_code_without_walls` ends it.

    OSError where the state folder cannot be written.
    """
    file = state_folder() / FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("yes\n", "ascii")
    print(
        say(
            "이제 실제 언어 모델이 쓴 코드도 이 컴퓨터에서 여러분의 권한으로 실행됩니다. "
            "되돌리려면: forbid_code_without_walls()",
            "From now on code of a live model runs on this machine with your rights. To end that: "
            "forbid_code_without_walls()",
        )
    )


def forbid_code_without_walls() -> None:
    """Take the yes back. What the environment variable says still holds."""
    (state_folder() / FILE).unlink(missing_ok=True)


def is_given(state: Path) -> bool:
    """Whether the reader has said yes for this state folder, or in the environment of this process."""
    return os.environ.get(VARIABLE, "").strip().lower() in ("yes", "1", "true") or (state / FILE).is_file()
