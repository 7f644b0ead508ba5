"""Pictures of the slides of a PowerPoint file.

LibreOffice draws them where it is installed. Elsewhere `helpers.slide_sketch` draws the layout, and says so.
"""

import contextlib
import io
import os
import signal
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.exc import PackageNotFoundError
from pptx.oxml.ns import qn

from .doctor import find_program
from .settings import say

WIDTH = 1280
"""How many pixels a picture is wide, where the caller does not say."""
_START_SECONDS, _SECONDS_A_SLIDE = 60, 10


class NoSlides(ValueError):
    """A file whose slides cannot be shown; the message says in plain words why, in the reader's language."""


@dataclass(frozen=True)
class SlidePicture:
    """One slide as a PNG, with its words.

    `number` counts from 1. `title` and `notes` (the speaker's) may be empty; `words` holds all text of the slide, the
    title first, the alternative texts of pictures and charts included. `sketch` is empty for a true picture, else one
    sentence that says why the layout was only sketched.
    """

    number: int
    png: bytes
    title: str
    notes: str
    words: str
    sketch: str = ""


def slide_pictures(path: str | os.PathLike[str], *, width: int = WIDTH) -> list[SlidePicture]:
    """The slides of a .pptx file, in order, each picture `width` pixels wide.

    NoSlides where there is no such file, it cannot be read as PowerPoint, or it holds no slide.
    """
    content, presentation = _opened(Path(path))
    height = round(width * presentation.slide_height / presentation.slide_width)
    program = find_program("LibreOffice")
    pictures = _drawn_by_libreoffice(program, content, width, height) if program else None
    sketch = ""
    if pictures is None:
        from .slide_sketch import sketches

        sketch = _why_a_sketch(bool(program))
        pictures = sketches(presentation, width, sketch)
    return [
        SlidePicture(number, png, _title(slide), _notes(slide), _words(slide), sketch)
        for number, (slide, png) in enumerate(zip(presentation.slides, pictures, strict=True), start=1)
    ]


def _opened(path: Path) -> tuple[bytes, Any]:
    """The file's bytes and its presentation."""
    try:
        content = path.read_bytes()
        presentation: Any = Presentation(io.BytesIO(content))
    except FileNotFoundError:
        raise NoSlides(
            say(
                f"파일이 없습니다: {path.name}. 이름과 폴더를 확인해 주세요.",
                f"There is no file {path.name}. Check its name and folder.",
            )
        ) from None
    except OSError as error:
        raise NoSlides(
            say(
                f"{path.name} 파일을 읽을 수 없습니다 ({error.strerror}).",
                f"The file {path.name} cannot be read ({error.strerror}).",
            )
        ) from None
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError):
        raise NoSlides(
            say(
                f"PowerPoint 파일(.pptx)로 열 수 없습니다: {path.name}",
                f"{path.name} cannot be opened as a PowerPoint file (.pptx).",
            )
        ) from None
    if not len(presentation.slides):
        raise NoSlides(say(f"슬라이드가 없습니다: {path.name}", f"{path.name} holds no slide."))
    return content, presentation


def _why_a_sketch(installed: bool) -> str:
    if installed:
        return say(
            "LibreOffice가 이 파일을 그리지 못해 배치만 그린 그림입니다.",
            "LibreOffice could not draw this file: only its layout is sketched.",
        )
    return say(
        "LibreOffice가 없어 배치만 그린 그림입니다.", "LibreOffice is not installed: only the layout is sketched."
    )


def _drawn_by_libreoffice(program: str, content: bytes, width: int, height: int) -> list[bytes] | None:
    """All slides as PNG, None where LibreOffice fails or takes too long.

    It makes a picture of the first slide of a file only, so each slide comes first in a copy of its own. That spares
    the reader another program, which would turn a PDF into pictures.
    """
    with tempfile.TemporaryDirectory(prefix="slides-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        copies = _copies(content, folder)
        size = (
            f'{{"PixelWidth":{{"type":"long","value":"{width}"}},"PixelHeight":{{"type":"long","value":"{height}"}}}}'
        )
        command = [
            program,
            "--headless",
            "--norestore",
            # A profile of its own: the one of the user is locked while LibreOffice is open.
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--convert-to",
            f"png:impress_png_Export:{size}",
            "--outdir",
            str(folder),
            *map(str, copies),
        ]
        if not _finishes(command, _START_SECONDS + _SECONDS_A_SLIDE * len(copies)):
            return None
        pictures = [copy.with_suffix(".png") for copy in copies]
        return [picture.read_bytes() for picture in pictures] if all(map(Path.is_file, pictures)) else None


def _copies(content: bytes, folder: Path) -> list[Path]:
    """One copy of the file for each slide, that slide first, its number written out."""
    copies: list[Path] = []
    while True:
        presentation: Any = Presentation(io.BytesIO(content))
        order = presentation.slides._sldIdLst
        index = len(copies)
        if index == len(order):
            return copies
        _write_numbers_out(presentation.slides[index]._element, index + 1)
        order.insert(0, order[index])
        copies.append(folder / f"slide{index + 1}.pptx")
        presentation.save(str(copies[-1]))


def _write_numbers_out(slide: Any, number: int) -> None:
    """Turn the slide's number from a field, which would count anew, into plain text."""
    for field in slide.findall(f".//{qn('a:fld')}"):
        if field.get("type") == "slidenum":
            run = field.makeelement(qn("a:r"), {})
            run.extend(deepcopy(child) for child in field if child.tag != qn("a:pPr"))
            for text in run.findall(qn("a:t")):
                text.text = str(number)
            field.getparent().replace(field, run)


def _finishes(command: Sequence[str], seconds: float) -> bool:
    """Run a program to its end; False where it cannot start, fails, or has to be stopped."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=sys.platform != "win32",
        )
    except OSError:
        return False
    try:
        return process.wait(seconds) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        if process.poll() is None:
            _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it has started: the one that draws is a child of the one that was called."""
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _title(slide: Any) -> str:
    shape = slide.shapes.title
    return " ".join(shape.text_frame.text.split()) if shape is not None else ""


def _notes(slide: Any) -> str:
    frame = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    return frame.text.strip() if frame is not None else ""


def _words(slide: Any) -> str:
    """Title, texts, tables and alternative texts, one a line."""
    lines = [_title(slide)]
    for shape in slide.shapes:
        if shape.has_text_frame:
            lines.append(" ".join(shape.text_frame.text.split()))
        elif getattr(shape, "has_table", False):
            lines += [", ".join(cell.text for cell in row.cells) for row in shape.table.rows]
        else:
            lines.append(
                shape._element.xpath(".//p:cNvPr/@descr")[0] if shape._element.xpath(".//p:cNvPr/@descr") else ""
            )
    return "\n".join(dict.fromkeys(filter(None, lines)))
