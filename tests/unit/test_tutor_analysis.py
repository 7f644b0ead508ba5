"""What the tutor says about a table is what pandas says: twelve tables, ten requests each, in three languages."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.tutor_chat import Chat
from tests.tutor_tables import TABLES

Expected = Callable[[pd.DataFrame], list[Any]]


def shown(value: Any) -> str:
    """A number as the tutor writes it; text as it is."""
    if isinstance(value, str):
        return value
    value = float(value)
    whole = abs(value) >= 100 or value == round(value)
    text = f"{value:,.0f}" if whole else f"{value:,.2f}".rstrip("0").rstrip(".")
    return text.replace("-", "−")


def per_cent(value: Any) -> str:
    """A share as the tutor writes it."""
    return f"{float(value):,.1f}%".replace("-", "−")


def quarter(frame: pd.DataFrame) -> pd.Series:
    """2022-Q1 for the three notations of the tables."""
    column = frame["기간"] if "기간" in frame else frame["Period"] if "Period" in frame else frame["季度"]
    digits = column.str.extract(r"(?P<year>\d{4})")["year"]
    part = column.str.replace(r"\d{4}", "", regex=True).str.extract(r"([1-4])")[0]
    return digits + "-Q" + part


SALES = "매출(만원)"
REQUESTS: dict[str, list[tuple[str, Expected]]] = {
    "cafe": [
        ("전체 매출은 얼마인가요?", lambda d: [d[SALES].sum()]),
        ("지역별 매출 합계를 구해 주세요", lambda d: list(d.groupby("지역")[SALES].sum())),
        ("2024년 품목별 매출은?", lambda d: list(d[d.year == "2024"].groupby("품목")[SALES].sum())),
        ("서울의 2023년 매출은 얼마야?", lambda d: [d[(d.year == "2023") & (d["지역"] == "서울")][SALES].sum()]),
        ("매출이 가장 낮은 지역은?", lambda d: [f"**{d.groupby('지역')[SALES].sum().idxmin()}**"]),
        ("지역별 매출 비중", lambda d: [per_cent(v / d[SALES].sum() * 100) for v in d.groupby("지역")[SALES].sum()]),
        (
            "수량과 매출의 상관관계를 알려 줘",
            lambda d: [f"{d['수량'].corr(d[SALES]):.2f}".replace("-", "−")],
        ),
        (
            "품목별 수량당 매출을 계산해 줘",
            lambda d: list(d.groupby("품목")[SALES].sum() / d.groupby("품목")["수량"].sum()),
        ),
        ("부산을 빼고 연도별 매출 합계", lambda d: list(d[d["지역"] != "부산"].groupby("year")[SALES].sum())),
        ("커피의 월평균이 아니라 행 평균 매출은?", lambda d: [d[d["품목"] == "커피"][SALES].mean()]),
    ],
    "bikes": [
        ("What is the total Umsatz?", lambda d: [d["Umsatz"].sum()]),
        ("Umsatz by Kategorie", lambda d: list(d.groupby("Kategorie")["Umsatz"].sum())),
        ("Calculate profit by year", lambda d: list((d["Umsatz"] - d["Kosten"]).groupby(d["year"]).sum())),
        (
            "What is the margin by category?",
            lambda d: [
                per_cent((1 - b / a) * 100) for a, b in d.groupby("Kategorie")[["Umsatz", "Kosten"]].sum().values
            ],
        ),
        (
            "Which category had the highest Umsatz in 2023?",
            lambda d: [f"**{d[d.year == 2023].groupby('Kategorie')['Umsatz'].sum().idxmax()}**"],
        ),
        ("average Kosten per year", lambda d: list(d.groupby("year")["Kosten"].mean())),
        ("Show revenue for Helme by year", lambda d: list(d[d.Kategorie == "Helme"].groupby("year")["Umsatz"].sum())),
        ("How much was the cost in 2024?", lambda d: [d[d.year == 2024]["Kosten"].sum()]),
        (
            "Which category grew most?",
            lambda d: [
                per_cent(
                    (
                        (p := d.pivot_table(index="year", columns="Kategorie", values="Umsatz", aggfunc="sum")).iloc[-1]
                        / p.iloc[0]
                        - 1
                    ).max()
                    * 100
                )
            ],
        ),
        (
            "what share of revenue does each category have",
            lambda d: [per_cent(v / d.Umsatz.sum() * 100) for v in d.groupby("Kategorie")["Umsatz"].sum()],
        ),
    ],
    "weather": [
        (
            "What was the total rainfall in 2022 by city?",
            lambda d: list(d[d.year == "2022"].groupby("city")["rainfall_mm"].sum()),
        ),
        ("Average temperature by city", lambda d: list(d.groupby("city")["temperature_c"].mean())),
        ("Plot average temperature by month for each city", lambda d: [d[d.city == "Jeju"]["temperature_c"].max()]),
        ("Which month was the coldest?", lambda d: [d.groupby("month")["temperature_c"].mean().idxmin()]),
        ("rainfall by year and city", lambda d: list(d.groupby(["year", "city"])["rainfall_mm"].sum())),
        ("What is the highest rainfall month?", lambda d: [d.groupby("month")["rainfall_mm"].sum().idxmax()]),
        ("Histogram of rainfall", lambda d: [d["rainfall_mm"].mean(), d["rainfall_mm"].median()]),
        ("Seoul의 2023년 강수량 합계는?", lambda d: [d[(d.year == "2023") & (d.city == "Seoul")]["rainfall_mm"].sum()]),
        (
            "correlation between temperature and rainfall",
            lambda d: [f"{d['temperature_c'].corr(d['rainfall_mm']):.2f}".replace("-", "−")],
        ),
        ("Are there missing values?", lambda d: [f"{len(d)} rows"]),
    ],
    "energy": [
        ("kwh by building", lambda d: list(d.groupby("building")["use.kwh"].sum())),
        ("How did water use change over time?", lambda d: list(d.groupby("year")["use.water_m3"].sum())),
        (
            "Which building used the most energy in 2020?",
            lambda d: [f"**{d[d.year == 2020].set_index('building')['use.kwh'].idxmax()}**"],
        ),
        (
            "Plot kwh per year for Library and Gym",
            lambda d: [d[d.building == "Gym"]["use.kwh"].max(), d[d.building == "Library"]["use.kwh"].min()],
        ),
        ("total kwh from 2019 to 2021", lambda d: [d[d.year.between(2019, 2021)]["use.kwh"].sum()]),
        ("average kwh of each building", lambda d: list(d.groupby("building")["use.kwh"].mean())),
        ("top 2 buildings by kwh", lambda d: list(d.groupby("building")["use.kwh"].sum().nlargest(2))),
        (
            "kwh growth by building",
            lambda d: [
                per_cent((g["use.kwh"].iloc[-1] / g["use.kwh"].iloc[0] - 1) * 100) for _, g in d.groupby("building")
            ],
        ),
        ("What is in this file?", lambda d: ["28", "Library"]),
        (
            "건물별 전력 사용량 비중은?",
            lambda d: [per_cent(v / d["use.kwh"].sum() * 100) for v in d.groupby("building")["use.kwh"].sum()],
        ),
    ],
    "budget": [
        (
            "부서별 예산과 지출의 차이를 연도별로 계산해 주세요",
            lambda d: list((d["예산 (백만원)"] - d["지출 (백만원)"]).groupby([d.year, d["부서"]]).sum()),
        ),
        (
            "예산 대비 지출 비율을 부서별로 알려줘",
            lambda d: list(d.groupby("부서")["지출 (백만원)"].sum() / d.groupby("부서")["예산 (백만원)"].sum()),
        ),
        ("2024년 4분기 지출은?", lambda d: [d[quarter(d) == "2024-Q4"]["지출 (백만원)"].sum()]),
        (
            "개발 부서를 제외하고 연도별 지출 합계",
            lambda d: list(d[d["부서"] != "개발"].groupby("year")["지출 (백만원)"].sum()),
        ),
        ("영업의 평균 예산은?", lambda d: [d[d["부서"] == "영업"]["예산 (백만원)"].mean()]),
        ("분기별 지출을 부서별 누적 막대 그래프로 그려줘", lambda d: [d[d["부서"] == "인사"]["지출 (백만원)"].max()]),
        ("지출이 가장 많은 부서는 어디야?", lambda d: [f"**{d.groupby('부서')['지출 (백만원)'].sum().idxmax()}**"]),
        (
            "2023년 분기별 예산 합계를 표로",
            lambda d: list(d[d.year == "2023"].groupby(quarter(d))["예산 (백만원)"].sum()),
        ),
        ("지출이 가장 적었던 분기는?", lambda d: [shown(d.groupby(quarter(d))["지출 (백만원)"].sum().min())]),
        (
            "예산과 지출을 연도별로 비교해 주세요",
            lambda d: [*d.groupby("year")["예산 (백만원)"].sum(), *d.groupby("year")["지출 (백만원)"].sum()],
        ),
    ],
    "scores": [
        ("반별 평균 수학 점수를 막대 그래프로", lambda d: list(d.groupby("반")["수학"].mean())),
        ("국어와 영어의 상관관계를 산점도로", lambda d: [f"{d['국어'].corr(d['영어']):.2f}".replace("-", "−")]),
        (
            "성별 평균 점수를 비교해 줘",
            lambda d: [v for row in d.groupby("성별")[["국어", "수학", "영어"]].mean().values for v in row],
        ),
        ("수학 점수의 분포를 보여 줘", lambda d: [d["수학"].mean(), d["수학"].median()]),
        ("영어 평균이 가장 높은 반은?", lambda d: [f"**{d.groupby('반')['영어'].mean().idxmax()}**"]),
        ("1반의 국어 평균은?", lambda d: [d[d["반"] == "1반"]["국어"].mean()]),
        ("영어 최고점은 몇 점인가요? 최댓값", lambda d: [d["영어"].max()]),
        ("국어 중앙값을 반별로", lambda d: list(d.groupby("반")["국어"].median())),
        ("결측치가 있는지 확인해 줘", lambda d: ["45행"]),
        ("남학생이 아니라 성별 인원, 곧 몇 명씩인지 건수를 세어 줘", lambda d: list(d.groupby("성별").size())),
    ],
    "population": [
        ("Line chart of population by country", lambda d: [d.loc["Korea", "2023"], d.loc["Japan", "2018"]]),
        (
            "Which country grew most?",
            lambda d: ["**Vietnam**", per_cent((d.loc["Vietnam", "2023"] / d.loc["Vietnam", "2018"] - 1) * 100)],
        ),
        ("Korea population in 2020", lambda d: [d.loc["Korea", "2020"]]),
        ("Which country shrank most?", lambda d: ["**Japan**"]),
        ("Total population in 2023", lambda d: [d["2023"].sum()]),
        ("population of Chile by year", lambda d: list(d.loc["Chile"])),
        ("share of population by country in 2023", lambda d: [per_cent(v / d["2023"].sum() * 100) for v in d["2023"]]),
        ("Bar chart of population by country in 2018", lambda d: list(d["2018"])),
        ("Smallest country in 2021", lambda d: [f"**{d['2021'].idxmin()}**"]),
        ("2019년 나라별 인구를 보여 주세요", lambda d: list(d["2019"])),
    ],
    "charity": [
        ("Show income and expenses by quarter as a line chart", lambda d: [d["Income"].max(), d["Expenses"].min()]),
        (
            "What's the difference between income and expenses by year?",
            lambda d: list((d.Income - d.Expenses).groupby(d.year).sum()),
        ),
        ("total income", lambda d: [d.Income.sum()]),
        ("Income in 2023", lambda d: [d[d.year == "2023"].Income.sum()]),
        ("Expenses in Q3 2024", lambda d: [d[quarter(d) == "2024-Q3"].Expenses.sum()]),
        ("average expenses per year", lambda d: list(d.groupby("year").Expenses.mean())),
        ("Which quarter had the highest expenses?", lambda d: [d.Expenses.max()]),
        (
            "ratio of expenses to income by year",
            lambda d: list(d.groupby("year").Expenses.sum() / d.groupby("year").Income.sum()),
        ),
        ("cumulative income", lambda d: [d.Income.sum()]),
        (
            "year over year growth of income",
            lambda d: [per_cent(v * 100) for v in d.groupby("year").Income.sum().pct_change().dropna()],
        ),
    ],
    "shops": [
        ("请按季度画出各门店销售额的折线图", lambda d: [d[d["门店"] == "北京店"]["销售额"].max()]),
        (
            "2024年销售额最高的门店是哪个？",
            lambda d: [f"**{d[d.year == '2024'].groupby('门店')['销售额'].sum().idxmax()}**"],
        ),
        (
            "各门店销售额占比",
            lambda d: [per_cent(v / d["销售额"].sum() * 100) for v in d.groupby("门店")["销售额"].sum()],
        ),
        ("总销售额是多少？", lambda d: [d["销售额"].sum()]),
        ("各门店每年的销售额", lambda d: list(d.groupby(["year", "门店"])["销售额"].sum())),
        ("上海店2023年的销售额是多少？", lambda d: [d[(d.year == "2023") & (d["门店"] == "上海店")]["销售额"].sum()]),
        ("各门店平均销售额", lambda d: list(d.groupby("门店")["销售额"].mean())),
        ("매장별 매출 합계를 알려 주세요", lambda d: list(d.groupby("门店")["销售额"].sum())),
        ("Total sales by store", lambda d: list(d.groupby("门店")["销售额"].sum())),
        ("销售额最低的季度", lambda d: [d.groupby(quarter(d))["销售额"].sum().min()]),
    ],
    "startup": [
        ("plot net income by quarter", lambda d: [-50, 55]),
        ("net income by year", lambda d: list(d.groupby("year").net_income.sum())),
        ("When was net income lowest?", lambda d: ["Q1 2021", -50]),
        ("What was the net income in 2023?", lambda d: [d[d.year == "2023"].net_income.sum()]),
        ("average net income per year", lambda d: list(d.groupby("year").net_income.mean())),
        ("순이익을 연도별 막대 그래프로", lambda d: list(d.groupby("year").net_income.sum())),
        ("cumulative net income", lambda d: [d.net_income.sum(), d.net_income.cumsum().min()]),
        ("maximum net income", lambda d: [55]),
        ("2024년 1분기 순이익은?", lambda d: [30]),
        ("net income in Q4 of each year", lambda d: [-45, 3, 22, 55]),
    ],
    "visits": [
        ("진료과별 방문 건수를 막대 그래프로", lambda d: list(d.groupby("진료과").size())),
        ("월별 방문 건수", lambda d: list(d.groupby("month").size())),
        ("구별 방문 건수는?", lambda d: list(d.groupby("구").size())),
        ("내과 방문은 모두 몇 건인가요?", lambda d: [(d["진료과"] == "내과").sum()]),
        ("어느 진료과의 방문 건수가 가장 많나요?", lambda d: [d.groupby("진료과").size().max()]),
        ("강남구의 진료과별 건수", lambda d: list(d[d["구"] == "강남구"].groupby("진료과").size())),
        ("이 파일에 어떤 열이 있나요?", lambda d: ["방문일", "진료과"]),
        ("빈칸이 있는지 확인해 주세요", lambda d: ["60행"]),
        ("2024년 3월 방문 건수는?", lambda d: [(d.month == "2024-03").sum()]),
        ("How many rows are there per 진료과?", lambda d: list(d.groupby("진료과").size())),
    ],
    "branches": [
        ("월별 매출을 지점별 선 그래프로 그려 주세요", lambda d: [d["강남점"].iloc[-1], d["홍대점"].iloc[0]]),
        ("연도별 매출 합계", lambda d: list(d.groupby("연도")[["강남점", "홍대점"]].sum().sum(axis=1))),
        ("분기별 지점별 매출을 구해 주세요", lambda d: [d["강남점"].iloc[:3].sum(), d["홍대점"].iloc[-3:].sum()]),
        ("강남점의 2024년 매출은?", lambda d: [d[d["연도"] == 2024]["강남점"].sum()]),
        ("2번째 지점의 연도별 매출", lambda d: list(d.groupby("연도")["홍대점"].sum())),
        ("강남점과 홍대점의 차이를 연도별로", lambda d: list((d["강남점"] - d["홍대점"]).groupby(d["연도"]).sum())),
        ("2024년 1분기 강남점 매출", lambda d: [d["강남점"].iloc[12:15].sum()]),
        ("어느 지점이 가장 많이 팔았나요?", lambda d: [f"**{d[['강남점', '홍대점']].sum().idxmax()}**"]),
        (
            "지점별 매출 비중을 원 그래프로",
            lambda d: [per_cent(d["강남점"].sum() / d[["강남점", "홍대점"]].sum().sum() * 100)],
        ),
        ("2023년 12월 매출은 모두 얼마인가요?", lambda d: [d["강남점"].iloc[11] + d["홍대점"].iloc[11]]),
    ],
    "channels": [
        (
            "How many customers did Online have in 2024?",
            lambda d: [d[(d.Year == 2024) & (d.Channel == "Online")].Customers.sum()],
        ),
        (
            "revenue per customer by channel",
            lambda d: list(d.groupby("Channel").Revenue.sum() / d.groupby("Channel").Customers.sum()),
        ),
        (
            "고객 1명당 매출을 채널별로 비교해 주세요",
            lambda d: list(d.groupby("Channel").Revenue.sum() / d.groupby("Channel").Customers.sum()),
        ),
        ("Which quarter had the best revenue for Shops?", lambda d: [d[d.Channel == "Shops"].Revenue.max()]),
        (
            "What share of revenue came from Online in 2025?",
            lambda d: [
                (lambda r: f"**Online**: {per_cent(r['Online'] / r.sum() * 100)}")(
                    d[d.Year == 2025].groupby("Channel").Revenue.sum()
                )
            ],
        ),
        (
            "Compare 2022 and 2025 revenue by channel",
            lambda d: [v for year in (2022, 2025) for v in d[d.Year == year].groupby("Channel").Revenue.sum()],
        ),
        ("Q2 revenue of each year", lambda d: list(d[d.Quarter == "Q2"].groupby("Year").Revenue.sum())),
        (
            "difference between Online and Shops revenue in 2025",
            lambda d: [
                d[(d.Year == 2025) & (d.Channel == "Online")].Revenue.sum()
                - d[(d.Year == 2025) & (d.Channel == "Shops")].Revenue.sum()
            ],
        ),
        ("What was the average quarterly cost of Shops?", lambda d: [d[d.Channel == "Shops"].Cost.mean()]),
        (
            "Give me the profit margin for each channel in 2023",
            lambda d: [
                per_cent((1 - g.Cost.sum() / g.Revenue.sum()) * 100) for _, g in d[d.Year == 2023].groupby("Channel")
            ],
        ),
        (
            "온라인 말고 Shops의 2025년 이익은?",
            lambda d: [(lambda g: g.Revenue.sum() - g.Cost.sum())(d[(d.Year == 2025) & (d.Channel == "Shops")])],
        ),
        ("온라인을 빼고 연도별 매출", lambda d: list(d[d.Channel != "Online"].groupby("Year").Revenue.sum())),
        (
            "按渠道计算2025年的利润",
            lambda d: [g.Revenue.sum() - g.Cost.sum() for _, g in d[d.Year == 2025].groupby("Channel")],
        ),
    ],
    "books": [
        ("2번째 제품의 2024년 매출은?", lambda d: [d[d.year == "2024"]["머신러닝 첫걸음"].sum()]),
        ("매출 상위 3개 분기를 알려 주세요", lambda d: list(d.iloc[:, 1:4].sum(axis=1).nlargest(3))),
        (
            "GPT 도해와 머신러닝 첫걸음의 차이를 분기별 선 그래프로",
            lambda d: [(d["GPT 도해"] - d["머신러닝 첫걸음"]).max()],
        ),
        ("제일 많이 줄어든 제품은?", lambda d: ["**데이터 분석 열 가지**"]),
        ("평균 분기 매출을 제품별로", lambda d: list(d.iloc[:, 1:4].mean())),
        (
            "데이터 분석 열 가지를 빼고 연도별 매출",
            lambda d: list((d["GPT 도해"] + d["머신러닝 첫걸음"]).groupby(d.year).sum()),
        ),
        ("4분기 매출만 연도별로 보여 주세요", lambda d: list(d[d["분기"].str.endswith("Q4")].iloc[:, 1:4].sum(axis=1))),
        (
            "전년 대비 매출 증가율",
            lambda d: [
                per_cent(v * 100) for v in d.iloc[:, 1:4].sum(axis=1).groupby(d.year).sum().pct_change().dropna()
            ],
        ),
    ],
}
CASES = [(name, question, expected) for name, cases in REQUESTS.items() for question, expected in cases]


@pytest.mark.parametrize(("name", "question", "expected"), CASES, ids=[f"{n}: {q}" for n, q, _ in CASES])
def test_the_answer_holds_what_pandas_computes(name: str, question: str, expected: Expected, tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    path, truth = TABLES[name](source)
    chat = Chat(tmp_path)
    answer = chat.ask(question, path)
    assert chat.skill == "analysis"
    missing = [text for text in map(shown, expected(truth)) if text not in answer]
    assert not missing, answer


@pytest.mark.parametrize(
    ("question", "colors"),
    [
        (
            "분기별 매출을 제품별 선 그래프로 그려 주세요. 선 색은 초록, 연한 빨강, 연한 파랑",
            ["tab:green", "lightcoral", "lightskyblue"],
        ),
        (
            "Line chart of sales by quarter: green, light red and light blue",
            ["tab:green", "lightcoral", "lightskyblue"],
        ),
        ("分季度画出各产品销售额的折线图，颜色为绿色、浅红、浅蓝", ["tab:green", "lightcoral", "lightskyblue"]),
        ("분기별 선 그래프. 백합은 노랑, 장미는 빨강, 튤립은 #123456", ["tab:red", "gold", "#123456"]),
        (
            "Quarterly line chart with 튤립 in black, 장미 in dark blue and 백합 in orange",
            ["darkblue", "tab:orange", "black"],
        ),
    ],
)
def test_lines_have_the_colours_asked_for(question: str, colors: list[str], tmp_path: Path) -> None:
    chat = Chat(tmp_path)
    chat.ask(question, flowers(tmp_path))
    (drawing,) = chat.drawings
    assert drawing.colors == dict(zip(("장미", "백합", "튤립"), colors, strict=True))
    assert drawing.lines["백합"] == [20.0 + 3 * n for n in range(12)]


@pytest.mark.parametrize(
    "question",
    [
        "월별 매출을 지역별 선 그래프로",
        "월별 매출을 지역별 막대 그래프로",
        "연도별 매출을 지역별 누적 막대 그래프로",
        "월별 매출을 지역별 영역 그래프로",
        "지역별 매출을 원 그래프로",
        "지역별 품목별 매출을 막대 그래프로",
        "매출과 수량의 산점도",
        "매출의 히스토그램",
        "월별 지역별 매출을 히트맵으로",
        "매출 순위를 지역별 막대 그래프로",
        "지역별 매출 증가율을 막대 그래프로",
        "월별 매출 증가율을 선 그래프로",
        "분기별 지역별 매출 비중을 누적 막대 그래프로",
        "서울과 부산의 매출 차이를 분기별 선 그래프로",
        "지역별 월평균 매출을 막대 그래프로",
    ],
)
def test_every_kind_of_chart_is_drawn_to_the_last_pixel(question: str, tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    path, _ = TABLES["cafe"](tmp_path / "source")
    chat = Chat(tmp_path, renders=True)
    chat.ask(question, path)
    assert len(chat.failures) == 1  # the first try, before the encoding is known
    assert len(chat.drawings) == 1


def test_a_chart_carries_title_and_labelled_axes_in_the_language_of_the_question(tmp_path: Path) -> None:
    chat = Chat(tmp_path)
    chat.ask("분기별 매출을 제품별 선 그래프로. 제목은 '봄꽃 매출'로 해 주세요", flowers(tmp_path))
    assert chat.drawings[0].title == "봄꽃 매출"
    assert chat.drawings[0].labels == ("분기", "매출")


def test_a_follow_up_changes_only_what_it_says(tmp_path: Path) -> None:
    chat = Chat(tmp_path)
    chat.ask("분기별 매출을 제품별 선 그래프로 그려 주세요. 초록, 주황, 파랑", flowers(tmp_path))
    chat.ask("이번에는 2023년만 보여 주세요")
    assert chat.drawings[1].lines["장미"] == [10.0 + 5 * n for n in range(4, 8)]
    assert chat.drawings[1].colors == chat.drawings[0].colors
    chat.ask("같은 데이터를 막대 그래프로 바꿔 주세요")
    assert not chat.drawings[2].lines and len(chat.drawings[2].bars) == 12
    answer = chat.ask("2024년 장미 매출은 얼마인가요?")
    assert shown(sum(10 + 5 * n for n in range(8, 12))) in answer


def test_a_chart_that_cannot_hold_the_values_gives_way_to_one_that_can(tmp_path: Path) -> None:
    path = tmp_path / "profit.csv"
    path.write_text("store,profit\nA,120\nB,-40\nC,60\n", encoding="utf-8")
    chat = Chat(tmp_path)
    answer = chat.ask("Pie chart of profit by store", path)
    assert len(chat.failures) == 1
    assert sorted(chat.drawings[-1].bars) == [-40.0, 60.0, 120.0]
    assert "negative" in answer


def test_the_same_question_is_answered_with_the_same_code_and_words(tmp_path: Path) -> None:
    runs = []
    for number in (1, 2):
        folder = tmp_path / str(number)
        folder.mkdir()
        chat = Chat(folder)
        answer = chat.ask("분기별 매출 합계를 구하고 제품별 선 그래프로 그려 주세요", flowers(folder))
        runs.append((answer, [call.code for call in chat.calls]))
    assert runs[0] == runs[1]


def flowers(folder: Path) -> Path:
    """A wide table of three products, as the chapter's own is."""
    periods = [f"{year}-Q{part}" for year in (2022, 2023, 2024) for part in (1, 2, 3, 4)]
    frame = pd.DataFrame(
        {
            "분기": periods,
            "장미": [10 + 5 * n for n in range(12)],
            "백합": [20 + 3 * n for n in range(12)],
            "튤립": [90 - 6 * n for n in range(12)],
        }
    )
    path = folder / "flower_sales.csv"
    frame.to_csv(path, index=False, encoding="utf-8-sig")
    return path
