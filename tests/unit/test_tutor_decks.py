"""The deck that the tutor has built: what the thread said stands in it, and its charts hold the table."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from PIL import Image
from pptx import Presentation

from tests.tutor_chat import Chat
from tests.tutor_tables import TABLES

DATA = Path(__file__).parents[2] / "assets" / "data"


def slides_of(chat: Chat, name: str = "deck.pptx") -> list[Any]:
    return list(Presentation(str(chat.folder / name)).slides)


def words_of(slide: Any) -> str:
    """All text of a slide, its tables included."""
    found = []
    for shape in slide.shapes:
        if shape.has_text_frame:
            # A title may have a line break within its paragraph.
            found.append(shape.text_frame.text.replace("\v", " "))
        if shape.has_table:
            found += [cell.text for row in shape.table.rows for cell in row.cells]
    return "\n".join(found)


def charts_of(slide: Any) -> list[Any]:
    return [shape.chart for shape in slide.shapes if shape.has_chart]


@pytest.fixture
def chapter(tmp_path: Path) -> Chat:
    """The chapter's own thread, up to the deck."""
    chat = Chat(tmp_path)
    chat.ask("분기별 매출 합계를 구하고 제품별 선 그래프로 그려 주세요. 초록, 주황, 파랑", DATA / "sales_ko.csv")
    chat.ask("가장 중요한 인사이트 두 문장을 써 주세요(문장당 20단어 안팎). '그래서 무엇'을 담아 주세요")
    chat.ask("제목을 지어 주세요")
    picture = tmp_path / "cover.png"
    Image.new("RGB", (640, 640), "#C87850").save(picture)
    chat.ask("지금까지의 차트, 인사이트, 제목과 표지 그림(cover.png)으로 발표 자료를 만들어 주세요", picture)
    return chat


def said(chat: Chat, turn: int) -> str:
    """The last words of the assistant in a turn, counted from 0."""
    turns: list[list[str]] = []
    for item in chat.items:
        if getattr(item, "role", "") == "user":
            turns.append([])
        elif getattr(item, "role", "") == "assistant":
            turns[-1].append(item.text)  # type: ignore[union-attr]
    return turns[turn][-1]


def test_the_answer_links_the_file(chapter: Chat) -> None:
    assert "(sandbox:/mnt/data/deck.pptx)" in said(chapter, 3)


def test_the_title_that_was_said_is_on_the_cover_with_the_picture(chapter: Chat) -> None:
    cover = slides_of(chapter)[0]
    assert said(chapter, 2) in words_of(cover)
    assert any(shape.shape_type == 13 or (shape.is_placeholder and hasattr(shape, "image")) for shape in cover.shapes)


def test_the_insights_that_were_said_stand_beside_the_chart(chapter: Chat) -> None:
    words = " ".join(words_of(next(s for s in slides_of(chapter) if charts_of(s))).split())
    for line in said(chapter, 1).splitlines():
        assert line.removeprefix("- ") in words


def test_the_line_chart_holds_the_table(chapter: Chat) -> None:
    table = pd.read_csv(DATA / "sales_ko.csv", encoding="utf-8-sig").set_index("분기")
    (chart,) = charts_of(next(s for s in slides_of(chapter) if charts_of(s)))
    series = {s.name: list(s.values) for s in chart.plots[0].series}
    assert series == {name: [float(v) for v in table[name]] for name in table}


def test_the_comparison_holds_changes_and_years(chapter: Chat) -> None:
    table = pd.read_csv(DATA / "sales_ko.csv", encoding="utf-8-sig").set_index("분기")
    yearly = table.groupby(table.index.str[:4]).sum()
    charts = charts_of(next(s for s in slides_of(chapter) if len(charts_of(s)) == 2))
    changes = [float(v) for v in yearly.iloc[-1] - yearly.iloc[0]]
    assert any(changes in [list(s.values) for s in chart.plots[0].series] for chart in charts)
    assert any(
        [float(v) for v in yearly["GPT 도해"]] in [list(s.values) for s in chart.plots[0].series] for chart in charts
    )


