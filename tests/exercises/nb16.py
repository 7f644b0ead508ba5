"""Notebook 16."""

from types import SimpleNamespace

from helpers.deck.columns import Roles


def _chosen(*roles, question=""):
    return SimpleNamespace(question=question, roles=Roles(*roles))


WRONG = {
    "16-1": (
        _chosen("", "Area", question="2 columns could hold the periods"),
        _chosen("Shipped", "Area", "Amount", "USD"),
        _chosen("Ordered", "", "Amount", "USD"),
        _chosen("Ordered", "Area", "Points", "USD"),
        _chosen("주문일", "지역", "금액"),
    ),
    "16-2": (
        "python3 deck.py --data orders.csv --out orders.pptx",
        "python3 workshop.py deck --out orders.pptx --period Ordered --value Amount",
        "python3 workshop.py deck --data orders.csv --period Ordered --value Amount",
        "python3 workshop.py deck --data orders.csv --out orders.pptx --value Amount",
        "python3 workshop.py deck --data orders.csv --out orders.pptx --period Ordered",
    ),
    "16-3": (
        lambda frame, period, value: frame.groupby(...)[value].sum(),
        lambda frame, period, value: frame.groupby(period)[value].sum(),
        lambda frame, period, value: frame.groupby("who")[value].sum(),
        lambda frame, period, value: frame.groupby(frame[period].str[:4])[value].mean(),
        lambda frame, period, value: frame.groupby(frame[period].str[:3])[value].sum(),
    ),
}
