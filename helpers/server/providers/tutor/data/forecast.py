"""What comes next, as far as a table can tell: a straight line through its periods, drawn out and labelled as such."""

import re
from collections.abc import Sequence

from .grids import grid
from .labels import result_unit, value_label
from .names import core_name
from .plan import Plan
from .reading import marked
from .tables import Table
from .words import number, period_text

LEAST_PERIODS = 3
_MOST_STEPS = 24
_AHEAD = re.compile(
    r"(?:향후|앞으로|다음|이후)\s?(\d+)\s?(?:년|개월|달|개? ?분기|주|일)|\bnext (\d+) (?:year|quarter|month|week|day)s|"
    r"(?:未来|接下来)(\d+)(?:年|个月|个季度|天)",
    re.I,
)
_COMMENT = {
    "ko": "# 직선 추세(최소제곱)를 구해 다음 기간까지 늘립니다",
    "en": "# Fit a straight line (least squares) and draw it out",
    "zh": "# 用最小二乘法拟合直线并外推",
}


def asked_steps(text: str) -> int:
    """How many periods ahead are asked for; 1 where the sentence says nothing of it."""
    found = _AHEAD.search(text)
    return min(int(found[1] or found[2] or found[3]), _MOST_STEPS) if found else 1


def asked_grain_ahead(text: str) -> str | None:
    """The grain of "next year", "다음 분기", "향후 6개월"; None where none is said."""
    for grain, pattern in (
        ("year", r"내년|다음 해|(?:향후|앞으로|다음)\s?\d*\s?년|next (?:\d+ )?years?|明年|未来\d*年"),
        ("quarter", r"(?:향후|앞으로|다음)\s?\d*\s?개?\s?분기|next (?:\d+ )?quarters?|下个?季度|未来\d+个季度"),
        ("month", r"(?:향후|앞으로|다음)\s?\d*\s?(?:개월|달|월)|next (?:\d+ )?months?|下个?月|未来\d+个月"),
        ("week", r"(?:향후|앞으로|다음)\s?\d*\s?주|next (?:\d+ )?weeks?"),
        ("day", r"내일|(?:향후|앞으로|다음)\s?\d*\s?일|tomorrow|next (?:\d+ )?days?|明天"),
    ):
        if re.search(pattern, text, re.I):
            return grain
    return None


def forecast_lines(plan: Plan, language: str) -> list[str]:
    """Python that leaves the line's values for the next periods in `ahead`, one row a period."""
    steps = str(plan.lag)
    if plan.until:
        steps = f"max({plan.until} - int(table.index[-1][:4]), 1)"
    return [
        _COMMENT[language],
        "known = table.dropna()",
        f"steps = {steps}",
        f"fits = {{name: np.polyfit(range(len(known)), known[name], 1) for name in known.columns}}"
        f" if len(known) >= {LEAST_PERIODS} else {{}}",
        "future = [len(known) + n for n in range(steps)]",
        "ahead = pd.DataFrame({name: np.polyval(fit, future) for name, fit in fits.items()})",
        "slopes = {name: fit[0] for name, fit in fits.items()}",
        "print(ahead.round(4).to_string())",
        'print("RESULT:", ahead.to_json(orient="split", force_ascii=False))',
        'print("TREND:", json.dumps({"periods": list(known.index), "slopes": slopes}, ensure_ascii=False))',
        'print("LAST:", known.tail(1).to_json(orient="split", force_ascii=False))',
    ]


def too_short(logs: str) -> bool:
    """True where the periods were too few for a line."""
    found = marked(logs, "TREND:")
    return isinstance(found, dict) and not found["slopes"]


def after(period: str, steps: int) -> str:
    """The period that follows by so many steps: 2025-Q1 after 2024-Q4; "+1" after a label without a year."""
    if found := re.fullmatch(r"(\d{4})-Q([1-4])", period):
        count = int(found[1]) * 4 + int(found[2]) - 1 + steps
        return f"{count // 4}-Q{count % 4 + 1}"
    if found := re.fullmatch(r"(\d{4})-(\d\d)", period):
        count = int(found[1]) * 12 + int(found[2]) - 1 + steps
        return f"{count // 12}-{count % 12 + 1:02d}"
    return str(int(period) + steps) if re.fullmatch(r"\d{4}", period) else f"(+{steps})"


