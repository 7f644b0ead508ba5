"""More small tables of awkward shapes, made from a seed: as files, and as the truth behind them."""

import json
from pathlib import Path

import numpy as np
import pandas as pd

Made = tuple[Path, pd.DataFrame]


def hotel(folder: Path) -> Made:
    """Korean, CP949; one row a booking, prices as "87,000원", a column of yes and no."""
    random = np.random.default_rng(12)
    days = pd.Timestamp("2024-01-01") + pd.to_timedelta(random.integers(0, 366, 240), "D")
    frame = pd.DataFrame(
        {
            "예약일": days.strftime("%Y/%m/%d"),
            "객실유형": random.choice(["스탠다드", "디럭스", "스위트"], 240),
            "국적": random.choice(["한국", "일본", "미국", "중국"], 240),
            "숙박일수": random.integers(1, 6, 240),
            "객실요금": random.integers(80, 400, 240) * 1000,
            "취소여부": random.choice(["예", "아니오"], 240, p=[0.2, 0.8]),
        }
    )
    path = folder / "호텔예약.csv"
    written = frame.assign(객실요금=[f"{value:,}원" for value in frame["객실요금"]])
    written.to_csv(path, index=False, encoding="cp949")
    return path, frame.assign(month=frame["예약일"].str[:7].str.replace("/", "-"), weekday=days.day_of_week)


def meter(folder: Path) -> Made:
    """English; hourly time stamps."""
    times = pd.date_range("2024-03-01", periods=24 * 21, freq="h")
    wave = 1.5 * np.sin((times.hour - 6) / 24 * 2 * np.pi) + np.random.default_rng(13).random(len(times))
    frame = pd.DataFrame({"timestamp": times.strftime("%Y-%m-%d %H:%M"), "kwh": np.round(2 + wave, 2)})
    path = folder / "smart_meter.csv"
    frame.to_csv(path, index=False)
    return path, frame.assign(day=frame.timestamp.str[:10], hour=times.hour, weekend=times.day_of_week >= 5)


def matches(folder: Path) -> Made:
    """English, semicolons; the same teams in two columns, seasons as 2022/23."""
    random = np.random.default_rng(15)
    teams = ["Ulsan", "Jeonbuk", "Pohang", "Seoul"]
    rows = [
        (season, home, away, *(int(x) for x in random.integers(0, 5, 2)), int(random.integers(3000, 25000)))
        for season in ("2021/22", "2022/23", "2023/24")
        for home in teams
        for away in teams
        if home != away
    ]
    frame = pd.DataFrame(rows, columns=["Season", "Home Team", "Away Team", "Home Goals", "Away Goals", "Attendance"])
    path = folder / "matches.csv"
    frame.to_csv(path, index=False, sep=";")
    return path, frame


def rain(folder: Path) -> Made:
    """Korean; a column for each month, without a year."""
    random = np.random.default_rng(17)
    rows = [[name, *np.round(random.gamma(2, 40, 12), 1)] for name in ("서울", "부산", "제주", "강릉")]
    frame = pd.DataFrame(rows, columns=["관측소", *(f"{month}월" for month in range(1, 13))])
    path = folder / "강수량_2023.csv"
    frame.to_csv(path, index=False)
    return path, frame.set_index("관측소")


def staff(folder: Path) -> Made:
    """Korean Excel with a title above the header and a second sheet."""
    random = np.random.default_rng(19)
    rows = [
        (f"{year}-Q{quarter}", name, int(random.integers(0, 9)), int(random.integers(0, 9)))
        for year in (2022, 2023, 2024)
        for quarter in (1, 2, 3, 4)
        for name in ("영업본부", "연구소", "생산")
    ]
    frame = pd.DataFrame(rows, columns=["분기", "부서", "입사", "퇴사"])
    path = folder / "인원현황.xlsx"
    with pd.ExcelWriter(path, engine="openpyxl") as book:
        frame.to_excel(book, index=False, sheet_name="현황", startrow=2)
        book.sheets["현황"].cell(1, 1, "2022–2024 부서별 인원 현황")
        pd.DataFrame({"메모": ["작성 중"]}).to_excel(book, index=False, sheet_name="메모")
    return path, frame.assign(year=frame["분기"].str[:4])


def fiscal(folder: Path) -> Made:
    """English; FY19 to FY24, and a column of percentages among amounts."""
    frame = pd.DataFrame(
        {
            "Fiscal Year": [f"FY{year}" for year in range(19, 25)],
            "Segment A": [120, 132, 128, 150, 171, 190],
            "Segment B": [80, 76, 90, 97, 95, 110],
            "Churn": [5.2, 4.9, 6.1, 4.4, 4.0, 3.7],
        }
    )
    path = folder / "annual.csv"
    frame.assign(Churn=[f"{value}%" for value in frame["Churn"]]).to_csv(path, index=False)
    return path, frame


