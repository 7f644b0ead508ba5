"""Tables and requests as people have them: what the tutor says is what pandas says, and what is not there is said."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from tests.tutor_chat import Chat, numbers_in
from tests.tutor_strange_tables import STRANGE_TABLES
from tests.unit.test_tutor_more_tables import holds

Asked = str | tuple[str, ...]
Expected = Callable[[pd.DataFrame], Sequence[Any]]
Drawn = Callable[[Chat, pd.DataFrame], bool]


class Not(str):
    """What an answer must not hold."""


def bold(name: Any) -> str:
    """What is said in bold letters, the answer itself."""
    return f"**{name}**"


def in_year(frame: pd.DataFrame, year: str) -> pd.DataFrame:
    """The rows of one year."""
    return frame[frame.year == year]


def shares(values: "pd.Series[float]") -> list[float]:
    """Shares in percent."""
    return list(values / values.sum() * 100)


def _h(frame: pd.DataFrame, name: str) -> "pd.Series[float]":
    """The months of one line of the household's book."""
    return frame.set_index("항목").drop(columns="구분").loc[name].astype(float)


def _out(frame: pd.DataFrame) -> "pd.Series[float]":
    """What was spent on each item."""
    return frame[frame["구분"] == "지출"].set_index("항목").drop(columns="구분").sum(axis=1)


def _grown(frame: pd.DataFrame) -> float:
    """By how much the income of a car park grew, in percent."""
    years = frame.groupby("year")["Income (EUR)"].sum()
    return float(abs(years["2024"] / years["2023"] - 1) * 100)


def lib(frame: pd.DataFrame) -> pd.DataFrame:
    """Loans, libraries down and years across."""
    return frame.set_index("도서관").filter(like="년")


def _not_sum(frame: pd.DataFrame) -> Not:
    return Not(f"{in_year(frame, '2024').Headcount.sum():,}")