def forecast(plan: Plan, table: Table, logs: str, language: str) -> str:
    """The line's next values, how it was made, and what it cannot know."""
    found, result, last = marked(logs, "TREND:"), grid(logs), grid(logs, "LAST:")
    periods: Sequence[str] = found["periods"] if isinstance(found, dict) else ()
    unit, label = result_unit(plan, table), value_label(plan, language)
    if not result or not last or not periods or not result.columns:
        return {
            "ko": f"기간이 {len(periods)}개뿐이라 추세를 늘려 볼 수 없습니다. 적어도 {LEAST_PERIODS}개의 "
            f"기간이 필요합니다.",
            "en": f"There are only {len(periods)} periods, too few to draw out a trend; it takes at least "
            f"{LEAST_PERIODS}.",
            "zh": f"只有 {len(periods)} 个时间段，不足以外推趋势（至少需要 {LEAST_PERIODS} 个）。",
        }[language]
    first, end = (period_text(p, language) for p in (periods[0], periods[-1]))
    lines = [
        {
            "ko": f"이 파일에는 미래의 값이 없습니다. {first}부터 {end}까지 {len(periods)}개 기간의 {label}에 직선 추세"
            f"(최소제곱)를 맞추어 그대로 늘리면 이렇습니다.",
            "en": f"The file holds no future values. Drawing out a straight line (least squares) through the "
            f"{len(periods)} periods of {label} from {first} to {end} gives:",
            "zh": f"文件中没有未来的数据。对{first}至{end}共 {len(periods)} "
            f"期的{label}拟合直线（最小二乘）并外推，得到：",
        }[language]
    ]
    many = len(result.columns) > 1
    for place, name in enumerate(result.columns):
        slope = found["slopes"][name]
        values = [row[place] for row in result.data]
        steps = ", ".join(
            f"{period_text(after(periods[-1], n), language)} **{number(value, unit)}**"
            for n, value in enumerate(values, 1)
        )
        move = f"{'+' if slope > 0 else ''}{number(slope, unit)}"
        was = number(last.data[0][place], unit)
        head = f"{core_name(name)}: " if many else ""
        lines.append(
            {
                "ko": f"- {head}{steps} (마지막 실제 값 {end} {was}, 한 기간에 {move})",
                "en": f"- {head}{steps} (last actual value {was} in {end}; {move} a period)",
                "zh": f"- {head}{steps}（最后实际值 {end} {was}，每期 {move}）",
            }[language]
        )
    season = plan.grain in ("month", "quarter", "day", "week")
    lines.append(
        {
            "ko": "지난 흐름이 그대로 이어진다는 가정일 뿐이며, "
            + ("계절에 따른 오르내림과 " if season else "")
            + "앞으로 달라질 일은 들어 있지 않습니다.",
            "en": "It only assumes that the past goes on as it was"
            + (", leaves out the ups and downs of the seasons," if season else "")
            + " and knows nothing of what may change.",
            "zh": "这只是假设过去的趋势不变" + ("，未考虑季节波动" if season else "") + "，不包含未来的变化。",
        }[language]
    )
    return "\n".join(lines)


def forecast_chart_lines() -> list[str]:
    """Python that draws `ahead` as broken lines after those of `table`."""
    return [
        "for name in ahead.columns:",
        "    tail = [known[name].iloc[-1], *ahead[name]]",
        "    places = range(len(known) - 1, len(known) + steps)",
        '    ax.plot(places, tail, color=colors[name], linewidth=1.8, linestyle="--", marker="o", markersize=4,'
        ' markerfacecolor="white", markevery=slice(1, None), label="_ahead")',
        'ax.axvspan(len(known) - 0.5, len(known) + steps - 0.5, color="#F0F0F0", zorder=0)',
    ]
