"""Conversations about tables as learners have them: what carries over, what starts afresh, and what is one number."""

import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from tests.tutor_chat import Chat

ASSETS = Path(__file__).parents[2] / "assets" / "data"
BOOKS, CHANNELS = ASSETS / "sales_ko.csv", ASSETS / "channels_en.csv"


@pytest.fixture
def books() -> pd.DataFrame:
    return pd.read_csv(BOOKS, encoding="utf-8-sig").set_index("분기")


@pytest.fixture
def channels() -> pd.DataFrame:
    return pd.read_csv(CHANNELS)


def talk(folder: Path, first: Path, *questions: str, **form: object) -> tuple[Chat, str]:
    chat = Chat(folder, **form)  # type: ignore[arg-type]
    answer = ""
    for number, question in enumerate(questions):
        answer = chat.ask(question, *([first] if number == 0 else []))
    assert not chat.failures
    return chat, answer


def table(folder: Path, frame: pd.DataFrame, name: str = "data.csv") -> Path:
    (folder / "source").mkdir(exist_ok=True)
    path = folder / "source" / name
    frame.to_csv(path, index=False)
    return path


def branches(folder: Path) -> Path:
    frame = pd.DataFrame(
        {
            "월": ["1월", "2월", "3월", "4월"],
            "서울": [100, 110, 120, 90],
            "부산": [70, 72, 75, 77],
            "대구": [50, 55, 52, 60],
        }
    )
    return table(folder, frame)


def test_a_complete_request_starts_afresh(tmp_path: Path) -> None:
    chat, _ = talk(tmp_path, BOOKS, "2025년 판매량을 알려 주세요", "분기별 판매량을 막대그래프로 그려 주세요")
    assert len(chat.drawings[-1].bars) == 16 * 3


def test_a_year_that_leaves_one_point_does_not_carry_over(tmp_path: Path) -> None:
    chat, _ = talk(tmp_path, BOOKS, "2025년 판매량을 알려 주세요", "이번에는 연도별 판매량을 선 그래프로")
    assert all(len(values) == 4 for values in chat.drawings[-1].lines.values())


def test_a_follow_up_that_refers_back_keeps_the_year(tmp_path: Path) -> None:
    chat, _ = talk(tmp_path, BOOKS, "2024년 분기별 판매량을 선 그래프로", "이번에는 막대그래프로")
    assert len(chat.drawings[-1].bars) == 4 * 3


def test_one_of_those_is_chosen_from_what_was_asked_before(tmp_path: Path, books: pd.DataFrame) -> None:
    _, answer = talk(tmp_path, BOOKS, "2023년 분기별 판매량", "그중에서 판매량이 가장 많았던 분기는?")
    best = books.loc[books.index.str.startswith("2023")].sum(axis=1).idxmax()
    assert f"**2023년 {best[-1]}분기**" in answer


def test_that_book_is_the_one_named_last(tmp_path: Path) -> None:
    chat, _ = talk(tmp_path, BOOKS, "가장 많이 성장한 책은?", "그 책의 분기별 판매량을 선 그래프로")
    (values,) = chat.drawings[-1].lines.values()
    assert values[-1] == 1733


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("2025년에 가장 많이 팔린 책은?", "**GPT 도해**"),
        ("Which book sold the least in 2024?", "**데이터 분석 열 가지**"),
    ],
)
def test_the_best_is_named(question: str, best: str, tmp_path: Path) -> None:
    chat, answer = talk(tmp_path, BOOKS, "연도별 판매량을 선 그래프로 그려 줘", question)
    assert chat.skill == "analysis"
    assert best in answer


def test_a_split_by_another_word_for_the_columns(tmp_path: Path, books: pd.DataFrame) -> None:
    _, answer = talk(tmp_path, BOOKS, "분기별 판매량을 막대그래프로", "책마다 몇 권 팔렸나요?")
    assert all(f"| {name} | {value:,} |" in answer for name, value in books.sum().items())
    assert "책" in answer and "판매량" in answer and "매출" not in answer


