"""풀이 / Solutions: notebooks/*/16_capstone.ipynb"""

from types import SimpleNamespace

from helpers.deck.columns import Roles


def exercise_16_1():
    """역할을 정하기: 위젯에서 이렇게 고릅니다 / Decide the roles: choose these in the widget.

    English: Ordered, Area, Amount, USD. By code: tricky.choose(period="Ordered", value="Amount", unit="USD")
    """
    return SimpleNamespace(question="", roles=Roles("주문일", "지역", "금액", "원"))


def exercise_16_2():
    """명령 한 줄 / One command. English: --period Ordered --value Amount"""
    return "python3 workshop.py deck --data orders.csv --out orders.pptx --period 주문일 --value 금액"


def exercise_16_3():
    """어느 표든 검산하기 / Check any table."""

    def yearly_totals(frame, period, value):
        return frame.groupby(frame[period].str[:4])[value].sum()

    return yearly_totals
