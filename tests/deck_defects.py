"""One good deck of the bundled Korean table, and the ways to break it, each with the check that must see it.

A defect changes an open presentation, or (where python-pptx will not do such a thing) the bytes of the file.
"""

import copy
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pandas as pd
from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches, Pt

from helpers.deck import build_deck

DATA = Path(__file__).resolve().parents[1] / "assets" / "data" / "sales_ko.csv"
UP, DOWN, BIG = "머신러닝 첫걸음", "데이터 분석 열 가지", "GPT 도해"


def table() -> pd.DataFrame:
    """The bundled table, a row for each quarter."""
    return pd.read_csv(DATA, encoding="utf-8-sig").set_index("분기")


def good_deck(folder: Path) -> Path:
    """The deck, written into `folder`; every number in it is computed here."""
    frame = table()
    yearly = frame.groupby(frame.index.str[:4]).sum()
    first, last = yearly.iloc[0], yearly.iloc[-1]
    total = yearly.sum(axis=1)
    low = frame[DOWN].idxmin()
    values = {
        "total": (total.iloc[-1], "{:,.0f}"),
        "before": (total.iloc[-2], "{:,.0f}"),
        "growth": ((total.iloc[-1] / total.iloc[-2] - 1) * 100, "{:.1f}%"),
        "up": ((last[UP] / first[UP] - 1) * 100, "{:.1f}%"),
        "up_first": (first[UP], "{:,.0f}"),
        "up_last": (last[UP], "{:,.0f}"),
        "up_gain": (last[UP] - first[UP], "{:,.0f}"),
        "down": ((1 - last[DOWN] / first[DOWN]) * 100, "{:.1f}%"),
        "down_first": (first[DOWN], "{:,.0f}"),
        "down_last": (last[DOWN], "{:,.0f}"),
        "low": (frame[DOWN].min(), "{:,.0f}"),
        "share": (last[BIG] / last.sum() * 100, "{:.1f}%"),
        "times": (last[BIG] / last[DOWN], "{:.1f}배"),
    }
    facts = {
        name: {
            "value": float(value),
            "text": form.format(value),
            "formula": f"합계에서 계산한 {name}",
            "rows": "2022-Q1..2025-Q4",
        }
        for name, (value, form) in values.items()
    }
    quarter = f"{low[:4]}년 {low[-1]}분기"
    picture = folder / "cover.png"
    noise = np.random.default_rng(7).integers(0, 255, (96, 72, 3), dtype=np.uint8)
    Image.fromarray(noise).resize((720, 960), Image.Resampling.BICUBIC).save(picture)
    rows = [{"name": name, "values": [float(v) for v in frame[name]]} for name in frame]
    spec = {
        "language": "ko",
        "title": "네 해의 매출",
        "author": "오프라인 튜터 (AI 초안)",
        "date": "2026-01-15",
        "source": "출처: sales_ko.csv (단위는 파일에 없음)",
        "facts": facts,
        "slides": [
            {
                "layout": "cover",
                "title": f"{UP} {{up}} 증가, {DOWN} {{down}} 감소",
                "subtitle": "분기별 매출 리뷰, 2022–2025",
                "footer": "매출 보고",
                "picture": str(picture),
                "alt": "해 뜨는 언덕 그림",
            },
            {
                "layout": "key_numbers",
                "title": "2025년 매출은 {total}, 전년보다 {growth} 늘었습니다",
                "cards": [
                    {"label": "2025년 전체 매출", "number": "{total}", "from": "2024년 {before}에서 +{growth}"},
                    {
                        "label": f"{UP}, 2022년 대비",
                        "number": "+{up}",
                        "from": "{up_first}에서 {up_last}까지",
                        "series": UP,
                    },
                    {"label": f"{BIG} 비중", "number": "{share}", "from": "2025년 전체 매출 가운데", "series": BIG},
                ],
                "so_what": f"{BIG}의 2025년 매출은 {DOWN}의 {{times}}입니다.",
            },
            {
                "layout": "chart",
                "title": f"{DOWN} 매출, {quarter} {{low}}에서 바닥",
                "chart": {"kind": "line", "categories": list(frame.index), "series": rows},
                "takeaways": [
                    {
                        "series": UP,
                        "heading": UP,
                        "text": f"{UP}의 매출은 2022년 {{up_first}}에서 2025년 {{up_last}}까지 {{up}} 늘었습니다.",
                    },
                    {
                        "series": DOWN,
                        "heading": DOWN,
                        "text": f"{DOWN}의 매출은 {quarter} {{low}}까지 줄었다가 다시 늘고 있습니다.",
                    },
                ],
            },
            {
                "layout": "comparison",
                "title": f"{UP}이 2022년보다 {{up_gain}} 늘어 변화가 가장 큽니다",
                "charts": [
                    {
                        "title": "제품별 증감, 2022년 대비 2025년",
                        "kind": "column",
                        "categories": list(frame.columns),
                        "series": [{"name": "증감", "values": [float(v) for v in last - first]}],
                        "signed": True,
                    },
                    {
                        "title": "연간 매출 구성",
                        "kind": "stacked",
                        "categories": list(yearly.index),
                        "series": [{"name": name, "values": [float(v) for v in yearly[name]]} for name in yearly],
                    },
                ],
            },
            {
                "layout": "recommendation",
                "title": f"제안: {UP}에 먼저 투자",
                "cards": [
                    {"heading": f"{UP}에 먼저 투자", "text": f"{UP}의 매출은 2022년 이후 {{up}} 늘었습니다."},
                    {
                        "heading": f"{DOWN} 재검토",
                        "text": f"{DOWN}의 매출은 2022년 {{down_first}}에서 2025년 {{down_last}}까지 {{down}} 감소.",
                    },
                ],
                "ask": "1번부터 시작할지 정해 주세요.",
                "footer": "AI가 데이터를 보고 쓴 초안이며 결정이 아닙니다.",
            },
            {
                "layout": "appendix",
                "title": "부록: 숫자는 sales_ko.csv를 더하고 나눠 얻었습니다",
                "table": {
                    "header": ["제품", *yearly.index],
                    "rows": [
                        *([name, *(f"{v:,.0f}" for v in yearly[name])] for name in yearly),
                        ["합계", *(f"{v:,.0f}" for v in total)],
                    ],
                },
                "notes": [
                    {"heading": "방법", "text": "16행을 읽어 기간과 제품별로 더했습니다."},
                    {"heading": "한계", "text": "파일에 단위와 비용이 없어 이익은 말할 수 없습니다."},
                ],
            },
        ],
    }
    return build_deck(spec, folder / "good.pptx")