# Each: what is asked (several for a thread), what the last answer holds, and what the last chart shows.
REQUESTS: dict[str, list[tuple[Asked, Expected] | tuple[Asked, Expected, Drawn]]] = {
    "hospital": [
        ("2024년 진료수입 총액은 얼마예요?", lambda d: [in_year(d, "2024")["진료수입(천원)"].sum()]),
        ("전체 외래환자는 모두 몇 명이었나요?", lambda d: [d["외래환자수"].sum()]),
        ("진료과별 평균 대기시간 알려줘", lambda d: list(d.groupby("진료과")["평균대기시간(분)"].mean())),
        ("외래환자가 가장 적었던 달은 언제야?", lambda d: [f"**{d.groupby('진료월')['외래환자수'].sum().idxmin()}**"]),
        (
            "내과 외래환자 수가 2023년보다 2024년에 몇 % 늘었나?",
            lambda d: [
                abs(
                    in_year(d, "2024")[lambda x: x["진료과"] == "내과"]["외래환자수"].sum()
                    / in_year(d, "2023")[lambda x: x["진료과"] == "내과"]["외래환자수"].sum()
                    - 1
                )
                * 100
            ],
        ),
        ("입원환자수에 빈 값이 몇 개 있나요?", lambda d: [3]),
        ("피부과 진료수입은?", lambda d: ["피부과", "내과", "소아과", Not(f"{d['진료수입(천원)'].sum():,}")]),
        (
            "외래환자 1명당 진료수입을 과별로 계산해줘",
            lambda d: list(d.groupby("진료과")["진료수입(천원)"].sum() / d.groupby("진료과")["외래환자수"].sum()),
        ),
        ("대기시간이 30분 넘은 적은 몇 번?", lambda d: [(d["평균대기시간(분)"] > 30).sum()]),
        (
            (
                "진료과별 월별 외래환자수를 선그래프로 그려줘. 제목은 '외래 추이'로",
                "소아과만 다시",
                "2024년만 막대그래프로",
            ),
            lambda d: ([in_year(d, "2024")[lambda x: x["진료과"] == "소아과"]["외래환자수"].max()]),
            lambda c, d: (
                sorted(c.drawings[-1].bars)
                == sorted(in_year(d, "2024")[lambda x: x["진료과"] == "소아과"]["외래환자수"])
            ),
        ),
        ("2024년 13월 외래환자수는?", lambda d: ["13월"]),
    ],
    "grades": [
        ("What's the average math score per class?", lambda d: list(d.groupby("Class").Math.mean())),
        (
            "Who got the highest science mark in Term 2?",
            lambda d: [f"{d[d.Term == 'Term 2'].set_index('Student ID').Science.idxmax()}"],
        ),
        (
            "How many students scored below 60 in English in term 1?",
            lambda d: [((d.Term == "Term 1") & (d.English < 60)).sum()],
        ),
        ("Median of English, by class please", lambda d: list(d.groupby("Class").English.median())),
        ("which columns have missing values and how many", lambda d: ["Math: 3", "Science: 2"]),
        ("did attendance correlate with math?", lambda d: [round(d.Attendance.corr(d.Math), 2)]),
        (
            "average of each subject in Class B",
            lambda d: list(d[d.Class == "Class B"][["Math", "English", "Science"]].mean()),
        ),
        ("How did the mean Math score change from Term 1 to Term 2?", lambda d: list(d.groupby("Term").Math.mean())),
        ("Class D average?", lambda d: ["Class D", "Class A", "Class C"]),
        ("반별 과학 평균을 높은 순으로", lambda d: list(d.groupby("Class").Science.mean())),
        ("Draw a histogram of math scores in green", lambda d: [d.Math.mean()], lambda c, d: len(c.drawings) == 1),
    ],
    "meters": [
        ("총 사용량은 몇 kWh인가요?", lambda d: [d["사용량(kWh)"].sum()]),
        (
            "건물별 하루 평균 사용량",
            lambda d: list(d.groupby(["day", "건물"])["사용량(kWh)"].sum().groupby("건물").mean()),
        ),
        (
            "하루 중 몇 시에 전기를 제일 많이 써?",
            lambda d: [f"**{d.groupby('hour')['사용량(kWh)'].mean().idxmax()}시**"],
        ),
        ("1월 요금은 총 얼마 나왔어?", lambda d: [d[d.month == 1]["요금(원)"].sum()]),
        (
            "별관의 1월 사용량 합계랑 2월 사용량 합계 비교해줘",
            lambda d: list(d[d["건물"] == "별관"].groupby("month")["사용량(kWh)"].sum()),
        ),
        (
            "1월 15일 본관 사용량은?",
            lambda d: [d[(d.day == "2024-01-15") & (d["건물"] == "본관")]["사용량(kWh)"].sum()],
        ),
        ("요일별 평균 사용량 막대그래프", lambda d: list(d.groupby("wd")["사용량(kWh)"].mean())),
        ("평일과 주말 사용량 평균 비교", lambda d: list(d.groupby(d.wd >= 5)["사용량(kWh)"].mean())),
        (
            "본관이 전체 사용량의 몇 %를 차지하나",
            lambda d: [d[d["건물"] == "본관"]["사용량(kWh)"].sum() / d["사용량(kWh)"].sum() * 100],
        ),
        ("2024년 5월 사용량 알려줘", lambda d: ["5월", Not(f"{d['사용량(kWh)'].sum():,.0f}")]),
        (
            "일별 사용량의 7일 이동평균을 그려줘",
            lambda d: [d.groupby("day")["사용량(kWh)"].sum().rolling(7).mean().iloc[-1]],
        ),
    ],
    "league": [
        ("一共有多少场比赛？", lambda d: [len(d)]),
        ("各主队的平均观众人数", lambda d: list(d.groupby("主队")["观众人数"].mean())),
        ("观众人数最多的是哪一天的比赛？", lambda d: [d.set_index("日期")["观众人数"].idxmax()]),
        ("2023年主队进球总数是多少", lambda d: [in_year(d, "2023")["主队进球"].sum()]),
        ("主队进球减去客队进球，按主队列出", lambda d: list((d["主队进球"] - d["客队进球"]).groupby(d["主队"]).sum())),
        ("观众人数超过30000的比赛有多少场？", lambda d: [(d["观众人数"] > 30000).sum()]),
        ("深圳队的主队进球是多少？", lambda d: ["深圳", "北京队"]),
        ("观众人数的中位数", lambda d: [d["观众人数"].median()]),
        ("用饼图显示各主队的进球占比", lambda d: shares(d.groupby("主队")["主队进球"].sum())),
        ("主队进球和观众人数相关吗？", lambda d: [round(d["主队进球"].corr(d["观众人数"]), 2)]),
        (
            ("2023年上海队主场观众人数合计", "2024年呢？"),
            lambda d: [in_year(d, "2024")[lambda x: x["主队"] == "上海队"]["观众人数"].sum()],
        ),
    ],
    "rents": [
        ("자치구별 평균 월세는?", lambda d: list(d.groupby("자치구")["월세(만원)"].mean())),
        (
            "마포구 원룸 평균 보증금",
            lambda d: [d[(d["자치구"] == "마포구") & (d["주택유형"] == "원룸")]["보증금(만원)"].mean()],
        ),
        ("월세가 제일 비싼 구는 어디?", lambda d: [bold(d.groupby("자치구")["월세(만원)"].mean().idxmax())]),
        ("연도별로 월세 중앙값이 어떻게 변했어?", lambda d: list(d.groupby("연도")["월세(만원)"].median())),
        ("전용면적 60㎡ 이상인 집의 평균 월세는 얼마?", lambda d: [d[d["전용면적(㎡)"] >= 60]["월세(만원)"].mean()]),
        ("중복된 행이 있어?", lambda d: [3]),
        ("강남구 평균 월세는?", lambda d: ["강남구", "송파구", Not(f"{d['월세(만원)'].mean():.2f}")]),
        (
            "㎡당 월세를 자치구별로",
            lambda d: list(d.groupby("자치구")["월세(만원)"].sum() / d.groupby("자치구")["전용면적(㎡)"].sum()),
        ),
        ("2024년 3월 거래는 몇 건?", lambda d: [((d["연도"] == 2024) & (d["월"] == 3)).sum()]),
        ("보증금이 가장 높은 거래 3건 보여줘", lambda d: list(d["보증금(만원)"].nlargest(3))),
        ("면적이랑 월세 산점도", lambda d: [], lambda c, d: len(c.drawings) == 1),
    ],
    "funnel": [
        ("What's our overall signup rate (signups / visits)?", lambda d: [d.Signups.sum() / d.Visits.sum() * 100]),
        (
            "conversion from signup to paid by platform",
            lambda d: list(d.groupby("Platform")["Paid users"].sum() / d.groupby("Platform").Signups.sum() * 100),
        ),
        ("Total revenue net of refunds?", lambda d: [(d.Revenue + d.Refunds).sum()]),
        ("Which week had the lowest number of visits?", lambda d: [d.groupby("Week").Visits.sum().idxmin()]),
        ("total refunds", lambda d: [d.Refunds.sum()]),
        (
            "revenue on Android in Q1 2024",
            lambda d: [d[(d.Platform == "Android") & (d.Week <= "2024-W13")].Revenue.sum()],
        ),
        ("Windows revenue?", lambda d: ["Windows", "Android", Not(f"{d.Revenue.sum():,.0f}")]),
        ("4-week moving average of visits", lambda d: [d.groupby("Week").Visits.sum().rolling(4).mean().iloc[-1]]),
        (
            "revenue per paid user, by platform",
            lambda d: list(d.groupby("Platform").Revenue.sum() / d.groupby("Platform")["Paid users"].sum()),
        ),
        (
            ("stacked bar of signups by month and platform, use teal, orange and navy", "same for paid users"),
            lambda d: [],
            lambda c, d: len(c.drawings) == 2 and abs(sum(c.drawings[-1].bars) - d["Paid users"].sum()) < 1e-6,
        ),
        (
            "week by week growth of revenue, which week grew most?",
            lambda d: [d.groupby("Week").Revenue.sum().pct_change().idxmax()],
        ),
    ],
    "weblog": [
        ("How many requests were there in total?", lambda d: [len(d)]),
        ("What share of requests returned 404?", lambda d: [(d.status == 404).mean() * 100]),
        ("average response time by path", lambda d: list(d.groupby("path").response_ms.mean())),
        ("Which path gets the most traffic?", lambda d: [d.path.value_counts().idxmax()]),
        (
            "requests per day as a line chart",
            lambda d: [],
            lambda c, d: list(next(iter(c.drawings[-1].lines.values()))) == list(d.groupby("day").size()),
        ),
        ("How many requests came from Korea?", lambda d: [(d.country == "KR").sum()]),
        ("status codes breakdown", lambda d: list(d.status.value_counts())),
        ("median response_ms of /docs", lambda d: [d[d.path == "/docs"].response_ms.median()]),
        ("how many rows have no country", lambda d: [d.country.isna().sum()]),
        ("which hour of the day is the busiest?", lambda d: [f"{d.groupby('hour').size().idxmax():02d}:00"]),
        (
            "total bytes sent for /blog with status 200",
            lambda d: [d[(d.path == "/blog") & (d.status == 200)].bytes.sum()],
        ),
        ("응답시간이 500ms를 넘는 요청은 몇 개야?", lambda d: [(d.response_ms > 500).sum()]),
    ],
    "likert": [
        ("서비스 만족도 응답 분포를 보여줘", lambda d: list(d["서비스 만족도"].value_counts())),
        ("'매우 만족'이라고 답한 사람은 몇 명?", lambda d: [(d["서비스 만족도"] == "매우 만족").sum()]),
        ("재구매 의향이 '예'인 비율은?", lambda d: [(d["재구매 의향"] == "예").mean() * 100]),
        (
            "성별 재구매 의향 비율",
            lambda d: list(d.groupby("성별")["재구매 의향"].apply(lambda s: (s == "예").mean() * 100)),
        ),
        ("응답자 평균 나이는?", lambda d: [d["나이"].mean()]),
        ("지역별 응답자 수를 많은 순으로", lambda d: list(d["지역"].value_counts())),
        ("만족 이상(매우 만족+만족) 비율", lambda d: [d["서비스 만족도"].isin(["매우 만족", "만족"]).mean() * 100]),
        ("부산 여성 응답자는 몇 명이야", lambda d: [((d["지역"] == "부산") & (d["성별"] == "여성")).sum()]),
        ("제주 응답자는 몇 명?", lambda d: ["제주", "경기", Not("150명")]),
        (
            "서비스 만족도별 인원을 원그래프로, 제목은 '만족도'",
            lambda d: [],
            lambda c, d: c.drawings[-1].title == "만족도",
        ),
        ("30대 응답자는 몇 명인가요?", lambda d: [d["나이"].between(30, 39).sum()]),
    ],
    "flights": [
        (
            "What's the average arrival delay per airline?",
            lambda d: list(d.groupby("airline").arrival_delay_min.mean()),
        ),
        ("cancellation rate by airline", lambda d: list(d.groupby("airline").cancelled.mean() * 100)),
        ("How many flights left from ICN in March 2022?", lambda d: [((d.origin == "ICN") & (d.month == 3)).sum()]),
        (
            "Which airline has the worst departure delay on average?",
            lambda d: [bold(d.groupby("airline").departure_delay_min.mean().idxmax())],
        ),
        ("number of flights delayed more than 60 minutes on arrival", lambda d: [(d.arrival_delay_min > 60).sum()]),
        (
            "Compare Delta and ANA: mean arrival delay",
            lambda d: [
                d[d.airline == "Delta"].arrival_delay_min.mean(),
                d[d.airline == "ANA"].arrival_delay_min.mean(),
            ],
        ),
        ("how many flights arrived early?", lambda d: [(d.arrival_delay_min < 0).sum()]),
        ("Asiana average delay", lambda d: ["Asiana", "Delta"]),
        (
            "correlation between distance and arrival delay",
            lambda d: [round(d.distance_km.corr(d.arrival_delay_min), 2)],
        ),
        (
            "flights per month, bar chart in #0a7d5a",
            lambda d: [],
            lambda c, d: list(c.drawings[-1].bars) == list(d.groupby("month").size()),
        ),
        ("How many guests had coffee?", lambda d: [Not(f"{d.distance_km.sum():,}"), "coffee"]),
    ],
    "household": [
        ("한 해 식비는 모두 얼마였나요?", lambda d: [_h(d, "식비").sum()]),
        ("지출이 가장 많았던 달은?", lambda d: [bold(d[d["구분"] == "지출"].iloc[:, 2:].sum().idxmax())]),
        ("월평균 지출은?", lambda d: [d[d["구분"] == "지출"].iloc[:, 2:].sum().mean()]),
        (
            "수입에서 지출을 빼면 한 해에 얼마 남아?",
            lambda d: [d[d["구분"] == "수입"].iloc[:, 2:].sum().sum() - d[d["구분"] == "지출"].iloc[:, 2:].sum().sum()],
        ),
        ("지출 항목별 비중을 원그래프로", lambda d: [v / _out(d).sum() * 100 for v in _out(d)]),
        ("3월 교통비 얼마야?", lambda d: [_h(d, "교통비")["3월"]]),
        ("상반기 식비 합계", lambda d: [_h(d, "식비").iloc[:6].sum()]),
        ("지출 항목 중 제일 큰 건 뭐야?", lambda d: [_out(d).idxmax()]),
        ("통신비는 얼마 썼어?", lambda d: ["통신비", "식비"]),
        (
            ("식비와 교통비를 월별 선그래프로 빨강, 파랑으로", "막대그래프로 바꿔줘"),
            lambda d: [],
            lambda c, d: len(c.drawings[-1].bars) == 24,
        ),
    ],
    "company": [
        ("total headcount at the end of 2024", lambda d: [d[d.Quarter == "Q4'24"].Headcount.sum()]),
        ("Headcount by year", lambda d: [_not_sum(d)]),
        ("Total sales for 2023", lambda d: [in_year(d, "2023").Sales.sum()]),
        ("profit by store", lambda d: list((d.Sales - d.Cost).groupby(d.Store).sum())),
        (
            "profit margin in 2024",
            lambda d: [(1 - in_year(d, "2024").Cost.sum() / in_year(d, "2024").Sales.sum()) * 100],
        ),
        (
            "sales per head by store",
            lambda d: list(
                d.groupby("Store").Sales.sum() / d[d.Quarter.str.len() > 0].groupby("Store").Headcount.mean()
            ),
        ),
        ("제주 지점 매출은?", lambda d: ["제주", "Gangnam", "Busan", Not(f"{d.Sales.sum():,}")]),
        (
            "마진을 두 배로 하면?",
            lambda d: [Not("46.6%입니다"), Not(f"{d.Sales.sum():,}"), Not(f"{d.Inventory.sum():,}")],
        ),
        (
            "What was the inventory of Busan in 2024?",
            lambda d: [Not("1,011"), d[(d.Quarter == "Q4'24") & (d.Store == "Busan")].Inventory.sum()],
        ),
        ("forecast sales for next month", lambda d: ["quarter"]),
        (
            ("Sales in Hongdae by year", "same for Busan"),
            lambda d: list(d[d.Store == "Busan"].groupby("year").Sales.sum()),
        ),
        ("Sales in 2021?", lambda d: ["2021", "2022"]),
        ("平均每季度的销售额是多少？", lambda d: [d.groupby("Quarter").Sales.sum().mean()]),
        (
            "Sales growth of Gangnam 2022 vs 2024",
            lambda d: [
                abs(
                    d[(d.Store == "Gangnam") & (d.year == "2024")].Sales.sum()
                    / d[(d.Store == "Gangnam") & (d.year == "2022")].Sales.sum()
                    - 1
                )
                * 100
            ],
        ),
    ],
    "subscriptions": [
        ("How many subscribers did we have at the end of 2024?", lambda d: [d[d.Month == "Dec-24"].Subscribers.sum()]),
        ("total revenue in 2023 by plan", lambda d: list(in_year(d, "2023").groupby("Plan")["Revenue (USD)"].sum())),
        (
            "net adds (new minus churned) for each plan",
            lambda d: list((d["New subscribers"] - d.Churned).groupby(d.Plan).sum()),
        ),
        (
            "Which month had the most churn?",
            lambda d: [pd.to_datetime(d.groupby("Month").Churned.sum().idxmax(), format="%b-%y").strftime("%Y-%m")],
        ),
        (
            "year over year growth in revenue for 2024",
            lambda d: [
                (in_year(d, "2024")["Revenue (USD)"].sum() / in_year(d, "2023")["Revenue (USD)"].sum() - 1) * 100
            ],
        ),
        ("Enterprise plan revenue?", lambda d: ["Enterprise", "Basic", "Team", Not(f"{d['Revenue (USD)'].sum():,}")]),
        (
            "Show subscribers by plan over time as stacked area, with Basic in grey",
            lambda d: ["Basic"],
            lambda c, d: (
                "area" in c.calls[-1].code or "stackplot" in c.calls[-1].code or "fill_between" in c.calls[-1].code
            ),
        ),
        ("average monthly new subscribers", lambda d: [d.groupby("Month")["New subscribers"].sum().mean()]),
        (
            ("Pro revenue in Q2 2024", "and for Team?"),
            lambda d: [d[(d.Plan == "Team") & d.Month.isin(["Apr-24", "May-24", "Jun-24"])]["Revenue (USD)"].sum()],
        ),
        ("What if revenue grew by 10%?", lambda d: [d["Revenue (USD)"].sum() * 1.1]),
    ],
    "library": [
        ("2024년 전체 대출권수는?", lambda d: [lib(d)["2024년"].sum(), Not(f"{lib(d)['2024년'].sum() * 2:,}")]),
        ("도서관별 4년 합계를 많은 순으로", lambda d: list(lib(d).sum(axis=1))),
        (
            "구별 대출권수 합계",
            lambda d: list(d.groupby("구")[["2021년", "2022년", "2023년", "2024년"]].sum().sum(axis=1)),
        ),
        (
            "별빛도서관은 2021년 대비 2024년에 얼마나 변했어?",
            lambda d: [abs(lib(d).loc["별빛도서관", "2024년"] / lib(d).loc["별빛도서관", "2021년"] - 1) * 100],
        ),
        ("달빛도서관 대출권수 알려줘", lambda d: ["달빛도서관", "한빛도서관"]),
        ("가장 대출이 적었던 해는?", lambda d: [bold(lib(d).sum().idxmin())]),
        ("2023년 도서관별 비중을 도넛 차트로 보여줘", lambda d: shares(lib(d)["2023년"])),
        ("2020년 대출은?", lambda d: ["2020", "2021"]),
        ("연도별 추이를 선그래프로, 도서관마다 한 줄씩", lambda d: [], lambda c, d: len(c.drawings[-1].lines) == 4),
        ("내년 대출권수 예측해줘", lambda d: [np.polyval(np.polyfit(range(4), lib(d).sum(), 1), 4)]),
    ],
    "orders": [
        ("2024年总金额是多少？", lambda d: [in_year(d, "2024")["金额"].sum()]),
        ("各城市的订单数", lambda d: list(d.groupby("城市").size())),
        ("退货率是多少", lambda d: [(d["是否退货"] == "是").mean() * 100]),
        ("哪个品类的平均金额最高？", lambda d: [bold(d.groupby("品类")["金额"].mean().idxmax())]),
        ("广州的金额是多少？", lambda d: ["广州", "北京", Not(f"{d['金额'].sum():,.0f}")]),
        ("金额超过2500的订单有几笔？", lambda d: [(d["金额"] > 2500).sum()]),
        (
            "按月画金额的折线图，标题“月度销售”",
            lambda d: [],
            lambda c, d: (
                c.drawings[-1].title == "月度销售"
                and np.allclose(next(iter(c.drawings[-1].lines.values())), d.groupby("month")["金额"].sum())
            ),
        ),
        (
            "北京和上海的数量差多少？",
            lambda d: [abs(d[d["城市"] == "北京"]["数量"].sum() - d[d["城市"] == "上海"]["数量"].sum())],
        ),
        ("平均每单金额", lambda d: [d["金额"].mean()]),
        ("食品类退货的订单有多少？", lambda d: [((d["品类"] == "食品") & (d["是否退货"] == "是")).sum()]),
    ],
    "air": [
        ("측정소별 초미세먼지 평균", lambda d: list(d.groupby("측정소")["초미세먼지"].mean())),
        (
            "미세먼지가 제일 나빴던 날은?",
            lambda d: [d.groupby("측정일")["미세먼지"].mean().idxmax()[:10].replace(".", "-")],
        ),
        ("3월 평균 오존 농도는?", lambda d: [d[d.month == "2024.03"]["오존(ppm)"].mean()]),
        ("미세먼지 80 넘은 날이 송파는 며칠이야?", lambda d: [((d["측정소"] == "송파") & (d["미세먼지"] > 80)).sum()]),
        ("결측값이 어디에 몇 개 있어?", lambda d: ["미세먼지: 4"]),
        ("강남 미세먼지 평균은?", lambda d: ["강남", "종로", Not(f"{d['미세먼지'].mean():.2f}")]),
        ("주말과 평일 초미세먼지 평균 비교해줘", lambda d: list(d.groupby(d.wd >= 5)["초미세먼지"].mean())),
        ("미세먼지랑 초미세먼지 상관관계", lambda d: [round(d["미세먼지"].corr(d["초미세먼지"]), 2)]),
        (
            "월별 미세먼지 평균 막대그래프, 색은 회색",
            lambda d: list(d.groupby("month")["미세먼지"].mean()),
            lambda c, d: np.allclose(c.drawings[-1].bars, d.groupby("month")["미세먼지"].mean()),
        ),
        (
            ("종로 월별 초미세먼지 평균", "강서도 똑같이"),
            lambda d: list(d[d["측정소"] == "강서"].groupby("month")["초미세먼지"].mean()),
        ),
    ],
    "bistro": [
        ("지점별 매출 알려줘", lambda d: list(d.groupby("지점")["결제금액"].sum())),
        ("8월에 손님이 총 몇 명 왔어?", lambda d: [d[d.month == 8]["손님수"].sum()]),
        (
            "손님 1인당 결제금액은 지점마다 얼마야?",
            lambda d: list(d.groupby("지점")["결제금액"].sum() / d.groupby("지점")["손님수"].sum()),
        ),
        ("커피를 마신 손님은 몇 명이야?", lambda d: ["커피", Not(f"{d['손님수'].sum()}")]),
        ("현금 결제 비율", lambda d: [(d["결제수단"] == "현금").mean() * 100]),
        ("강남점 매출은?", lambda d: ["강남점", "홍대점", Not(f"{d['결제금액'].sum():,}")]),
        ("토요일 평균 결제금액", lambda d: [d[d.wd == 5]["결제금액"].mean()]),
        ("저녁 6시 이후 결제금액 합계", lambda d: [d[d.hour >= 18]["결제금액"].sum()]),
        ("결제금액이 10만원 이상인 방문은 몇 건?", lambda d: [(d["결제금액"] >= 100000).sum()]),
        ("How many visits were paid by card?", lambda d: [(d["결제수단"] == "카드").sum()]),
    ],
    "lunch": [
        ("항목별 평균 점수를 보여줘", lambda d: list(d[["맛", "양", "위생", "친절"]].mean())),
        ("학년별 맛 평균", lambda d: list(d.groupby("학년")["맛"].mean())),
        ("2학년 3반 위생 평균은?", lambda d: [d[(d["학년"] == 2) & (d["반"] == 3)]["위생"].mean()]),
        ("맛에 5점을 준 학생은 몇 명?", lambda d: [(d["맛"] == 5).sum()]),
        ("평균이 제일 낮은 항목은?", lambda d: [bold(d[["맛", "양", "위생", "친절"]].mean().idxmin())]),
        ("맛과 양의 상관계수", lambda d: [round(d["맛"].corr(d["양"]), 2)]),
        ("4학년 평균은?", lambda d: ["4학년"]),
        ("응답자는 모두 몇 명이야?", lambda d: [140]),
        ("맛 점수 분포 히스토그램", lambda d: [d["맛"].mean()]),
        ("빈칸 있어?", lambda d: ["맛: 3"]),
    ],
    "payroll": [
        ("부서별 평균 연봉", lambda d: list(d.groupby("부서")["연봉(만원)"].mean())),
        ("직원은 모두 몇 명인가요?", lambda d: [len(d)]),
        ("연봉이 제일 높은 직원은 누구야?", lambda d: [d.set_index("사번")["연봉(만원)"].idxmax()]),
        ("부서별 인원수", lambda d: list(d.groupby("부서").size())),
        ("2020년 이후 입사자는 몇 명?", lambda d: [(d.y >= 2020).sum()]),
        ("개발부 과장 평균 연봉", lambda d: [d[(d["부서"] == "개발부") & (d["직급"] == "과장")]["연봉(만원)"].mean()]),
        ("마케팅부 평균 연봉은?", lambda d: ["마케팅부", "영업부"]),
        ("재택근무 비율은?", lambda d: [(d["재택여부"] == "Y").mean() * 100]),
        ("성과등급별 인원 비중을 파이차트로", lambda d: shares(d["성과등급"].value_counts())),
        ("연봉 중앙값이랑 표준편차 알려줘", lambda d: [d["연봉(만원)"].median(), d["연봉(만원)"].std()]),
        ("연봉 7000만원 이상인 사람은 몇 명?", lambda d: [(d["연봉(만원)"] >= 7000).sum()]),
        (
            "직급별 연봉을 낮은 순으로 막대그래프, 보라색",
            lambda d: [],
            lambda c, d: np.allclose(c.drawings[-1].bars, sorted(d.groupby("직급")["연봉(만원)"].mean())),
        ),
        (
            "영업부와 개발부 평균 연봉 차이",
            lambda d: [
                abs(d[d["부서"] == "영업부"]["연봉(만원)"].mean() - d[d["부서"] == "개발부"]["연봉(만원)"].mean())
            ],
        ),
    ],
    "dealers": [
        ("대리점별 연간 판매대수 순위", lambda d: list(d.sum(axis=1))),
        ("어느 달에 가장 적게 팔렸어?", lambda d: [f"**{d.sum().idxmin()}**"]),
        ("3분기 판매대수는 총 몇 대야?", lambda d: [d[["2024년 7월", "2024년 8월", "2024년 9월"]].sum().sum()]),
        ("송파 월평균 판매대수", lambda d: [d.loc["송파"].mean()]),
        (
            "상반기 대비 하반기 증가율은?",
            lambda d: [abs(d.iloc[:, 6:].sum().sum() / d.iloc[:, :6].sum().sum() - 1) * 100],
        ),
        ("노원 대리점 판매대수", lambda d: ["노원", "강북"]),
        (
            "12월 점유율이 제일 높은 대리점",
            lambda d: [bold(d["2024년 12월"].idxmax()), d["2024년 12월"].max() / d["2024년 12월"].sum() * 100],
        ),
        (
            "분당과 일산만 월별로 꺾은선 그려줘, 분당은 초록 일산은 주황",
            lambda d: [],
            lambda c, d: c.drawings[-1].colors == {"분당": "tab:green", "일산": "tab:orange"},
        ),
        ("월별 전체 판매 누적합", lambda d: [d.sum().sum()]),
        (("1월 판매대수 알려줘", "2월은?", "강서만"), lambda d: [d.loc["강서", "2024년 2월"]]),
    ],
    "museum": [
        ("What were total ticket sales in 2024?", lambda d: [d.filter(like="2024").sum().sum()]),
        (
            "How much did Asia grow from 2023 to 2024, in percent?",
            lambda d: [
                abs(d.filter(like="2024").loc["Asia"].sum() / d.filter(like="2023").loc["Asia"].sum() - 1) * 100
            ],
        ),
        (("Sales by region for Q1 2024", "And Q2?"), lambda d: list(d["Q2 2024"])),
    ],
    "menu": [
        (
            "메뉴별 판매량 막대그래프 그려줘",
            lambda d: [d["판매량(그릇)"].sum(), d["판매량(그릇)"].min(), "30개 가운데"],
            lambda c, d: len(c.drawings[-1].bars) == 15,
        ),
        ("치즈우동 판매가 알려줘", lambda d: [d.set_index("메뉴").loc["치즈우동", "판매가(원)"]]),
    ],
    "parking": [
        (
            "average cars per day on weekends vs weekdays at North",
            lambda d: list(d[d.Lot == "North"].groupby(d.wd >= 5).Cars.mean()),
        ),
        (
            "Compare income in December 2023 and December 2024",
            lambda d: [d[d.month == month]["Income (EUR)"].sum() for month in ("2023-12", "2024-12")],
        ),
        (
            ("Max cars of South", "and the minimum?"),
            lambda d: [d[d.Lot == "South"].Cars.min()],
        ),
        ("Did income grow from 2023 to 2024? by how much percent", lambda d: [_grown(d)]),
    ],
    "streams": [
        (
            "Bar chart of plays by artist",
            lambda d: [d.plays.sum(), d.groupby("artist").plays.sum().min(), "15 of 28"],
            lambda c, d: len(c.drawings[-1].bars) == 15,
        ),
        (
            "share of plays by artist as a bar chart",
            lambda d: [d.groupby("artist").plays.sum().max() / d.plays.sum() * 100],
        ),
        ("plays by genre in week 5 of 2024", lambda d: list(d[d.week == "2024-W05"].groupby("genre").plays.sum())),
        ("장르별 평균 재생수", lambda d: list(d.groupby("genre").plays.mean())),
    ],
    "buses": [
        ("승객이 가장 많은 시간대는?", lambda d: [bold(d.filter(like="시").sum().idxmax())]),
        ("143번 평일 09시 승객은 몇 명?", lambda d: list(d[(d["노선"] == "143번") & (d["구분"] == "평일")]["09시"])),
        ("500번 승객은?", lambda d: ["500번", "101번"]),
    ],
    "hotels": [
        ("各酒店的平均评分", lambda d: list(d.groupby("hotel").rating.mean())),
        ("评分5分的评论有多少条？", lambda d: [(d.rating == 5).sum()]),
    ],
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], tuple[Path, pd.DataFrame]]:
    """A table by its name, made once."""
    known: dict[str, tuple[Path, pd.DataFrame]] = {}

    def make(name: str) -> tuple[Path, pd.DataFrame]:
        if name not in known:
            known[name] = STRANGE_TABLES[name](tmp_path_factory.mktemp(name))
        return known[name]

    return make


