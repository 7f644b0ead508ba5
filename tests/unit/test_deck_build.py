"""Decks from small specs, opened again and looked at as PowerPoint would find them."""

import copy
import io
import math
import subprocess
import sys
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PIL import Image
from pptx import Presentation
from pptx.oxml.ns import qn

from helpers.deck import build_deck
from helpers.deck.measure import Style, block_height, width

QUARTERS = [f"{year}-Q{quarter}" for year in range(2011, 2026) for quarter in range(1, 5)]
NAMES = ["Online", "Retail partners", "Wholesale", "Marketplace", "Gifts", "Schools", "Airport", "Pop-up", "Catalogue"]
NAMES += ["Telephone", "Events", "Export to Northern Europe"]


def a_spec(language: str = "en", series: int = 3, periods: int = 16, **changes: Any) -> dict[str, Any]:
    """A deck of six slides; `changes` replace keys of the whole spec."""
    names = [f"제품 {i + 1}" for i in range(series)] if language == "ko" else NAMES[:series]
    rows = [
        {"name": name, "values": [round(500 + 90 * i + 30 * p * math.cos(i)) for p in range(periods)]}
        for i, name in enumerate(names)
    ]
    spec: dict[str, Any] = {
        "language": language,
        "title": "Growth",
        "author": "Assistant",
        "date": "2026-01-15",
        "source": "Source: sales.csv",
        "facts": {
            "total": {"value": 15763, "text": "15,763", "formula": "sum of 2025", "rows": "2025-Q1..Q4", "unit": None},
            "up": {"value": 0.211, "text": "+21.1%", "formula": "15,763 / 13,015 - 1", "rows": "2024..2025"},
        },
        "slides": [
            {"layout": "cover", "title": "Two titles led", "subtitle": "A review", "footer": "Sales", "picture": None},
            {
                "layout": "key_numbers",
                "title": "2025 brought {total}",
                "cards": [{"label": "Total", "number": "{total}", "from": "13,015, {up}"}] * 3,
                "so_what": "Keep going.",
            },
            {
                "layout": "chart",
                "title": "All moved",
                "chart": {"kind": "line", "categories": QUARTERS[:periods], "series": rows},
                "takeaways": [{"series": names[0], "heading": names[0], "text": "500 to {total}"}],
            },
            {
                "layout": "comparison",
                "title": "Changes and shares",
                "charts": [
                    {
                        "title": "Change",
                        "kind": "column",
                        "categories": names,
                        "series": [{"name": "Change", "values": [(-1) ** i * (100 + i) for i in range(series)]}],
                    },
                    {
                        "title": "Years",
                        "kind": "stacked",
                        "categories": ["2024", "2025"],
                        "series": [{"name": name, "values": [400, 700]} for name in names],
                    },
                ],
            },
            {
                "layout": "recommendation",
                "title": "Invest",
                "cards": [{"heading": "Print", "text": "It sells."}, {"heading": "Stop", "text": "It does not."}],
                "ask": "Start in March?",
                "footer": "AI draft, not a decision.",
            },
            {
                "layout": "appendix",
                "title": "Every number is a sum",
                "table": {"header": ["Name", "2024", "2025"], "rows": [["A", "1", "2"], ["Total", "1", "2"]]},
                "notes": [{"heading": "Method", "text": "Sums."}],
            },
        ],
    }
    return {**spec, **changes}


def opened(spec: dict[str, Any], folder: Path) -> Any:
    return Presentation(str(build_deck(spec, folder / "deck.pptx")))


def shape(slide: Any, name: str) -> Any:
    return next(found for found in slide.shapes if found.name == name)


def charts(deck: Any) -> list[Any]:
    return [found.chart for slide in deck.slides for found in slide.shapes if found.has_chart]


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "wide.png"
    image = Image.effect_noise((1792, 1024), 90).convert("RGB")
    # The middle square is red, so that a crop around the middle shows it and a stretched picture shows it narrow.
    image.paste((255, 0, 0), (796, 412, 996, 612))
    image.save(path)
    return path