def test_an_unknown_measure_takes_the_askers_word(tmp_path: Path) -> None:
    frame = pd.DataFrame({"month": ["2024-01", "2024-02"], "North": [3, 4], "South": [5, 6]})
    chat, answer = talk(tmp_path, table(tmp_path, frame), "Plot book loans by month")
    assert "book loans" in answer
    assert "Book loans" in chat.drawings[-1].labels[1]


def test_a_measure_that_the_table_lacks_is_said(tmp_path: Path) -> None:
    _, answer = talk(tmp_path, CHANNELS, "채널별 방문자 수를 알려 주세요")
    assert "방문자 열이 없어서 Revenue 기준" in answer


@pytest.mark.parametrize("question", ["부산의 평균은 얼마야?", "What was the average of 부산?"])
def test_a_question_for_one_number_gets_it(question: str, tmp_path: Path) -> None:
    _, answer = talk(tmp_path, branches(tmp_path), "월별 추이를 그려 줘", question)
    assert "**73.5**" in answer
    assert "|" not in answer


def test_two_wishes_in_one_sentence(tmp_path: Path) -> None:
    chat, answer = talk(tmp_path, branches(tmp_path), "월별 합계와 지점별 비중을 파이 차트로 그려줘")
    assert all(figure in answer for figure in ("220", "237", "247", "227", "45.1%", "31.6%", "23.3%"))
    assert "지점" in chat.drawings[-1].title
    assert len(chat.drawings) == 1


def test_two_wishes_share_the_filter_of_their_sentence(tmp_path: Path, channels: pd.DataFrame) -> None:
    _, answer = talk(tmp_path, CHANNELS, "total revenue by quarter in 2024 and share of cost by channel")
    year = channels[channels.Year == 2024]
    share = year.groupby("Channel").Cost.sum() / year.Cost.sum() * 100
    assert all(f"{value:.1f}%" in answer for value in share)
    assert "2025-Q1" not in answer


def test_a_difference_of_two_columns_is_one_wish(tmp_path: Path, channels: pd.DataFrame) -> None:
    chat, answer = talk(tmp_path, CHANNELS, "the difference between revenue and cost by year")
    by_year = channels.groupby("Year")[["Revenue", "Cost"]].sum()
    assert all(f"{value:,}" in answer for value in by_year.Revenue - by_year.Cost)
    assert len(chat.calls) == 2


@pytest.mark.parametrize(
    ("question", "name", "rows"),
    [
        ("CSV 파일로 저장해 주세요", "sales_ko_result.csv", 4),
        ("Save the table as an Excel file named totals.xlsx", "totals.xlsx", 4),
    ],
)
def test_the_table_is_saved_and_linked(question: str, name: str, rows: int, tmp_path: Path) -> None:
    _, answer = talk(tmp_path, BOOKS, "연도별 판매량을 계산해 줘", question)
    assert f"(sandbox:/mnt/data/{name})" in answer
    path = tmp_path / name
    saved = pd.read_csv(path) if name.endswith("csv") else pd.read_excel(path)
    assert len(saved) == rows


def test_the_source_is_never_written_over(tmp_path: Path) -> None:
    _, answer = talk(tmp_path, BOOKS, "연도별 판매량을 sales_ko.csv로 저장해 줘")
    assert "sandbox:/mnt/data/sales_ko_result.csv" in answer
    assert len(pd.read_csv(tmp_path / "sales_ko.csv")) == 16


def test_a_table_without_numbers_and_without_repetition_is_not_drawn(tmp_path: Path) -> None:
    frame = pd.DataFrame({"이름": ["민지", "철수"], "도시": ["서울", "부산"]})
    chat, answer = talk(tmp_path, table(tmp_path, frame), "차트를 그려줘")
    assert not chat.drawings
    assert "숫자 열이 없습니다" in answer and "건수" in answer


def test_repeated_categories_are_counted_and_said_so(tmp_path: Path) -> None:
    frame = pd.DataFrame({"이름": ["민지", "철수", "영희", "준호"], "도시": ["서울", "부산", "서울", "서울"]})
    chat, answer = talk(tmp_path, table(tmp_path, frame), "차트를 그려줘")
    assert chat.drawings[-1].bars == [3, 1]
    assert "숫자가 없어서 도시별" in answer


