"""Small tables as people really have them, made from a seed: as files, and as the truth behind them."""

import json
from pathlib import Path

import numpy as np
import pandas as pd

Made = tuple[Path, pd.DataFrame]


def hospital(folder: Path) -> Made:
    """Korean Excel: a cover sheet, titles above the header, "2024년 3월", "-" for unknown, a row of totals."""
    random = np.random.default_rng(101)
    rows = [
        (f"{year}년 {month}월", part, *(int(x) for x in random.integers((300, 20, 8), (900, 120, 40))), int(pay))
        for year in (2023, 2024)
        for month in range(1, 13)
        for part, pay in zip(("내과", "정형외과", "소아과"), random.integers(20_000, 90_000, 3), strict=True)
    ]
    names = ["진료월", "진료과", "외래환자수", "입원환자수", "평균대기시간(분)", "진료수입(천원)"]
    frame = pd.DataFrame(rows, columns=names)
    frame["입원환자수"] = frame["입원환자수"].astype(float)
    frame.loc[[4, 17, 50], "입원환자수"] = np.nan
    written = frame.astype(object).where(frame.notna(), "-")
    sums = ["합계", "", *(frame[n].sum() for n in names[2:4]), "", frame[names[5]].sum()]
    written = pd.concat([written, pd.DataFrame([sums], columns=names)])
    path = folder / "진료실적.xlsx"
    with pd.ExcelWriter(path, engine="openpyxl") as book:
        pd.DataFrame({"한빛병원": ["경영지원팀", "대외비"]}).to_excel(book, index=False, sheet_name="표지")
        written.to_excel(book, index=False, sheet_name="실적", startrow=3)
        book.sheets["실적"].cell(1, 1, "한빛병원 월별 진료 실적")
        book.sheets["실적"].cell(2, 1, "단위: 명, 분, 천원")
    return path, frame.assign(year=frame["진료월"].str[:4])


def grades(folder: Path) -> Made:
    """English, tabs; marks of pupils by term, N/A where absent, attendance as a percentage."""
    random = np.random.default_rng(102)
    rows = [
        (f"S{n:02d}", f"Class {'ABC'[n % 3]}", term, *(float(x) for x in random.integers(45, 101, 3)), 80 + n % 20)
        for term in ("Term 1", "Term 2")
        for n in range(1, 31)
    ]
    frame = pd.DataFrame(rows, columns=["Student ID", "Class", "Term", "Math", "English", "Science", "Attendance"])
    frame.loc[[2, 9, 33], "Math"] = np.nan
    frame.loc[[12, 40], "Science"] = np.nan
    written = frame.assign(Attendance=[f"{v}%" for v in frame["Attendance"]])
    path = folder / "grades_2024.tsv"
    written.to_csv(path, index=False, sep="\t", na_rep="N/A")
    return path, frame


def meters(folder: Path) -> Made:
    """Korean, CP949, semicolons, decimal commas; hourly, days first."""
    random = np.random.default_rng(103)
    times = pd.date_range("2024-01-01", "2024-02-11 23:00", freq="h")
    parts = []
    for name, base in (("본관", 40), ("별관", 18)):
        wave = 12 * np.sin((times.hour - 7) / 24 * 2 * np.pi)
        use = np.round(base + wave + random.normal(0, 2, len(times)), 2)
        parts.append(pd.DataFrame({"일시": times.strftime("%d/%m/%Y %H:%M"), "건물": name, "사용량(kWh)": use}))
    frame = pd.concat(parts, ignore_index=True)
    frame["요금(원)"] = (frame["사용량(kWh)"] * 130).round()
    path = folder / "전력_계량.csv"
    frame.to_csv(path, index=False, sep=";", decimal=",", encoding="cp949")
    at = pd.to_datetime(frame["일시"], format="%d/%m/%Y %H:%M")
    return path, frame.assign(day=at.dt.strftime("%Y-%m-%d"), month=at.dt.month, hour=at.dt.hour, wd=at.dt.day_of_week)