@pytest.mark.parametrize("language", ["ko", "en"])
def test_each_slide_uses_its_layout_and_leaves_no_placeholder_empty(language: str, tmp_path: Path) -> None:
    deck = opened(a_spec(language), tmp_path)
    used = [slide.slide_layout.name for slide in deck.slides]
    assert used == [
        "Cover, no picture",
        "Key numbers, 3",
        "Chart and takeaways",
        "Comparison, 2",
        "Recommendation, 2",
        "Table and method",
    ]
    for slide in deck.slides:
        for found in slide.placeholders:
            assert not found.has_text_frame or found.text_frame.text.strip(), found.name
            assert found.name in {source.name for source in slide.slide_layout.placeholders}


def test_nothing_is_placed_by_hand(tmp_path: Path) -> None:
    """Text inherits place and size from the layout; charts and tables have exactly the layout's corner and width."""
    deck = opened(a_spec(), tmp_path)
    for slide in deck.slides:
        layout = {source.placeholder_format.idx: source for source in slide.slide_layout.placeholders}
        for found in slide.shapes:
            assert found.is_placeholder, found.name
            source = layout[found.placeholder_format.idx]
            assert (found.left, found.top, found.width) == (source.left, source.top, source.width)
            if found.has_text_frame:
                assert found._element.spPr.find(qn("a:xfrm")) is None


def test_facts_are_filled_and_double_braces_stay_braces(tmp_path: Path) -> None:
    spec = a_spec()
    spec["slides"][1]["so_what"] = "{total} in {{braces}}"
    deck = opened(spec, tmp_path)
    assert deck.slides[1].shapes.title.text == "2025 brought 15,763"
    assert shape(deck.slides[1], "So what").text_frame.text == "So what: 15,763 in {braces}"


def test_source_and_slide_number_are_on_each_slide_but_the_cover(tmp_path: Path) -> None:
    deck = opened(a_spec(), tmp_path)
    assert {found.name for found in deck.slides[0].shapes} == {"Title", "Subtitle", "Footer"}
    for number, slide in enumerate(list(deck.slides)[1:], start=2):
        assert shape(slide, "Source").text_frame.text == "Source: sales.csv"
        field = shape(slide, "Slide Number")._element.find(f".//{qn('a:fld')}")
        assert field.get("type") == "slidenum"
        assert field.find(qn("a:t")).text == str(number)
        identifiers = [found.shape_id for found in slide.shapes]
        assert len(identifiers) == len(set(identifiers))


@pytest.mark.parametrize(("language", "tag"), [("ko", "ko-KR"), ("en", "en-US"), ("en-GB", "en-GB"), ("zh", "zh-CN")])
def test_every_run_names_its_language(language: str, tag: str, tmp_path: Path) -> None:
    deck = opened(a_spec(language), tmp_path)
    for slide in deck.slides:
        for root in (slide._element, slide.notes_slide.notes_text_frame._txBody):
            runs = list(root.iter(qn("a:r")))
            assert runs
            for run in runs:
                properties = run.find(qn("a:rPr"))
                assert (properties.get("lang"), bool(properties.get("altLang"))) == (tag, True)
    assert deck.core_properties.language == tag


def test_fixed_words_follow_the_language(tmp_path: Path) -> None:
    deck = opened(a_spec("ko"), tmp_path)
    assert shape(deck.slides[1], "So what").text_frame.text.startswith("그래서:")
    assert shape(deck.slides[4], "Ask").text_frame.text.startswith("결정 요청")


def test_core_properties_are_the_decks_own(tmp_path: Path) -> None:
    properties = opened(a_spec(), tmp_path).core_properties
    assert (properties.title, properties.author, properties.last_modified_by) == ("Growth", "Assistant", "Assistant")
    assert properties.created == properties.modified == datetime(2026, 1, 15)


def test_the_date_shows_on_the_cover_once_or_not_at_all(tmp_path: Path) -> None:
    spec = a_spec()
    assert shape(opened(spec, tmp_path).slides[0], "Footer").text_frame.text == "Sales  |  2026-01-15"
    spec["slides"][0]["footer"] = "Sales, 2026-01-15"
    assert shape(opened(spec, tmp_path).slides[0], "Footer").text_frame.text == "Sales, 2026-01-15"
    del spec["date"]
    spec["slides"][0]["footer"] = "Sales"
    assert shape(opened(spec, tmp_path).slides[0], "Footer").text_frame.text == "Sales"