Made = Callable[[str], tuple[Path, pd.DataFrame]]


def talk(folder: Path, path: Path, *questions: str) -> tuple[Chat, str]:
    """A thread about a file, and its last answer."""
    chat = Chat(folder)
    answer = ""
    for number, question in enumerate(questions):
        answer = chat.ask(question, *([] if number else [path]))
    return chat, answer


@pytest.mark.parametrize(
    ("name", "asked"),
    [(name, asked) for name, requests in REQUESTS.items() for asked in requests],
    ids=[f"{name}: {asked[0]}" for name, requests in REQUESTS.items() for asked in requests],
)
def test_the_answer_holds_what_pandas_computes(name: str, asked: Any, made: Made, tmp_path: Path) -> None:
    path, frame = made(name)
    question, expected, *drawn = asked
    chat, answer = talk(tmp_path, path, *([question] if isinstance(question, str) else question))
    values = expected(frame)
    assert [v for v in values if not isinstance(v, Not) and not holds(answer, v)] == [], answer
    assert [v for v in values if isinstance(v, Not) and v in answer] == [], answer
    assert all(check(chat, frame) for check in drawn)


@pytest.mark.parametrize(
    ("name", "question"),
    [
        ("company", "What are the total sales of the whole company?"),
        ("company", "Net sales by store in 2023"),
        ("company", "Please plot Sales by Quarter for each Store"),
        ("hospital", "우리 병원 전체 진료수입은 얼마야?"),
        ("hospital", "주요 진료과 진료수입 비교"),
        ("rents", "일반 원룸 월세 평균은?"),
        ("flights", "Show me the average arrival delay in May"),
        ("funnel", "How is the revenue of iOS doing?"),
        ("orders", "各城市金额对比"),
    ],
)
def test_a_plain_word_is_no_name_that_is_missing(name: str, question: str, made: Made, tmp_path: Path) -> None:
    chat, answer = talk(tmp_path, made(name)[0], question)
    assert "RESULT:" in chat.calls[-1].logs, answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("2024년 13월 매출은?", "13월"),
        ("2024년 5분기 매출은?", "5분기"),
        ("Sales in Q7 2024?", "Q7"),
        ("2024-17 매출", "2024-17"),
        ("Sales in 2019?", "2019"),
        ("다음 달 매출을 예측해줘", "분기"),
        ("Jeju store sales?", "Jeju"),
        ("서울 지점 매출은?", "서울"),
        ("What about Tokyo's sales?", "Tokyo"),
    ],
)
def test_what_is_not_there_is_said_and_nothing_is_computed(
    question: str, said: str, made: Made, tmp_path: Path
) -> None:
    path, frame = made("company")
    chat, answer = talk(tmp_path, path, question)
    assert said in answer
    assert not any("RESULT:" in call.logs for call in chat.calls), answer
    assert f"{frame.Sales.sum():,}" not in answer


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("What would profit be if cost fell by 10%?", lambda d: (d.Sales - 0.9 * d.Cost).sum()),
        ("비용이 두 배가 되면 이익은 얼마야?", lambda d: (d.Sales - 2 * d.Cost).sum()),
        ("What if sales grew by 10%?", lambda d: 1.1 * d.Sales.sum()),
    ],
)
def test_a_supposed_change_is_carried_through(
    question: str, value: Callable[[pd.DataFrame], float], made: Made, tmp_path: Path
) -> None:
    path, frame = made("company")
    _, answer = talk(tmp_path, path, question)
    assert holds(answer, value(frame)), answer
    assert "가정" in answer or "supposes" in answer


