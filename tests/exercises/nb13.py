"""Notebook 13."""

import re

NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"

WRONG = {
    "13-1": (
        "매출을 월별로 음료마다 그려 주세요.",
        "Plot Ordered by month, one line for each drink.",
        "결제액을 월별 선 그래프로 그려 주세요.",
        "Plot Paid, one line for each drink.",
        "월별·음료별 결제액을 알려 주세요.",
    ),
    "13-2": (
        lambda before, after: ...,
        lambda before, after: after / before * 100,
        lambda before, after: after / before - 1,
        lambda before, after: (after - before) / after * 100,
        lambda before, after: after - before,
        lambda before, after: abs(after / before - 1) * 100,
    ),
    "13-3": (
        lambda sentence, computed: [number for number in re.findall(NUMBER, sentence) if ...],
        lambda sentence, computed: [number for number in re.findall(NUMBER, sentence) if number in computed],
        lambda sentence, computed: [n for n in re.findall(NUMBER, sentence) if n not in str(computed)],
        lambda sentence, computed: [],
        lambda sentence, computed: re.findall(NUMBER, sentence)[-1:],
    ),
}
