"""What the tutor says where no skill fits: that it is rules, what it can do, and how to ask for it."""

import re
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


# Requests for what only a language model, or the world outside, can give, whatever the words around them.
_BEYOND = re.compile(
    r"번역|(?:(?:^|\s)시|소설|수필|에세이|가사|이메일|메일|편지|자소서|자기소개서|독후감|대본)(?:를|을|도)?\s?"
    r"(?:\S{1,4}\s)?(?:써|쓰|작성|지어|만들)|"
    r"(?:퀵소트|정렬 알고리즘|함수|프로그램|알고리즘|스크립트|쿼리|웹 ?사이트|홈페이지|게임|앱)(?:를|을)?\s?(?:하나\s)?"
    r"(?:짜|작성|만들|구현|코딩)|(?:코드|파이썬|자바)\S*\s(?:\S+\s)?짜\s?(?:줘|주|봐)|"
    r"\btranslat|\b(?:write|compose|draft)\b.{0,30}\b(?:poem|essay|story|novel|song|lyrics|e-?mail|letter|function|"
    r"program|script|class|algorithm|query|quicksort|code)\b|\bimplement\b.{0,30}\b(?:in|with) (?:python|java|c\b)|"
    r"写(?:一?[首篇封个])?(?:诗|文章|小说|邮件|信|程序|代码|函数)|翻译",
    re.IGNORECASE,
)


def is_beyond(text: str) -> bool:
    """True for a poem, a translation, a program and the like. Code that is to compute or draw is not beyond."""
    return bool(_BEYOND.search(text)) and not re.search(
        r"그려|그래프|차트|계산|구해|분석|\bplot|\bchart|\bgraph|\bcalculate|\bcompute|\banaly[sz]e",
        text,
        re.IGNORECASE,
    )


class Limits:
    """Not found by itself, unlike the skills: it is what remains where none of them fits."""

    name = "limits"

    def fit(self, situation: Situation) -> float:
        return 0.0

    def step(self, situation: Situation) -> Sequence[Action]:
        return [Say(_WORDS[situation.language])]


LIMITS = Limits()