def test_a_level_is_taken_at_the_end_and_this_is_said(made: Made, tmp_path: Path) -> None:
    path, frame = made("company")
    _, answer = talk(tmp_path, path, "Inventory by store")
    last = frame[frame.Quarter == "Q4'24"].set_index("Store").Inventory
    assert all(holds(answer, value) for value in last)
    assert "not added over time" in answer and "Q4 2024" in answer


@pytest.mark.parametrize("name", ["hospital", "meters", "rents", "funnel", "likert", "household", "company", "lunch"])
def test_every_number_in_an_insight_is_a_computed_fact(name: str, made: Made, tmp_path: Path) -> None:
    chat, answer = talk(tmp_path, made(name)[0], "인사이트 세 가지를 알려줘")
    lines = [line for line in answer.splitlines() if line.startswith("- ")]
    assert lines
    known = {n for call in chat.calls for text in re.findall(r'"text": "([^"]*)"', call.logs) for n in numbers_in(text)}
    periods = r"\d{4}년 \d+주차|\d{4}-\d{2}(-\d{2})?|\d{4}년|\d{4}/\d{2}|\d{1,2}월|\d분기|\d+곳|\b[12]\d{3}\b|\d가지"
    for line in lines:
        assert set(numbers_in(re.sub(periods, " ", line))) <= known, (line, known)


