"""The one door to the workshop: python3 workshop.py [lab | test | deck | serve | refresh | reset | doctor].

It needs Python 3.11 to 3.13 and nothing else: it makes `.venv` beside this file, installs requirements.txt into it, and
runs there what was asked for. Nothing is imported from `helpers`, and no syntax used that is newer than Python 3.8,
before the version is known to be right: an older Python reads this file far enough to say what it lacks.
"""

from __future__ import annotations

import argparse
import collections
import contextlib
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from helpers.environment import Environment

ROOT = Path(__file__).resolve().parent
OLDEST, NEWEST = (3, 11), (3, 13)


class WrongUse(Exception):
    """What the reader typed cannot be done: a sentence of English and one of Korean."""


def main(argv: Sequence[str]) -> int:
    """Run one command. Returns the exit code."""
    problem = python_problem(sys.version_info)
    if problem:
        print(*problem, sep="\n", file=sys.stderr)
        return 1
    # Python may have been told to leave the folder of this file out of its path (PYTHONSAFEPATH).
    sys.path.insert(0, str(ROOT))
    from helpers.environment import Environment, Stop, say

    try:
        command = read_command(argv)
        environment = Environment(ROOT)
        environment.prepare()
        if command.module == "jupyterlab":
            say(
                "Starting JupyterLab. Ctrl-C here ends it.",
                "JupyterLab을 시작합니다. 끝내려면 여기서 Ctrl-C를 누르세요.",
            )
        return run(command, environment)
    except WrongUse as wrong:
        say(*wrong.args)
        return 2
    except Stop as stop:
        say(*stop.lines)
        return 1
    except KeyboardInterrupt:
        say("", "Stopped; run this again to go on. | 중단했습니다. 다시 실행하면 이어집니다.")
        return 130


# ---------------------------------------------------------------------------------------------------------- Python ---


def python_problem(version: Sequence[object], find: Callable[[], str | None] | None = None) -> list[str]:
    """What to say where this Python is too old or too new: a line of English, one of Korean. Empty where it is right.

    `version` is (major, minor, ...); `find` looks for a better Python on this machine.
    """
    if OLDEST <= tuple(version[:2]) <= NEWEST:
        return []
    have = ".".join(map(str, version[:3]))
    better = (find or find_python)()
    link = "https://www.python.org/downloads/"
    return [
        f"Python 3.11 to 3.13 is needed, you have {have}. "
        + (f"Use: {better} workshop.py" if better else f"Get one from {link}"),
        f"Python 3.11~3.13이 필요합니다. 지금은 {have}입니다. "
        + (f"이렇게 실행하세요: {better} workshop.py" if better else f"{link} 에서 설치하세요."),
    ]


def find_python() -> str | None:
    """The command of a Python on this machine that would do, newest first, or None."""
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        words = ["py", f"-3.{minor}"] if os.name == "nt" else [f"python3.{minor}"]
        with contextlib.suppress(OSError):
            nothing = subprocess.DEVNULL
            if subprocess.call([*words, "-c", ""], stdin=nothing, stdout=nothing, stderr=nothing) == 0:
                return " ".join(words)
    return None


# -------------------------------------------------------------------------------------------------------- commands ---

Command = collections.namedtuple("Command", "module arguments folder variables")
Command.__doc__ = "`python -m module arguments`, run in a folder (None: stay here), with these variables besides."


def read_command(argv: Sequence[str]) -> Command:
    """Turn the words after `workshop.py` into what is to be run.

    Exits with the usage where they make no sense; raises WrongUse where they name what is not there.
    """
    # argparse cannot leave alone options that it does not know.
    if argv and argv[0] == "test":
        # Without the name, the warnings of a cell carry a temporary path that differs at each run.
        return Command("pytest", list(argv[1:]), ROOT, {"IPYKERNEL_CELL_NAME": "<cell>"})
    if not argv or (argv[0].startswith("-") and argv[0] not in ("-h", "--help")):
        argv = ["lab", *argv]
    options = make_parser().parse_args(argv)
    if options.command == "lab":
        return lab_command(options)
    if options.command == "deck" and not Path(options.data).is_file():
        raise WrongUse(
            f"There is no file {options.data}. Check --data.", f"{options.data} 파일이 없습니다. --data를 확인하세요."
        )
    modules = {"deck": "helpers.deck.cli", "serve": "helpers.server"}
    return Command(modules.get(options.command, "helpers." + options.command), as_words(options), None, {})


