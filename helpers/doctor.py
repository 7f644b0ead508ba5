"""`workshop.py doctor`: what this machine has, what it lacks, and how to mend that."""

import argparse
import asyncio
import importlib.metadata
import locale
import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from packaging.requirements import Requirement

from .fonts import font_path
from .settings import MODEL, ROOT, say, state_folder


@dataclass(frozen=True)
class Check:
    """One line of the report. `mend` says what to do where the outcome is not OK."""

    outcome: Literal["OK", "FAIL", "INFO"]
    what: str
    mend: str = ""

    def __str__(self) -> str:
        return f"[{self.outcome}] {self.what}" + (f"\n       -> {self.mend}" if self.mend else "")


def _again() -> str:
    """The mend for what should not be: start from clean files."""
    return say(
        ".venv 폴더를 지우고 다시 실행하거나, 실습 폴더를 다시 내려받으세요.",
        "Delete the folder .venv and run this again, or download the workshop again.",
    )


def check_python(version: Sequence[int] = sys.version_info[:3]) -> Check:
    """The version, as (major, minor, micro)."""
    name = ".".join(map(str, version))
    if (3, 11) <= tuple(version[:2]) <= (3, 13):
        return Check("OK", f"Python {name}")
    return Check(
        "FAIL",
        f"Python {name}",
        say(
            "3.11~3.13이 필요합니다. https://www.python.org/downloads/ 에서 설치하세요.",
            "3.11 to 3.13 is needed. Get one from https://www.python.org/downloads/",
        ),
    )


def locked(requirements: Path) -> dict[str, str]:
    """The packages that a lock asks for on this machine, each with its one version."""
    wanted = {}
    for line in requirements.read_text("utf-8").splitlines():
        # Hashes and remarks stand on lines of their own, indented or behind a number sign.
        if line[:1].isalnum():
            requirement = Requirement(line.rstrip("\\ "))
            if requirement.marker is None or requirement.marker.evaluate():
                wanted[requirement.name] = str(requirement.specifier).removeprefix("==")
    return wanted


def check_packages(requirements: Path = ROOT / "requirements.txt") -> Check:
    """Whether each package of the lock is installed in its version."""
    wanted = locked(requirements)
    wrong = []
    for name, version in wanted.items():
        try:
            have = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            have = say("없음", "missing")
        if have != version:
            wrong.append(f"{name} {version} ({have})")
    if not wrong:
        count = len(wanted)
        return Check(
            "OK", say(f"패키지 {count}개: requirements.txt와 같습니다", f"{count} packages, as in requirements.txt")
        )
    shown = ", ".join(wrong[:5]) + (", ..." if len(wrong) > 5 else "")
    return Check(
        "FAIL",
        say(
            f"requirements.txt와 다른 패키지 {len(wrong)}개: {shown}",
            f"{len(wrong)} packages differ from the lock: {shown}",
        ),
        say(
            ".venv 폴더를 지우고 python3 workshop.py doctor를 실행하세요. conda: pip install -r requirements.txt",
            "Delete the folder .venv and run python3 workshop.py doctor. With conda: pip install -r requirements.txt",
        ),
    )


def check_font() -> Check:
    """Whether charts and pictures have their Korean font, and it can be read."""
    from PIL import ImageFont

    for bold in (False, True):
        try:
            path = font_path(bold)
            ImageFont.truetype(path, 16)
        except OSError as error:
            return Check(
                "FAIL",
                say(f"한글 글꼴: {error}", f"Korean font: {error}"),
                say("git checkout -- assets/fonts 로 되살리세요.", "Get it back with git checkout -- assets/fonts"),
            )
    return Check("OK", say(f"한글 글꼴 {path.parent.name}/{path.name}", f"Korean font {path.parent.name}/{path.name}"))


def check_port() -> Check:
    """Whether a server on this machine can be reached from this machine."""
    try:
        with socket.create_server(("127.0.0.1", 0)) as server:
            port = server.getsockname()[1]
            with socket.create_connection(("127.0.0.1", port), timeout=5), server.accept()[0]:
                return Check("OK", say("127.0.0.1의 포트를 열 수 있습니다", "A port of 127.0.0.1 can be opened"))
    except OSError as error:
        return Check(
            "FAIL",
            say(f"127.0.0.1의 포트를 열 수 없습니다: {error}", f"No port of 127.0.0.1 can be opened: {error}"),
            say(
                "방화벽이나 보안 프로그램에서 Python의 로컬 연결을 허용하세요.",
                "Allow Python local connections in the firewall or security software.",
            ),
        )