def test_a_chart_comes_with_a_short_answer(tmp_path: Path) -> None:
    rng = np.random.default_rng(4)
    frame = pd.DataFrame({"month": pd.period_range("2022-01", "2024-12", freq="M").astype(str)})
    for letter in "ABCDEFGH":
        frame[f"Shop {letter}"] = rng.integers(10, 90, 36)
    chat, answer = talk(tmp_path, table(tmp_path, frame), "Plot sales by month, one line for each shop")
    assert len(chat.drawings[-1].lines) == 8
    assert len(answer.splitlines()) <= 7 and "|" not in answer
    assert answer.count("\n- ") == 5


def test_totals_are_tabled_where_they_are_asked_for(tmp_path: Path, books: pd.DataFrame) -> None:
    _, answer = talk(tmp_path, BOOKS, "분기별 판매량 합계를 구하고 책별로 선 그래프로 그려 주세요")
    assert all(f"| {value:,} |" in answer for value in books.sum(axis=1))


def test_colours_in_order_follow_the_file(tmp_path: Path) -> None:
    chat, _ = talk(tmp_path, CHANNELS, "Plot revenue by quarter for each channel, colours in order red, green and blue")
    assert list(chat.drawings[-1].lines) == ["Shops", "Online", "Partners"]
    colors = chat.drawings[-1].colors
    assert [colors[name] for name in ("Shops", "Online", "Partners")] == ["tab:red", "tab:green", "tab:blue"]


def test_a_new_title_changes_nothing_else(tmp_path: Path) -> None:
    chat, _ = talk(
        tmp_path, CHANNELS, "Line chart of profit by year and channel", "Make the title 'Profit at a glance'"
    )
    first, second = chat.drawings
    assert second.title == "Profit at a glance"
    assert second.lines == first.lines


def test_words_before_a_tool_call_end_cleanly(tmp_path: Path) -> None:
    chat, _ = talk(tmp_path, BOOKS, "연도별 판매량")
    assert all(getattr(item, "text", "x") == getattr(item, "text", "x").strip() for item in chat.items)


def conditions(folder: Path) -> Path:
    frame = pd.DataFrame(
        {
            "year": [2019, 2020, 2021, 2022, 2023],
            "births": [300, 270, 260, 249, 230],
            "deaths": [295, 305, 317, 372, 352],
        }
    )
    return table(folder, frame, "people.csv")


@pytest.mark.parametrize(
    ("question", "present", "absent"),
    [
        ("Which years had births below 265?", ["2021", "2022", "2023"], ["2020("]),
        ("사망자(deaths)가 350 이상인 해는?", ["2022", "2023"], ["2021년("]),
        ("In which years were deaths higher than births?", ["2020", "2021", "2022", "2023"], ["2019("]),
        ("births by year since 2022", ["249", "230"], ["260"]),
        ("births before 2021 by year", ["300", "270"], ["260"]),
    ],
)
def test_conditions_and_bounds(question: str, present: list[str], absent: list[str], tmp_path: Path) -> None:
    _, answer = talk(tmp_path, conditions(tmp_path), question)
    assert [word for word in present if word not in answer] == []
    assert [word for word in absent if word in answer] == []


def test_since_when_one_leads(tmp_path: Path) -> None:
    _, answer = talk(tmp_path, CHANNELS, "When did Online overtake Shops in revenue?")
    assert "**Q3 2024**" in answer and "336,800" in answer


def test_growth_between_two_years_is_one_number(tmp_path: Path, channels: pd.DataFrame) -> None:
    _, answer = talk(tmp_path, CHANNELS, "How much did total revenue grow from 2022 to 2025?")
    years = channels.groupby("Year").Revenue.sum()
    assert f"**{(years[2025] / years[2022] - 1) * 100:.1f}%**" in answer