@dataclass(frozen=True)
class Defect:
    """One way to break the deck. `check` must turn red; `also` may."""

    check: str
    breaks: Callable[..., Any]
    also: tuple[str, ...] = ()
    on_bytes: bool = False

    @property
    def name(self) -> str:
        return self.breaks.__name__

    def applied(self, raw: bytes) -> bytes:
        """The broken file."""
        if self.on_bytes:
            return bytes(self.breaks(raw))
        presentation = Presentation(io.BytesIO(raw))
        self.breaks(presentation)
        stream = io.BytesIO()
        presentation.save(stream)
        return stream.getvalue()


DEFECTS: list[Defect] = []


def defect(check: str, *also: str, on_bytes: bool = False) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Register a function as a defect that `check` must see."""

    def register(function: Callable[..., Any]) -> Callable[..., Any]:
        DEFECTS.append(Defect(check, function, also, on_bytes))
        return function

    return register


# Finding things


def shape(deck: Any, slide: int, name: str) -> Any:
    return next(found for found in deck.slides[slide - 1].shapes if found.name == name)


def charts(deck: Any) -> list[Any]:
    return [found.chart for slide in deck.slides for found in slide.shapes if found.has_chart]


def say_instead(deck: Any, slide: int, pattern: str, instead: str) -> None:
    """Replace the first match in a run of the slide's shapes."""
    for found in deck.slides[slide - 1].shapes:
        if not found.has_text_frame:
            continue
        for paragraph in found.text_frame.paragraphs:
            for run in paragraph.runs:
                if re.search(pattern, run.text):
                    run.text = re.sub(pattern, instead, run.text, count=1)
                    return
    raise AssertionError(f"slide {slide} has no {pattern!r} to break")


def runs(deck: Any, slide: int, name: str) -> list[Any]:
    return [run for paragraph in shape(deck, slide, name).text_frame.paragraphs for run in paragraph.runs]


def remove(found: Any) -> None:
    found._element.getparent().remove(found._element)


def box(deck: Any, slide: int, text: str, left: float, top: float, wide: float = 4, high: float = 0.6) -> Any:
    """A text box in the deck's own type, at a place in inches."""
    made = deck.slides[slide - 1].shapes.add_textbox(Inches(left), Inches(top), Inches(wide), Inches(high))
    made.text_frame.word_wrap = True
    made.text_frame.text = text
    for run in made.text_frame.paragraphs[0].runs:
        run.font.size = Pt(14)
        run._r.get_or_add_rPr().set("lang", "ko-KR")
    return made