def check_state(folder: Path | None = None) -> Check:
    """Whether assistants, threads and files can be kept."""
    folder = folder or state_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        return Check(
            "FAIL",
            say(f"{folder} 폴더에 쓸 수 없습니다 ({error.strerror})", f"Cannot write to {folder} ({error.strerror})"),
            say(
                "쓰기 권한이 있는 폴더로 옮기거나, 환경 변수 WORKSHOP_STATE에 다른 폴더를 지정하세요.",
                "Copy the workshop to a folder of your own, or name another one in the variable WORKSHOP_STATE.",
            ),
        )
    free = shutil.disk_usage(folder).free / 1e9
    return Check(
        "OK", say(f"{folder}에 쓸 수 있습니다 (여유 {free:.1f}GB)", f"{folder} can be written ({free:.1f} GB free)")
    )


def check_kernel() -> Check:
    """Whether notebooks run in this environment: a kernel of the same name elsewhere may come first."""
    from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

    try:
        spec = KernelSpecManager().get_kernel_spec("python3")
    except NoSuchKernel:
        where, command = "", ""
    else:
        where, command = spec.resource_dir, spec.argv[0]
    # Jupyter takes a bare "python" for its own.
    if command in ("python", "python3", sys.executable) or Path(where).is_relative_to(sys.prefix):
        return Check("OK", say("노트북은 이 환경의 Python으로 실행됩니다", "Notebooks run in this environment"))
    return Check(
        "FAIL",
        say(f"노트북이 다른 Python으로 실행됩니다: {command}", f"Notebooks would run in another Python: {command}"),
        say("python3 workshop.py lab 으로 시작하세요.", "Start them with python3 workshop.py lab"),
    )