def test_a_month_that_has_just_begun_is_no_fall(made: Made, tmp_path: Path) -> None:
    _, answer = talk(tmp_path, made("meters")[0], "인사이트 세 가지를 알려줘")
    assert "64.5%" not in answer


def test_the_sheet_that_is_named_is_read(tmp_path: Path) -> None:
    path = tmp_path / "two.xlsx"
    with pd.ExcelWriter(path, engine="openpyxl") as book:
        for name, factor in (("North", 1), ("South", 10)):
            frame = pd.DataFrame({"month": ["2024-01", "2024-02"], "sales": [3 * factor, 4 * factor]})
            frame.to_excel(book, index=False, sheet_name=name)
    _, first = talk(tmp_path, path, "total sales")
    assert holds(first, 7)
    _, second = talk(tmp_path, path, "total sales on the sheet South", "total sales by month")
    assert holds(second, 30) and holds(second, 40)


def test_one_colour_paints_all_the_bars_and_none_is_mistaken_for_it(made: Made, tmp_path: Path) -> None:
    chat, _ = talk(tmp_path, made("meters")[0], "시간대별 평균 사용량을 주황색 막대로")
    assert chat.calls[-1].code.count("tab:orange") == 24
    chat, _ = talk(tmp_path, made("hospital")[0], "진료과별 월별 외래환자수를 선그래프로, 내과는 빨강")
    colors = chat.drawings[-1].colors
    assert colors["내과"] == "tab:red" and "#B93815" not in colors.values()