def league(folder: Path) -> Made:
    """Chinese JSON, one list a column: matches with goals and spectators."""
    random = np.random.default_rng(104)
    teams = ["北京队", "上海队", "广州队", "武汉队", "成都队"]
    pairs = [(a, b) for a in teams for b in teams if a != b] * 2
    days = pd.date_range("2023-03-04", periods=len(pairs), freq="18D")
    frame = pd.DataFrame(
        {
            "日期": days.strftime("%Y-%m-%d"),
            "主队": [a for a, _ in pairs],
            "客队": [b for _, b in pairs],
            "主队进球": random.integers(0, 5, len(pairs)),
            "客队进球": random.integers(0, 4, len(pairs)),
            "观众人数": random.integers(4_000, 40_000, len(pairs)),
        }
    )
    path = folder / "联赛.json"
    path.write_text(json.dumps(frame.to_dict(orient="list"), ensure_ascii=False), encoding="utf-8")
    return path, frame.assign(year=frame["日期"].str[:4])


def rents(folder: Path) -> Made:
    """Korean: separate year and month, "12,500" and a few rows twice."""
    random = np.random.default_rng(105)
    n = 180
    frame = pd.DataFrame(
        {
            "연도": random.integers(2022, 2025, n),
            "월": random.integers(1, 13, n),
            "자치구": random.choice(["마포구", "송파구", "관악구", "성동구"], n),
            "주택유형": random.choice(["원룸", "투룸", "아파트"], n),
            "전용면적(㎡)": np.round(random.uniform(16, 110, n), 1),
            "보증금(만원)": random.integers(500, 40_000, n),
            "월세(만원)": random.integers(30, 260, n),
        }
    )
    frame = pd.concat([frame, frame.iloc[[5, 60, 111]]], ignore_index=True)
    path = folder / "월세_실거래.csv"
    written = frame.assign(**{"보증금(만원)": [f"{v:,}" for v in frame["보증금(만원)"]]})
    written.to_csv(path, index=False, encoding="utf-8-sig")
    return path, frame


def funnel(folder: Path) -> Made:
    """English: ISO weeks, steps of a funnel, dollars, refunds in brackets."""
    random = np.random.default_rng(106)
    rows = []
    for week in range(1, 27):
        for platform in ("iOS", "Android", "Web"):
            visits = int(random.integers(2000, 9000))
            signups = int(visits * random.uniform(0.1, 0.3))
            paid = int(signups * random.uniform(0.1, 0.4))
            back = -round(float(random.uniform(0, 400)), 2)
            rows.append((f"2024-W{week:02d}", platform, visits, signups, paid, round(paid * 9.9, 2), back))
    frame = pd.DataFrame(rows, columns=["Week", "Platform", "Visits", "Signups", "Paid users", "Revenue", "Refunds"])
    written = frame.assign(
        Revenue=[f"${v:,.2f}" for v in frame.Revenue], Refunds=[f"(${-v:,.2f})" for v in frame.Refunds]
    )
    path = folder / "app_funnel.csv"
    written.to_csv(path, index=False)
    return path, frame


def weblog(folder: Path) -> Made:
    """English JSON lines: nested requests with times, null where unknown."""
    random = np.random.default_rng(107)
    times = pd.Timestamp("2024-06-01") + pd.to_timedelta(np.sort(random.integers(0, 14 * 86400, 400)), "s")
    frame = pd.DataFrame(
        {
            "time": times.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "path": random.choice(["/home", "/pricing", "/docs", "/blog"], 400, p=[0.4, 0.2, 0.3, 0.1]),
            "status": random.choice([200, 301, 404, 500], 400, p=[0.8, 0.1, 0.07, 0.03]),
            "bytes": random.integers(200, 90_000, 400),
            "response_ms": np.round(random.gamma(2, 90, 400), 1),
            "country": random.choice(["KR", "US", "JP", None], 400, p=[0.5, 0.25, 0.2, 0.05]),
        }
    )
    records = [
        {
            "time": row["time"],
            "request": {"path": row["path"], "status": row["status"]},
            "bytes": row["bytes"],
            "response_ms": row["response_ms"],
            "country": row["country"],
        }
        for row in frame.to_dict(orient="records")
    ]
    path = folder / "access_log.json"
    path.write_text(json.dumps({"generated": "2024-06-15", "entries": records}), encoding="utf-8")
    return path, frame.assign(day=times.strftime("%Y-%m-%d"), hour=times.hour)


