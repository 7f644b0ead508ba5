"""What the code may read besides its own folder: Python, its libraries, fonts, and this project's helpers."""

import mimetypes
import sys
import sysconfig
from pathlib import Path

from helpers.settings import ROOT

# Shared libraries, fonts, time zones, and the lists that Python's own modules read.
_SYSTEM = (
    "/lib", "/lib32", "/lib64", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/local/lib", "/usr/local/lib64",
    "/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d",
    "/usr/share/fonts", "/usr/local/share/fonts", "/etc/fonts", "/usr/share/fontconfig", "/usr/share/zoneinfo",
    "/etc/localtime", "/etc/timezone", "/usr/share/mime",
    "/dev/urandom", "/dev/random",
)  # fmt: skip
_OF_AN_INSTALLATION = ("lib", "lib64", "pyvenv.cfg", "fonts", "share/fonts", "share/zoneinfo", "etc/fonts")

# To be written to as well.
DEVICES = (Path("/dev/null"), Path("/dev/zero"))


def readable(cache: Path) -> list[Path]:
    """Files and folders, not all of which need exist. `cache` is the folder with matplotlib's list of fonts."""
    installation = [Path(sysconfig.get_path(kind)) for kind in ("stdlib", "platstdlib", "purelib", "platlib")]
    for prefix in {sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix}:
        installation += [Path(prefix, part) for part in _OF_AN_INSTALLATION]
    system = [Path(path) for path in (*_SYSTEM, *mimetypes.knownfiles)]
    return [*installation, *system, ROOT / "helpers", ROOT / "assets", cache]
