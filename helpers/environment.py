"""The `.venv` of a checkout, made and checked. Standard library only: it runs before anything is installed.

What it says goes to stderr, in English and Korean; stdout belongs to the command that runs in the environment later.
"""

import contextlib
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

# For the JupyterLab in `.venv` only: no question about news, no look-up of updates (a class may be offline).
LAB_SETTINGS = {
    "@jupyterlab/apputils-extension:notification": {"checkForUpdates": False, "fetchNews": "false"},
}


class Stop(Exception):
    """Something that the reader has to mend first: a sentence of English, one of Korean, and what a program printed."""

    def __init__(self, english: str, korean: str, details: str = "") -> None:
        super().__init__(english)
        self.lines = [line for line in (details, english, korean) if line]


def say(*lines: str) -> None:
    """Tell the reader something."""
    for line in lines:
        print(line, file=sys.stderr, flush=True)


class Environment:
    """The `.venv` in the folder `root`.

    It is ready when its stamp, written last, says that it was made from this requirements.txt, by this Python, in this
    folder. Otherwise it is made again from nothing: a half-made, moved or outdated environment is never mended in part.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.requirements = root / "requirements.txt"
        self.stamp = self.folder / "workshop-stamp.json"
        self.lock_file = self.folder / "workshop.lock"
        self.scripts = self.folder / ("Scripts" if os.name == "nt" else "bin")
        self.python = self.scripts / ("python.exe" if os.name == "nt" else "python")

    def prepare(self) -> None:
        """Make the environment where it is not ready. Raises Stop where it cannot be made."""
        if not self.requirements.is_file():
            raise Stop(
                f"{self.requirements} is missing. Get it back with `git checkout -- requirements.txt`, "
                "or download the workshop again.",
                "requirements.txt 파일이 없습니다. `git checkout -- requirements.txt`로 되살리거나 다시 내려받으세요.",
            )
        if self.is_ready():
            return
        try:
            with self._lock() as lock:
                # Another workshop.py may have made it while this one waited.
                if not self.is_ready():
                    self._make(lock)
        except OSError as error:
            raise Stop(
                f"Cannot write to {self.folder} ({error.strerror or error}). Close what uses it, such as JupyterLab, "
                "or copy the workshop to a folder of your own.",
                "이 폴더에 쓸 수 없습니다. JupyterLab처럼 이 폴더를 쓰는 프로그램을 닫거나, "
                "쓰기 권한이 있는 폴더로 옮겨서 다시 실행하세요.",
            ) from error

    def expected(self) -> dict[str, Any]:
        """What the stamp of a ready environment says."""
        return {
            "requirements": hashlib.sha256(self.requirements.read_bytes()).hexdigest(),
            "python": list(sys.version_info[:2]),
            "platform": sys.platform,
            "folder": str(self.folder),
            "lab": LAB_SETTINGS,
        }

    def is_ready(self) -> bool:
        """True where the stamp is right and the Python inside still runs; the one beneath it may have been removed."""
        expected = self.expected()
        try:
            if json.loads(self.stamp.read_text("utf-8")) != expected:
                return False
            asked = "import pip, sys; print(list(sys.version_info[:2]))"
            done = subprocess.run([self.python, "-I", "-c", asked], capture_output=True, text=True)
        except (OSError, ValueError):
            return False
        return done.stdout.strip() == str(expected["python"])

    def variables(self) -> dict[str, str]:
        """The environment variables of whatever runs in here."""
        variables = dict(os.environ)
        # Packages of another Python would come before the locked ones.
        for name in ("PYTHONPATH", "PYTHONHOME", "__PYVENV_LAUNCHER__"):
            variables.pop(name, None)
        variables["VIRTUAL_ENV"] = str(self.folder)
        variables["PATH"] = os.pathsep.join([str(self.scripts), variables.get("PATH", os.defpath)])
        # A kernel named python3 that the user has elsewhere must not take the place of the one in here.
        jupyter = [str(self.folder / "share" / "jupyter"), variables.get("JUPYTER_PATH", "")]
        variables["JUPYTER_PATH"] = os.pathsep.join(filter(None, jupyter))
        # A pipe on Windows would otherwise have the code page, which lacks letters that we print.
        variables["PYTHONUTF8"] = "1"
        return variables

    def _make(self, lock: IO[bytes]) -> None:
        say(
            "Preparing the Python environment in .venv (once, and after an update): a few minutes ...",
            "파이썬 환경(.venv)을 준비합니다 (처음 한 번, 그리고 업데이트 뒤에). 몇 분 걸립니다 ...",
        )
        self._clear()
        self._make_venv(lock)
        self._install(lock)
        self._settle()
        unfinished = self.stamp.with_suffix(".new")
        unfinished.write_text(json.dumps(self.expected()), "utf-8")
        unfinished.replace(self.stamp)
        say("The environment is ready. | 환경 준비가 끝났습니다.")

    def _clear(self) -> None:
        """Empty the folder, the stamp first, so that what is left after an interruption is not taken for ready."""
        self.stamp.unlink(missing_ok=True)
        for entry in self.folder.iterdir():
            if entry == self.lock_file:
                continue
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            else:
                entry.unlink()

    def _make_venv(self, lock: IO[bytes]) -> None:
        if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
            package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
            raise Stop(
                f"This Python comes without venv. On Debian and Ubuntu: sudo apt install python3-venv {package}",
                f"이 Python에는 venv 모듈이 없습니다. Debian과 Ubuntu: sudo apt install python3-venv {package}",
            )
        # From within an activated .venv, which is being replaced, only the Python beneath it is of use.
        python = getattr(sys, "_base_executable", None) or sys.executable
        code, tail = self._run([python, "-m", "venv", str(self.folder)], lock)
        if code:
            raise Stop(
                "Python could not make an environment in .venv (see above). Mend that and run this again.",
                "파이썬 환경(.venv)을 만들지 못했습니다. 위의 내용을 확인하고 다시 실행하세요.",
                tail,
            )

    def _install(self, lock: IO[bytes]) -> None:
        total = len(re.findall(r"^[A-Za-z0-9]", self.requirements.read_text("utf-8"), re.MULTILINE))
        seen = 0

        def progress(line: str) -> None:
            nonlocal seen
            if package := re.match(r"(?:Collecting|Ignoring) ([\w.-]+)", line):
                seen += 1
                show_progress(f"packages {seen}/{total} | 패키지 {seen}/{total}: {package[1]}")
            elif line.startswith("Installing collected packages"):
                show_progress("unpacking the packages | 패키지를 푸는 중")

        # Progress bars of its own would only fill the tail that is shown when something fails.
        pip = [str(self.python), "-m", "pip", "install", "--no-input", "--progress-bar=off"]
        code, tail = self._run([*pip, "--disable-pip-version-check", "-r", str(self.requirements)], lock, progress)
        show_progress("")
        if code:
            raise pip_problem(tail)

    def _run(
        self, command: list[str], lock: IO[bytes], on_line: Callable[[str], None] = lambda line: None
    ) -> tuple[int, str]:
        """Run a command that writes into the environment. Returns its exit code and its last lines."""
        variables = self.variables()
        # A reader's `pip install --user` or `--target` for everything would lead past the environment.
        variables["PIP_USER"] = "0"
        for name in ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT"):
            variables.pop(name, None)
        # The child holds the lock too: should only this process be killed, nobody else starts before pip has ended.
        inherited: dict[str, Any] = {} if os.name == "nt" else {"pass_fds": [lock.fileno()]}
        tail: deque[str] = deque(maxlen=10)
        with subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            env=variables,
            **inherited,
        ) as process:
            assert process.stdout
            try:
                for line in process.stdout:
                    tail.append(line.rstrip())
                    on_line(line)
            except BaseException:
                process.terminate()
                raise
        return process.returncode, "\n".join(tail)

    def _settle(self) -> None:
        """Make `helpers` importable in here, and JupyterLab quiet."""
        packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(self.folder)}))
        # Up to Python 3.12 a .pth file is read in the system's own encoding, so the path is written in plain ASCII.
        (packages / "workshop.pth").write_text(f"import sys; sys.path.append({str(self.root)!a})\n", "ascii")
        settings = self.folder / "share" / "jupyter" / "lab" / "settings"
        settings.mkdir(parents=True, exist_ok=True)
        (settings / "overrides.json").write_text(json.dumps(LAB_SETTINGS, indent=2), "utf-8")

    @contextlib.contextmanager
    def _lock(self) -> Iterator[IO[bytes]]:
        """One workshop.py at a time. The system lifts the lock when its owner ends, however it ends."""
        while True:
            self.folder.mkdir(parents=True, exist_ok=True)
            with self.lock_file.open("ab") as file:
                acquire(file)
                # Somebody may have deleted .venv meanwhile, and this file with it.
                if self.lock_file.exists() and os.path.samestat(os.fstat(file.fileno()), self.lock_file.stat()):
                    yield file
                    return


def acquire(file: IO[bytes]) -> None:
    """Lock an open file; where another process holds it, say so and wait until that one ends."""
    waiting = ("Another workshop.py is preparing .venv; waiting ...", "다른 workshop.py의 환경 준비를 기다립니다 ...")
    if sys.platform == "win32":
        import msvcrt

        while True:
            try:
                # Tries for ten seconds before it gives up.
                return msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
            except OSError:
                say(*waiting)
    else:
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(*waiting)
            fcntl.flock(file, fcntl.LOCK_EX)


def show_progress(text: str) -> None:
    """Replace the line of progress; an empty text takes it away. Nothing where stderr is not a terminal."""
    if sys.stderr.isatty():
        print(f"\r{text:<64}\r{text}", end="", file=sys.stderr, flush=True)


def pip_problem(tail: str) -> Stop:
    """What to do about a failed installation, told by the last lines of pip."""
    network = "NewConnection|name resolution|Timeout|timed out|unreachable|Proxy|connection broken|CERTIFICATE"
    if re.search("DO NOT MATCH THE HASHES", tail):
        english = "A download is not what requirements.txt expects. Run this again, or use another network."
        korean = "내려받은 파일이 requirements.txt와 다릅니다. 다시 실행하거나 다른 네트워크를 쓰세요."
    elif re.search(r"No space left|Errno 28|not enough space", tail):
        english = "The disk is full. Make about 1 GB of room and run this again."
        korean = "디스크 공간이 부족합니다. 1GB 정도 비운 뒤 다시 실행하세요."
    elif re.search(network, tail):
        english = "The packages could not be downloaded. Connect to the internet and run this again."
        korean = "패키지를 내려받지 못했습니다. 인터넷에 연결한 뒤 다시 실행하세요."
    else:
        english = "pip could not install the packages (see above). Mend that and run this again."
        korean = "패키지를 설치하지 못했습니다. 위의 내용을 확인하고 다시 실행하세요."
    # Of each repeated attempt, and of packages for other systems, nobody wants to know.
    details = [line for line in tail.splitlines() if not line.startswith(("WARNING: Retrying", "Ignoring "))]
    return Stop(english, korean, "\n".join(details))