def test_no_placeholder_is_left_and_the_draft_is_called_one(chapter: Chat) -> None:
    words = "\n".join(map(words_of, slides_of(chapter)))
    assert "{" not in words
    assert "초안" in words


@pytest.mark.parametrize("name", sorted(set(TABLES) - {"visits"}))
def test_any_table_becomes_a_deck_in_one_turn(name: str, tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    path, _ = TABLES[name](tmp_path / "source")
    chat = Chat(tmp_path)
    answer = chat.ask("Make a PowerPoint presentation from this file and call it report.pptx", path)
    assert "sandbox:/mnt/data/report.pptx" in answer
    slides = slides_of(chat, "report.pptx")
    assert 4 <= len(slides) <= 6
    words = "\n".join(map(words_of, slides))
    assert "{" not in words and "None" not in words and "nan" not in words.split()
    assert path.name in words


def test_a_title_in_quotes_in_the_request_wins(chapter: Chat) -> None:
    chapter.ask("제목은 '네 해의 기록'으로 해서 슬라이드를 다시 만들어 주세요")
    assert "네 해의 기록" in words_of(slides_of(chapter)[0])


def test_insights_in_another_language_are_found_again_in_that_of_the_deck(chapter: Chat) -> None:
    chapter.ask("Create a slide deck in English")
    words = "\n".join(map(words_of, slides_of(chapter)))
    assert "grew" in words
    assert "늘었" not in words


def test_words_of_others_are_kept_as_they_were_said(tmp_path: Path) -> None:
    from helpers.server.providers.base import Message

    chat = Chat(tmp_path)
    chat.ask("분기별 매출을 제품별로 그려 주세요", DATA / "sales_ko.csv")
    chat.items.append(Message("user", "인사이트 한 문장을 써 주세요"))
    chat.items.append(Message("assistant", "GPT 도해는 브레이스 {괄호}까지 잘 팔립니다."))
    chat.ask("발표 자료를 만들어 주세요")
    words = " ".join("\n".join(map(words_of, slides_of(chat))).split())
    assert "GPT 도해는 브레이스 {괄호}까지 잘 팔립니다." in words


def _four_quarters(*years: int, without: str = "") -> pd.DataFrame:
    quarters = [f"{year}-Q{quarter}" for year in years for quarter in range(1, 5)]
    kept = [quarter for quarter in quarters if quarter != without]
    return pd.DataFrame({"quarter": kept, "Loans": range(100, 100 + 10 * len(kept), 10)})


@pytest.mark.parametrize(
    ("request_", "missing", "said_so"),
    [
        ("발표 자료를 만들어 주세요", "", "전년보다"),
        ("발표 자료를 만들어 주세요", "2024-Q3", "2023년보다"),
        ("做一份演示文稿", "", "较上年"),
        ("做一份演示文稿", "2024-Q3", "较2023年"),
        ("Make a slide deck", "2024-Q3", "on 2023"),
    ],
)
def test_the_headline_says_which_year_it_compares_with(
    request_: str, missing: str, said_so: str, tmp_path: Path
) -> None:
    path = tmp_path / "loans.csv"
    _four_quarters(2022, 2023, 2024, 2025, without=missing).to_csv(path, index=False)
    chat = Chat(tmp_path)
    chat.ask(request_, path)
    headline = " ".join(words_of(slides_of(chat)[1]).split())
    assert said_so in headline
    assert missing == "" or not {"전년", "上年"} & {word for word in ("전년", "上年") if word in headline}


@pytest.mark.parametrize(
    ("request_", "origin"),
    [
        ("발표 자료를 만들어 주세요", "표의 숫자가 나온 곳: loans.csv의 Loans. 12행을 읽어"),
        ("Make a slide deck", "the table come from: Loans in loans.csv. 12 rows were read"),
    ],
)
def test_the_notes_of_the_appendix_say_where_its_table_comes_from(request_: str, origin: str, tmp_path: Path) -> None:
    path = tmp_path / "loans.csv"
    _four_quarters(2023, 2024, 2025).to_csv(path, index=False)
    chat = Chat(tmp_path)
    chat.ask(request_, path)
    notes = slides_of(chat)[-1].notes_slide.notes_text_frame.text
    assert origin in notes
