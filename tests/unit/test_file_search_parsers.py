"""Every format is read into text that stands under its headings, and what cannot be read says why."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pptx
import pypdf
import pytest
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from helpers.server.tools.file_search import Unreadable
from helpers.server.tools.file_search.parsers import archives, limits, parse
from helpers.server.tools.file_search.shapes import Block

Read = Callable[..., list[Block]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads bytes, or text as UTF-8, under a file name."""

    def read(name: str, content: bytes | str) -> list[Block]:
        path = tmp_path / "upload"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return parse(path, name)

    return read


def refusal(read: Read, name: str, content: bytes | str) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read(name, content)
    return caught.value


def saved(document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def pdf(*pages: str) -> bytes:
    buffer = io.BytesIO()
    with PdfPages(buffer) as book:
        for text in pages:
            figure = Figure()
            if text:
                figure.text(0.1, 0.5, text)
            book.savefig(figure)
    return buffer.getvalue()


def pairs(blocks: list[Block]) -> list[tuple[tuple[str, ...], str]]:
    return [(block.context, block.text) for block in blocks]


def test_plain_text_is_read_by_paragraphs_with_their_lines(read: Read) -> None:
    blocks = read("notes.txt", "첫 단락\n이어서\n\n\nSecond paragraph.\n")
    assert [(block.text, block.place) for block in blocks] == [
        ("첫 단락\n이어서", "line 1"),
        ("Second paragraph.", "line 5"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp949"])
def test_encodings_are_recognised(read: Read, encoding: str) -> None:
    text = "Price list of the shop: " * 3 + "가격표는 매달 첫날에 바뀝니다. 장미는 한 송이에 3,000원입니다."
    content = text.encode(encoding)
    assert read("a.txt", content)[0].text == text


def test_western_text_is_not_taken_for_korean(read: Read) -> None:
    text = "L'été dernier, à la mère de Zoë: « déjà vu ». Größe und Straße, señor."
    assert read("a.txt", text.encode("cp1252"))[0].text == text


def test_html_is_decoded_as_it_says(read: Read) -> None:
    page = '<html><head><meta charset="shift_jis"></head><body><p>営業時間は十時からです。</p></body></html>'
    assert read("a.html", page.encode("shift_jis"))[0].text == "営業時間は十時からです。"


def test_source_code_in_any_language_is_text(read: Read) -> None:
    for name in ("a.py", "b.rs", "Makefile", "c.kt", "d.unknown"):
        assert read(name, "fn main() {\n    run();\n}\n")[0].text.startswith("fn main")


def test_markdown_keeps_headings_with_their_sections_and_header_rows_with_rows(read: Read) -> None:
    text = "# Shop\nWelcome.\n## Refunds ##\nSeven days.\n\n"
    text += "| item | price |\n|---|--:|\n| rose | 3 |\n\nHours\n-----\nTen.\n"
    assert pairs(read("a.md", text)) == [
        (("# Shop",), "Welcome."),
        (("# Shop", "## Refunds"), "Seven days."),
        (("# Shop", "## Refunds", "| item | price |"), "| rose | 3 |"),
        (("# Shop", "## Hours"), "Ten."),
    ]


def test_a_hash_in_a_code_fence_is_no_heading(read: Read) -> None:
    assert pairs(read("a.md", "# A\n```sh\n# comment\n\nls\n```\nend\n")) == [
        (("# A",), "```sh\n# comment\n\nls\n```"),
        (("# A",), "end"),
    ]


def test_headings_without_text_are_not_lost(read: Read) -> None:
    assert [block.text for block in read("a.md", "# Only\n## Titles\n# Here\n")] == ["# Only\n## Titles", "# Here"]


def test_html_is_read_as_it_is_seen(read: Read) -> None:
    page = """<!doctype html><html><head><title>꽃집</title><style>p{}</style></head><body>
    <script>alert("no")</script><h2>Delivery</h2><p>Order <b>before</b> two.<br>Pay later.</p>
    <ul><li>rose</li><li>tulip</li></ul><pre>a
      b</pre>
    <table><tr><th>item</th><th>price</th></tr><tr><td>rose</td><td><p>3</p></td></tr></table><p>Bye &amp; thanks"""
    assert pairs(read("page", page)) == [
        (("# 꽃집", "## Delivery"), "Order before two.\nPay later."),
        (("# 꽃집", "## Delivery"), "rose"),
        (("# 꽃집", "## Delivery"), "tulip"),
        (("# 꽃집", "## Delivery"), "a\n      b"),
        (("# 꽃집", "## Delivery", "item | price"), "rose | 3"),
        (("# 꽃집", "## Delivery"), "Bye & thanks"),
    ]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_rows_of_a_table_know_their_header(read: Read, mark: str) -> None:
    table = f'상품{mark}가격\n"장미, 빨강{mark}진한"{mark}3000\n\n튤립{mark}2500\n'
    blocks = read("a.csv", table)
    assert [block.context for block in blocks] == [("상품 | 가격",)] * 2
    assert blocks[1].text == "튤립 | 2500"
    assert blocks[0].text == " ".join(f"장미, 빨강{mark}진한 | 3000".split())


def test_a_header_alone_is_text(read: Read) -> None:
    assert pairs(read("a.csv", "a,b\n")) == [((), "a | b")]


def test_json_gives_a_block_for_each_record(read: Read) -> None:
    data = {"shop": "꽃집", "items": [{"name": "rose", "tags": ["red", "big"], "size": {"cm": 40}}]}
    assert pairs(read("a.json", json.dumps(data))) == [
        ((), "shop: 꽃집"),
        (("# items",), "name: rose\ntags: red, big\nsize.cm: 40"),
    ]
    assert [block.place for block in read("a.jsonl", '{"a": 1}\n{"a": null}\n')] == ["record 1", "record 2"]
    assert read("a.json", "{not json, but words}")[0].text == "{not json, but words}"
    assert read("a.json", "[" * 100_000 + "]" * 100_000)


def test_a_notebook_gives_cells_and_what_they_printed(read: Read) -> None:
    cells = [
        {"cell_type": "markdown", "source": ["# Sales\n", "\n", "We count."]},
        {
            "cell_type": "code",
            "source": "print(42)",
            "outputs": [
                {"output_type": "stream", "text": ["42\n"]},
                {"output_type": "display_data", "data": {"text/plain": "<Figure>", "image/png": "iVBOR"}},
                {"output_type": "error", "ename": "KeyError", "evalue": "'x'"},
            ],
        },
    ]
    blocks = read("a.ipynb", json.dumps({"cells": cells}))
    assert pairs(blocks) == [
        (("# Sales",), text) for text in ("We count.", "print(42)", "42\n", "<Figure>", "KeyError: 'x'")
    ]
    assert [block.place for block in blocks] == ["cell 1"] + ["cell 2"] * 4
    assert "notebook" in refusal(read, "a.ipynb", "[1, 2]").message


def test_word_documents_are_read_in_order(read: Read) -> None:
    document = docx.Document()
    document.add_heading("안내서", 0)
    document.add_heading("환불", 2)
    document.add_paragraph("칠 일 안에.")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("상품", "가격", "장미", "3000"), strict=True):
        cell.text = text
    document.add_paragraph("끝")
    assert pairs(read("a.docx", saved(document))) == [
        (("# 안내서", "## 환불"), "칠 일 안에."),
        (("# 안내서", "## 환불", "상품 | 가격"), "장미 | 3000"),
        (("# 안내서", "## 환불"), "끝"),
    ]


def test_slides_give_text_tables_charts_and_notes(read: Read) -> None:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "분기 매출"
    box = slide.shapes.add_textbox(Inches(1), Inches(1), Inches(2), Inches(1))
    box.text_frame.text = "성장했다"
    data = CategoryChartData()
    data.categories = ["Q1", "Q2"]
    data.add_series("장미", (10, 12.5))
    slide.shapes.add_chart(XL_CHART_TYPE.LINE, Inches(1), Inches(2), Inches(4), Inches(3), data)
    slide.notes_slide.notes_text_frame.text = "천천히 말하기"
    blocks = read("a.pptx", saved(deck))
    assert [block.text for block in blocks] == ["성장했다", "Q1 | 10", "Q2 | 12.5", "천천히 말하기"]
    assert blocks[1].context == ("# 분기 매출", "| 장미".rjust(5))
    assert {block.place for block in blocks} == {"slide 1"}


def test_workbooks_give_every_sheet(read: Read) -> None:
    book = openpyxl.Workbook()
    book.active.title = "매출"
    for row in (["분기", "금액"], ["Q1", 10.0], [None, None], ["Q2", None]):
        book.active.append(row)
    book.create_sheet("Other").append(["alone"])
    assert pairs(read("a.xlsx", saved(book))) == [
        (("# 매출", "분기 | 금액"), "Q1 | 10"),
        (("# 매출", "분기 | 금액"), "Q2"),
        (("# Other",), "alone"),
    ]


def test_pdf_pages_are_places(read: Read) -> None:
    blocks = read("a.pdf", pdf("Refunds take seven days.", "", "Delivery is free."))
    assert [(block.text, block.place) for block in blocks] == [
        ("Refunds take seven days.", "page 1"),
        ("Delivery is free.", "page 3"),
    ]


def locked(password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf("Secret words.")))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_a_pdf_that_is_only_locked_against_changes_is_read(read: Read) -> None:
    assert read("a.pdf", locked(""))[0].text == "Secret words."


def archive(**entries: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in entries.items():
            package.writestr(name.replace("__", "/"), content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "code", "says"),
    [
        ("a.txt", b"", "invalid_file", "empty"),
        ("a.txt", b" \n\t\n", "invalid_file", "no text"),
        ("a.pdf", locked("open sesame"), "invalid_file", "password"),
        ("a.pdf", pdf(""), "invalid_file", "scanned"),
        ("a.pdf", b"%PDF-1.7\nbroken", "invalid_file", "damaged"),
        ("a.pdf", b"hello", "invalid_file", "not a PDF"),
        ("a.docx", b"hello", "invalid_file", "another kind"),
        ("a.docx", b"PK\x03\x04broken", "invalid_file", "damaged"),
        ("a.docx", archive(word__document_xml=b"x"), "unsupported_file", "zip archive"),
        ("a.docx", archive(**{"word/document.xml": b"<w>"}), "invalid_file", "damaged"),
        ("a.pptx", archive(**{"ppt/presentation.xml": b"<p>"}), "invalid_file", "damaged"),
        ("a.xlsx", archive(**{"xl/workbook.xml": b"<x>"}), "invalid_file", "damaged"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "unsupported_file", "old Office"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(100), "unsupported_file", "picture"),
        ("a.txt", bytes(range(256)) * 10, "unsupported_file", "not text"),
        ("a.bin", b"\x80\x81\x9d\x8f" * 50, "unsupported_file", "not text"),
    ],
)
def test_what_cannot_be_read_says_why(read: Read, name: str, content: bytes, code: str, says: str) -> None:
    error = refusal(read, name, content)
    assert (error.code, says in error.message) == (code, True), error.message


def test_a_zip_bomb_is_not_unpacked(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives.limits, "UNPACKED_BYTES", 1_000_000)
    bomb = archive(**{"word/document.xml": bytes(2_000_000)})
    assert len(bomb) < 10_000
    assert "too much" in refusal(read, "a.docx", bomb).message


def test_too_much_text_is_refused(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CHARACTERS", 1_000_000)
    assert "Split it" in refusal(read, "a.txt", "word\n\n" * 300_000).message
    monkeypatch.setattr(limits, "TABLE_CELLS", 1_000_000)
    assert "cells" in refusal(read, "a.csv", "," * 1_000_001).message
    monkeypatch.setattr(limits, "TEXT_FILE_BYTES", 1000)
    assert "too large" in refusal(read, "a.txt", "x" * 1001).message
