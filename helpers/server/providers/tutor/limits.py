"""What the tutor says where no skill fits: that it is rules, what it can do, and how to ask for it."""

from collections.abc import Sequence

from .skill import Action, Say, Situation

_WORDS = {
    "ko": (
        "저는 언어 모델이 아니라 규칙으로 움직이는 오프라인 튜터라서, 이 요청에는 답할 수 없습니다.\n\n"
        "대신 이런 일은 실제로 계산해서 답합니다.\n"
        "- 가격과 비율 계산: “원가 5,000원에 마진 20%를 붙이면 얼마인가요?”\n"
        "- 표 파일(CSV, Excel, JSON) 분석과 차트: “분기별 매출을 제품별 선 그래프로 그려 주세요.”\n"
        "- 분석 결과의 인사이트와 제목, 그리고 PowerPoint 슬라이드"
    ),
    "en": (
        "I am the offline tutor: rules, not a language model, so I cannot answer this.\n\n"
        "What I can do, by really computing it:\n"
        "- prices and percentages: “A bouquet costs 5 dollars. What is the price with a 20% markup?”\n"
        "- analysis and charts of a table (CSV, Excel, JSON): “Plot revenue by quarter, one line for each product.”\n"
        "- insights and a title from that analysis, and a PowerPoint deck"
    ),
    "zh": (
        "我是离线导师：依靠规则，而不是语言模型，因此无法回答这个问题。\n\n"
        "我能真正计算的内容：\n"
        "- 价格与百分比：“进价 5 元，加价 20%，售价是多少？”\n"
        "- 表格文件（CSV、Excel、JSON）的分析与图表\n"
        "- 由分析得出的洞察、标题，以及 PowerPoint 演示文稿"
    ),
}


class Limits:
    """Not found by itself, unlike the skills: it is what remains where none of them fits."""

    name = "limits"

    def fit(self, situation: Situation) -> float:
        return 0.0

    def step(self, situation: Situation) -> Sequence[Action]:
        return [Say(_WORDS[situation.language])]


LIMITS = Limits()