def make_parser() -> argparse.ArgumentParser:
    """The commands and their options, as `workshop.py --help` shows them."""
    parser = argparse.ArgumentParser(
        prog="workshop.py",
        description="The workshop: its lessons, tests, decks and embedded server.",
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(dest="command", metavar="command", required=True)

    def add(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".", allow_abbrev=False)

    lab = add("lab", "open the lessons in JupyterLab; this is also what happens without a command")
    lab.add_argument("--lang", choices=["ko", "en"], default="ko", help="the track, Korean or English (default: ko)")
    lab.add_argument("--port", type=port_number, help="default: 8888, or the next that is free; 0: any that is free")
    lab.add_argument("--no-browser", action="store_true", help="print the address and open nothing")

    add("test", "run the test suite; all further arguments go to pytest")

    deck = add("deck", "make a PowerPoint deck from a table, through the assistant")
    deck.add_argument("--data", required=True, metavar="FILE", help="the table: CSV, Excel or JSON")
    deck.add_argument("--out", required=True, metavar="FILE", help="the deck to write, such as sales.pptx")
    deck.add_argument("--lang", choices=["ko", "en"], help="the language of the deck")
    deck.add_argument("--title", metavar="T", help="the title of the deck, instead of a computed one")
    roles = deck.add_argument_group("which column is what, where it cannot be told")
    roles.add_argument("--period", "--date", metavar="NAME", help="the column of dates or periods")
    roles.add_argument("--category", metavar="NAME", help="the column of categories")
    roles.add_argument("--value", metavar="NAME", help="the column of values, or what all columns of a wide table hold")
    roles.add_argument("--unit", metavar="NAME", help="the unit of the values")
    roles.add_argument("--sheet", metavar="NAME", help="the sheet of an Excel file")

    serve = add("serve", "run the embedded server alone, for any client in any language")
    serve.add_argument("--port", type=port_number, help="default: the one used last; 0: any that is free")
    serve.add_argument("--token", help="the API key to ask for; any: every key will do")
    serve.add_argument("--state", metavar="DIR", help="the folder of assistants, threads and files")
    serve.add_argument(
        "--model", help="what thinks: offline (default), openai, ollama, lmstudio, llamacpp, vllm, or a URL"
    )
    serve.add_argument("--pace", choices=["instant", "teaching"], help="at once, or slow enough to watch each status")

    refresh = add("refresh", "execute notebooks and write their outputs back")
    refresh.add_argument("notebooks", nargs="*", help="paths of notebooks (default: all)")
    refresh.add_argument("--only-questions", action="store_true", help="only what the tutor finds the cells by")

    reset = add("reset", "forget all assistants, threads and files")
    reset.add_argument("--yes", action="store_true", help="do not ask first")

    doctor = add("doctor", "check this machine and say how to mend what is wrong")
    doctor.add_argument("--lang", choices=["ko", "en"], help="the language of the report")
    return parser


def port_number(text: str) -> int:
    """A port as typed, 0 to 65535. ArgumentTypeError otherwise."""
    if not (text.isascii() and text.isdigit() and int(text) <= 65535):
        raise argparse.ArgumentTypeError(f"a port is a number from 0 to 65535, not {text!r}")
    return int(text)


def as_words(options: argparse.Namespace) -> list[str]:
    """The options that were given, as the words of a command line."""
    words: list[str] = []
    for name, value in vars(options).items():
        if name == "notebooks":
            words += value
        elif value is True:
            words.append("--" + name.replace("_", "-"))
        elif name != "command" and value is not None and value is not False:
            # In one word, so that a value may begin with a hyphen.
            words.append(f"--{name}={value}")
    return words


def lab_command(options: argparse.Namespace) -> Command:
    """JupyterLab, its file browser at the top of the workshop, open at the first notebook of the track."""
    words = [
        f"--ServerApp.root_dir={ROOT}",
        # Unlike a file name, this is part of the printed address too.
        f"--LabApp.default_url=/lab/tree/notebooks/{options.lang}/00_start_here.ipynb",
        # Ctrl-C ends it at once, instead of asking.
        "--ServerApp.answer_yes=True",
        # Leaves errors, and the address, which Jupyter prints at a higher level still.
        "--Application.log_level=ERROR",
    ]
    if options.port is not None:
        words += [f"--ServerApp.port={free_port(options.port)}", "--ServerApp.port_retries=0"]
    if options.no_browser:
        words.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # In a container the reader is often root, and Jupyter then wants to be told that this is meant.
        words.append("--allow-root")
    return Command("jupyterlab", words, ROOT, {})


def free_port(port: int) -> int:
    """The port itself, or any free one for 0. Raises WrongUse where another program has it."""
    with socket.socket() as probe:
        if os.name != "nt":
            # As servers do: a port whose last connections are just closing counts as free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise WrongUse(
                f"Port {port} is taken. Give another --port, or leave it out.",
                f"{port}번 포트는 이미 쓰이고 있습니다. 다른 --port를 주거나 --port를 빼세요.",
            ) from error
        return int(probe.getsockname()[1])


def run(command: Command, environment: Environment) -> int:
    """Run the command in the environment; on Linux and macOS in place of this process. Returns its exit code."""
    variables = {**environment.variables(), **command.variables}
    # -P: a file in the reader's folder that has the name of a module must not take its place.
    words = [str(environment.python), "-P", "-m", command.module, *command.arguments]
    if command.folder:
        os.chdir(command.folder)
    if os.name != "nt":
        os.execve(words[0], words, variables)
    with subprocess.Popen(words, env=variables) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                # The console has told the command too, which ends in its own way.
                continue


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