def test_a_kind_of_chart_that_is_turned_down_is_not_drawn(made: Made, tmp_path: Path) -> None:
    chat, _ = talk(
        tmp_path,
        made("company")[0],
        "Show sales by store, not a pie chart but bars",
        "파이 말고 막대로, 초록 말고 파랑으로",
    )
    assert len(chat.drawings[-1].bars) == 3
    assert "tab:green" not in chat.calls[-1].code


def test_weeks_of_the_calendar_are_drawn_by_week(made: Made, tmp_path: Path) -> None:
    path, frame = made("funnel")
    chat, _ = talk(tmp_path, path, "line chart of weekly revenue by platform")
    assert {name: len(values) for name, values in chat.drawings[-1].lines.items()} == dict.fromkeys(
        frame.Platform.unique(), 26
    )
    assert np.isclose(sum(map(sum, chat.drawings[-1].lines.values())), frame.Revenue.sum())


@pytest.mark.parametrize(
    ("question", "value"),
    [("이용대수는 모두 몇 대야?", 6_030), ("한 대당 수입을 구역별로", 4.0), ("Refunds 구역 수입은?", "Refunds")],
)
def test_counters_behind_numbers_are_read(question: str, value: object, tmp_path: Path) -> None:
    path = tmp_path / "parking.csv"
    frame = pd.DataFrame(
        {
            "구역": ["A구역", "B구역"] * 10,
            "이용대수": [f"{n:,}대" for n in (300, 303)] * 10,
            "수입(천원)": [1_200, 909] * 10,
        }
    )
    frame.to_csv(path, index=False, sep="|")
    _, answer = talk(tmp_path, path, question)
    assert holds(answer, value), answer
    assert value != "Refunds" or "21,090" not in answer


