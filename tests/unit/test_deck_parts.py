"""The parts that a deck is made with: measuring, scales, colours, labels, and the theme file."""

import importlib
import io
import re
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from helpers.deck.breaks import best_step, with_breaks
from helpers.deck.endlabels import spread
from helpers.deck.measure import ELLIPSIS, SOFT_BREAK, Style, fit, width, wrap
from helpers.deck.palette import COLOURS, ColourBook
from helpers.deck.pictures import cropped_jpeg
from helpers.deck.scales import NumberFormat, label_every, scale_for, years_and_parts
from helpers.deck.tables import is_numeric

ASSETS = Path(__file__).parents[2] / "assets"


def test_korean_is_wider_than_latin_and_bold_wider_than_regular() -> None:
    assert width("가나다", 20) > width("abc", 20)
    assert width("abc", 20, bold=True) > width("abc", 20)
    assert width("가", 72) == pytest.approx(0.97, abs=0.1)


def test_lines_never_pass_the_room_and_no_word_is_lost() -> None:
    text = "2025년 매출은 15,763, 전년보다 21.1% 늘었습니다. Growth came from two titles only, 그래서 집중합니다"
    for room in (0.8, 1.5, 3.0, 8.0):
        lines = wrap(text, 16, room)
        assert all(width(line, 16) <= room for line in lines)
        assert "".join("".join(lines).split()) == "".join(text.split())
    assert wrap("", 16, 3) == ("",)
    assert wrap("中文没有空格的长句子也要换行", 20, 1.0) != ("中文没有空格的长句子也要换行",)


def test_a_smaller_size_comes_before_fewer_words() -> None:
    scale = [[Style(40)], [Style(20)], [Style(10)]]
    text = "one two three four five six seven"
    assert fit([(0, text)], scale, 2.6, 0.45) == ([(0, text)], scale[2])
    short, styles = fit([(0, text * 20)], scale, 2.6, 0.45)
    assert styles is scale[2]
    assert short[0][1].endswith(ELLIPSIS)


def lines_of(text: str, size: float, room: float) -> list[str]:
    return with_breaks(text, size, room, bold=True).split(SOFT_BREAK)


def test_lines_of_a_title_end_between_words_and_after_a_pause() -> None:
    korean = "머신러닝 첫걸음 매출, 2022년 이후 224.8% 증가"
    assert lines_of(korean, 36, 6.5) == ["머신러닝 첫걸음 매출,", "2022년 이후 224.8% 증가"]
    assert lines_of("Online revenue up 171.3%, Shops down 9.8%", 44, 6.5)[1:] == ["up 171.3%,", "Shops down 9.8%"]
    assert lines_of("한 줄에 들어갑니다", 20, 6.5) == ["한 줄에 들어갑니다"]


@pytest.mark.parametrize("room", [2.4, 4.2, 6.5])
def test_breaks_lose_no_word_keep_number_and_unit_together_and_take_no_more_lines_than_needed(room: float) -> None:
    for text in (
        "Turin profit fell to 452.2 USD in Q4 2024 and has risen by 88.1 USD since",
        "연구동 전력은 2022년 4분기 211.1 MWh에서 2024년 4분기 278.3 MWh까지 늘었습니다",
    ):
        lines = lines_of(text, 20, room)
        assert " ".join(lines) == text
        assert len(lines) <= len(wrap(text, 20, room, True))
        assert not any(re.search(r"\d$", a) and re.match(r"USD|MWh", b) for a, b in pairwise(lines))
        assert all(width(line, 20, True) <= room * 1.07 for line in lines)


def test_a_word_longer_than_a_line_is_left_to_the_program() -> None:
    assert with_breaks("가" * 80 + " 나", 20, 3.0) == "가" * 80 + " 나"


def test_a_cover_takes_the_size_that_breaks_best() -> None:
    sizes = [44, 40, 36, 32]
    assert best_step("Sales", sizes, 6.5, most=3) == 0
    step = best_step("머신러닝 첫걸음 매출, 2022년 이후 224.8% 증가", sizes, 6.5, most=3)
    assert len(lines_of("머신러닝 첫걸음 매출, 2022년 이후 224.8% 증가", sizes[step], 6.5)) == 2
    assert best_step("말 " * 200, sizes, 6.5, most=3) == 0


def test_a_picture_is_cut_where_it_shows_least() -> None:
    tall = Image.new("RGB", (400, 800), "#88aadd")
    for number in range(60):
        tall.paste(
            (20 * number % 255, 40, 90), (number * 37 % 380, 560 + number * 53 % 220, number * 37 % 380 + 12, 800)
        )
    written = io.BytesIO()
    tall.save(written, "PNG")
    cut = Image.open(cropped_jpeg(io.BytesIO(written.getvalue()), 1.0))  # type: ignore[arg-type]
    assert cut.width == cut.height
    # The busy foot is kept, the empty sky is not.
    assert cut.getpixel((3, 3))[2] > 180
    assert len(set(cut.crop((0, cut.height - 40, cut.width, cut.height)).convert("L").tobytes())) > 20


@pytest.mark.parametrize(
    ("numbers", "zero", "ends"),
    [([0, 2071], True, (0, 2500)), ([-1865, 3761], True, (-2000, 4000)), ([980, 1010], False, (980, 1010)),
     ([5, 5], False, (4, 6)), ([0, 0], True, (0, 1)), ([-3, -2], True, (-3, 0)), ([0.001, 0.004], True, (0, 0.004))],
)  # fmt: skip
def test_an_axis_has_round_ends_that_hold_all_values(
    numbers: list[float], zero: bool, ends: tuple[float, float]
) -> None:
    scale = scale_for(numbers, from_zero=zero)
    assert scale.low <= min(numbers) and max(numbers) <= scale.high
    assert scale.low == pytest.approx(ends[0], abs=abs(scale.step)) and scale.high == pytest.approx(
        ends[1], abs=scale.step
    )
    assert 2 <= len(scale.ticks) <= 8