def test_the_first_of_each_year(tmp_path: Path, channels: pd.DataFrame) -> None:
    _, answer = talk(tmp_path, CHANNELS, "연도별로 매출이 가장 높은 채널은?")
    totals = channels.groupby(["Year", "Channel"]).Revenue.sum().unstack()
    assert all(f"{year}년: **{name}**" in answer for year, name in totals.idxmax(axis=1).items())


def marks(folder: Path) -> Path:
    frame = pd.DataFrame(
        {
            "이름": [f"학생{n}" for n in range(1, 21)],
            "반": ["1반", "2반"] * 10,
            "국어": range(60, 80),
            "수학": [55, 99, *range(40, 58)],
        }
    )
    return table(folder, frame, "marks.csv")


@pytest.mark.parametrize(
    ("question", "present"),
    [
        ("수학 점수가 가장 높은 학생은?", ["**학생2**", "99"]),
        ("2반 학생은 몇 명이야?", ["10"]),
        ("과목별 평균 점수를 막대그래프로", ["| 국어 | 69.5 |", "| 수학 | 51.35 |"]),
        ("국어와 수학 점수의 차이가 가장 큰 학생은?", ["**학생2**", "−38"]),
        ("수학이 50점 미만인 학생은 몇 명?", ["20개 중 **10개**"]),
    ],
)
def test_rows_that_are_single_things(question: str, present: list[str], tmp_path: Path) -> None:
    _, answer = talk(tmp_path, marks(tmp_path), question)
    assert [word for word in present if word not in answer] == []


def test_revenue_of_price_and_quantity(tmp_path: Path) -> None:
    frame = pd.DataFrame(
        {"store": ["N", "N", "S", "S"], "product": ["a", "b"] * 2, "units": [3, 2, 5, 1], "price": [2.5, 4, 2.5, 4]}
    )
    _, answer = talk(tmp_path, table(tmp_path, frame), "Revenue by store")
    assert "| N | 15.5 |" in answer and "| S | 16.5 |" in answer


def test_dates_with_the_day_first_in_json_are_not_turned_around(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    path = tmp_path / "source" / "visits.json"
    path.write_text(
        '[{"date":"05/01/2025","visits":3},{"date":"14/01/2025","visits":4},{"date":"02/02/2025","visits":9}]'
    )
    _, answer = talk(tmp_path, path, "Monthly visits")
    assert re.search(r"2025-01 \| 7", answer) and re.search(r"2025-02 \| 9", answer)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("2019년 매출 합계는?", "그 기간의 값이 없습니다"),
        ("2019년 월별 매출 그래프를 그려 주세요", "그 기간의 값이 없습니다"),
        ("What was the revenue in 2031?", "no values for that time"),
        ("2019년과 2024년 매출을 비교해 주세요", "그 기간의 값이 없습니다"),
    ],
)
def test_a_time_that_the_file_does_not_have_is_no_zero(tmp_path, question, words):
    path = tmp_path / "gym.csv"
    rows = [
        f"{year}-{month:02d},{branch},{100 + month}"
        for year in (2023, 2024)
        for month in range(1, 13)
        for branch in "가나"
    ]
    path.write_text("\n".join(["월,지점,매출", *rows]), encoding="utf-8")
    chat = Chat(tmp_path)
    chat.add(path)
    answer = chat.ask(question)
    assert words in answer
    assert "2023" in answer and "2024" in answer


def test_a_name_that_is_only_given_a_colour_chooses_nothing(tmp_path):
    path = tmp_path / "gym.csv"
    rows = [f"2024-{month:02d},{branch},{100 + month}" for month in range(1, 13) for branch in ("강남", "홍대")]
    path.write_text("\n".join(["월,지점,매출", *rows]), encoding="utf-8")
    chat = Chat(tmp_path)
    chat.add(path)
    chat.ask("월별 매출을 지점별 선 그래프로, 강남은 빨간색으로")
    assert set(chat.drawings[-1].lines) == {"강남", "홍대"}
    assert chat.drawings[-1].colors["강남"] == "tab:red"
    chat.ask("강남만 파란색으로 그려 주세요")
    assert len(chat.drawings[-1].lines) == 1