def test_a_column_of_days_that_is_no_date_is_split_by_without_a_word(tmp_path: Path) -> None:
    path = tmp_path / "steps.csv"
    pd.DataFrame({"day": ["Mon", "Tue", "Wed"], "steps": [62, 81, 43]}).to_csv(path, index=False)
    chat, answer = talk(tmp_path, path, "Plot the steps for each day as a bar chart.")
    assert sorted(chat.drawings[-1].bars) == [43, 62, 81]
    assert "cannot be split" not in answer


def test_days_of_two_years_have_more_to_tell_than_their_ends(made: Made, tmp_path: Path) -> None:
    path, frame = made("parking")
    _, answer = talk(tmp_path, path, "total cars by month", "Give me six insights")
    daily = frame.groupby("Date").Cars.sum()
    weekday = daily.groupby(daily.index.day_of_week).mean()  # type: ignore[attr-defined]
    assert holds(answer, weekday.max()) and holds(answer, weekday.min())
    assert "weekend" in answer


def test_the_largest_are_drawn_and_all_are_counted(made: Made, tmp_path: Path) -> None:
    path, frame = made("streams")
    _, answer = talk(tmp_path, path, "Bar chart of plays by artist", "Give me six insights")
    plays = frame.groupby("artist").plays.sum()
    assert f"{bold(plays.idxmin())[2:-2]} is last" in answer
    assert "of 28" in answer
