"""Awkward tables and awkward requests: what the tutor says is what pandas says, in three languages."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from tests.tutor_chat import Chat, numbers_in
from tests.tutor_more_tables import MORE_TABLES

Expected = Callable[[pd.DataFrame], list[Any]]
WEEKDAYS = list("월화수목금토일")
MARKS = ["Q1 Ease of use", "Q2 Price", "Q3 Support"]


def rate(part: Any, whole: Any) -> list[float]:
    return list(part / whole * 100)


REQUESTS: dict[str, list[tuple[str, Expected]]] = {
    "hotel": [
        ("전체 객실요금 합계는 얼마인가요?", lambda d: [d["객실요금"].sum()]),
        ("객실유형별 평균 요금을 알려줘", lambda d: list(d.groupby("객실유형")["객실요금"].mean())),
        ("취소된 예약은 몇 건이야?", lambda d: [(d["취소여부"] == "예").sum()]),
        ("취소율은 얼마인가요?", lambda d: [(d["취소여부"] == "예").mean() * 100]),
        ("두 번째로 예약이 많은 국적은?", lambda d: [f"**{d['국적'].value_counts().index[1]}**"]),
        ("요일별 예약 건수", lambda d: list(d.groupby("weekday").size())),
        (
            "어느 요일에 예약이 가장 많아?",
            lambda d: [f"**{WEEKDAYS[d.groupby('weekday').size().idxmax()]}**"],
        ),
        (
            "3월부터 5월까지 객실요금 합계",
            lambda d: [d[d.month.between("2024-03", "2024-05")]["객실요금"].sum()],
        ),
        (
            "Show the share of bookings by nationality as a pie chart",
            lambda d: list(d["국적"].value_counts(normalize=True) * 100),
        ),
        ("호텔의 순이익을 월별로 그려줘", lambda d: ["순이익 열이 없"]),
        ("연령대별 예약 건수", lambda d: ["연령대에 해당하는 열이 없"]),
    ],
    "meter": [
        ("At which hour of the day is consumption highest on average?", lambda d: [f"**{_busiest(d):02d}:00**"]),
        ("Is weekend usage higher than weekday usage on average?", lambda d: list(d.groupby("weekend").kwh.mean())),
        (
            "total kwh between 2024-03-05 and 2024-03-11",
            lambda d: [d[d.day.between("2024-03-05", "2024-03-11")].kwh.sum()],
        ),
        ("Show a 7-day moving average of daily kwh", lambda d: [d.groupby("day").kwh.sum().rolling(7).mean().iloc[-1]]),
        ("How many readings exceed 4 kWh?", lambda d: [(d.kwh > 4).sum()]),
        ("주별 전력 사용량 합계", lambda d: ["2024-03-18"]),
    ],
    "matches": [
        ("How many home goals did Ulsan score?", lambda d: [d[d["Home Team"] == "Ulsan"]["Home Goals"].sum()]),
        ("Average attendance per season", lambda d: list(d.groupby("Season").Attendance.mean())),
        (
            "What is the difference between home goals and away goals by season?",
            lambda d: list(d.groupby("Season")["Home Goals"].sum() - d.groupby("Season")["Away Goals"].sum()),
        ),
        ("How many matches had attendance above 20,000?", lambda d: [(d.Attendance > 20000).sum()]),
        ("What's the maximum attendance?", lambda d: [d.Attendance.max()]),
    ],
    "rain": [
        ("관측소별 연간 강수량 합계는?", lambda d: list(d.sum(axis=1))),
        ("강수량이 가장 많았던 달은?", lambda d: [f"**{d.sum().idxmax()}**"]),
        ("여름(6~8월) 강수량 합계를 관측소별로", lambda d: list(d[["6월", "7월", "8월"]].sum(axis=1))),
        ("제주는 전체의 몇 퍼센트야?", lambda d: [d.loc["제주"].sum() / d.to_numpy().sum() * 100]),
        ("profit by station", lambda d: ["no column for “profit”"]),
    ],
    "staff": [
        ("2024년 4분기 부서별 입사는?", lambda d: list(d[d["분기"] == "2024-Q4"]["입사"])),
        (
            "Which department hired the most people in 2022?",
            lambda d: [f"**{d[d.year == '2022'].groupby('부서')['입사'].sum().idxmax()}**"],
        ),
        ("퇴사가 입사보다 많은 분기는?", lambda d: [_more_left(d)]),
        ("입사와 퇴사의 합을 부서별로", lambda d: list((d["입사"] + d["퇴사"]).groupby(d["부서"]).sum())),
        ("내년 입사를 예측해줘", lambda d: [_line(d.groupby("year")["입사"].sum(), 1), "직선 추세", "2025년"]),
        ("2026년 퇴사는 몇 명일까? 예측해줘", lambda d: [_line(d.groupby("year")["퇴사"].sum(), 2), "2026년"]),
    ],
    "fiscal": [
        ("Segment A in FY23?", lambda d: [171]),
        ("What is the CAGR of Segment A?", lambda d: [((190 / 120) ** 0.2 - 1) * 100]),
        ("average churn", lambda d: [d.Churn.mean()]),
        ("Segment A 대비 Segment B 비율을 연도별로", lambda d: list(d["Segment B"] / d["Segment A"])),
        ("Sum of both segments per year", lambda d: list(d["Segment A"] + d["Segment B"])),
        ("What share of the total was Segment B in FY24?", lambda d: [110 / 300 * 100]),
        ("FY21부터 FY24까지 Segment A 합계", lambda d: [128 + 150 + 171 + 190]),
    ],
    "prices": [
        ("종가의 최고값은 얼마야?", lambda d: [d["종가"].max()]),
        (
            "처음부터 끝까지 종가는 몇 % 올랐어?",
            lambda d: [abs(d["종가"].iloc[-1] / d["종가"].iloc[0] - 1) * 100],
        ),
        ("고가와 저가의 차이가 가장 큰 날은?", lambda d: [f"**{d['날짜'][(d['고가'] - d['저가']).idxmax()]}**"]),
        ("종가의 중앙값과 표준편차는?", lambda d: [d["종가"].median(), d["종가"].std()]),
        ("2024년 3월의 평균 거래량은?", lambda d: [d[d.month == "2024-03"]["거래량"].mean()]),
    ],
    "survey": [
        ("What is the average score for each question?", lambda d: list(d[MARKS].mean())),
        ("Which question has the lowest average?", lambda d: [f"**{d[MARKS].mean().idxmin()}**"]),
        ("How many respondents would recommend (Yes)?", lambda d: [(d.recommend == "Yes").sum()]),
        ("여성의 Q1 평균은?", lambda d: [d[d.gender == "F"]["Q1 Ease of use"].mean()]),
        ("recommend by gender, counts", lambda d: list(d.groupby(["gender", "recommend"]).size())),
    ],
    "stock": [
        ("Which items are below their reorder point?", lambda d: [(d.Stock < d["Reorder Point"]).sum()]),
        ("What is the inventory value (stock times unit cost)?", lambda d: [(d.Stock * d["Unit Cost"]).sum()]),
        ("most expensive item", lambda d: ["**SK-007**"]),
        ("Are there missing values?", lambda d: ["Stock: 4"]),
    ],
    "homes": [
        (
            "강남구 아파트의 평균 거래금액",
            lambda d: [d[(d["구"] == "강남구") & (d["유형"] == "아파트")]["거래금액(만원)"].mean()],
        ),
        ("연도별 거래 건수", lambda d: list(d.groupby("year").size())),
        ("전용면적 85㎡ 초과 거래는 몇 건인가요?", lambda d: [(d["전용면적(㎡)"] > 85).sum()]),
        ("거래금액이 가장 비싼 거래는?", lambda d: [d["거래금액(만원)"].max()]),
        ("객단가 알려줘", lambda d: ["거래금액"]),
    ],
    "accounts": [
        ("What was the revenue in March?", lambda d: [1377]),
        ("In which month was operating profit lowest?", lambda d: ["**Mar**"]),
        ("Which months had an operating loss?", lambda d: ["Mar", "Jun"]),
        ("How much did revenue change from January to June?", lambda d: [(977 / 921 - 1) * 100]),
    ],
    "trips": [
        ("How many trips were there?", lambda d: [len(d)]),
        ("total revenue on weekends", lambda d: [d[d.weekend].fare_usd.sum()]),
        (
            "fare per km by zone",
            lambda d: list(d.groupby("zone").fare_usd.sum() / d.groupby("zone").distance_km.sum()),
        ),
        ("tip as a percentage of fare", lambda d: [d.tip_usd.sum() / d.fare_usd.sum() * 100]),
        ("trips longer than 30 km", lambda d: [(d.distance_km > 30).sum()]),
        ("top 5 days by fare", lambda d: list(d.groupby("day").fare_usd.sum().nlargest(5))),
    ],
    "regions": [
        ("各地区的利润是多少？", lambda d: list((d["收入"] - d["成本"]).groupby(d["地区"]).sum())),
        (
            "2024年比2023年收入增长了多少？",
            lambda d: [abs(d[d.year == "2024"]["收入"].sum() / d[d.year == "2023"]["收入"].sum() - 1) * 100],
        ),
        ("收入第二高的地区", lambda d: [f"**{d.groupby('地区')['收入'].sum().sort_values().index[-2]}**"]),
        ("수입의 3개월 이동평균", lambda d: [_by_month(d).rolling(3).mean().iloc[-1]]),
        ("明年收入预测", lambda d: ["2025", "外推"]),
    ],
}


def _busiest(frame: pd.DataFrame) -> int:
    return int(frame.groupby("hour").kwh.mean().idxmax())


def _more_left(frame: pd.DataFrame) -> int:
    sums = frame.groupby("분기")[["입사", "퇴사"]].sum()
    return int((sums["퇴사"] > sums["입사"]).sum())


def _by_month(frame: pd.DataFrame) -> "pd.Series[float]":
    return frame.groupby("月份", sort=False)["收入"].sum()


def _line(values: "pd.Series[float]", ahead: int) -> float:
    """The value of the least-squares line so many steps after the last."""
    return float(np.polyval(np.polyfit(range(len(values)), values, 1), len(values) - 1 + ahead))


def holds(answer: str, value: Any) -> bool:
    """True where the answer names a text, or a number as nearly as it is written."""
    if isinstance(value, str):
        return value in answer
    said = [float(re.sub(r"[,%+]", "", n).replace("−", "-")) for n in numbers_in(answer)]
    near = 0.5 if abs(value) >= 100 else 0.05 if abs(value) >= 10 else 0.005
    return any(abs(n - float(value)) <= near * 1.001 or n == round(float(value), 1) for n in said)


@pytest.mark.parametrize(
    ("name", "question", "expected"),
    [(name, question, expected) for name, asked in REQUESTS.items() for question, expected in asked],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_answer_holds_what_pandas_computes(name: str, question: str, expected: Expected, tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    path, frame = MORE_TABLES[name](tmp_path / "source")
    answer = Chat(tmp_path).ask(question, path)
    assert [value for value in expected(frame) if not holds(answer, value)] == [], answer


@pytest.mark.parametrize("name", ["hotel", "meter", "matches", "rain", "prices", "accounts"])
def test_every_number_in_an_insight_is_a_computed_fact(name: str, tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    path, _ = MORE_TABLES[name](tmp_path / "source")
    chat = Chat(tmp_path)
    lines = [line for line in chat.ask("인사이트 세 가지를 알려줘", path).splitlines() if line.startswith("- ")]
    assert lines
    known = {n for call in chat.calls for text in re.findall(r'"text": "([^"]*)"', call.logs) for n in numbers_in(text)}
    periods = r"\d{4}-\d{2}(-\d{2})?|\d{4}년|\d{4}/\d{2}|\d{1,2}월|\d분기"
    for line in lines:
        assert set(numbers_in(re.sub(periods, " ", line))) <= known, (line, known)


def test_a_chart_by_hour_keeps_the_order_of_the_day_and_its_colour(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    path, frame = MORE_TABLES["meter"](tmp_path / "source")
    chat = Chat(tmp_path)
    chat.ask("시간대별 평균 전력 사용량을 막대그래프로", path)
    assert np.allclose(chat.drawings[-1].bars, frame.groupby("hour").kwh.mean())
    chat.ask("Plot kwh by hour as a line chart in #e4572e")
    assert list(chat.drawings[-1].colors.values()) == ["#E4572E"]


def test_a_trend_drawn_out_is_drawn_after_the_values(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    path, _ = MORE_TABLES["staff"](tmp_path / "source")
    chat = Chat(tmp_path, renders=True)
    chat.ask("부서별로 다음 2분기 입사를 예측해서 선 그래프로 그려줘", path)
    assert not chat.failures
    assert all(len(values) == 12 for values in chat.drawings[-1].lines.values())
    assert "추세의 연장" in chat.drawings[-1].title


def test_one_period_is_drawn_as_bars(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    path = tmp_path / "source" / "one.csv"
    pd.DataFrame({"year": [2024, 2024], "team": ["A", "B"], "points": [3, 4]}).to_csv(path, index=False)
    chat = Chat(tmp_path)
    answer = chat.ask("line chart of points by year for each team", path)
    assert chat.drawings[-1].bars == [3.0, 4.0]
    assert "only one period" in answer


def test_a_title_for_two_sentences_is_one_title(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    path, _ = MORE_TABLES["matches"](tmp_path / "source")
    chat = Chat(tmp_path)
    chat.ask("인사이트 두 문장을 써 줘", path)
    assert len(chat.ask("두 문장에 어울리는 제목을 지어줘").splitlines()) == 1
    assert len(chat.ask("제목 3개 추천해줘").splitlines()) == 3


def test_a_file_name_before_a_particle_is_the_decks(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    path, _ = MORE_TABLES["matches"](tmp_path / "source")
    assert "결산.pptx" in Chat(tmp_path).ask("결산.pptx라는 파일로 발표자료를 만들어 줘", path)


@pytest.mark.parametrize(
    ("request_", "branches"),
    [
        ("Make a chart of total visits", "ABCI"),
        ("A bar chart of visits by branch", "ABCI"),
        ("It's late: I want a table of the visits by branch", "ABCI"),
        ("What are the total visits of A?", "A"),
        ("A's total visits", "A"),
        ("total visits of branch a", "A"),
        ("A지점의 visits 합계는?", "A"),
        ("b 지점의 visits 합계는?", "B"),
        ("A and B: total visits", "AB"),
        ("Compare the total visits of A and C in a chart", "AC"),
        ("What are the total visits without A?", "BCI"),
    ],
)
@pytest.mark.parametrize("wide", [False, True])
def test_an_article_is_no_branch_called_a(request_: str, branches: str, wide: bool, tmp_path: Path) -> None:
    if wide and ("branch a" in request_ or "지점" in request_):
        pytest.skip("no column of a wide table is called branch")
    (tmp_path / "source").mkdir()
    path = tmp_path / "source" / "visits.csv"
    frame = pd.DataFrame(
        [
            {"quarter": f"{year}-Q{quarter}", "branch": branch, "visits": 100 * place + 13 * year % 89 + quarter}
            for year in (2023, 2024)
            for quarter in range(1, 5)
            for place, branch in enumerate("ABCI", 1)
        ]
    )
    shown = frame.pivot(index="quarter", columns="branch", values="visits").reset_index() if wide else frame
    shown.to_csv(path, index=False)
    chat = Chat(tmp_path)
    chat.ask(request_, path)
    code = chat.calls[-1].code
    result = re.search(r"RESULT: (.*)", chat.calls[-1].logs)
    assert result, code
    expected = frame[frame.branch.isin(list(branches))].visits.sum()
    total = sum(value for row in json.loads(result[1])["data"] for value in row)
    assert total == expected, (request_, code)