def test_quarters_and_months_are_known_by_their_form() -> None:
    assert years_and_parts(["2024-Q4", "2025-Q1"]) == [("2024", ["Q4"]), ("2025", ["Q1"])]
    assert years_and_parts(["2024년 4분기", "2025년 1분기"]) == [("2024", ["Q4"]), ("2025", ["Q1"])]
    assert years_and_parts(["2024-11", "2024-12"]) == [("2024", ["11", "12"])]
    assert years_and_parts(["2024-Q4", "sum"]) is None


def test_labels_are_thinned_by_whole_years() -> None:
    quarters = [f"{2011 + i // 4}-Q{i % 4 + 1}" for i in range(60)]
    assert label_every(quarters, 6.0, 12) % 4 == 0
    months = [f"{2021 + i // 12}-{i % 12 + 1:02}" for i in range(60)]
    assert label_every(months, 5.0, 12) == 12
    assert label_every(["a", "b"], 6.0, 12) == 1


def test_number_formats_say_the_same_here_and_in_excel() -> None:
    form = NumberFormat(1, 1_000_000, "$", "M", signed=True)
    assert form.code == '"+""$"#,##0.0,,"M";"−""$"#,##0.0,,"M";"$"#,##0.0,,"M"'
    assert (form.text(2_500_000), form.text(-1e6), form.text(0)) == ("+$2.5M", "−$1.0M", "$0.0M")


@pytest.mark.parametrize("wanted", [[1, 1, 1, 1], [0, 0, 5], [3.9, 4, 0.1, 2], [2, 2.1, 2.2, 0, 4], [2]])
def test_labels_are_moved_apart_and_no_further(wanted: list[float]) -> None:
    heights = [0.5] * len(wanted)
    placed = spread(wanted, heights, 0.0, 4.0)
    in_order = sorted(placed)
    assert all(b - a >= 0.5 - 1e-9 for a, b in pairwise(in_order))
    assert in_order[0] >= 0.25 - 1e-9 and in_order[-1] <= 3.75 + 1e-9
    assert sorted(range(len(wanted)), key=lambda i: (wanted[i], placed[i])) == sorted(
        range(len(wanted)), key=lambda i: placed[i]
    )
    far_apart = [i for i in range(len(wanted)) if all(abs(wanted[i] - w) > 2 for j, w in enumerate(wanted) if j != i)]
    assert all(placed[i] == pytest.approx(min(max(wanted[i], 0.25), 3.75)) for i in far_apart)


def test_more_labels_than_room_share_it() -> None:
    placed = spread([1.0] * 20, [0.5] * 20, 0.0, 4.0)
    assert min(placed) >= 0 and max(placed) <= 4.0
    assert len(set(placed)) == 20


def test_of_many_series_the_large_ones_get_colours_of_their_own() -> None:
    sizes = {f"s{i}": float(i) for i in range(9)}
    book = ColourBook(sizes, {"s0": "teal"})
    assert book["s0"].slot == "accent2"
    assert {book[f"s{i}"].slot for i in (5, 6, 7, 8)} == {"accent1", "accent4", "accent5", "accent6"}
    assert all(book.is_grey(f"s{i}") for i in (1, 2, 3, 4))
    assert not book.is_grey("s8")


@pytest.mark.parametrize("cell", ["1,234", "-5", "−5", "+21.1%", "$1.5", "₩1,000", "", "–", "3.2M", "(12)"])
def test_numbers_are_known_as_numbers(cell: str) -> None:
    assert is_numeric(cell)


@pytest.mark.parametrize("cell", ["GPT 도해", "2025-Q1", "n/a here", "Total"])
def test_words_are_not_numbers(cell: str) -> None:
    assert not is_numeric(cell)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_theme_colours_can_be_read_on_white_and_on_paper() -> None:
    with zipfile.ZipFile(ASSETS / "theme.pptx") as theme:
        text = theme.read("ppt/theme/theme1.xml").decode()
    slots = dict(re.findall(r"<a:(\w+)><a:srgbClr [^>]*?val=\"(\w{6})\"", text))
    assert slots["lt2"] == "F5F3EE" and slots["dk2"] == "151A38"
    for name, slot in COLOURS.items():
        value = slots["dk2" if slot == "tx2" else slot]
        assert contrast(value, "FFFFFF") >= 4.5 and contrast(value, slots["lt2"]) >= 4.5, name


def test_the_theme_has_an_east_asian_face_and_our_size() -> None:
    from pptx import Presentation

    theme = Presentation(str(ASSETS / "theme.pptx"))
    assert (theme.slide_width, theme.slide_height) == (12192000, 6858000)
    with zipfile.ZipFile(ASSETS / "theme.pptx") as archive:
        themes = [archive.read(name).decode() for name in archive.namelist() if "/theme/" in name]
    for text in themes:
        assert re.findall(r'<a:ea typeface="([^"]*)"', text)[:2] == ["Malgun Gothic"] * 2
    for layout in theme.slide_layouts:
        for found in layout.placeholders:
            assert found.left >= 0 and found.left + found.width <= 12192000 + 9144, (layout.name, found.name)
            assert found.top >= 0 and found.top + found.height <= 6858000


def test_the_theme_file_is_what_its_script_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ASSETS))
    script = importlib.import_module("make_theme")
    with zipfile.ZipFile(script.make(tmp_path / "theme.pptx")) as new, zipfile.ZipFile(ASSETS / "theme.pptx") as old:
        assert new.namelist() == old.namelist()
        for name in new.namelist():
            assert new.read(name) == old.read(name), name
