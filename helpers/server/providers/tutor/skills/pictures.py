"""Pictures: has one drawn where the image generation tool is on, and says what is to be seen in it."""

import re
from collections.abc import Sequence

from ...base import ImageCall, Message
from ..skill import Action, DrawPicture, Language, Say, Situation

_THING = (
    r"그림|이미지|일러스트\w*|삽화|사진|풍경화?|초상화|아이콘|로고|포스터|표지|커버|배경|캐릭터|"
    r"\b(?:pictures?|images?|illustrations?|paintings?|drawings?|photos?|icons?|logos?|posters?|covers?|wallpapers?|"
    r"artworks?|scenes?|landscapes?)\b|图片|图像|图画|插图|插画|照片|海报|封面|风景"
)
_MAKING = (
    r"그려|그리(?:고|기|세요|십시오)|만들어|생성|뽑아|디자인|\b(?:draw|paint|sketch|illustrate|generate|create|make|"
    r"design|render|produce)\b|画|绘|生成|制作|设计"
)
_DRAWING = r"그려|그리(?:세요|십시오)|\b(?:draw|paint|sketch|illustrate)\b|画[一张个出]|绘制"
_CHART = re.compile(
    r"그래프|차트|도표|히스토그램|막대|꺾은선|산점도|\b(?:charts?|graphs?|plots?|histograms?|diagrams?|tables?)\b|"
    r"图表|柱状|折线|饼图",
    re.IGNORECASE,
)
_ASKS = re.compile(rf"(?:{_THING}).*(?:{_MAKING})|(?:{_MAKING}).*(?:{_THING})|{_DRAWING}", re.IGNORECASE | re.DOTALL)
_CHANGE = re.compile(
    r"바꿔|바꾸|대신|추가|넣어|빼\s?(?:줘|주)|없애|더\s?(?:밝|어둡|크|작|많)|다시 그려|처럼 해|으?로 해|"
    r"\b(?:make it|change|instead|add|remove|without|redraw|again|brighter|darker|more|less)\b|改|换|加上|去掉|再",
    re.IGNORECASE,
)
_DONE: dict[Language, str] = {"ko": "그림을 그렸습니다.", "en": "Here is the picture.", "zh": "图片已经画好。"}


class Pictures:
    """Draws with the tool; a wish about the last picture is added to what that one was drawn from."""

    name = "pictures"

    def fit(self, situation: Situation) -> float:
        if any(isinstance(call, ImageCall) for call in situation.done):
            # Forced upon us at first, the tool is free again once the picture is there.
            return 1.0
        if not situation.request.has_tool("image_generation"):
            return 0.0
        if _is_chosen(situation):
            return 1.0
        if _CHART.search(situation.question):
            return 0.0
        if _ASKS.search(situation.question):
            return 0.92
        return 0.7 if _last_picture(situation) and _CHANGE.search(situation.question) else 0.0

    def step(self, situation: Situation) -> Sequence[Action]:
        drawn = [call for call in situation.done if isinstance(call, ImageCall)]
        if drawn:
            return [Say(f"{_DONE[situation.language]} {drawn[-1].revised_prompt}".strip())]
        last = _last_picture(situation)
        asks_anew = _ASKS.search(situation.question) and not _CHANGE.search(situation.question)
        return [
            DrawPicture(situation.question if last is None or asks_anew else f"{last.prompt}\n{situation.question}")
        ]


def _is_chosen(situation: Situation) -> bool:
    choice, tools = situation.request.tool_choice, situation.request.tools
    only = choice == "required" and all(tool["type"] == "image_generation" for tool in tools)
    return only or (isinstance(choice, dict) and choice.get("type") == "image_generation")


def _last_picture(situation: Situation) -> ImageCall | None:
    """The picture that the turn before this question ended with, if it did."""
    for item in reversed(situation.before):
        if isinstance(item, ImageCall):
            return item if item.prompt else None
        if isinstance(item, Message) and item.role == "user":
            return None
    return None


SKILL = Pictures()
