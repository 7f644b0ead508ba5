"""The examiner of decks: green for good ones, and for each way of breaking one, the right check turns red."""

import io
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from PIL import Image
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Inches, Pt

from helpers.deck import check
from helpers.deck.checks import CHECKS
from helpers.deck.checks.claims import Judge, Surroundings
from helpers.deck.checks.table import read_table
from helpers.deck.checks.truth import Truth
from tests.deck_defects import DATA, DEFECTS, Defect, good_deck
from tests.tutor_chat import Chat
from tests.tutor_tables import TABLES

REQUESTS = {
    "ko": (
        "첨부한 데이터를 기간별로 분석하고 항목별 선 그래프로 그려 주세요.",
        "가장 중요한 인사이트 두 문장을 써 주세요.",
        "슬라이드 제목을 아주 짧게 지어 주세요.",
        "지금까지의 그래프, 인사이트, 제목과 표지 그림(cover.png)으로 발표 자료를 만들어 주세요.",
    ),
    "en": (
        "Analyse the attached data by period, and plot it as a line chart with one line for each category.",
        "Give me the two most important insights from the plot you just made.",
        "Come up with a very brief title for a slide.",
        "Make a PowerPoint deck from the chart, the insights, the title and the cover picture cover.png so far.",
    ),
}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return good_deck(tmp_path_factory.mktemp("good")).read_bytes()


def test_a_good_deck_is_green(good: bytes) -> None:
    report = check(good, DATA)
    assert report.ok, report
    assert len(report.checks) >= 25


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.name)
def test_each_defect_turns_its_check_red_and_no_other(defect: Defect, good: bytes) -> None:
    report = check(defect.applied(good), DATA)
    assert defect.check in report.failed_checks, report.failed
    assert set(report.failed_checks) <= {defect.check, *defect.also}, report.failed
    for finding in report.failed:
        assert finding.what_is_wrong and finding.how_to_mend