# The names that a program goes by, then where it lies without being on the search path.
_PROGRAMS = {
    "LibreOffice": (
        "soffice",
        "libreoffice",
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        "/usr/lib/libreoffice/program/soffice",
        "/opt/libreoffice/program/soffice",
        r"C:\Program Files\LibreOffice\program\soffice.exe",
        r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    ),
    "Chromium": (
        "chromium",
        "chromium-browser",
        "google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ),
}


def find_program(name: str) -> str | None:
    """Where `LibreOffice` or `Chromium` is on this machine, None where it is not."""
    return next((path for candidate in _PROGRAMS[name] if (path := shutil.which(candidate))), None)


def check_slides() -> Check:
    """Whether slides can be shown as pictures."""
    if find_program("LibreOffice"):
        return Check("OK", say("슬라이드를 그림으로 볼 수 있습니다", "Slides can be shown as pictures"))
    return Check(
        "INFO",
        say(
            "LibreOffice 없음: 슬라이드는 만들어지지만, 노트북에서는 배치만 그린 그림으로 보입니다",
            "No LibreOffice: decks are made, but a notebook shows only a sketch of their layout",
        ),
        "Debian, Ubuntu: sudo apt install libreoffice-impress | macOS: brew install --cask libreoffice | "
        "Windows: https://www.libreoffice.org",
    )


def check_browser() -> Check:
    """Whether the tests that open JupyterLab in a browser can run."""
    if find_program("Chromium"):
        return Check("OK", say("브라우저 테스트를 실행할 수 있습니다", "The browser tests can run"))
    return Check(
        "INFO",
        say("Chromium 없음: 브라우저 테스트만 건너뜁니다", "No Chromium: only the browser tests are skipped"),
        "Debian, Ubuntu: sudo apt install chromium | macOS, Windows: https://www.google.com/chrome",
    )


def check_model() -> Check:
    """Which model answers, by asking it something."""
    from .server.providers.base import Message, ModelRequest, TextDelta, ToolCallStart
    from .server.providers.tutor import OfflineTutor

    tutor = OfflineTutor()
    request = ModelRequest(MODEL, "", (Message("user", "What can you do?"),))

    async def answers() -> bool:
        return any([isinstance(event, TextDelta | ToolCallStart) async for event in tutor.respond(request)])

    if asyncio.run(answers()):
        return Check(
            "OK",
            say(
                f"모델 {MODEL}: 오프라인 튜터가 답합니다 (규칙 기반, 키와 인터넷 불필요)",
                f"Model {MODEL}: the offline tutor answers (rules; no key, no internet)",
            ),
        )
    return Check("FAIL", say("오프라인 튜터가 답하지 않습니다", "The offline tutor does not answer"), _again())


def check_live_model() -> Check:
    """The live model that the settings wish for, if any, and those that this machine has."""
    from .live import NoModel, find_local, setting, wish
    from .server.providers.live.reach import reach
    from .server.providers.live.upstream import Upstream, UpstreamError

    if setting("WORKSHOP_MODEL") in ("", "offline"):
        here = [f"{service.title} (WORKSHOP_MODEL={service.choice})" for service in find_local()]
        if not here:
            return Check("INFO", say("실제 언어 모델은 고르지 않았습니다", "No live model is chosen"))
        names = ", ".join(here)
        return Check(
            "INFO",
            say(
                f"이 컴퓨터에서 고를 수 있는 언어 모델: {names}", f"Language models to choose on this machine: {names}"
            ),
        )
    try:
        wished = wish() or {}
        api: Any = wished["provider"]
        found = asyncio.run(reach(Upstream(api, wished["base_url"], wished["api_key"], wished["model"])))
    except (NoModel, UpstreamError) as error:
        english, _, korean = str(error).partition(" | ")
        return Check(
            "FAIL",
            say("실제 언어 모델에 닿지 않습니다", "The live model cannot be reached"),
            say(korean or english, english),
        )
    return Check(
        "OK",
        say(f"실제 언어 모델: {found.host}의 {found.usual_model}", f"Live model: {found.usual_model} at {found.host}"),
    )


def check_walls() -> Check:
    """What closes the code interpreter in on this machine."""
    from .server.tools.code_interpreter.walls import closed_in, standing

    walls = standing()
    up = ", ".join(wall.name for wall in walls if wall.stands)
    down = ", ".join(wall.name for wall in walls if not wall.stands)
    if not down:
        return Check("OK", say(f"코드 인터프리터를 막는 벽: {up}", f"Walls around the code interpreter: {up}"))
    return Check(
        "INFO",
        say(
            f"코드 인터프리터를 막는 벽이 다 서지 않습니다: {down}",
            f"Not every wall around the code interpreter stands: {down}",
        ),
        say(
            "네트워크, 프로세스, 다른 파일은 막혀 있으니 괜찮습니다. bubblewrap을 설치하면 모두 섭니다.",
            "That is all right: network, processes and other files are closed. Install bubblewrap to have them all.",
        )
        if closed_in()
        else say(
            "오프라인 튜터에는 괜찮습니다. 실제 모델이 쓴 코드는 허락한 뒤에만 실행합니다(README “어떻게 동작하나요”).",
            "That is all right for the offline tutor. Code of a live model runs only after you have said yes "
            "(README, “How it works”).",
        ),
    )


CHECKS: tuple[Callable[[], Check], ...] = (
    check_python,
    check_packages,
    check_kernel,
    check_font,
    check_port,
    check_state,
    check_model,
    check_live_model,
    check_walls,
    check_slides,
    check_browser,
)


def examine(checks: Iterable[Callable[[], Check]] = CHECKS) -> Iterator[Check]:
    """Carry the checks out one by one. One that breaks is a FAIL like any other."""
    for check in checks:
        try:
            yield check()
        except Exception as error:
            name = check.__name__.removeprefix("check_")
            yield Check("FAIL", f"{name}: {type(error).__name__}: {error}", _again())


def main(arguments: list[str] | None = None) -> int:
    """Print the report. Exit code 1 where something fails."""
    parser = argparse.ArgumentParser(prog="workshop.py doctor", description=__doc__)
    parser.add_argument("--lang", choices=["ko", "en"])
    chosen = parser.parse_args(arguments).lang or os.environ.get("WORKSHOP_LANG")
    # The folder says nothing here, unlike in a notebook; the language of the machine does.
    os.environ["WORKSHOP_LANG"] = chosen or language_of_machine()
    report = list(examine())
    print("\n".join(map(str, report)))
    return int(any(check.outcome == "FAIL" for check in report))


def language_of_machine() -> str:
    """`ko` where the system speaks Korean, else `en`."""
    named = [os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    # Windows has none of these variables.
    first = next(filter(None, [*named, locale.getlocale()[0]]), "")
    return "ko" if first.lower().startswith("ko") else "en"


if __name__ == "__main__":
    sys.exit(main())
