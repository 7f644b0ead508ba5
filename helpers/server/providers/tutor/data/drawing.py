"""From a plan to the matplotlib code that draws `table`."""

from .colors import PALETTE, unlike
from .cycles import kind_of
from .forecast import forecast_chart_lines
from .labels import axis_label, chart_title, measure_label
from .names import core, core_name
from .periods import GRAIN_NAMES, quoted
from .plan import WITHOUT_PERIODS, Plan, series_names
from .tables import Table

_STEPS = {
    "day": (1, 2, 7, 14, 30, 91, 365),
    "week": (1, 2, 4, 13, 26, 52),
    "month": (1, 3, 6, 12, 24),
    "quarter": (1, 2, 4, 8),
    "year": (1, 2, 5, 10),
}


_DIRECT_LABELS = 8
_MOST_LINES, _MOST_BARS = 10, 15


def draw_code(plan: Plan, table: Table, language: str, save_as: str | None = None) -> str:
    """The code that draws the plan's chart; an empty text where none was asked for."""
    if not plan.chart:
        return ""
    comment = {"ko": "# 그래프", "en": "# Chart", "zh": "# 图表"}[language]
    lines = ["", comment, "import matplotlib.pyplot as plt", "", *_crop_lines(plan, language)]
    lines.append('fig, ax = plt.subplots(figsize=(10, 5.5), dpi=120, layout="constrained")')
    lines += {
        "line": _line,
        "area": _area,
        "bar": _bar,
        "stacked": _bar,
        "pie": _pie,
        "scatter": _scatter,
        "histogram": _histogram,
        "heatmap": _heatmap,
    }[plan.chart](plan, table, language)
    lines.append(
        f'ax.set_title({quoted(chart_title(plan, table, language))}, loc="left", fontsize=14, '
        f'fontweight="bold", pad=14)'
    )
    lines.append('ax.spines[["top", "right"]].set_visible(False)')
    lines += _cropped_note_lines(plan, language)
    if save_as:
        lines.append(f"fig.savefig({quoted('/mnt/data/' + save_as)})")
    lines.append("plt.show()")
    return "\n".join(lines) + "\n"


def drawn_of(plan: Plan, rows: int, columns: int) -> tuple[int, int]:
    """How many categories the chart shows, and of how many, where the result has `rows` and `columns`."""
    many = columns if _across(plan) else rows
    return min(_MOST_LINES if _across(plan) else _MOST_BARS, many), many


def _across(plan: Plan) -> bool:
    """True where the categories of the result are its columns."""
    return plan.operation not in WITHOUT_PERIODS and bool(plan.grain or len(plan.groups) > 1)


def _crop_lines(plan: Plan, language: str) -> list[str]:
    """Of many categories the chart shows the largest (of a ranking the first); the result itself keeps them all."""
    if not plan.crowded or plan.chart == "pie":
        return []  # a pie joins the small ones
    comment = {
        "ko": "# 그림에는 가장 큰 것만 남깁니다",
        "en": "# The chart shows only the largest",
        "zh": "# 图中只保留最大的几项",
    }[language]
    if _across(plan):
        crop = f"table = table[table.sum().nlargest({_MOST_LINES}).index]"
    elif plan.ranks or plan.operation in WITHOUT_PERIODS:
        crop = f"table = table.head({_MOST_BARS})"
    else:
        crop = f"table = table.nlargest({_MOST_BARS}, table.columns[0])"
    return [comment, f"many = {'table.shape[1]' if _across(plan) else 'len(table)'}", crop]


def _cropped_note_lines(plan: Plan, language: str) -> list[str]:
    """The line in the corner of a chart that does not show everything."""
    if not plan.crowded or plan.chart == "pie":
        return []
    shown = "table.shape[1]" if _across(plan) else "len(table)"
    said = {
        "ko": f"{{many}}개 가운데 {{{shown}}}개",
        "en": f"{{{shown}}} of {{many}} shown",
        "zh": f"{{many}} 项中的 {{{shown}}} 项",
    }
    return [f'ax.text(1, 1.02, f"{said[language]}", transform=ax.transAxes, ha="right", color="grey", fontsize=9)']


