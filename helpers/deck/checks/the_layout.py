"""Checks of places: within the slide, not on each other, with room for the text; pictures and placeholders."""

import re
from collections.abc import Iterator
from typing import Any

from pptx.oxml.ns import qn

from ..measure import LINE, width, wrap
from .charted import is_picture_of_chart
from .colours import opened
from .exam import Check, Exam, Trouble, quoted, trouble
from .pages import EMU, Box, Item, Page
from .styles import ParagraphStyle, Styles

_SLACK = 0.05
_FILE_NAME = re.compile(
    r"^[\w\-. ]+\.(png|jpe?g|gif|bmp|svg|webp)$|^(picture|image|그림|chart|차트|table|표)\s*\d*$", re.I
)


def _bounds(exam: Exam) -> Iterator[Trouble]:
    wide, high = exam.deck.width, exam.deck.height
    for page in exam.deck.pages:
        for item in page.items:
            box = item.box
            out = max(-box.left, -box.top, box.right - wide, box.bottom - high)
            if out > _SLACK and box.area > 0:
                yield trouble(
                    page.number,
                    (
                        f"“{item.name}”이(가) 슬라이드 밖으로 {out:.1f}인치 나갑니다.",
                        f"“{item.name}” sticks out of the slide by {out:.1f} in.",
                    ),
                    ("슬라이드 안으로 옮기거나 줄이세요.", "Move it inside, or make it smaller."),
                )


def text_height(paragraphs: list[ParagraphStyle], room: float, shrink: float = 1.0, wraps: bool = True) -> float:
    """Height in inches that the paragraphs take in a frame `room` inches wide."""
    total = 0.0
    for index, paragraph in enumerate(paragraphs):
        size = paragraph.size * shrink
        wide = max(0.1, room - paragraph.indent) if wraps else 1000.0
        lines = len(wrap(paragraph.text, round(size, 1), wide, paragraph.is_bold))
        high = paragraph.fixed / 72 if paragraph.fixed else size * LINE * (paragraph.spacing or 1.0) / 72
        total += lines * high + paragraph.after / 72
        total += paragraph.before / 72 if index else 0.0
    return total


def _text_fits(exam: Exam) -> Iterator[Trouble]:
    for page in exam.deck.pages:
        styles = exam.styles(page)
        for item in page.of("text"):
            if not item.text.strip() or not item.box.area:
                continue
            frame, paragraphs = styles.frame(item), styles.paragraphs(item)
            line = max(paragraph.size for paragraph in paragraphs) * LINE / 72
            needs = text_height(paragraphs, frame.box.width, frame.shrink, frame.wraps)
            room = exam.deck.height - frame.box.top if frame.grows else frame.box.height
            over = needs - room
            past = 0.0 if frame.wraps else _past_the_edge(item, paragraphs, exam.deck.width)
            if past > 0.1:
                yield trouble(
                    page.number,
                    (
                        f"{quoted(item.text, 24)}: 줄이 바뀌지 않아 슬라이드 밖으로 {past:.1f}인치 나갑니다.",
                        f"{quoted(item.text, 24)}: the lines do not wrap and run {past:.1f} in off the slide.",
                    ),
                    (
                        "글상자에서 줄 바꿈을 켜세요(word_wrap = True).",
                        "Turn on wrapping in the text box (word_wrap = True).",
                    ),
                )
            elif over > 0.35 * line and needs > 1.05 * line:
                yield trouble(
                    page.number,
                    (
                        f"{quoted(item.text, 24)}: 글이 틀보다 {over:.1f}인치 넘칩니다.",
                        f"{quoted(item.text, 24)}: the text is {over:.1f} in too high for its frame.",
                    ),
                    (
                        "글을 줄이거나 나누고, 그래도 넘치면 글자를 한 단계 줄이세요.",
                        "Shorten or split the text; if that is not enough, step the size down.",
                    ),
                )
        for item in page.of("table"):
            over = item.box.top + table_height(item, styles) - exam.deck.height
            if over > 0.05:
                yield trouble(
                    page.number,
                    (
                        f"표가 슬라이드 아래로 {over:.1f}인치 넘칩니다.",
                        f"The table runs {over:.1f} in over the foot of the slide.",
                    ),
                    ("행을 줄이거나 표를 두 장으로 나누세요.", "Show fewer rows, or split it over two slides."),
                )