def likert(folder: Path) -> Made:
    """Korean survey with answers in words, an age in years and a yes or no."""
    random = np.random.default_rng(108)
    scale = ["매우 만족", "만족", "보통", "불만족", "매우 불만족"]
    n = 150
    frame = pd.DataFrame(
        {
            "응답번호": range(1, n + 1),
            "성별": random.choice(["남성", "여성"], n),
            "나이": random.integers(18, 70, n),
            "지역": random.choice(["서울", "경기", "부산", "기타"], n),
            "서비스 만족도": random.choice(scale, n, p=[0.2, 0.35, 0.25, 0.15, 0.05]),
            "재구매 의향": random.choice(["예", "아니오"], n, p=[0.7, 0.3]),
        }
    )
    path = folder / "만족도조사.csv"
    frame.to_csv(path, index=False, encoding="cp949")
    return path, frame


def flights(folder: Path) -> Made:
    """English: days first, early flights below zero, gaps where a flight was cancelled."""
    random = np.random.default_rng(109)
    n = 300
    days = pd.Timestamp("2022-01-01") + pd.to_timedelta(random.integers(0, 180, n), "D")
    frame = pd.DataFrame(
        {
            "flight_date": [f"{d.day}/{d.month}/{d.year}" for d in days],
            "airline": random.choice(["Korean Air", "Jeju Air", "ANA", "Delta"], n),
            "origin": random.choice(["ICN", "GMP", "PUS"], n),
            "distance_km": random.integers(300, 11_000, n),
            "departure_delay_min": random.integers(-10, 90, n).astype(float),
            "arrival_delay_min": random.integers(-20, 100, n).astype(float),
            "cancelled": random.choice([0, 1], n, p=[0.94, 0.06]),
        }
    )
    frame.loc[frame.cancelled == 1, ["departure_delay_min", "arrival_delay_min"]] = np.nan
    path = folder / "flight_delays.csv"
    frame.to_csv(path, index=False)
    return path, frame.assign(month=days.month)


def household(folder: Path) -> Made:
    """Korean, wide by month: income and spending, "1,200,000원", "-" for nothing, a row of totals."""
    random = np.random.default_rng(110)
    items = [("수입", "급여"), ("수입", "부수입"), ("지출", "식비"), ("지출", "주거비"), ("지출", "교통비")]
    items += [("지출", "교육비")]
    values = random.integers(10, 90, (len(items), 12)) * 10_000.0
    values[0] = 3_200_000
    values[1, [2, 5]] = np.nan
    frame = pd.DataFrame(values, columns=[f"{m}월" for m in range(1, 13)])
    frame.insert(0, "구분", [kind for kind, _ in items])
    frame.insert(1, "항목", [name for _, name in items])
    total = pd.DataFrame([["합계", "", *frame.iloc[:, 2:].sum()]], columns=frame.columns)
    written = pd.concat([frame, total], ignore_index=True)
    for name in written.columns[2:]:
        written[name] = ["-" if pd.isna(v) else f"{v:,.0f}원" for v in written[name]]
    path = folder / "가계부_2024.csv"
    written.to_csv(path, index=False)
    return path, frame


def company(folder: Path) -> Made:
    """English: Q1'23 quarters, what flows (sales, cost) beside what stands (headcount, inventory)."""
    random = np.random.default_rng(111)
    rows = [
        (f"Q{quarter}'{year}", store, *(int(x) for x in random.integers((500, 300, 20, 100), (990, 480, 60, 400))))
        for year in (22, 23, 24)
        for quarter in (1, 2, 3, 4)
        for store in ("Gangnam", "Hongdae", "Busan")
    ]
    frame = pd.DataFrame(rows, columns=["Quarter", "Store", "Sales", "Cost", "Headcount", "Inventory"])
    path = folder / "company.csv"
    frame.to_csv(path, index=False)
    return path, frame.assign(year="20" + frame.Quarter.str[-2:])


def subscriptions(folder: Path) -> Made:
    """English Excel: a sheet of notes first, months as Jan-23, subscribers (a level) beside new and lost ones."""
    random = np.random.default_rng(112)
    months = pd.date_range("2023-01-01", periods=24, freq="MS")
    rows = []
    for plan, start, fee in (("Basic", 900, 5), ("Pro", 400, 12), ("Team", 90, 49)):
        held = start
        for month in months:
            came, left = int(random.integers(20, 90)), int(random.integers(10, 60))
            held += came - left
            rows.append((month.strftime("%b-%y"), plan, held, came, left, held * fee))
    names = ["Month", "Plan", "Subscribers", "New subscribers", "Churned", "Revenue (USD)"]
    frame = pd.DataFrame(rows, columns=names)
    path = folder / "subscriptions.xlsx"
    with pd.ExcelWriter(path, engine="openpyxl") as book:
        pd.DataFrame({"Notes": ["exported monthly", "USD"]}).to_excel(book, index=False, sheet_name="README")
        frame.to_excel(book, index=False, sheet_name="Data", startrow=1)
    return path, frame.assign(year="20" + frame.Month.str[-2:])