def _colors_line(plan: Plan, table: Table) -> list[str]:
    """The dictionary of colours: those asked for, the rest from the palette."""
    names = series_names(plan, table)
    asked = dict(plan.colors)
    spare = iter(unlike(asked.values()) * (len(names) // 8 + 1))
    pairs = ", ".join(f"{quoted(name)}: {quoted(asked.get(name) or next(spare))}" for name in names)
    return [f"colors = {{{pairs}}}"] if len(pairs) < 105 else ["colors = {", *_wrapped(names, asked), "}"]


def _wrapped(names: list[str], asked: dict[str, str]) -> list[str]:
    spare = iter(unlike(asked.values()) * (len(names) // 8 + 1))
    return [f"    {quoted(name)}: {quoted(asked.get(name) or next(spare))}," for name in names]


def _known(plan: Plan, table: Table) -> bool:
    """True where the result's columns are known beforehand (one group, no more than one measure)."""
    return len(plan.groups) < 2 or not plan.grain


def _color_lines(plan: Plan, table: Table) -> list[str]:
    if plan.contrast or (plan.crowded and (plan.grain or len(plan.groups) > 1)):
        return ["colors = dict(zip(table.columns, " + repr(list(PALETTE)) + "))"]
    one = not plan.grain and len(plan.groups) == 1 and plan.chart == "line"
    plain = not plan.groups and plan.aggregate == "count"
    if _known(plan, table) and series_names(plan, table) and not plain and not one:
        return _colors_line(plan, table)
    if plan.aggregate == "count" or (plan.groups and not plan.grain and len(plan.groups) < 2):
        color = next(iter(dict(plan.colors).values()), PALETTE[0])
        return [f"colors = dict.fromkeys(table.columns, {quoted(color)})"]
    return ["colors = dict(zip(table.columns, plt.cm.tab20.colors))"]


def _period_axis(plan: Plan, table: Table, language: str) -> list[str]:
    steps = _STEPS[plan.grain or "year"]
    return [
        f"step = next((s for s in {steps} if len(table) / s <= 12), {steps[-1]})",
        "ax.set_xticks(range(0, len(table), step), table.index[::step])",
        f"ax.set_xlabel({quoted(_grain_label(plan, table, language))})",
    ]


def _grain_label(plan: Plan, table: Table, language: str) -> str:
    label = GRAIN_NAMES[language][plan.grain] if plan.grain else _category_label(plan)
    return label.capitalize() if language == "en" else label


def _value_axis(plan: Plan, table: Table, language: str, axis: str = "y") -> list[str]:
    label = axis_label(plan, table, language)
    label = label[:1].upper() + label[1:]
    return [
        f"ax.set_{axis}label({quoted(label)})",
        "digits = 0 if size >= 10 else 1 if size >= 1 else 2 if size >= 0.1 else 4",
        f'ax.{axis}axis.set_major_formatter(lambda value, _: f"{{value:,.{{digits}}f}}")',
        *([f"ax.{axis}axis.get_major_locator().set_params(integer=True)"] if plan.aggregate == "count" else []),
        f'ax.grid(axis="{axis}", color="#DDDDDD")',
        "ax.set_axisbelow(True)",
    ]


def _size_line(overall: bool = False) -> str:
    return "size = table[table.columns[0]].abs().max()" if overall else "size = table.abs().max().max()"


def _line(plan: Plan, table: Table, language: str) -> list[str]:
    lines = [*_color_lines(plan, table), _size_line(), "for name in table.columns:"]
    lines.insert(-1, 'mark = "o" if len(table) <= 40 else ""')
    lines.append(
        "    ax.plot(range(len(table)), table[name], color=colors[name], linewidth=2.2, "
        "marker=mark, markersize=4, label=name)"
    )
    if plan.operation == "forecast":
        lines += forecast_chart_lines()
    if plan.aggregate in ("sum", "count") and plan.derived != "ratio":
        lines += [
            "if (table.min() >= 0).all():",
            "    ax.set_ylim(bottom=0)",
            "else:",
            '    ax.axhline(0, color="grey", linewidth=0.8)',
        ]
    lines += _period_axis(plan, table, language) + _value_axis(plan, table, language)
    many = plan.operation == "forecast" or len(series_names(plan, table)) > _DIRECT_LABELS or not _known(plan, table)
    single = (not plan.groups and len(series_names(plan, table)) == 1) or (not plan.grain and len(plan.groups) == 1)
    if single:
        return lines
    if many:
        return [*lines, 'ax.legend(loc="upper left", bbox_to_anchor=(1, 1), frameon=False)']
    comment = {
        "ko": "# 범례 대신 선 끝에 이름을 적되, 서로 겹치지 않게 띄웁니다",
        "en": "# Names at the ends of the lines instead of a legend, kept apart",
        "zh": "# 用线末的名称代替图例，彼此错开",
    }[language]
    return [
        *lines,
        comment,
        "bottom, top = ax.get_ylim()",
        "height = float('-inf')",
        "for name, last in table.ffill().iloc[-1].sort_values().items():",
        "    height = max(last, height + (top - bottom) * 0.06)",
        "    ax.annotate(",
        "        name,",
        "        (len(table) - 1, last),",
        "        xytext=(1.02, height),",
        "        textcoords=ax.get_yaxis_transform(),",
        '        va="center",',
        "        annotation_clip=False,",
        '        arrowprops={"arrowstyle": "-", "color": colors[name]},',
        "    )",
        "ax.set_xlim(-len(table) * 0.02, len(table) - 1 + len(table) * 0.01)",
    ]


def _area(plan: Plan, table: Table, language: str) -> list[str]:
    return [
        *_color_lines(plan, table),
        _size_line(),
        "names = list(table.columns)",
        "filled = table.fillna(0)",
        (
            "ax.stackplot(range(len(table)), filled.T.to_numpy(), labels=names, "
            "colors=[colors[n] for n in names], alpha=0.85)"
        ),
        "ax.set_xlim(0, len(table) - 1)",
        *_period_axis(plan, table, language),
        *_value_axis(plan, table, language),
        'ax.legend(loc="upper left", bbox_to_anchor=(1, 1), frameon=False, reverse=True)',
    ]


def _bar(plan: Plan, table: Table, language: str) -> list[str]:
    stacked = plan.chart == "stacked"
    overall = plan.operation in WITHOUT_PERIODS
    across = bool(plan.groups) and (bool(plan.grain) or len(plan.groups) > 1) and not overall
    several = across or (len(series_names(plan, table)) > 1 and not plan.groups and not plan.across)
    if several:
        lines = [*_color_lines(plan, table), _size_line()]
        lines.append(
            f"table.plot.bar(ax=ax, stacked={stacked}, width=0.8, rot=0, color=[colors[n] for n in table.columns])"
        )
        order = ", reverse=True" if stacked else ""
        lines.append(f'ax.legend(loc="upper left", bbox_to_anchor=(1, 1), frameon=False, title=None{order})')
        lines += (
            _period_axis(plan, table, language) if plan.grain else [f"ax.set_xlabel({quoted(_category_label(plan))})"]
        )
        lines += _value_axis(plan, table, language)
        return [*lines, 'ax.axhline(0, color="grey", linewidth=0.8)']
    asked = dict(plan.colors)
    if plan.grain and not overall:
        color = next(iter(asked.values()), PALETTE[0])
        return [
            _size_line(),
            "column = table.columns[0]",
            f"bars = ax.bar(range(len(table)), table[column], color={quoted(color)})",
            *_bar_labels(),
            *_period_axis(plan, table, language),
            *_value_axis(plan, table, language),
            'ax.axhline(0, color="grey", linewidth=0.8)',
        ]
    natural = bool(plan.groups) and bool(kind_of(plan.groups[0]))
    sort = [] if plan.ranks or overall or natural else ["table = table.sort_values(table.columns[0], ascending=False)"]
    if plan.groups and asked:
        paint = [*_colors_line(plan, table), "paint = [colors[name] for name in table.index]"]
    else:
        paint = [f"paint = {quoted(next(iter(asked.values()), PALETTE[0]))}"]
    names = series_names(plan, table)
    wide = not natural and (
        len(names) > 8
        or max((len(core(n)) * (1 if n.isascii() else 1.7) for n in names), default=0) > 70 / max(len(names), 1)
    )
    if wide:
        return [
            _size_line(overall),
            *sort,
            "column = table.columns[0]",
            *paint,
            "bars = ax.barh(table.index.astype(str), table[column], color=paint)",
            "ax.invert_yaxis()",
            *_bar_labels(),
            *_value_axis(plan, table, language, "x"),
        ]
    return [
        _size_line(overall),
        *sort,
        "column = table.columns[0]",
        *paint,
        "bars = ax.bar(table.index.astype(str), table[column], color=paint, width=0.6)",
        *_bar_labels(),
        f"ax.set_xlabel({quoted(_category_label(plan))})",
        *_value_axis(plan, table, language),
        'ax.axhline(0, color="grey", linewidth=0.8)',
    ]


def _bar_labels() -> list[str]:
    return [
        "if len(table) <= 20:",
        "    whole = size >= 100 or (table[column] % 1 == 0).all()",
        '    form = "{:,.0f}" if whole else "{:,.1f}" if size >= 10 else "{:,.2f}" if size >= 0.1 else "{:,.4f}"',
        "    ax.bar_label(bars, fmt=form, padding=3, fontsize=9)",
        "    ax.margins(**{'x' if bars.orientation == 'horizontal' else 'y': 0.1})",
    ]


def _category_label(plan: Plan) -> str:
    return core_name(plan.groups[0]) if plan.groups else ""


def _pie(plan: Plan, table: Table, language: str) -> list[str]:
    other = {"ko": "기타", "en": "Other", "zh": "其他"}[language]
    lines = ["parts = table[table.columns[0]].sort_values(ascending=False)"]
    if len(series_names(plan, table)) > 8:
        lines += ["small = parts.iloc[7:].sum()", "parts = parts.iloc[:7]", f"parts[{quoted(other)}] = small"]
    lines += [*_colors_line(plan, table)]
    if len(series_names(plan, table)) > 8:
        lines.append(f'colors[{quoted(other)}] = "#BBBBBB"')
    return [
        *lines,
        "ax.pie(",
        "    parts,",
        '    labels=[f"{name}  {value / parts.sum():.1%}" for name, value in parts.items()],',
        "    colors=[colors[name] for name in parts.index],",
        "    startangle=90,",
        "    counterclock=False,",
        '    wedgeprops={"width": 0.45, "edgecolor": "white"},',
        ")",
    ]


def _scatter(plan: Plan, table: Table, language: str) -> list[str]:
    a, b = plan.measures[:2]
    color = next(iter(dict(plan.colors).values()), PALETTE[0])
    return [
        f"ax.scatter(points[{quoted(a)}], points[{quoted(b)}], color={quoted(color)}, alpha=0.7)",
        f"ax.set_xlabel({quoted(measure_label(a))})",
        f"ax.set_ylabel({quoted(measure_label(b))})",
        'ax.xaxis.set_major_formatter(lambda value, _: f"{value:,.10g}")',
        'ax.yaxis.set_major_formatter(lambda value, _: f"{value:,.10g}")',
        'ax.grid(color="#DDDDDD")',
        "ax.set_axisbelow(True)",
    ]


def _histogram(plan: Plan, table: Table, language: str) -> list[str]:
    name = plan.measures[0]
    color = next(iter(dict(plan.colors).values()), PALETTE[0])
    count = {"ko": "행의 수", "en": "Rows", "zh": "行数"}[language]
    return [
        f'ax.hist(values, bins="auto" if len(values) < 500 else 30, color={quoted(color)}, edgecolor="white")',
        f"ax.set_xlabel({quoted(measure_label(name))})",
        f"ax.set_ylabel({quoted(count)})",
        'ax.xaxis.set_major_formatter(lambda value, _: f"{value:,.10g}")',
    ]


def _heatmap(plan: Plan, table: Table, language: str) -> list[str]:
    label = axis_label(plan, table, language)
    label = label[:1].upper() + label[1:]
    across = [f"ax.set_xlabel({quoted(_category_label(plan))})"] if plan.groups else []
    return [
        'picture = ax.imshow(table.T, aspect="auto", cmap="YlGnBu")',
        "ax.set_yticks(range(len(table.columns)), table.columns)",
        *(
            _period_axis(plan, table, language)
            if plan.grain
            else ["ax.set_xticks(range(len(table)), table.index)", *across]
        ),
        f"ax.set_ylabel({quoted(core_name(plan.groups[-1]))})",
        f"fig.colorbar(picture, label={quoted(label)})",
        "if table.size <= 120:",
        "    middle = (table.min().min() + table.max().max()) / 2",
        "    for x, row in enumerate(table.to_numpy()):",
        "        for y, value in enumerate(row):",
        '            ink = "white" if value > middle else "black"',
        '            ax.text(x, y, f"{value:,.0f}", ha="center", va="center", fontsize=8, color=ink)',
    ]