def test_there_are_forty_defects_and_every_check_can_fail() -> None:
    assert len(DEFECTS) >= 40
    assert {one.name for one in CHECKS} <= {defect.check for defect in DEFECTS}


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(
    "name", ["books", "channels", "startup", "cafe", "weather", "charity", "shops", "scores", "population", "budget"]
)
def test_decks_of_the_tutor_are_green(name: str, language: str, tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    path, _ = TABLES[name](tmp_path / "source")
    report = check(deck_of_the_tutor(path, language, tmp_path), path)
    assert report.ok, report.failed


def deck_of_the_tutor(path: Path, language: str, folder: Path) -> Path:
    """The chapter's four requests about a table."""
    chat = Chat(folder)
    picture = folder / "cover.png"
    Image.fromarray(np.random.default_rng(3).integers(0, 255, (64, 48, 3), dtype=np.uint8)).resize((480, 640)).save(
        picture
    )
    *questions, last = REQUESTS[language]
    chat.ask(questions[0], path)
    for question in questions[1:]:
        chat.ask(question)
    chat.ask(last, picture)
    return folder / "deck.pptx"


# Shapes of time and of columns that the tables above do not have.
ODD = {
    "a category in each row, a unit in a head": lambda: pd.DataFrame(
        {"Department": list("ABCDE"), "Budget (k$)": [420, 980, 610, 250, 130], "Heads": [12, 31, 25, 18, 4]}
    ),
    "some months of one year, two measures": lambda: pd.DataFrame(
        {
            "Month": [f"2024-{month:02d}" for month in range(1, 7)] * 2,
            "Place": ["Seoul"] * 6 + ["Jeju"] * 6,
            "Temperature (℃)": [-2.1, 0.8, 6.4, 13.2, 18.9, 23.0, 6.2, 7.5, 10.4, 14.9, 19.0, 22.3],
            "Rain (mm)": [12, 25, 40, 66, 90, 130, 60, 70, 95, 92, 110, 190],
        }
    ),
    "months without a year": lambda: pd.DataFrame(
        {"월": ["1월", "2월", "3월", "4월"], "매출": [1200, 980, 1350, 1500]},
    ),
    "hours": lambda: pd.DataFrame(
        {
            "time": pd.date_range("2024-03-01", periods=24 * 7, freq="h"),
            "building": ["Main", "Annex"] * 84,
            "kWh": [round(30 + 10 * np.sin(hour / 3.8) + hour % 5, 2) for hour in range(168)],
        }
    ),
    "days of two years": lambda: pd.DataFrame(
        {
            "date": pd.date_range("2023-01-01", "2024-12-31"),
            "visitors": [round(200 + 50 * np.sin(day / 58)) for day in range(731)],
        }
    ),
    "days with a quiet weekend": lambda: pd.DataFrame(
        {
            "date": pd.date_range("2023-01-01", "2024-12-31"),
            "riders": [1000 - 300 * (day % 7 in (0, 6)) + round(60 * np.sin(day / 58)) for day in range(731)],
        }
    ),
    "a category that is not the first text": lambda: pd.DataFrame(
        {"Code": [f"x{n}" for n in range(26)], "Team": ["Red", "Blue"] * 13, "Points": [n * n % 97 for n in range(26)]}
    ),
}


@pytest.mark.parametrize("shape", ODD)
def test_odd_shapes_are_understood_by_the_examiner_too(shape: str, tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    ODD[shape]().to_csv(path, index=False, encoding="utf-8-sig")
    report = check(deck_of_the_tutor(path, "ko" if "월" in ODD[shape]() else "en", tmp_path), path)
    assert report.ok, report.failed


def test_missing_quarters_are_no_fault(tmp_path: Path) -> None:
    frame = pd.read_csv(DATA, encoding="utf-8-sig").drop(index=[5, 6])
    path = tmp_path / "gaps.csv"
    frame.to_csv(path, index=False)
    report = check(deck_of_the_tutor(path, "ko", tmp_path), path)
    assert report.ok, report.failed


def test_the_chapters_own_code_is_seen_through(tmp_path: Path) -> None:
    """Black slides, a stretched picture of a chart, sentences of the template about products that nobody sells."""
    deck = Presentation()
    pixels = np.full((500, 800, 3), 255, dtype=np.uint8)
    for x in range(60, 780):
        pixels[int(400 - x * 0.4) - 2 : int(400 - x * 0.4) + 2, x] = (200, (x // 4) % 200, 40)
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "PNG")
    pages = [
        ("Growing Together", ["2025 Sales Meeting"]),
        (
            "Maximizing Profits: The Dominance of Online Sales & Direct Sales Optimization",
            ["Key Insights:", "• Direct Sales show fluctuations, suggesting variable performance in that channel."],
        ),
    ]
    for title, texts in pages:
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        slide.background.fill.solid()
        slide.background.fill.fore_color.rgb = RGBColor(0, 0, 0)
        wide = deck.slide_width
        assert wide and deck.slide_height
        slide.shapes.add_picture(stream, 0, 0, width=wide * 3 // 5, height=deck.slide_height)
        for index, text in enumerate([title, *texts]):
            frame = slide.shapes.add_textbox(wide * 3 // 5, Inches(2 + index), wide * 2 // 5, Inches(1)).text_frame
            paragraph = frame.add_paragraph()
            paragraph.text = text
            paragraph.font.size = Pt(20)
            paragraph.font.color.rgb = RGBColor(255, 255, 255)
    path = tmp_path / "chapter.pptx"
    deck.save(str(path))
    red = set(check(path, DATA).failed_checks)
    assert red >= {
        "slide_size",
        "core_properties",
        "slide_numbers",
        "leftovers",
        "titles_present",
        "titles_say",
        "source_line",
        "notes",
        "honesty",
        "picture_aspect",
        "alt_text",
        "native_chart",
        "contrast",
        "ignored_styles",
        "languages",
        "names",
    }


TRUE = {
    "channels_en.csv": (
        "Online revenue more than doubled from $703,000 in 2022 to $1.9M in 2025.",
        "Revenue reached $4.35 million in 2025.",
        "Shops' share of revenue fell from 52.4% to 33.7%, a drop of 18.7 percentage points.",
        "The Partners margin fell from 32.9% in 2022 to 14.1% in 2025.",
        "Total revenue grew 12% a year on average since 2022.",
        "Online grew by 1,203,900 and Partners by 201,700, while Shops lost 158,400.",
        "Online overtook Shops in Q3 2024.",
        "Revenue in Q2 2025 was 1,191,700, up 12.7% on Q2 2024.",
        "Online and Partners together made 66.3% of revenue in 2025.",
        "Shops was the largest channel in 2022 with 1,624,400.",
        "Shops revenue fell every year.",
        "Plan: raise Online spending by a third in 2026.",
    ),
    "sales_ko.csv": (
        "머신러닝 첫걸음은 2022년의 3.2배로 커졌습니다.",
        "GPT 도해가 2025년 매출의 48.3%를 차지합니다.",
        "데이터 분석 열 가지는 2024년 3분기 368로 가장 낮았습니다.",
        "세 제품의 매출 합계는 2025년 16,081입니다.",
        "GPT 도해는 매년 성장했고 1위입니다.",
        "연평균 17.5% 성장했습니다.",
        "모든 숫자는 16_판매_ko.csv에서 계산했습니다.",
    ),
}
FALSE = {
    "channels_en.csv": (
        "Revenue reached $5.35 million in 2025.",
        "Shops' share of revenue rose from 52.4% to 33.7%.",
        "The Partners margin fell from 43.0% in 2022 to 14.1% in 2025.",
        "Shops overtook Online in Q3 2024.",
        "Online makes up 53.9% of revenue in 2025.",
        "Partners was the largest channel in 2022 with 773,200.",
        "Shops revenue grew every year.",
        "Online grew by 1,203,900 and Partners by 301,700.",
        "Revenue fell by 12.5% in 2025.",
        "Online revenue in 2027 was 1,906,900.",
    ),
    "sales_ko.csv": (
        "머신러닝 첫걸음은 2022년의 4.2배로 커졌습니다.",
        "GPT 도해가 2025년 매출의 58.3%를 차지합니다.",
        "데이터 분석 열 가지는 2024년 3분기 368로 가장 높았습니다.",
        "GPT 도해 매출은 2022년 이후 줄었습니다.",
        "세 제품의 매출 합계는 2025년 18,081입니다.",
    ),
}


@pytest.mark.parametrize(
    ("data", "text", "is_true"),
    [
        *((data, text, True) for data, texts in TRUE.items() for text in texts),
        *((data, text, False) for data, texts in FALSE.items() for text in texts),
    ],
)
def test_sentences_are_held_against_the_data(data: str, text: str, is_true: bool) -> None:
    judge = Judge(Truth(read_table(DATA.with_name(data))))
    verdicts = [judge.judge(sentence, Surroundings()) for sentence in judge.reader.read(text)]
    wrong = [v for v in verdicts if v.untraced or v.no_such_period or v.wrong_way]
    assert bool(wrong) is not is_true, wrong


def test_the_report_reads_in_both_languages(good: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = next(defect for defect in DEFECTS if defect.name == "fell_instead_of_rose").applied(good)
    monkeypatch.setenv("WORKSHOP_LANG", "ko")
    korean = check(broken, DATA)
    assert "고침" in repr(korean) and "(3쪽)" in repr(korean)
    monkeypatch.setenv("WORKSHOP_LANG", "en")
    english = check(broken, DATA)
    assert "slide 3" in str(english.failed[0])
    assert korean.failed_checks == english.failed_checks == ("directions",)
    html = english._repr_html_()
    assert "✘ Mend" in html and '<th scope="col"' in html and 'role="status"' in html
    assert "<details>" in html and "<details open>" in check(good, DATA)._repr_html_()
    assert repr(check(broken, DATA)) == repr(english)


def test_a_data_frame_will_do_and_its_index_counts(good: bytes) -> None:
    frame = pd.read_csv(DATA, encoding="utf-8-sig")
    assert check(good, frame).ok
    assert check(good, frame.set_index("분기")).ok


def test_the_wrong_table_is_found_out(good: bytes) -> None:
    other = DATA.with_name("channels_en.csv")
    red = set(check(good, other).failed_checks)
    assert red >= {"chart_values", "chart_names", "numbers", "source_line"}


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"{}", b"[]", b"a\n"])
def test_data_that_are_no_table_are_a_finding(content: bytes, good: bytes, tmp_path: Path) -> None:
    path = tmp_path / "empty.csv"
    path.write_bytes(content)
    assert check(good, path).failed_checks == ("data",)
    assert check(good, tmp_path / "nowhere.csv").failed_checks == ("data",)


def test_a_file_that_is_missing_is_a_finding(tmp_path: Path) -> None:
    report: Any = check(tmp_path / "none.pptx", DATA)
    assert report.failed_checks == ("opens",)
    assert not report.ok
