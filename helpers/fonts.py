"""The bundled fonts, for charts (matplotlib) and for drawing and measuring text (Pillow).

The Korean one holds the 2,350 syllables of KS X 1001, Latin letters and the symbols of charts and prose; the Chinese
one the 3,755 usual characters of GB 2312. For rarer ones matplotlib goes on to a font of the machine, where one of
those below is installed.
"""

import logging
from pathlib import Path

FAMILY = "Workshop Sans KR"
_CHINESE = "Workshop Sans SC"

_FOLDER = Path(__file__).resolve().parents[1] / "assets" / "fonts"

# Korean fonts of Windows, macOS and Linux first, then such as have Chinese and Japanese characters alone.
_FALLBACKS = (
    "Malgun Gothic",
    "Apple SD Gothic Neo",
    "AppleGothic",
    "Noto Sans CJK KR",
    "Noto Sans KR",
    "NanumGothic",
    "NanumBarunGothic",
    "Noto Sans CJK JP",
    "Noto Sans CJK SC",
    "Microsoft YaHei",
    "PingFang SC",
    "WenQuanYi Zen Hei",
)


def font_path(bold: bool = False) -> Path:
    """The TrueType file, for instance for `PIL.ImageFont.truetype`.

    FileNotFoundError, in plain words, where it is gone.
    """
    return _file(f"{FAMILY.replace(' ', '')}-{'Bold' if bold else 'Regular'}.ttf")


def _file(name: str) -> Path:
    path = _FOLDER / name
    if not path.is_file():
        raise FileNotFoundError(
            f"The bundled font {path.name} is missing from the folder assets/fonts. "
            "Get it back with `git checkout -- assets/fonts`, or download the companion again."
        )
    return path


def use_in_matplotlib() -> None:
    """Make the bundled fonts matplotlib's default: Korean and Chinese text in charts shows without a font warning.

    May be called as often as one likes. Code that asks for a family of its own still gets it. FileNotFoundError where a
    font file is gone.
    """
    import matplotlib
    from matplotlib import font_manager

    known = {Path(entry.fname) for entry in font_manager.fontManager.ttflist}
    for path in (font_path(), font_path(bold=True), _file(f"{_CHINESE.replace(' ', '')}-Regular.ttf")):
        if path not in known:
            font_manager.fontManager.addfont(path)
    # A family that is not installed would be warned about at each text, so only those that are go into the list.
    installed = {entry.name for entry in font_manager.fontManager.ttflist}
    families = [FAMILY, _CHINESE, *(name for name in _FALLBACKS if name in installed), "DejaVu Sans"]
    matplotlib.rcParams["font.family"] = families
    # Code that sets `font.family` back to "sans-serif" lands here.
    matplotlib.rcParams["font.sans-serif"] = families
    # addFilter ignores a filter that is there already.
    logging.getLogger("matplotlib.font_manager").addFilter(_not_about_a_fallback)


def _not_about_a_fallback(record: logging.LogRecord) -> bool:
    """False for the remark that a fallback has no exact bold: its nearest weight is good enough for a rare letter."""
    return not (record.msg.startswith("findfont: Failed to find font weight") and FAMILY not in record.getMessage())