def library(folder: Path) -> Made:
    """Korean, CP949: loans of libraries, a column for each year, a row of totals."""
    random = np.random.default_rng(113)
    places = [("한빛도서관", "중구"), ("별빛도서관", "서구"), ("숲속도서관", "중구"), ("바다도서관", "동구")]
    rows = [(name, gu, *(int(x) for x in random.integers(8_000, 40_000, 4))) for name, gu in places]
    years = ["2021년", "2022년", "2023년", "2024년"]
    frame = pd.DataFrame(rows, columns=["도서관", "구", *years])
    total = pd.DataFrame([["총계", "", *frame[years].sum()]], columns=frame.columns)
    written = pd.concat([frame, total], ignore_index=True)
    for name in years:
        written[name] = [f"{v:,}" for v in written[name]]
    path = folder / "도서관_대출권수.csv"
    written.to_csv(path, index=False, encoding="cp949")
    return path, frame


def orders(folder: Path) -> Made:
    """Chinese, semicolons: orders with "¥1,234.50" and whether they came back."""
    random = np.random.default_rng(114)
    days = pd.Timestamp("2023-06-01") + pd.to_timedelta(np.sort(random.integers(0, 500, 220)), "D")
    frame = pd.DataFrame(
        {
            "下单日期": [f"{d.year}/{d.month}/{d.day}" for d in days],
            "城市": random.choice(["北京", "上海", "成都"], 220),
            "品类": random.choice(["服装", "食品", "电器"], 220, p=[0.5, 0.3, 0.2]),
            "金额": np.round(random.uniform(20, 3000, 220), 2),
            "数量": random.integers(1, 9, 220),
            "是否退货": random.choice(["是", "否"], 220, p=[0.15, 0.85]),
        }
    )
    path = folder / "订单.csv"
    written = frame.assign(金额=[f"¥{v:,.2f}" for v in frame["金额"]])
    written.to_csv(path, index=False, sep=";")
    return path, frame.assign(year=days.year.astype(str), month=days.strftime("%Y-%m"))


def air(folder: Path) -> Made:
    """Korean, tabs: daily air quality, "2024.03.05.", "-" where a station was out of order."""
    random = np.random.default_rng(115)
    days = pd.date_range("2024-01-01", "2024-04-30", freq="D")
    rows = [
        (
            f"{day:%Y.%m.%d}.",
            name,
            float(random.integers(15, 120)),
            float(random.integers(5, 70)),
            round(random.random() / 10, 3),
        )
        for day in days
        for name in ("종로", "강서", "송파")
    ]
    frame = pd.DataFrame(rows, columns=["측정일", "측정소", "미세먼지", "초미세먼지", "오존(ppm)"])
    frame.loc[[10, 55, 200, 201], "미세먼지"] = np.nan
    path = folder / "대기질.txt"
    frame.to_csv(path, index=False, sep="\t", na_rep="-")
    return path, frame.assign(month=frame["측정일"].str[:7], wd=np.repeat(days.day_of_week, 3))


def bistro(folder: Path) -> Made:
    """Korean JSON records: visits with the hour, a branch, a dish, guests and how they paid."""
    random = np.random.default_rng(201)
    times = pd.Timestamp("2024-07-01 11:00") + pd.to_timedelta(np.sort(random.integers(0, 92 * 24 * 60, 260)), "min")
    frame = pd.DataFrame(
        {
            "방문일시": times.strftime("%Y-%m-%d %H:%M:%S"),
            "지점": random.choice(["홍대점", "잠실점", "판교점"], 260),
            "메뉴": random.choice(["파스타", "피자", "샐러드", "스테이크"], 260),
            "손님수": random.integers(1, 7, 260),
            "결제금액": random.integers(12, 190, 260) * 1000,
            "결제수단": random.choice(["카드", "현금", "간편결제"], 260, p=[0.6, 0.1, 0.3]),
        }
    )
    path = folder / "식당_방문.json"
    path.write_text(json.dumps(frame.to_dict(orient="records"), ensure_ascii=False), encoding="utf-8")
    return path, frame.assign(month=times.month, wd=times.day_of_week, hour=times.hour)