def prices(folder: Path) -> Made:
    """Korean, UTF-8 with a byte order mark; share prices by day, volumes with commas."""
    random = np.random.default_rng(16)
    days = pd.bdate_range("2024-01-02", periods=90)
    close = np.round(50000 * np.cumprod(1 + random.normal(0.0008, 0.015, 90)), -1).astype(int)
    spread = random.integers(1, 60, (2, 90)) * 10
    frame = pd.DataFrame(
        {
            "날짜": days.strftime("%Y-%m-%d"),
            "고가": close + spread[0],
            "저가": close - spread[1],
            "종가": close,
            "거래량": random.integers(100_000, 2_000_000, 90),
        }
    )
    path = folder / "주가.csv"
    written = frame.assign(거래량=[f"{value:,}" for value in frame["거래량"]])
    written.to_csv(path, index=False, encoding="utf-8-sig")
    return path, frame.assign(month=frame["날짜"].str[:7])


def survey(folder: Path) -> Made:
    """English, tabs; answers from 1 to 5, a running number for the respondents."""
    random = np.random.default_rng(20)
    frame = pd.DataFrame(
        {
            "respondent": range(1, 121),
            "age_group": random.choice(["20s", "30s", "40s"], 120),
            "gender": random.choice(["F", "M"], 120),
            **{name: random.integers(1, 6, 120) for name in ("Q1 Ease of use", "Q2 Price", "Q3 Support")},
            "recommend": random.choice(["Yes", "No", "Maybe"], 120),
        }
    )
    path = folder / "survey.tsv"
    frame.to_csv(path, index=False, sep="\t")
    return path, frame


def stock(folder: Path) -> Made:
    """English; one row an article, with gaps and one article that costs far more than the others."""
    random = np.random.default_rng(21)
    frame = pd.DataFrame(
        {
            "SKU": [f"SK-{n:03d}" for n in range(80)],
            "Warehouse": random.choice(["Incheon", "Busan", "Daejeon"], 80),
            "Category": random.choice(["Toys", "Books", "Garden"], 80),
            "Stock": random.integers(0, 500, 80).astype(float),
            "Reorder Point": random.integers(20, 120, 80),
            "Unit Cost": np.round(random.uniform(1, 60, 80), 2),
        }
    )
    frame.loc[[3, 11, 40, 62], "Stock"] = np.nan
    frame.loc[7, "Unit Cost"] = 950.0
    path = folder / "inventory.csv"
    frame.to_csv(path, index=False)
    return path, frame


def homes(folder: Path) -> Made:
    """Korean, UTF-16; months as 202403, units in the headers."""
    random = np.random.default_rng(22)
    months = zip(random.integers(2022, 2025, 150), random.integers(1, 13, 150), strict=True)
    frame = pd.DataFrame(
        {
            "거래년월": [f"{year}{month:02d}" for year, month in months],
            "구": random.choice(["강남구", "마포구", "노원구"], 150),
            "유형": random.choice(["아파트", "빌라", "오피스텔"], 150),
            "전용면적(㎡)": np.round(random.uniform(30, 130, 150), 1),
            "거래금액(만원)": random.integers(20_000, 250_000, 150),
        }
    )
    path = folder / "부동산_실거래.csv"
    frame.to_csv(path, index=False, encoding="utf-16")
    return path, frame.assign(year=frame["거래년월"].str[:4])


def accounts(folder: Path) -> Made:
    """English; months across, lines of a profit and loss account down, losses in brackets."""
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun"]
    rows = {
        "Revenue": [921, 1204, 1377, 1010, 1452, 977],
        "Cost of sales": [-642, -701, -512, -745, -688, -741],
        "Operating profit": [193, 61, -57, 36, 179, -7],
    }
    frame = pd.DataFrame.from_dict(rows, orient="index", columns=months).rename_axis("Item")
    path = folder / "pnl.csv"
    frame.map(lambda v: f"({-v:,})" if v < 0 else f"{v:,}").to_csv(path)
    return path, frame


def trips(folder: Path) -> Made:
    """English JSON records with ISO time stamps and units in the names."""
    random = np.random.default_rng(33)
    times = pd.Timestamp("2024-06-01") + pd.to_timedelta(random.integers(0, 60 * 24 * 30, 260), "min")
    frame = pd.DataFrame(
        {
            "pickup_time": times.strftime("%Y-%m-%dT%H:%M:%S"),
            "zone": random.choice(["Airport", "Downtown", "Suburb"], 260),
            "distance_km": np.round(random.uniform(1, 40, 260), 1),
            "fare_usd": np.round(random.uniform(4, 90, 260), 2),
            "tip_usd": np.round(random.uniform(0, 15, 260), 2),
        }
    )
    path = folder / "taxi_trips.json"
    path.write_text(json.dumps(frame.to_dict(orient="records")), encoding="utf-8")
    return path, frame.assign(weekend=times.day_of_week >= 5, day=times.strftime("%Y-%m-%d"), hour=times.hour)


def regions(folder: Path) -> Made:
    """Chinese, GB18030; months as 2023年5月, two measures."""
    random = np.random.default_rng(36)
    rows = [
        (f"{year}年{month}月", name, int(random.integers(400, 999)), int(random.integers(50, 400)))
        for year in (2023, 2024)
        for month in range(1, 13)
        for name in ("华东", "华南", "华北")
    ]
    frame = pd.DataFrame(rows, columns=["月份", "地区", "收入", "成本"])
    path = folder / "地区.csv"
    frame.to_csv(path, index=False, encoding="gb18030")
    return path, frame.assign(year=frame["月份"].str[:4])


MORE_TABLES = {
    make.__name__: make
    for make in (hotel, meter, matches, rain, staff, fiscal, prices, survey, stock, homes, accounts, trips, regions)
}