def in_zip(raw: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """The file with each part passed through `change`; None drops it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return stream.getvalue()


# The file


@defect("opens", on_bytes=True)
def file_cut_in_half(raw: bytes) -> bytes:
    return raw[: len(raw) // 2]


@defect("opens", on_bytes=True)
def slide_with_broken_xml(raw: bytes) -> bytes:
    return in_zip(raw, lambda name, content: content[:-40] if name == "ppt/slides/slide2.xml" else content)


@defect("opens", on_bytes=True)
def not_a_deck_at_all(raw: bytes) -> bytes:
    return b"Dear reader, the deck is on its way." + raw[:0]


@defect("has_slides", "native_chart", "honesty", "slide_numbers", "source_line")
def only_the_cover(deck: Any) -> None:
    listed = deck.slides._sldIdLst
    for entry in list(listed)[1:]:
        deck.part.drop_rel(entry.rId)
        listed.remove(entry)


@defect("slide_size", "bounds")
def old_screen(deck: Any) -> None:
    deck.slide_width = Inches(10)


@defect("file_size")
def huge_picture(deck: Any) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (1000, 750, 3), dtype=np.uint8)
    stream = io.BytesIO()
    Image.fromarray(noise).save(stream, "PNG")
    stream.seek(0)
    _, relation = deck.slides[0].part.get_or_add_image_part(stream)
    shape(deck, 1, "Picture")._element.blipFill.find(qn("a:blip")).set(qn("r:embed"), relation)


@defect("core_properties")
def default_title(deck: Any) -> None:
    deck.core_properties.title = "PowerPoint Presentation"


@defect("core_properties")
def default_author(deck: Any) -> None:
    deck.core_properties.author = "Steve Canny"


@defect("slide_numbers")
def no_slide_number(deck: Any) -> None:
    remove(shape(deck, 3, "Slide Number"))


@defect("slide_numbers")
def number_typed_by_hand(deck: Any) -> None:
    number = shape(deck, 4, "Slide Number").text_frame
    number.text = "9"
    number.paragraphs[0].runs[0]._r.get_or_add_rPr().set("lang", "ko-KR")


@defect("duplicate_slides")
def slide_twice(deck: Any) -> None:
    source = deck.slides[4]
    twin = deck.slides.add_slide(source.slide_layout)
    for found in list(twin.shapes):
        remove(found)
    for found in source.shapes:
        twin.shapes._spTree.append(copy.deepcopy(found._element))
    twin.notes_slide.notes_text_frame.text = source.notes_slide.notes_text_frame.text


# The words


@defect("leftovers", "languages", "titles_say", "names")
def lorem_ipsum(deck: Any) -> None:
    runs(deck, 5, "Ask")[-1].text = "Lorem ipsum dolor sit amet."


@defect("leftovers", "titles_say")
def prompt_as_title(deck: Any) -> None:
    runs(deck, 3, "Title")[0].text = "제목을 입력하십시오"


@defect("leftovers")
def brace_not_filled(deck: Any) -> None:
    say_instead(deck, 3, r"[\d,.]+%", "{growth_2025}")


@defect("leftovers", "numbers")
def nan_on_a_card(deck: Any) -> None:
    runs(deck, 2, "Card 2 number")[0].text = "nan"


@defect("titles_present", "text_fits")
def title_in_a_text_box(deck: Any) -> None:
    text = shape(deck, 4, "Title").text_frame.text
    remove(shape(deck, 4, "Title"))
    box(deck, 4, text, 0.65, 0.9, 12)


@defect("titles_say")
def title_is_a_label(deck: Any) -> None:
    runs(deck, 3, "Title")[0].text = "매출 분석"


@defect("titles_say")
def title_without_number(deck: Any) -> None:
    runs(deck, 4, "Title")[0].text = f"{UP}이 가장 많이 늘었습니다"


@defect("title_length", "text_fits", "numbers", "overlap")
def endless_title(deck: Any) -> None:
    run = runs(deck, 3, "Title")[0]
    run.text += (
        " 그리고 앞으로 어떻게 될지는 아무도 모르지만 그래도 함께 생각해 볼 만한 이야기가 아주 많이 남아 있다고 봅니다"
    )


@defect("source_line")
def no_source(deck: Any) -> None:
    remove(shape(deck, 4, "Source"))


@defect("source_line")
def source_of_another_file(deck: Any) -> None:
    runs(deck, 3, "Source")[0].text = "출처: other_sales.csv"


@defect("notes")
def no_notes(deck: Any) -> None:
    deck.slides[2].notes_slide.notes_text_frame.text = ""


@defect("notes")
def notes_without_origin(deck: Any) -> None:
    deck.slides[1].notes_slide.notes_text_frame.text = "천천히 웃으며 말하고 질문을 받습니다."


@defect("density", "text_fits", "overlap")
def wall_of_words(deck: Any) -> None:
    runs(deck, 5, "Action 1")[-1].text += " 모두 함께 천천히 읽어 보면 좋겠습니다." * 22


@defect("honesty")
def draft_not_said(deck: Any) -> None:
    remove(shape(deck, 5, "Draft note"))


@defect("glyphs", "languages", "numbers")
def mojibake(deck: Any) -> None:
    runs(deck, 5, "Ask")[-1].text = "매출을 정해 주세요".encode().decode("latin-1")


@defect("glyphs")
def replacement_character(deck: Any) -> None:
    runs(deck, 2, "Card 3 label")[0].text += " \ufffd"


# Places and pictures


@defect("bounds")
def off_the_slide(deck: Any) -> None:
    shape(deck, 3, "Takeaways").left = Inches(11)
    found = shape(deck, 3, "Takeaways")
    found.top, found.width, found.height = Inches(1.95), Inches(3.58), Inches(4.67)


@defect("text_fits")
def text_too_long_for_its_card(deck: Any) -> None:
    runs(deck, 2, "Card 1 label")[
        0
    ].text = (
        "2025년 전체 매출, 곧 세 제품의 분기별 매출을 빠짐없이 모두 더한 값을 이 카드에서 아주 자세히 풀어서 말합니다"
    )


@defect("text_fits", "overlap")
def type_too_big_for_its_frame(deck: Any) -> None:
    for run in runs(deck, 3, "Takeaways"):
        run.font.size = Pt(28)


@defect("overlap")
def box_on_the_chart(deck: Any) -> None:
    box(deck, 3, "이 부분을 보세요", 3, 3.5)


@defect("overlap")
def shape_hides_the_text(deck: Any) -> None:
    cover = deck.slides[4].shapes.add_shape(1, Inches(1.6), Inches(2.0), Inches(7), Inches(1.6))
    cover.fill.solid()
    cover.fill.fore_color.rgb = RGBColor(0xF5, 0xF3, 0xEE)


@defect("empty_placeholders")
def empty_placeholder(deck: Any) -> None:
    shape(deck, 5, "Draft note").text_frame.clear()
    note = box(deck, 5, "AI가 쓴 초안입니다.", 9.4, 5.6, 2.9)
    note.text_frame.paragraphs[0].runs[0].font.color.rgb = RGBColor(255, 255, 255)


@defect("picture_aspect")
def stretched_picture(deck: Any) -> None:
    found = shape(deck, 1, "Picture")
    found.left, found.top, found.width, found.height = Inches(7.733), Inches(2), Inches(5.6), Inches(4)


@defect("alt_text")
def chart_without_description(deck: Any) -> None:
    shape(deck, 3, "Chart")._element.xpath(".//p:cNvPr")[0].attrib.pop("descr")


@defect("alt_text")
def file_name_as_description(deck: Any) -> None:
    shape(deck, 1, "Picture")._element.xpath(".//p:cNvPr")[0].set("descr", "cover.png")


@defect("native_chart")
def picture_of_a_chart(deck: Any) -> None:
    found = shape(deck, 3, "Chart")
    place = found.left, found.top, found.width, found.height
    pixels = np.full((467, 820, 3), 255, dtype=np.uint8)
    for x in range(60, 780):
        pixels[int(400 - x * 0.4) - 2 : int(400 - x * 0.4) + 2, x] = (200, (x // 4) % 200, 40)
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "PNG")
    remove(found)
    picture = deck.slides[2].shapes.add_picture(stream, *place)
    picture._element.xpath(".//p:cNvPr")[0].set("descr", "제품별 매출의 흐름")


# The look


@defect("contrast")
def pale_type(deck: Any) -> None:
    runs(deck, 5, "Action 1")[-1].font.color.rgb = RGBColor(0xC8, 0xC8, 0xC8)


@defect("contrast")
def white_on_white(deck: Any) -> None:
    runs(deck, 3, "Title")[0].font.color.rgb = RGBColor(255, 255, 255)


@defect("contrast")
def black_slide(deck: Any) -> None:
    fill = deck.slides[3].background.fill
    fill.solid()
    fill.fore_color.rgb = RGBColor(0, 0, 0)


@defect("font_sizes")
def tiny_type(deck: Any) -> None:
    for run in runs(deck, 6, "Method"):
        run.font.size = Pt(8)


@defect("font_sizes")
def one_title_much_larger(deck: Any) -> None:
    for run in runs(deck, 5, "Title"):
        run.font.size = Pt(40)


@defect("fonts")
def korean_in_a_latin_face(deck: Any) -> None:
    run = runs(deck, 2, "Title")[0]
    run._r.get_or_add_rPr().append(parse_xml(f'<a:ea {nsdecls("a")} typeface="Arial"/>'))


@defect("fonts", on_bytes=True)
def theme_without_korean_face(raw: bytes) -> bytes:
    def change(name: str, content: bytes) -> bytes:
        if not name.startswith("ppt/theme/"):
            return content
        return re.sub(rb'<a:ea typeface="[^"]*"', b'<a:ea typeface=""', content)

    return in_zip(raw, change)


@defect("fonts")
def too_many_faces(deck: Any) -> None:
    for name, face in (("Card 1 number", "Impact"), ("Card 2 number", "Georgia"), ("Card 3 number", "Verdana")):
        runs(deck, 2, name)[0].font.name = face


@defect("ignored_styles", "line_spacing")
def font_of_the_paragraph(deck: Any) -> None:
    shape(deck, 5, "Ask").text_frame.paragraphs[0].font.size = Pt(30)


@defect("languages")
def korean_marked_english(deck: Any) -> None:
    for run in runs(deck, 3, "Takeaways"):
        run._r.get_or_add_rPr().set("lang", "en-US")


@defect("languages")
def no_language_at_all(deck: Any) -> None:
    for run in runs(deck, 2, "Title"):
        run._r.get_or_add_rPr().attrib.pop("lang")


@defect("line_spacing")
def lines_too_tight(deck: Any) -> None:
    for paragraph in shape(deck, 3, "Takeaways").text_frame.paragraphs:
        paragraph.line_spacing = 0.8


@defect("line_spacing")
def lines_of_fixed_height(deck: Any) -> None:
    for paragraph in shape(deck, 3, "Takeaways").text_frame.paragraphs:
        paragraph.line_spacing = Pt(12)


@defect("product_colours")
def another_colour_for_a_product(deck: Any) -> None:
    series = charts(deck)[2].plots[0].series[0]
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = RGBColor(0x8E, 0x2C, 0x66)


# Charts and tables


def new_values(
    chart: Any, changed: Callable[[str, list[float]], list[float]], names: dict[str, str] | None = None
) -> None:
    """Replace the chart's data by changed ones, in the workbook too."""
    data = CategoryChartData()
    plot = chart.plots[0]
    data.categories = [
        " ".join(labels) if len(labels) > 1 else labels[0] for labels in plot.categories.flattened_labels
    ]
    for series in plot.series:
        data.add_series((names or {}).get(series.name, series.name), changed(series.name, list(series.values)))
    chart.replace_data(data)


@defect("chart_values")
def one_value_wrong(deck: Any) -> None:
    new_values(
        charts(deck)[0], lambda name, values: [*values[:6], values[6] + 40, *values[7:]] if name == BIG else values
    )


@defect("chart_values", "product_colours")
def two_series_swapped(deck: Any) -> None:
    new_values(charts(deck)[0], lambda name, values: values, {UP: DOWN, DOWN: UP})


@defect("chart_values")
def change_with_the_wrong_sign(deck: Any) -> None:
    new_values(charts(deck)[1], lambda name, values: [*values[:-1], -values[-1]])


@defect("chart_values")
def invented_values(deck: Any) -> None:
    new_values(
        charts(deck)[0], lambda name, values: [100.0 + 7 * i for i in range(len(values))] if name == UP else values
    )


@defect("chart_names", "chart_values")
def invented_series(deck: Any) -> None:
    new_values(charts(deck)[2], lambda name, values: values, {BIG: "블록체인 입문"})


@defect("chart_periods", "chart_values")
def chart_stops_early(deck: Any) -> None:
    chart = charts(deck)[0]
    data = CategoryChartData()
    data.categories = [" ".join(labels) for labels in list(chart.plots[0].categories.flattened_labels)[:12]]
    for series in chart.plots[0].series:
        data.add_series(series.name, list(series.values)[:12])
    chart.replace_data(data)


@defect("chart_workbook")
def workbook_says_otherwise(deck: Any) -> None:
    part = charts(deck)[2].part.chart_workbook.xlsx_part
    book = openpyxl.load_workbook(io.BytesIO(part.blob))
    book.active["B3"] = 12345
    stream = io.BytesIO()
    book.save(stream)
    part._blob = stream.getvalue()


@defect("chart_workbook", on_bytes=True)
def workbook_broken(raw: bytes) -> bytes:
    return in_zip(raw, lambda name, content: b"not a workbook" if name.startswith("ppt/embeddings/") else content)


@defect("table_values")
def wrong_cell(deck: Any) -> None:
    cell = shape(deck, 6, "Table").table.cell(1, 2)
    run = cell.text_frame.paragraphs[0].runs[0]
    run.text = f"{int(run.text.replace(',', '')) + 300:,}"


@defect("table_values")
def two_cells_swapped(deck: Any) -> None:
    grid = shape(deck, 6, "Table").table
    one, other = (grid.cell(row, 3).text_frame.paragraphs[0].runs[0] for row in (1, 2))
    one.text, other.text = other.text, one.text


# What is said


@defect("numbers")
def number_made_up(deck: Any) -> None:
    runs(deck, 2, "Card 3 number")[0].text = "63.7%"


@defect("numbers")
def digits_turned_around(deck: Any) -> None:
    say_instead(deck, 3, r"1,877", "1,787")


@defect("numbers")
def number_of_another_product(deck: Any) -> None:
    say_instead(deck, 5, r"4,001", "4,023")


@defect("numbers", "directions")
def percent_in_the_title(deck: Any) -> None:
    say_instead(deck, 2, r"22\.9%", "32.9%")


@defect("numbers")
def number_of_another_year(deck: Any) -> None:
    say_instead(deck, 3, r"2022년 1,877", "2023년 1,877")


@defect("note_numbers")
def number_in_the_notes(deck: Any) -> None:
    deck.slides[2].notes_slide.notes_text_frame.text = f"출처는 데이터입니다. {UP}의 2025년 매출은 9,999입니다."


@defect("directions")
def fell_instead_of_rose(deck: Any) -> None:
    say_instead(deck, 3, "늘었습니다", "줄었습니다")


@defect("directions")
def grew_instead_of_shrank(deck: Any) -> None:
    say_instead(deck, 1, "감소", "증가")


@defect("directions")
def largest_that_is_not(deck: Any) -> None:
    frame = table()
    yearly = frame.groupby(frame.index.str[:4]).sum()
    gain = yearly[BIG].iloc[-1] - yearly[BIG].iloc[0]
    runs(deck, 4, "Title")[0].text = f"{BIG}가 2022년보다 {gain:,.0f} 늘어 변화가 가장 큽니다"


@defect("directions", "numbers", "titles_say")
def overtaking_that_never_was(deck: Any) -> None:
    runs(deck, 4, "Title")[0].text = f"{UP}, 2025년 1분기 {BIG} 추월"


@defect("periods", "numbers")
def year_without_data(deck: Any) -> None:
    say_instead(deck, 3, r"2022년 1,877", "2019년 1,877")


@defect("names", "numbers")
def product_that_is_not_sold(deck: Any) -> None:
    for pattern in (UP,):
        runs_here = [run for run in runs(deck, 5, "Action 1") if pattern in run.text]
        runs_here[-1].text = runs_here[-1].text.replace(pattern, "블록체인 입문")


@defect("native_chart", "source_line", "titles_say")
def no_chart_anywhere(deck: Any) -> None:
    for slide in deck.slides:
        for found in list(slide.shapes):
            if found.has_chart:
                remove(found)


@defect("text_fits", "overlap", "bounds")
def table_runs_off_the_slide(deck: Any) -> None:
    grid = shape(deck, 6, "Table").table
    for row in grid.rows:
        row.height = Inches(1.6)


@defect(
    "chart_values",
    "native_chart",
    "overlap",
    "product_colours",
    "chart_periods",
    "chart_names",
    "alt_text",
    "contrast",
    "fonts",
)
def second_chart_of_other_numbers(deck: Any) -> None:
    data = CategoryChartData()
    data.categories = ["2022", "2023", "2024", "2025"]
    data.add_series(UP, [10, 20, 30, 45])
    deck.slides[4].shapes.add_chart(XL_CHART_TYPE.LINE, Inches(1), Inches(5.5), Inches(3), Inches(1.2), data)