def _past_the_edge(item: Item, paragraphs: list[ParagraphStyle], slide: float) -> float:
    """How far the longest line of a text that does not wrap runs off the slide, in inches."""
    widest = max(width(line, p.size, p.is_bold) for p in paragraphs for line in p.text.split("\n")) / 1.12
    centre = any(element.get("algn") == "ctr" for element in item.shape._element.iter(qn("a:pPr")))
    left = item.box.left + (item.box.width - widest) / 2 if centre else item.box.left
    return max(-left, left + widest - slide)


def table_height(item: Item, styles: Styles) -> float:
    """Height of a table after its rows have grown for their texts."""
    table = item.shape.table
    widths = [column.width / EMU for column in table.columns]
    total = 0.0
    for row in table.rows:
        tallest = row.height / EMU
        for cell, wide in zip(row.cells, widths, strict=False):
            if cell.is_spanned or cell.is_merge_origin or not cell.text.strip():
                continue
            room = wide - (cell.margin_left + cell.margin_right) / EMU
            high = text_height(styles.of_cell(cell), room) + (cell.margin_top + cell.margin_bottom) / EMU
            tallest = max(tallest, high)
        total += tallest
    return total


def _filled(item: Item, styles: Styles) -> Box:
    """The part of a shape's box in which something is seen."""
    if item.kind == "table":
        return Box(item.box.left, item.box.top, item.box.width, table_height(item, styles))
    if item.kind != "text":
        return item.box
    frame = styles.frame(item)
    high = text_height(styles.paragraphs(item), frame.box.width, frame.shrink, frame.wraps)
    # The measure is generous; what is really drawn is a little lower.
    high = min(high, max(frame.box.height, high * 0.85))
    top = frame.box.top
    if frame.anchor == "ctr":
        top += (frame.box.height - high) / 2
    elif frame.anchor == "b":
        top += frame.box.height - high
    return Box(frame.box.left, top, frame.box.width, high)


def _overlap(exam: Exam) -> Iterator[Trouble]:
    for page in exam.deck.pages:
        styles = exam.styles(page)
        seen = [
            item for item in page.items if item.box.area and (item.kind not in ("text", "other") or item.text.strip())
        ]
        boxes = [_filled(item, styles) for item in seen]
        for index, (below, one) in enumerate(zip(seen, boxes, strict=True)):
            for above, other in list(zip(seen, boxes, strict=True))[index + 1 :]:
                if below.kind == "picture" and above.kind == "text" and below.box.holds(other, 0.1):
                    continue
                shared = one.shared(other)
                if shared > 0.04 and shared > 0.05 * min(one.area, other.area):
                    yield trouble(
                        page.number,
                        (
                            f"“{below.name}”과(와) “{above.name}”이(가) 겹칩니다.",
                            f"“{below.name}” and “{above.name}” lie on each other.",
                        ),
                        ("둘 가운데 하나를 옮기거나 줄이세요.", "Move one of the two, or make it smaller."),
                    )
        yield from _hidden(page, styles)


def _hidden(page: Page, styles: Styles) -> Iterator[Trouble]:
    """Text under a filled shape."""
    for index, item in enumerate(page.items):
        if item.kind == "text" and item.text.strip():
            box = _filled(item, styles)
            for cover in page.items[index + 1 :]:
                plain = cover.kind in ("text", "other") and not cover.text.strip()
                if plain and cover.box.shared(box) > 0.3 * box.area and styles.paint.own_fill(cover.shape):
                    yield trouble(
                        page.number,
                        (
                            f"“{cover.name}”이(가) {quoted(item.text, 20)}을(를) 가립니다.",
                            f"“{cover.name}” hides {quoted(item.text, 20)}.",
                        ),
                        ("맨 뒤로 보내거나 지우세요.", "Send it to the back, or delete it."),
                    )


