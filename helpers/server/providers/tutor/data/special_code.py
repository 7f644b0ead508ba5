"""The pandas code of what is no grouping: missing values, a description, correlation, distribution, outliers."""

from .periods import quoted
from .plan import Plan
from .rows import listed
from .tables import Table

_OUTSIDE = {
    "ko": "사분위 범위의 1.5배를 벗어난 값",
    "en": "Values outside 1.5 times the interquartile range",
    "zh": "超出四分位距1.5倍的值",
}


def missing_lines(plan: Plan, table: Table, language: str) -> list[str]:
    return [
        f"table = df.isna().sum().to_frame({quoted({'ko': '빈칸', 'en': 'missing', 'zh': '缺失'}[language])})",
        "print(table.to_string())",
        'print("RESULT:", table.to_json(orient="split", force_ascii=False))',
        'print("ROWS:", len(df))',
    ]


def duplicates_lines(plan: Plan, table: Table, language: str) -> list[str]:
    return [
        "again = df[df.duplicated()]",
        "print(again.head(10).to_string())",
        'print("RESULT:", json.dumps([" / ".join(map(str, row)) for row in again.head(10).to_numpy()],'
        " ensure_ascii=False))",
        'print("AGAIN:", len(again))',
        'print("ROWS:", len(df))',
    ]


def describe_lines(plan: Plan, table: Table, language: str) -> list[str]:
    numbers = list(table.series or table.measures)
    if not numbers:
        return ['print("RESULT:", json.dumps({"columns": [], "index": [], "data": []}))', 'print("ROWS:", len(df))']
    return [
        f'table = df[{listed(numbers)}].agg(["count", "sum", "mean", "min", "max"]).T',
        "print(table.round(2).to_string())",
        'print("RESULT:", table.to_json(orient="split", force_ascii=False))',
        'print("ROWS:", len(df))',
    ]


def correlation_lines(plan: Plan, table: Table, language: str) -> list[str]:
    pair = listed(plan.measures)
    return [
        f"points = df[{pair}].dropna()",
        "r = points.corr().iloc[0, 1]",
        "print(round(r, 3), len(points))",
        'print("RESULT:", json.dumps({"r": None if pd.isna(r) else r, "n": len(points)}))',
    ]


def distribution_lines(plan: Plan, table: Table, language: str) -> list[str]:
    return [
        f"values = df[{quoted(plan.measures[0])}].dropna()",
        "table = values.describe().to_frame()",
        "print(table.round(2).to_string())",
        'print("RESULT:", table.to_json(orient="split", force_ascii=False))',
    ]


def outliers_lines(plan: Plan, table: Table, language: str) -> list[str]:
    columns = list(table.series) if len(plan.measures) > 1 and table.series else [plan.measures[0]]
    keys = [*(table.periods.columns if table.periods else ()), *table.categories]
    return [
        f"# {_OUTSIDE[language]}",
        "found = []",
        f"for name in {listed(columns)}:",
        "    low, high = df[name].quantile([0.25, 0.75])",
        "    spread = (high - low) * 1.5",
        "    for i, row in df[(df[name] < low - spread) | (df[name] > high + spread)].iterrows():",
        f'        where = " ".join(str(row[key]) for key in {listed(keys)})',
        "        found.append([name, where or str(i), float(row[name]), float(low - spread), float(high + spread)])",
        "print(found)",
        'print("RESULT:", json.dumps(found, ensure_ascii=False))',
    ]