def lunch(folder: Path) -> Made:
    """Korean Excel with a title: marks from 1 to 5, classes as numbers, gaps."""
    random = np.random.default_rng(203)
    frame = pd.DataFrame(
        {
            "번호": range(1, 141),
            "학년": random.integers(1, 4, 140),
            "반": random.integers(1, 6, 140),
            "맛": random.integers(1, 6, 140).astype(float),
            "양": random.integers(1, 6, 140),
            "위생": random.integers(2, 6, 140),
            "친절": random.integers(1, 6, 140),
        }
    )
    frame.loc[[3, 9, 77], "맛"] = np.nan
    path = folder / "급식만족도.xlsx"
    with pd.ExcelWriter(path, engine="openpyxl") as book:
        frame.to_excel(book, index=False, sheet_name="응답", startrow=2)
        book.sheets["응답"].cell(1, 1, "2024 급식 만족도 조사 (5점 만점)")
    return path, frame


def payroll(folder: Path) -> Made:
    """Korean, CP949: a list of staff with "2019. 3. 5" and salaries in 만원."""
    random = np.random.default_rng(301)
    dates = zip(*(random.integers(a, b, 90) for a, b in ((2015, 2025), (1, 13), (1, 28))), strict=True)
    frame = pd.DataFrame(
        {
            "사번": [f"E{1000 + n}" for n in range(90)],
            "부서": random.choice(["영업부", "개발부", "인사부", "재무부"], 90),
            "직급": random.choice(["사원", "대리", "과장", "부장"], 90),
            "입사일": [f"{year}. {month}. {day}" for year, month, day in dates],
            "연봉(만원)": random.integers(3000, 9800, 90),
            "성과등급": random.choice(list("SABC"), 90),
            "재택여부": random.choice(["Y", "N"], 90),
        }
    )
    path = folder / "직원명부.csv"
    written = frame.assign(**{"연봉(만원)": [f"{value:,}" for value in frame["연봉(만원)"]]})
    written.to_csv(path, index=False, encoding="cp949")
    return path, frame.assign(y=frame["입사일"].str[:4].astype(int))


def dealers(folder: Path) -> Made:
    """Korean Excel with a title: dealers down, "2024년 1월" and so on across."""
    random = np.random.default_rng(303)
    frame = pd.DataFrame(random.integers(50, 400, (5, 12)), columns=[f"2024년 {m}월" for m in range(1, 13)])
    frame.insert(0, "대리점", ["강북", "강서", "송파", "분당", "일산"])
    path = folder / "대리점_판매대수.xlsx"
    with pd.ExcelWriter(path, engine="openpyxl") as book:
        frame.to_excel(book, index=False, sheet_name="2024", startrow=1)
        book.sheets["2024"].cell(1, 1, "대리점별 판매대수(대)")
    return path, frame.set_index("대리점")


def museum(folder: Path) -> Made:
    """English, semicolons and decimal commas: regions down, "Q1 2024" across, a row of totals."""
    random = np.random.default_rng(401)
    quarters = [f"Q{quarter} {year}" for year in (2023, 2024) for quarter in (1, 2, 3, 4)]
    frame = pd.DataFrame(np.round(random.uniform(5, 90, (4, 8)), 1), columns=quarters)
    frame.insert(0, "Region", ["EU", "US", "Asia", "Other"])
    total = pd.DataFrame([["Total", *frame[quarters].sum().round(1)]], columns=frame.columns)
    path = folder / "museum_ticket_sales.csv"
    pd.concat([frame, total]).to_csv(path, index=False, sep=";", decimal=",")
    return path, frame.set_index("Region")


