"""Insights and titles are true, as many and as long as asked for, and each number is a fact that the code computed."""

import re
from pathlib import Path

import pandas as pd
import pytest

from helpers.server.providers.tutor.data.fact_code import facts_in
from tests.tutor_chat import Chat, numbers_in
from tests.tutor_tables import TABLES

DATA = Path(__file__).parents[2] / "assets" / "data"
PLOT = "Calculate profit (revenue minus cost) by quarter and year, and visualize as a line plot across the channels"


def lines_of(answer: str) -> list[str]:
    return [line.removeprefix("- ") for line in answer.splitlines() if line.startswith("- ")]


def known_numbers(chat: Chat) -> set[str]:
    """Every fact of the thread, as it is written, without its unit."""
    texts = [fact["text"] for call in chat.calls for fact in (facts_in(call.logs) or {}).values()]
    return {number for text in texts for number in numbers_in(text)}


@pytest.fixture
def profit(tmp_path: Path) -> Chat:
    """A thread that has just drawn the profit of the bundled English table."""
    chat = Chat(tmp_path)
    chat.ask(PLOT, DATA / "channels_en.csv")
    return chat


def yearly_profit() -> pd.DataFrame:
    frame = pd.read_csv(DATA / "channels_en.csv")
    return (frame.Revenue - frame.Cost).groupby([frame.Year, frame.Channel]).sum().unstack()


def test_insights_speak_of_the_measure_just_drawn(profit: Chat) -> None:
    answer = profit.ask("Write the two most important insights from the plot, about 25 words each")
    table = yearly_profit()
    first, last = table.iloc[0], table.iloc[-1]
    growth = (last / first - 1) * 100
    assert f"{growth['Online']:.1f}%" in answer
    assert f"{last['Online']:,.0f}" in answer
    assert "profit" in answer
    assert not any("df" not in call.code for call in profit.calls)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("가장 중요한 인사이트 두 문장을 써 주세요", 2),
        ("Give me three bullet points with the key findings", 3),
        ("인사이트 5가지", 5),
        ("请给出四条洞察", 4),
    ],
)
def test_as_many_insights_as_asked_for(question: str, number: int, profit: Chat) -> None:
    assert len(lines_of(profit.ask(question))) == number


def test_a_sentence_has_about_the_length_asked_for(profit: Chat) -> None:
    short = lines_of(profit.ask("Give me three insights, about 10 words each"))
    long = lines_of(profit.ask("Give me three insights, about 30 words each"))
    assert all(len(a.split()) < len(b.split()) for a, b in zip(short, long, strict=True))


@pytest.mark.parametrize("name", sorted(set(TABLES) - {"visits"}))
def test_every_number_in_an_insight_is_a_computed_fact(name: str, tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    path, _ = TABLES[name](tmp_path / "source")
    chat = Chat(tmp_path)
    sentences = lines_of(chat.ask("Give me 6 insights", path))
    assert len(sentences) >= 2
    known = known_numbers(chat)
    for sentence in sentences:
        plain = re.sub(
            r"\d{4}-\d{2}|Q[1-4]( \d{4})?|(?<![\d,.])(19|20)\d{2}(?!\d|[,.]\d|%)|[1-3]반|\d+ of \d+ ", " ", sentence
        )
        assert set(numbers_in(plain)) - {"-"} <= known, (sentence, known)


def test_more_than_one_kind_of_insight_is_found(tmp_path: Path) -> None:
    chat = Chat(tmp_path)
    answer = chat.ask("인사이트 8개를 알려 주세요", DATA / "sales_ko.csv")
    for word in ("늘었", "내려간 뒤", "비중", "앞질러"):
        assert word in answer


def test_what_turns_and_what_rises_is_named_with_its_period(tmp_path: Path) -> None:
    chat = Chat(tmp_path)
    answer = chat.ask("인사이트 세 문장", DATA / "sales_ko.csv")
    table = pd.read_csv(DATA / "sales_ko.csv", encoding="utf-8-sig").set_index("분기")
    lowest = table["데이터 분석 열 가지"].idxmin()
    assert f"{lowest[:4]}년 {lowest[-1]}분기 {table['데이터 분석 열 가지'].min():,}" in answer


def test_noise_is_not_sold_as_a_turn(tmp_path: Path) -> None:
    path = tmp_path / "noise.csv"
    values = [50, 61, 44, 58, 47, 63, 41, 57, 52, 60, 45, 59]
    rows = "\n".join(f"{2022 + n // 4}-Q{n % 4 + 1},{value}" for n, value in enumerate(values))
    path.write_text(f"quarter,visitors\n{rows}\n", encoding="utf-8")
    answer = Chat(tmp_path).ask("Give me 5 insights", path)
    assert "turned" not in answer


def test_an_outlier_is_found(tmp_path: Path) -> None:
    path = tmp_path / "load.csv"
    values = [100, 103, 101, 104, 102, 260, 105, 103, 106, 104]
    rows = "\n".join(f"{2010 + n},{value}" for n, value in enumerate(values))
    path.write_text(f"year,energy\n{rows}\n", encoding="utf-8")
    assert "260 in 2015" in Chat(tmp_path).ask("Give me two insights", path)


def test_a_season_is_found_and_its_size_is_right(tmp_path: Path) -> None:
    season = [0.8, 1.0, 1.3, 0.9]
    rows = [(f"{2020 + n // 4}-Q{n % 4 + 1}", round(1000 * season[n % 4])) for n in range(20)]
    pd.DataFrame(rows, columns=["quarter", "sales"]).to_csv(tmp_path / "ice.csv", index=False)
    answer = Chat(tmp_path).ask("Give me one insight", tmp_path / "ice.csv")
    assert "Q3" in answer and "30.0%" in answer


def test_degrees_are_never_compared_in_percent(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    path, _ = TABLES["weather"](tmp_path / "source")
    assert "%" not in Chat(tmp_path).ask("Give me 6 insights about temperature", path)


@pytest.mark.parametrize(
    ("question", "most"),
    [
        ("Come up with a very brief title for the slide", 9),
        ("이 슬라이드의 제목을 지어 주세요", 34),
        ("Suggest a headline", 9),
    ],
)
def test_a_title_is_short_and_says_the_insight(question: str, most: int, profit: Chat) -> None:
    title = profit.ask(question)
    assert profit.skill == "titles"
    assert "\n" not in title
    assert (len(title) if most == 34 else len(title.split())) <= most
    assert set(numbers_in(re.sub(r"\d{4}년?", " ", title))) <= known_numbers(profit)


def test_several_titles_differ(profit: Chat) -> None:
    titles = lines_of(profit.ask("Suggest three titles"))
    assert len(set(titles)) == 3


def test_a_title_given_for_a_chart_is_no_request_for_titles(profit: Chat) -> None:
    profit.ask("Now draw the same chart with the title 'Profit at a glance'")
    assert profit.drawings[-1].title == "Profit at a glance"
