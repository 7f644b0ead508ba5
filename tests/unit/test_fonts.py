import subprocess
import sys
import warnings

import pytest
from fontTools.ttLib import TTFont
from PIL import ImageFont

from helpers import fonts

SYMBOLS = "−×÷±→←↑↓…·•“”‘’–—%‰₩€¥£△▲▼○●■□※「」『』【】†℃㎡①ⅠΩ"


def every_ks_x_1001_syllable() -> str:
    return "".join(bytes((row, cell)).decode("euc_kr") for row in range(0xB0, 0xC9) for cell in range(0xA1, 0xFF))


@pytest.mark.parametrize("bold", [False, True])
def test_the_font_has_every_common_syllable_letter_and_symbol(bold: bool) -> None:
    letters = TTFont(fonts.font_path(bold)).getBestCmap()
    syllables = every_ks_x_1001_syllable()
    assert len(syllables) == 2350
    wanted = syllables + SYMBOLS + "ㄱㅎㅏㅣéüñß" + "".join(map(chr, range(0x20, 0x7F)))
    assert [letter for letter in wanted if ord(letter) not in letters] == []


def test_regular_and_bold_differ_and_say_so() -> None:
    regular, bold = (TTFont(fonts.font_path(flag)) for flag in (False, True))
    assert (regular["OS/2"].usWeightClass, bold["OS/2"].usWeightClass) == (400, 700)
    assert regular["name"].getDebugName(1) == bold["name"].getDebugName(1) == fonts.FAMILY
    widths = [ImageFont.truetype(fonts.font_path(flag), 40).getlength("Revenue") for flag in (False, True)]
    assert widths[0] < widths[1]


def test_the_licence_travels_with_the_font_and_its_reserved_name_is_not_used() -> None:
    licence = (fonts.font_path().parent / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "Reserved Font Name 'Source'" in licence
    assert "Source" not in fonts.FAMILY


def test_a_missing_font_is_said_in_plain_words(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(fonts, "_FOLDER", tmp_path)
    with pytest.raises(FileNotFoundError, match="assets/fonts") as error:
        fonts.font_path()
    assert str(tmp_path) not in str(error.value)


def test_a_korean_chart_draws_in_our_font_without_a_warning(tmp_path, caplog) -> None:
    import matplotlib

    with matplotlib.rc_context():
        matplotlib.use("Agg")
        fonts.use_in_matplotlib()
        fonts.use_in_matplotlib()
        from matplotlib import font_manager, pyplot

        ours = [entry for entry in font_manager.fontManager.ttflist if entry.name == fonts.FAMILY]
        assert len(ours) == 2
        for weight, bold in (("normal", False), ("bold", True)):
            found = font_manager.findfont(font_manager.FontProperties(weight=weight))
            assert found == str(fonts.font_path(bold))
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            figure, axes = pyplot.subplots()
            axes.plot([-2, -1, 3], label="GPT 도해")
            axes.set_title("분기별 매출 △12% · ₩1,000 → “성장”", fontweight="bold")
            axes.legend()
            for ending in ("png", "svg", "pdf"):
                figure.savefig(tmp_path / f"chart.{ending}")
            pyplot.close(figure)
        assert caplog.messages == []


def test_chinese_is_drawn_without_a_font_of_the_machine(monkeypatch, tmp_path, caplog) -> None:
    import matplotlib

    monkeypatch.setattr(fonts, "_FALLBACKS", ())
    with matplotlib.rc_context():
        matplotlib.use("Agg")
        fonts.use_in_matplotlib()
        from matplotlib import pyplot

        with warnings.catch_warnings():
            warnings.simplefilter("error")
            figure, axes = pyplot.subplots()
            axes.set_title("各队观众人数（万人）：上升 12%", fontweight="bold")
            axes.set_xlabel("季度、销售额、产品，同比增长")
            figure.savefig(tmp_path / "chart.png")
            pyplot.close(figure)
        assert caplog.messages == []


def test_importing_the_module_does_not_import_matplotlib() -> None:
    code = "import sys, helpers.fonts; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