def menu(folder: Path) -> Made:
    """Korean, CP949: thirty dishes, each in one row, with prices, costs and portions sold."""
    random = np.random.default_rng(402)
    kinds = {"볶음밥": "식사", "덮밥": "식사", "우동": "면", "찌개": "국물", "전골": "국물"}
    dishes = [f"{a}{b}" for a in ("김치", "참치", "소고기", "치즈", "된장", "해물") for b in kinds]
    frame = pd.DataFrame(
        {
            "메뉴": dishes,
            "분류": [next(kind for end, kind in kinds.items() if dish.endswith(end)) for dish in dishes],
            "판매가(원)": random.integers(60, 160, 30) * 100,
            "원가(원)": random.integers(20, 58, 30) * 100,
            "판매량(그릇)": random.integers(40, 900, 30),
        }
    )
    path = folder / "식당_메뉴원가.csv"
    frame.to_csv(path, index=False, encoding="cp949")
    return path, frame


def parking(folder: Path) -> Made:
    """English: cars and income of two lots on every day of two years."""
    random = np.random.default_rng(403)
    days = pd.date_range("2023-01-01", "2024-12-31")
    weekend = (days.day_of_week >= 5) * 60
    parts = [
        pd.DataFrame({"Date": days, "Lot": lot, "Cars": (base + weekend + random.normal(0, 20, len(days))).astype(int)})
        for lot, base in (("North", 300), ("South", 210))
    ]
    frame = pd.concat(parts, ignore_index=True)
    frame["Income (EUR)"] = (frame.Cars * random.uniform(3, 4, len(frame))).round(2)
    path = folder / "carpark.csv"
    frame.to_csv(path, index=False)
    dates = frame.Date.dt
    return path, frame.assign(year=dates.year.astype(str), month=dates.strftime("%Y-%m"), wd=dates.day_of_week)


def streams(folder: Path) -> Made:
    """English JSON, one list a column: weeks of the calendar and 28 artists."""
    random = np.random.default_rng(404)
    names = ("Owls", "Foxes", "Trains", "Kites", "Moons", "Lamps", "Seas")
    artists = [f"{a} {b}" for a in ("Blue", "Red", "Lost", "Tiny") for b in names]
    rows = [
        (f"2024-W{week:02d}", artist, ("Jazz", "Rock", "Folk", "Pop")[n % 4], *map(int, random.integers(5, 900, 2)))
        for week in range(1, 21)
        for n, artist in enumerate(artists)
    ]
    frame = pd.DataFrame(rows, columns=["week", "artist", "genre", "plays", "skips"])
    path = folder / "streams.json"
    path.write_text(json.dumps(frame.to_dict(orient="list")), encoding="utf-8")
    return path, frame


def buses(folder: Path) -> Made:
    """Korean: lines of buses down, hours of the day across."""
    random = np.random.default_rng(405)
    hours = ["06시", "09시", "12시", "15시", "18시", "21시"]
    rows = [(f"{n}번", day, *random.integers(50, 900, 6)) for n in (101, 143, 272) for day in ("평일", "주말")]
    frame = pd.DataFrame(rows, columns=["노선", "구분", *hours])
    path = folder / "버스승객.csv"
    frame.to_csv(path, index=False, encoding="utf-8-sig")
    return path, frame


def hotels(folder: Path) -> Made:
    """Chinese and English, lines of nested JSON: what guests of three hotels said."""
    random = np.random.default_rng(406)
    days = pd.Timestamp("2024-01-05") + pd.to_timedelta(np.sort(random.integers(0, 300, 200)), "D")
    frame = pd.DataFrame(
        {
            "date": days.strftime("%Y/%m/%d"),
            "hotel": random.choice(["海景酒店", "城市酒店", "山林酒店"], 200),
            "room": random.choice(["标准间", "套房"], 200),
            "rating": random.integers(1, 6, 200),
            "price": random.integers(200, 1500, 200),
        }
    )
    lines = [
        {
            "date": r["date"],
            "stay": {"hotel": r["hotel"], "room": r["room"]},
            "rating": r["rating"],
            "price": r["price"],
        }
        for r in frame.to_dict(orient="records")
    ]
    path = folder / "reviews.jsonl"
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    return path, frame


STRANGE_TABLES = {
    make.__name__: make
    for make in (
        hospital,
        grades,
        meters,
        league,
        rents,
        funnel,
        weblog,
        likert,
        flights,
        household,
        company,
        subscriptions,
        library,
        orders,
        air,
        bistro,
        lunch,
        payroll,
        dealers,
        museum,
        menu,
        parking,
        streams,
        buses,
        hotels,
    )
}
