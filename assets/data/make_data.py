"""Makes the two bundled tables. Run it again and the same bytes come out: `python assets/data/make_data.py`.

Each table is a story (a level for each quarter, drawn as a line through a few bends) with a season and a little chance
on top. README.md tells the stories.
"""

import csv
import random
import sys
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
QUARTERS = [(year, quarter) for year in range(2022, 2026) for quarter in range(1, 5)]


def line(*bends: tuple[int, float]) -> list[float]:
    """A value for each of the 16 quarters, straight between the bends (number of the quarter from 0, value)."""
    values = []
    for (start, low), (end, high) in pairwise(bends):
        values += [low + (high - low) * step / (end - start) for step in range(end - start)]
    return [*values, bends[-1][1]]


def around(levels: Sequence[float], season: Sequence[float], chance: float, dice: random.Random) -> list[float]:
    """The levels with the season of each quarter (factors, Q1 first) and a chance of plus or minus a share of each."""
    return [level * season[i % 4] * (1 + dice.uniform(-chance, chance)) for i, level in enumerate(levels)]


def book_sales() -> list[list[object]]:
    """Wide: a row for each quarter, a column for each book."""
    dice = random.Random(20260115)
    books = {
        "GPT 도해": around(line((0, 880), (15, 2080)), (0.97, 1.00, 0.99, 1.04), 0.035, dice),
        "머신러닝 첫걸음": around(line((0, 340), (9, 1080), (15, 1690)), (0.97, 1.01, 0.98, 1.04), 0.04, dice),
        "데이터 분석 열 가지": around(
            line((0, 1030), (3, 1010), (10, 360), (15, 640)), (1.0, 0.99, 1.0, 1.01), 0.05, dice
        ),
    }
    header: list[object] = ["분기", *books]
    rows = [
        [f"{year}-Q{quarter}", *(round(sales[i]) for sales in books.values())]
        for i, (year, quarter) in enumerate(QUARTERS)
    ]
    return [header, *rows]


def channel_sales() -> list[list[object]]:
    """Long: a row for each quarter and channel of a flower company."""
    dice = random.Random(20260116)
    # Mother's Day falls into Q2; the partners (hotels, offices) buy most for the winter holidays.
    channels = {
        "Shops": (line((0, 412_000), (15, 356_000)), (0.98, 1.14, 0.88, 1.00), line((0, 0.60), (15, 0.62)), 31.0),
        "Online": (
            line((0, 148_000), (6, 262_000), (15, 520_000)),
            (0.97, 1.12, 0.90, 1.01),
            line((0, 0.64), (15, 0.55)),
            42.0,
        ),
        "Partners": (
            line((0, 186_000), (15, 251_000)),
            (0.94, 1.02, 0.94, 1.10),
            line((0, 0.66), (5, 0.70), (15, 0.89)),
            880.0,
        ),
    }
    series = {}
    for name, (levels, season, cost_share, basket) in channels.items():
        revenue = around(levels, season, 0.025, dice)
        cost = [
            value * share for value, share in zip(revenue, around(cost_share, (1, 1, 1, 1), 0.012, dice), strict=True)
        ]
        customers = [
            value / spent for value, spent in zip(revenue, around([basket] * 16, (1, 1, 1, 1), 0.03, dice), strict=True)
        ]
        series[name] = (revenue, cost, customers)
    header: list[object] = ["Year", "Quarter", "Channel", "Revenue", "Cost", "Customers"]
    rows = [
        [year, f"Q{quarter}", name, hundreds(revenue[i]), hundreds(cost[i]), round(customers[i])]
        for i, (year, quarter) in enumerate(QUARTERS)
        for name, (revenue, cost, customers) in series.items()
    ]
    return [header, *rows]


def hundreds(value: float) -> int:
    """Rounded to the nearest hundred dollars."""
    return round(value / 100) * 100


def write(path: Path, rows: Iterable[Sequence[object]], encoding: str) -> None:
    """A CSV file with plain line feeds on every system."""
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def main(folder: Path = FOLDER) -> None:
    """Write both files into the folder."""
    # The byte order mark lets Excel show the Korean letters; pandas passes over it.
    write(folder / "sales_ko.csv", book_sales(), "utf-8-sig")
    write(folder / "channels_en.csv", channel_sales(), "utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