def _empty_placeholders(exam: Exam) -> Iterator[Trouble]:
    for page in exam.deck.pages:
        for item in page.items:
            fillable = item.shape.is_placeholder and item.kind == "text" and item.role not in ("number", "date")
            if fillable and not item.text.strip():
                yield trouble(
                    page.number,
                    (f"개체 틀 “{item.name}”이(가) 비어 있습니다.", f"The placeholder “{item.name}” is empty."),
                    ("채우거나 지우세요.", "Fill it, or delete it."),
                )


def _picture_aspect(exam: Exam) -> Iterator[Trouble]:
    for page in exam.deck.pages:
        for item in page.of("picture"):
            image = opened(item)
            if image is None or not item.box.area:
                continue
            shape: Any = item.shape
            wide = image.width * (1 - shape.crop_left - shape.crop_right)
            high = image.height * (1 - shape.crop_top - shape.crop_bottom)
            if wide <= 0 or high <= 0:
                continue
            ratio = (item.box.width / item.box.height) / (wide / high)
            if abs(ratio - 1) > 0.03:
                way = ("가로", "wide") if ratio > 1 else ("세로", "high")
                factor = max(ratio, 1 / ratio)
                yield trouble(
                    page.number,
                    (
                        f"그림 “{item.name}”이(가) {way[0]}로 {factor:.1f}배 늘어났습니다.",
                        f"The picture “{item.name}” is stretched {factor:.1f} times as {way[1]}.",
                    ),
                    ("비율을 지키고 넘치는 부분은 잘라 내세요.", "Keep its proportions, and crop what does not fit."),
                )


def _alt_text(exam: Exam) -> Iterator[Trouble]:
    for page in exam.deck.pages:
        for item in page.items:
            if item.kind not in ("picture", "chart", "table") or "decorative" in _extensions(item):
                continue
            if len(item.description) < 4 or _FILE_NAME.match(item.description):
                yield trouble(
                    page.number,
                    (f"“{item.name}”에 대체 텍스트가 없습니다.", f"“{item.name}” has no alternative text."),
                    (
                        "무엇이 보이는지 한 문장으로 쓰세요(대체 텍스트).",
                        "Say in one sentence what it shows (Alt Text).",
                    ),
                )


def _extensions(item: Item) -> str:
    found = item.shape._element.xpath(".//p:cNvPr//*[@val='1']")
    return " ".join(element.tag for element in found)


def _native_chart(exam: Exam) -> Iterator[Trouble]:
    pictures = False
    for page in exam.deck.pages:
        for item in page.of("picture"):
            if is_picture_of_chart(item, on_cover=page not in exam.deck.content):
                pictures = True
                yield trouble(
                    page.number,
                    (
                        f"“{item.name}”은(는) 차트를 찍은 그림이라 고치거나 확인할 수 없습니다.",
                        f"“{item.name}” is a picture of a chart, which nobody can edit or check.",
                    ),
                    (
                        "PowerPoint 차트로 다시 그리세요(add_chart, 데이터는 안에 들어갑니다).",
                        "Draw it as a PowerPoint chart (add_chart; the data go inside).",
                    ),
                )
    if not pictures and not any(page.of("chart") for page in exam.deck.pages):
        yield trouble(
            None,
            ("차트가 한 개도 없습니다.", "There is not one chart."),
            ("데이터를 보여 줄 PowerPoint 차트를 하나 넣으세요.", "Add a PowerPoint chart that shows the data."),
        )


CHECKS = (
    Check("bounds", "모든 것이 슬라이드 안에 있습니다", "Everything is within the slide", _bounds),
    Check("text_fits", "글이 틀 안에 들어갑니다", "Text fits its frame", _text_fits),
    Check("overlap", "서로 겹치지 않습니다", "Nothing lies on anything else", _overlap),
    Check("empty_placeholders", "빈 개체 틀이 없습니다", "No placeholder is empty", _empty_placeholders),
    Check("picture_aspect", "그림이 늘어나지 않았습니다", "No picture is stretched", _picture_aspect),
    Check(
        "alt_text",
        "그림, 차트, 표에 대체 텍스트가 있습니다",
        "Pictures, charts and tables have alternative text",
        _alt_text,
    ),
    Check(
        "native_chart", "차트는 그림이 아니라 진짜 차트입니다", "Charts are charts, not pictures of them", _native_chart
    ),
)
