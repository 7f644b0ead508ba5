"""A process that has the large libraries imported and forks workers, each ready within milliseconds.

It has one thread and never runs code of the user's; what it forks puts walls around itself before it does. Words on its
control socket, each a packet: `warm`, `fork` (with the socket of the new worker), and `kill`, `stop`, `continue` with a
process ID; it says `ready`, `warmed`, `forked` and `ended` (with an exit code) and `stopped` with an ID, and `failed`.
"""

import gc
import os
import signal
import socket
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from select import select

from ..walls import kernel
from .channel import Channel
from .main import prepare, serve, warm
from .paths import Paths

_LONGEST = 200  # bytes of a packet
_SIGNALS = {b"kill": signal.SIGKILL, b"stop": signal.SIGSTOP, b"continue": signal.SIGCONT}


class ForkServer:
    """The loop, and what is known of the children."""

    def __init__(self, control: socket.socket, paths: Paths) -> None:
        self._control = control
        self._paths = paths
        self._living: set[int] = set()

    def run(self) -> None:
        """Until the server hangs up; then all children are killed."""
        waking, woken = os.pipe()
        for end in (waking, woken):
            os.set_blocking(end, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(woken)
        self._say("ready")
        while True:
            ready, _, _ = select([self._control.fileno(), waking], [], [])
            if waking in ready:
                os.read(waking, 4096)
                self._reap()
            if self._control.fileno() in ready:
                packet, sockets, _, _ = socket.recv_fds(self._control, _LONGEST, 1)
                if not packet:
                    break
                if packet == b"fork":
                    if self._fork(sockets[0], (waking, woken)):
                        return
                elif packet == b"warm":
                    warm()
                    # What is there now is never collected, so that children go on sharing its memory.
                    gc.collect()
                    gc.freeze()
                    self._say("warmed")
                else:
                    verb, number = packet.split()
                    self._signal(int(number), _SIGNALS[verb])
        for process in list(self._living):
            self._signal(process, signal.SIGKILL)

    def _fork(self, worker: int, pipe: tuple[int, int]) -> bool:
        """True in the child, when its life is over."""
        parent = os.getpid()
        try:
            process = os.fork()
        except OSError as error:
            os.close(worker)
            self._say(f"failed {error.strerror}")
            return False
        if process:
            os.close(worker)
            self._living.add(process)
            self._say(f"forked {process}")
            return False
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for end in pipe:
            os.close(end)
        self._control.close()
        _be_worker(worker, parent, self._paths)
        return True

    def _signal(self, process: int, number: int) -> None:
        if process not in self._living:  # reaped, and its ID may be somebody else's by now
            return
        try:
            os.killpg(process, number)
        except ProcessLookupError:  # forked a moment ago, and not yet leader of its group
            os.kill(process, number)

    def _reap(self) -> None:
        with suppress(ChildProcessError):
            while True:
                process, status = os.waitpid(-1, os.WNOHANG | os.WUNTRACED)
                if not process:
                    break
                if os.WIFSTOPPED(status):
                    self._say(f"stopped {process}")
                else:
                    self._living.discard(process)
                    self._say(f"ended {process} {os.waitstatus_to_exitcode(status)}")

    def _say(self, words: str) -> None:
        with suppress(OSError):  # the server has gone, as the next packet will show
            self._control.send(words.encode())


def _be_worker(own: int, parent: int, paths: Paths) -> None:
    os.setsid()
    kernel.die_with_parent(signal.SIGKILL)
    if os.getppid() != parent:
        return
    channel = Channel(own, os.dup(own))
    os.dup2(0, 2)
    _separate_descriptors()
    if numpy := sys.modules.get("numpy"):
        numpy.random.seed()  # or every session would draw the same numbers
    serve(channel, paths)


def _separate_descriptors() -> None:
    """Open anew what the parent has open, such as fonts: copies would share their position with other sessions."""
    for link in list(Path("/proc/self/fd").iterdir()):
        with suppress(OSError):
            descriptor = int(link.name)
            if descriptor < 3 or not link.is_file():
                continue
            position = os.lseek(descriptor, 0, os.SEEK_CUR)
            fresh = os.open(link, os.O_RDONLY)
            os.dup2(fresh, descriptor, inheritable=False)
            os.close(fresh)
            os.lseek(descriptor, position, os.SEEK_SET)


def main() -> None:
    """Be the fork server, spoken to through stdin."""
    control = socket.socket(fileno=os.dup(0))
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.close(nothing)
    code = 1
    try:
        ForkServer(control, prepare()).run()
        code = 0
    except Exception:
        traceback.print_exc()
    finally:
        # Past what libraries would do at an orderly end, which in a child is not theirs to do.
        os._exit(code)
