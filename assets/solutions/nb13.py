"""풀이 / Solutions: notebooks/*/13_data_to_insights.ipynb"""

import re


def exercise_13_1():
    """오해할 수 없는 부탁 / A request that cannot be misunderstood.

    English: "Plot Paid by Month as a line chart, one line for each Drink."
    """
    return "월별 결제액을 음료마다 선 하나씩, 선 그래프로 그려 주세요."


def exercise_13_2():
    """직접 검산하기 / Check a number yourself."""

    def growth(before, after):
        return (after / before - 1) * 100

    return growth


def exercise_13_3():
    """근거 없는 숫자 찾기 / Find the numbers without a source."""

    def untraced(sentence, computed):
        numbers = re.findall(r"\d+(?:,\d{3})*(?:\.\d+)?", sentence)
        return [number for number in numbers if number not in computed]

    return untraced
