"""Small tables of different shapes, languages and domains, made from a seed, as files and as the truth behind them."""

import json
from pathlib import Path

import numpy as np
import pandas as pd


def _quarters(first: int, last: int) -> list[tuple[int, int]]:
    return [(year, quarter) for year in range(first, last + 1) for quarter in (1, 2, 3, 4)]


def cafe(folder: Path) -> tuple[Path, pd.DataFrame]:
    """Korean, long, daily, CP949; two categories, two measures, a unit in a header."""
    random = np.random.default_rng(1)
    days = pd.date_range("2023-01-01", "2024-12-31", freq="5D")
    rows = [
        (f"{day:%Y-%m-%d}", region, item, int(random.integers(50, 400)), int(random.integers(5, 60)))
        for day in days
        for region in ("서울", "부산", "대구")
        for item in ("커피", "케이크")
    ]
    frame = pd.DataFrame(rows, columns=["일자", "지역", "품목", "매출(만원)", "수량"])
    path = folder / "cafe.csv"
    frame.to_csv(path, index=False, encoding="cp949")
    return path, frame.assign(year=frame["일자"].str[:4], month=frame["일자"].str[:7])


def bikes(folder: Path) -> tuple[Path, pd.DataFrame]:
    """German, long: semicolons, decimal commas, dots in dates and thousands, CP1252."""
    random = np.random.default_rng(2)
    rows = [
        (year, f"01.{3 * quarter - 2:02d}.{year}", kind, round(float(random.uniform(900, 9000)), 2), 100.0 * quarter)
        for year, quarter in _quarters(2022, 2024)
        for kind in ("Räder", "Helme", "Zubehör")
    ]
    frame = pd.DataFrame(rows, columns=["year", "Datum", "Kategorie", "Umsatz", "Kosten"])
    written = frame.drop(columns="year")
    for name in ("Umsatz", "Kosten"):
        written[name] = [f"{value:,.2f}".translate(str.maketrans(",.", ".,")) for value in frame[name]]
    path = folder / "bikes.csv"
    written.to_csv(path, sep=";", index=False, encoding="cp1252")
    return path, frame


def weather(folder: Path) -> tuple[Path, pd.DataFrame]:
    """English, tab-separated, monthly; degrees, which are averaged, and rain, which is added."""
    random = np.random.default_rng(3)
    rows = [
        (f"{year}-{month:02d}", city, round(15 - 12 * np.cos((month - 1) * np.pi / 6) + warmer, 1), float(rain))
        for year in (2021, 2022, 2023)
        for month in range(1, 13)
        for city, warmer, rain in (("Seoul", 0, random.integers(5, 250)), ("Jeju", 4, random.integers(5, 250)))
    ]
    frame = pd.DataFrame(rows, columns=["month", "city", "temperature_c", "rainfall_mm"])
    path = folder / "weather.tsv"
    frame.to_csv(path, sep="\t", index=False)
    return path, frame.assign(year=frame["month"].str[:4])


def energy(folder: Path) -> tuple[Path, pd.DataFrame]:
    """JSON with its records one level down, and measures one level further."""
    random = np.random.default_rng(4)
    records = [
        {"year": year, "building": name, "use": {"kwh": int(random.integers(1000, 9000)), "water_m3": year - 1900}}
        for year in range(2018, 2025)
        for name in ("Library", "Gym", "Lab", "Hall")
    ]
    path = folder / "energy.json"
    path.write_text(json.dumps({"source": "meters", "data": records}), encoding="utf-8")
    return path, pd.json_normalize(records)


def budget(folder: Path) -> tuple[Path, pd.DataFrame]:
    """Korean Excel: "2022년 1분기", departments, two measures in millions."""
    random = np.random.default_rng(5)
    rows = [
        (f"{year}년 {quarter}분기", part, int(random.integers(800, 1500)), int(random.integers(600, 1600)))
        for year, quarter in _quarters(2022, 2024)
        for part in ("영업", "개발", "인사")
    ]
    frame = pd.DataFrame(rows, columns=["기간", "부서", "예산 (백만원)", "지출 (백만원)"])
    path = folder / "budget.xlsx"
    frame.to_excel(path, index=False)
    return path, frame.assign(year=frame["기간"].str[:4])


def scores(folder: Path) -> tuple[Path, pd.DataFrame]:
    """Korean pupils: no periods, two categories, three measures, an identifying column."""
    random = np.random.default_rng(6)
    rows = [
        (f"학생{n}", f"{n % 3 + 1}반", "남여"[n % 2], *(int(x) for x in random.integers(40, 101, 3))) for n in range(45)
    ]
    frame = pd.DataFrame(rows, columns=["이름", "반", "성별", "국어", "수학", "영어"])
    path = folder / "scores.csv"
    frame.to_csv(path, index=False)
    return path, frame


