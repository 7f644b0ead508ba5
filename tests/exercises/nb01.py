"""Notebook 01."""

WRONG = {
    "01-1": (
        "판매가는 7,500원입니다. 계산: 6,000 × (1 + 0.25) = 7,500원.",
        "The selling price is $7.50. It was 6. Thank you.",
        '{"answer": "The selling price is $7.50.", "value": 7.5}',
        "| Item | Content |\n|---|---|\n| Answer | $7.50 |",
        "Hello!",
    ),
    "01-2": (
        lambda customer, question: "준호라고 하셨습니다. You are Juno.",
        lambda customer, question: f"{customer}!" if customer in ("민지", "Minji") else "?",
        lambda customer, question: "You have not told me your name yet.",
    ),
    "01-3": (
        lambda price, percent: str(price - price * percent / 100),
        lambda price, percent: price * percent / 100,
        lambda price, percent: price * (1 + percent / 100),
        lambda price, percent: 42500,
        lambda price, percent: price,
    ),
}