def test_the_cover_picture_is_cropped_never_stretched(picture: Path, tmp_path: Path) -> None:
    spec = a_spec()
    spec["slides"][0] |= {"picture": str(picture), "alt": "A red square"}
    path = build_deck(spec, tmp_path / "deck.pptx")
    assert path.stat().st_size < 2_000_000
    slide = Presentation(str(path)).slides[0]
    found = shape(slide, "Picture")
    assert slide.slide_layout.name == "Cover"
    assert found._element.xpath(".//p:cNvPr/@descr") == ["A red square"]
    assert found.image.content_type == "image/jpeg"
    image = Image.open(io.BytesIO(found.image.blob))
    assert image.width / image.height == pytest.approx(5.6 / 7.5, rel=0.01)
    assert found.crop_left + found.crop_right + found.crop_top + found.crop_bottom < 0.02
    pixels = image.load()
    assert pixels is not None

    def is_red(x: int, y: int) -> bool:
        red, green, blue = pixels[x, y]  # type: ignore[misc]
        return red > 200 and green < 80 and blue < 80

    across = sum(is_red(x, image.height // 2) for x in range(image.width))
    down = sum(is_red(image.width // 2, y) for y in range(image.height))
    assert across == pytest.approx(down, rel=0.05)


@pytest.mark.parametrize("mode", ["RGBA", "P", "L", "LA", "CMYK"])
def test_any_kind_of_picture_becomes_a_jpeg(mode: str, tmp_path: Path) -> None:
    path = tmp_path / ("small.tiff" if mode == "CMYK" else "small.png")
    Image.new(mode, (40, 30)).save(path)
    spec = a_spec()
    spec["slides"][0]["picture"] = path
    assert shape(opened(spec, tmp_path).slides[0], "Picture").image.content_type == "image/jpeg"


def test_charts_are_native_with_the_data_inside(tmp_path: Path) -> None:
    spec = a_spec()
    line, column, stacked = charts(opened(spec, tmp_path))
    for chart, data in ((line, spec["slides"][2]["chart"]), (stacked, spec["slides"][3]["charts"][1])):
        assert [(s.name, list(s.values)) for s in chart.plots[0].series] == [
            (s["name"], s["values"]) for s in data["series"]
        ]
        sheet = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
        rows = list(sheet.iter_rows(values_only=True))
        assert [list(values) for values in zip(*rows[1:], strict=True)][-1] == data["series"][-1]["values"]
    assert list(column.plots[0].categories) == NAMES[:3]


def test_quarters_stand_below_their_years(tmp_path: Path) -> None:
    line = charts(opened(a_spec(), tmp_path))[0]
    years = [category.label for category in line.plots[0].categories.levels[-1]]
    assert years == ["2011", "2012", "2013", "2014"]
    assert [category.label for category in line.plots[0].categories][:5] == ["Q1", "Q2", "Q3", "Q4", "Q1"]


@pytest.mark.parametrize("series", [1, 3, 8, 12])
@pytest.mark.parametrize("periods", [4, 16, 60])
def test_wide_and_long_data_stay_legible(series: int, periods: int, tmp_path: Path) -> None:
    deck = opened(a_spec(series=series, periods=periods), tmp_path)
    line = charts(deck)[0]
    axis = line.category_axis._element
    skip = axis.find(qn("c:tickLblSkip"))
    # Few quarters all have a label; of many, each first of a year or less.
    assert skip is None if periods == 4 else skip is None or int(skip.get("val")) % 4 == 0
    assert skip is not None or periods < 60
    assert line.has_legend == (series > 6)
    labelled = [s for s in line.plots[0].series if s._element.find(f"{qn('c:dLbls')}/{qn('c:dLbl')}") is not None]
    assert len(labelled) == (series if series <= 6 else 5)
    if series > 6:
        hidden = line.legend._element.findall(qn("c:legendEntry"))
        assert len(hidden) == 5


def end_labels(line: Any) -> list[tuple[float, float]]:
    """Middle and height in inches of each label at the end of a line, from the top of the chart."""
    plot = line._chartSpace.find(f".//{qn('c:plotArea')}/{qn('c:layout')}/{qn('c:manualLayout')}")
    top, height = (float(plot.find(qn(f"c:{name}")).get("val")) for name in ("y", "h"))
    low, high = line.value_axis.minimum_scale, line.value_axis.maximum_scale
    found = []
    for series in line.plots[0].series:
        label = series._element.find(f".//{qn('c:dLbl')}")
        value = series.values[int(label.find(qn("c:idx")).get("val"))]
        moved = label.find(f".//{qn('c:y')}")
        shift = float(moved.get("val")) if moved is not None else 0.0
        lines = 1 + (label.find(qn("c:separator")).text or "").count("\n")
        found.append(((top + height * (high - value) / (high - low) + shift) * 4.67, 0.2 * lines))
    return sorted(found)


@pytest.mark.parametrize("last", [[100, 101, 102, 103, 104, 105], [0, 0, 0], [1000, 999, 0], [-5, -5, 5, 5]])
def test_labels_at_line_ends_never_lie_on_each_other(last: list[int], tmp_path: Path) -> None:
    spec = a_spec(series=len(last))
    for series, value in zip(spec["slides"][2]["chart"]["series"], last, strict=True):
        series["values"][-1] = value
    middles = end_labels(charts(opened(spec, tmp_path))[0])
    for (above, height), (below, other) in pairwise(middles):
        assert below - above >= (height + other) / 2
    assert middles[0][0] > 0
    assert middles[-1][0] < 4.67


def test_gaps_stay_gaps_and_lonely_points_show(tmp_path: Path) -> None:
    spec = a_spec()
    spec["slides"][2]["chart"]["series"][0]["values"] = [1, None, 3, None, float("nan"), *range(9), None, None]
    spec["slides"][2]["chart"]["series"][1]["values"] = [None] * 16
    line = charts(opened(spec, tmp_path))[0]
    first, second, third = line.plots[0].series
    assert first.values[:6] == (1, None, 3, None, None, 0)
    assert first.marker._element.find(f".//{qn('c:symbol')}").get("val") == "circle"
    assert third.marker._element.find(f".//{qn('c:symbol')}").get("val") == "none"
    # The label stands at the last value that is there; a series of gaps has none.
    assert first._element.find(f".//{qn('c:dLbl')}/{qn('c:idx')}").get("val") == "13"
    assert second._element.find(f".//{qn('c:dLbl')}") is None


def test_changes_show_their_sign_and_negative_bars_keep_their_colour(tmp_path: Path) -> None:
    column = charts(opened(a_spec(), tmp_path))[1]
    labels = column.plots[0].series[0]._element.find(qn("c:dLbls"))
    assert labels.find(qn("c:numFmt")).get("formatCode") == '"+"#,##0;"−"#,##0;#,##0'
    assert labels.find(qn("c:showVal")).get("val") == "1"
    assert column.plots[0].series[0].invert_if_negative is False
    assert column.value_axis.minimum_scale < -101
    assert column.value_axis.maximum_scale > 102


def slots(element: Any) -> list[str]:
    return [found.get("val") for found in element.iter(qn("a:schemeClr"))]


@pytest.mark.parametrize("series", [3, 8])
def test_a_series_has_one_colour_through_the_whole_deck(series: int, tmp_path: Path) -> None:
    spec = a_spec(series=series, colors={"Wholesale": "plum"})
    deck = opened(spec, tmp_path)
    line, column, stacked = charts(deck)
    in_line = {s.name: slots(s._element.find(qn("c:spPr")))[0] for s in line.plots[0].series}
    in_stack = {s.name: slots(s._element.find(qn("c:spPr")))[0] for s in stacked.plots[0].series}
    points = column.plots[0].series[0]._element.findall(qn("c:dPt"))
    in_columns = dict(zip(NAMES, [slots(point)[0] for point in points], strict=False))
    assert in_line == in_stack == in_columns
    assert in_line["Wholesale"] == "accent6"
    heading = shape(deck.slides[2], "Takeaways").text_frame.paragraphs[0]
    assert slots(heading._p) == [in_line["Online"]]
    if series == 3:
        assert len(set(in_line.values())) == 3
    else:
        assert [name for name, slot in in_line.items() if slot == "accent3"] == NAMES[:series][-3:] or (
            sum(slot == "accent3" for slot in in_line.values()) == 3
        )


def test_all_colours_are_theme_colours(picture: Path, tmp_path: Path) -> None:
    spec = a_spec(series=12)
    spec["slides"][0]["picture"] = str(picture)
    deck = opened(spec, tmp_path)
    roots = [slide._element for slide in deck.slides] + [chart._chartSpace for chart in charts(deck)]
    roots += [layout._element for layout in deck.slide_layouts] + [deck.slide_master._element]
    for root in roots:
        assert not list(root.iter(qn("a:srgbClr"), qn("a:sysClr")))


def test_no_autofit_anywhere_and_lines_never_tighter_than_110_percent(tmp_path: Path) -> None:
    deck = opened(a_spec("ko"), tmp_path)
    roots = [slide._element for slide in deck.slides] + [layout._element for layout in deck.slide_layouts]
    for root in roots:
        assert not list(root.iter(qn("a:normAutofit"), qn("a:spAutoFit")))
        for spacing in root.iter(qn("a:lnSpc")):
            assert int(spacing[0].get("val")) >= 110_000


def test_pictures_charts_and_tables_have_alternative_text(picture: Path, tmp_path: Path) -> None:
    spec = a_spec()
    spec["slides"][0]["picture"] = str(picture)
    spec["slides"][3]["charts"][0]["alt"] = "My own words"
    for slide in opened(spec, tmp_path).slides:
        for found in slide.shapes:
            if found.has_chart or found.has_table or found.name == "Picture":
                text = found._element.xpath(".//p:cNvPr")[0].get("descr")
                assert len(text) > 10
                assert (text == "My own words") == (found.name == "Chart 1")


def test_notes_say_where_each_number_comes_from(tmp_path: Path) -> None:
    spec = a_spec()
    spec["slides"][4]["notes"] = "Say thank you for {total}."
    deck = opened(spec, tmp_path)
    notes = [slide.notes_slide.notes_text_frame.text for slide in deck.slides]
    assert "15,763: sum of 2025 (rows: 2025-Q1..Q4)" in notes[1]
    assert "+21.1%: 15,763 / 13,015 - 1 (rows: 2024..2025)" in notes[1]
    assert "+21.1%" not in notes[2]
    assert "workbook" in notes[2]
    assert notes[4] == "Say thank you for 15,763."
    assert all(notes)


LONG = "데이터 분석 열 가지와 머신러닝 첫걸음의 분기 매출을 함께 살펴보면 "
WORDS = "The quarterly revenue of the internationalisation department "


@pytest.mark.parametrize("piece", [LONG, WORDS, "가" * 50, "W" * 50], ids=["ko", "en", "ko word", "en word"])
@pytest.mark.parametrize("times", [1, 3, 40])
def test_text_of_any_length_stays_inside_its_placeholder(piece: str, times: int, tmp_path: Path) -> None:
    text = piece * times
    spec = a_spec("ko", source=text)
    for slide in spec["slides"]:
        slide["title"] = slide["subtitle"] = text
    spec["slides"][0]["footer"] = text
    spec["slides"][1]["cards"] = [{"label": text, "number": text, "from": text}] * 3
    spec["slides"][1]["so_what"] = spec["slides"][4]["ask"] = spec["slides"][4]["footer"] = text
    spec["slides"][2]["takeaways"] = [{"heading": text, "text": text}] * 5
    spec["slides"][4]["cards"] = spec["slides"][5]["notes"] = [{"heading": text, "text": text}] * 3
    for slide in opened(spec, tmp_path).slides:
        layout = {source.placeholder_format.idx: source for source in slide.slide_layout.placeholders}
        for found in slide.placeholders:
            if found.has_text_frame and found.name != "Slide Number":
                assert_fits(found, layout[found.placeholder_format.idx])


def assert_fits(found: Any, source: Any) -> None:
    """Measured again from the file: sizes of the runs, else of the layout's levels."""
    levels = source._element.txBody.find(qn("a:lstStyle"))
    body = source._element.txBody.bodyPr
    room = (found.width - 2 * int(body.get("lIns"))) / 914400
    total = 0.0
    for paragraph in found.text_frame.paragraphs:
        inherited = levels.find(qn(f"a:lvl{paragraph.level + 1}pPr"))
        properties = inherited.find(qn("a:defRPr"))
        size = paragraph.runs[0].font.size.pt if paragraph.runs[0].font.size else int(properties.get("sz")) / 100
        before = paragraph._p.find(f".//{qn('a:spcPts')}")
        before = before if before is not None else inherited.find(f"{qn('a:spcBef')}/{qn('a:spcPts')}")
        style = Style(size, properties.get("b") == "1", int(before.get("val")) / 100)
        assert size >= 11
        total += block_height([(0, paragraph.text)], [style], room)
    assert total <= (found.height - 2 * int(body.get("tIns"))) / 914400 + 0.01, found.name


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_a_title_is_shortened_at_a_word_only_when_no_size_will_do(tmp_path: Path) -> None:
    spec = a_spec("ko")
    spec["slides"][1]["title"] = "두 권은 해마다 합계로는 올랐고, 데이터 분석 열 가지는 2023년 말에 꺾였습니다"
    spec["slides"][2]["title"] = LONG * 6
    deck = opened(spec, tmp_path)
    assert one_line(deck.slides[1].shapes.title.text) == spec["slides"][1]["title"]
    assert deck.slides[1].shapes.title.text_frame.paragraphs[0].runs[0].font.size is None
    cut = one_line(deck.slides[2].shapes.title.text)
    assert cut.endswith("…")
    assert (LONG * 6).startswith(cut.rstrip("…") + " ")
    assert deck.slides[2].shapes.title.text_frame.paragraphs[0].runs[0].font.size.pt == 22


def test_numbers_on_cards_share_one_size(tmp_path: Path) -> None:
    spec = a_spec()
    spec["slides"][1]["cards"] = [
        {"label": "a", "number": "7", "from": "x"},
        {"label": "b", "number": "$1,234,567,890", "from": "x"},
    ]
    slide = opened(spec, tmp_path).slides[1]
    sizes = {shape(slide, f"Card {i} number").text_frame.paragraphs[0].runs[0].font.size.pt for i in (1, 2)}
    assert len(sizes) == 1
    assert width("$1,234,567,890", sizes.pop(), True) <= shape(slide, "Card 2 number").width / 914400


def test_a_long_table_goes_on_and_the_method_stands_on_the_last_slide(tmp_path: Path) -> None:
    spec = a_spec()
    rows = [[f"Row {i}", f"{i:,}", "-1"] for i in range(50)] + [["Total", "1,225", "-50"]]
    spec["slides"][5]["table"]["rows"] = rows
    slides = list(opened(spec, tmp_path).slides)[5:]
    assert [slide.shapes.title.text[-5:] for slide in slides] == [
        f"({n}/{len(slides)})" for n in range(1, len(slides) + 1)
    ]
    found = []
    for slide in slides:
        table = shape(slide, "Table")
        layout = next(p for p in slide.slide_layout.placeholders if p.name == "Table")
        assert table.height <= layout.height + 9144
        found += [[cell.text for cell in row.cells] for row in list(table.table.rows)[1:]]
    assert found == rows
    assert shape(slides[-1], "Table").table.last_row
    assert not shape(slides[0], "Table").table.last_row
    assert "Method" in [s.name for s in slides[-1].shapes]


def test_a_wide_table_takes_the_whole_width_and_then_more_slides(tmp_path: Path) -> None:
    spec = a_spec()
    shops = [f"Branch {number}" for number in range(1, 13)]
    for number, expected in (("12,345", ["Wide table", "Method"]), ("$1,234,567,890", ["Wide table"] * 2 + ["Method"])):
        spec["slides"][5]["table"] = {"header": ["Quarter", *shops], "rows": [["2025-Q1", *[number] * 12]] * 4}
        slides = list(opened(spec, tmp_path).slides)[5:]
        assert [slide.slide_layout.name for slide in slides] == expected
        heads = []
        for slide in slides[:-1]:
            head, first, *_ = [[cell.text for cell in row.cells] for row in shape(slide, "Table").table.rows]
            assert (head[0], first[0], set(first[1:])) == ("Quarter", "2025-Q1", {number})
            heads += head[1:]
        assert heads == shops


def test_long_words_in_a_table_never_push_it_over_the_edge(tmp_path: Path) -> None:
    spec = a_spec()
    heads = ["Very " * 40, "x" * 200, "가나다 라마 " * 30, "a\nb"]
    spec["slides"][5]["table"] = {"header": heads, "rows": [["word " * 100, "y" * 300, "1,234", None]] * 9}
    for slide in list(opened(spec, tmp_path).slides)[5:]:
        for found in slide.shapes:
            if found.has_table:
                assert found.top + found.height <= 6.7 * 914400


@pytest.mark.parametrize("kind", ["line", "column", "stacked"])
@pytest.mark.parametrize("periods", [1, 2, 40, 120])
def test_names_and_values_of_any_kind_make_a_deck(kind: str, periods: int, tmp_path: Path) -> None:
    names = ["x" * 200, "Very " * 40, "a&b<c>\"'", "中文\n名称", "😀"]
    spec = a_spec(series=5, periods=min(periods, 60))
    values = [1e18, -1e-9, 0, None, 42.5]
    series = [{"name": name, "values": [value] * periods} for name, value in zip(names, values, strict=True)]
    chart = {"kind": kind, "categories": [f"{i}\n&" for i in range(periods)], "series": series, "unit": "t <&>"}
    spec["slides"] = [{"layout": "chart", "title": "t", "chart": chart, "takeaways": [{"text": "x"}]}]
    found = charts(opened(spec, tmp_path))[0].plots[0].series
    assert [s.name for s in found][2:] == ["a&b<c>\"'", "中文 名称", "😀"]
    assert [s.values[0] for s in found] == values


def test_long_names_turn_columns_into_bars_from_the_top(tmp_path: Path) -> None:
    column = charts(opened(a_spec(series=12), tmp_path))[1]
    assert column._chartSpace.find(f".//{qn('c:barDir')}").get("val") == "bar"
    assert column.category_axis.reverse_order


@pytest.mark.parametrize(
    ("unit", "values", "text"),
    [
        ("%", [1.5, 2.25], '#,##0.00"%"'),
        ("$", [1, 2], '"$"#,##0'),
        (None, [2e9, 3e7], '#,##0,,"M"'),
        ("t", [12.5], "0.0"),
    ],
)
def test_numbers_are_written_with_their_unit_and_the_decimals_they_need(
    unit: str | None, values: list[float], text: str, tmp_path: Path
) -> None:
    spec = a_spec(series=1, periods=len(values))
    spec["slides"][2]["chart"]["unit"] = unit
    spec["slides"][2]["chart"]["series"][0]["values"] = values
    line = charts(opened(spec, tmp_path))[0]
    assert text in line.plots[0].series[0]._element.find(f".//{qn('c:dLbl')}/{qn('c:numFmt')}").get("formatCode")
    assert line.has_title == (unit == "t")
    if unit == "t":
        assert line.chart_title.text_frame.text == "Unit: t"


def test_the_parts_of_each_chart_stand_in_the_order_that_the_format_fixes(tmp_path: Path) -> None:
    """PowerPoint offers to repair a file in which they do not."""
    order = {
        "ser": "idx order tx spPr invertIfNegative marker dPt dLbls cat val smooth",
        "catAx": "axId scaling delete axPos title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx "
        "crosses auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl",
        "valAx": "axId scaling delete axPos majorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr "
        "txPr crossAx crosses crossBetween majorUnit",
        "legend": "legendPos legendEntry layout overlay spPr txPr",
        "chartSpace": "date1904 lang roundedCorners style chart spPr txPr externalData",
        "chart": "title autoTitleDeleted plotArea legend plotVisOnly dispBlanksAs showDLblsOverMax",
        "dLbl": "idx delete layout numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent "
        "showBubbleSize separator",
    }
    for series in (1, 3, 12):
        spec = a_spec(series=series, periods=60)
        spec["slides"][2]["chart"]["unit"] = "tons"
        for chart in charts(opened(spec, tmp_path)):
            for name, children in order.items():
                for element in chart._chartSpace.iter(qn(f"c:{name}")):
                    places = [children.split().index(child.tag.split("}")[1]) for child in element]
                    assert places == sorted(places), (name, [child.tag.split("}")[1] for child in element])


def test_the_spec_is_left_as_it_was(tmp_path: Path) -> None:
    spec = a_spec()
    before = copy.deepcopy(spec)
    build_deck(spec, tmp_path / "new folder" / "deck.pptx")
    assert spec == before


def test_importing_the_package_loads_neither_pptx_nor_the_server() -> None:
    unwanted = {"pptx", "PIL", "openai", "IPython", "helpers.server"}
    code = f"import sys, helpers.deck; print(sorted({unwanted} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_plots_side_by_side_stand_on_one_line(tmp_path: Path) -> None:
    deck = opened(a_spec(), tmp_path)
    slide = next(slide for slide in deck.slides if slide.slide_layout.name == "Comparison, 2")
    edges = []
    for one in (one for one in slide.shapes if one.has_chart):
        layout = one.chart._chartSpace.chart.plotArea.find(qn("c:layout"))[0]
        y, h = (float(layout.find(qn(f"c:{name}")).get("val")) for name in ("y", "h"))
        edges.append((round(y, 4), round(y + h, 4)))
    assert len(edges) == 2 and edges[0] == edges[1]
