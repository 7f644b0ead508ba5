"""Notebook 00."""

WRONG = {
    "00-1": (
        "할인된 가격은 8,000원입니다. 계산: 10,000 × (1 − 0.2) = 8,000원.",
        "The selling price is $12.50. Worked out: 10 ÷ (1 − 0.2) = $12.50.",
        "I am the offline tutor: rules, not a language model, so I cannot answer this.",
        "15% of 80 is 12.",
    ),
    "00-2": (
        "ollama",
        'connect("ollama")',
        "OPENAI_API_KEY=ollama",
        "WORKSHOP_MODEL_NAME=ollama",
        "MODEL=ollama",
        "WORKSHOP_MODEL=olama",
    ),
}