def population(folder: Path) -> tuple[Path, pd.DataFrame]:
    """Years as columns."""
    start = {"Korea": (51.0, 1.00), "Japan": (126.0, 0.99), "Vietnam": (95.0, 1.02), "Chile": (19.0, 1.01)}
    rows = [(name, *(round(size * rate**n, 1) for n in range(6))) for name, (size, rate) in start.items()]
    frame = pd.DataFrame(rows, columns=["Country", *map(str, range(2018, 2024))])
    path = folder / "population.csv"
    frame.to_csv(path, index=False)
    return path, frame.set_index("Country")


def charity(folder: Path) -> tuple[Path, pd.DataFrame]:
    """English: "Q1 2022", amounts as "$12,345", a row of totals at the end."""
    random = np.random.default_rng(8)
    rows = [
        (f"Q{quarter} {year}", int(random.integers(10_000, 30_000)), int(random.integers(9_000, 25_000)))
        for year, quarter in _quarters(2022, 2024)
    ]
    frame = pd.DataFrame(rows, columns=["Period", "Income", "Expenses"])
    total = ("Total", frame["Income"].sum(), frame["Expenses"].sum())
    written = pd.DataFrame([*rows, total], columns=frame.columns)
    for name in ("Income", "Expenses"):
        written[name] = [f"${value:,}" for value in written[name]]
    path = folder / "charity.csv"
    written.to_csv(path, index=False)
    return path, frame.assign(year=frame["Period"].str[-4:])


def shops(folder: Path) -> tuple[Path, pd.DataFrame]:
    """Chinese, GB18030."""
    random = np.random.default_rng(9)
    rows = [
        (f"{year}年第{quarter}季度", name, int(random.integers(100, 900)) + 30 * n * k)
        for n, (year, quarter) in enumerate(_quarters(2022, 2024))
        for k, name in enumerate(("北京店", "上海店", "广州店"))
    ]
    frame = pd.DataFrame(rows, columns=["季度", "门店", "销售额"])
    path = folder / "shops.csv"
    frame.to_csv(path, index=False, encoding="gb18030")
    return path, frame.assign(year=frame["季度"].str[:4])


def startup(folder: Path) -> tuple[Path, pd.DataFrame]:
    """One series that begins in the red."""
    values = [-50, -42, -38, -45, -20, -12, -5, 3, 8, 15, 12, 22, 30, 28, 41, 55]
    frame = pd.DataFrame({"quarter": [f"{y}Q{q}" for y, q in _quarters(2021, 2024)], "net_income": values})
    path = folder / "startup.csv"
    frame.to_csv(path, index=False)
    return path, frame.assign(year=frame["quarter"].str[:4])


def visits(folder: Path) -> tuple[Path, pd.DataFrame]:
    """No numbers at all: one row a visit, UTF-8 with a byte order mark."""
    random = np.random.default_rng(10)
    frame = pd.DataFrame(
        {
            "방문일": pd.date_range("2024-01-03", periods=60, freq="5D").strftime("%Y.%m.%d"),
            "진료과": random.choice(["내과", "소아과", "치과"], 60),
            "구": random.choice(["강남구", "강북구"], 60),
        }
    )
    path = folder / "visits.csv"
    frame.to_csv(path, index=False, encoding="utf-8-sig")
    return path, frame.assign(month=frame["방문일"].str[:7].str.replace(".", "-"))


def branches(folder: Path) -> tuple[Path, pd.DataFrame]:
    """Korean, wide, with two lines above the header and the year and month in separate columns."""
    frame = pd.DataFrame(
        {
            "연도": [2023] * 12 + [2024] * 12,
            "월": [*range(1, 13)] * 2,
            "강남점": [100 + 5 * n for n in range(24)],
            "홍대점": [260 - 4 * n for n in range(24)],
        }
    )
    path = folder / "branches.csv"
    head = "지점 매출 보고서\n작성자: 재무팀\n\n"
    path.write_text(head + frame.to_csv(index=False), encoding="utf-8")
    return path, frame


_BUNDLED = Path(__file__).parents[1] / "assets" / "data"


def channels(folder: Path) -> tuple[Path, pd.DataFrame]:
    """The bundled English table."""
    path = _BUNDLED / "channels_en.csv"
    return path, pd.read_csv(path)


def books(folder: Path) -> tuple[Path, pd.DataFrame]:
    """The bundled Korean table."""
    path = _BUNDLED / "sales_ko.csv"
    frame = pd.read_csv(path, encoding="utf-8-sig")
    return path, frame.assign(year=frame["분기"].str[:4])


TABLES = {
    make.__name__: make
    for make in (
        cafe,
        bikes,
        weather,
        energy,
        budget,
        scores,
        population,
        charity,
        shops,
        startup,
        visits,
        branches,
        channels,
        books,
    )
}
