"""The tones of a Korean answer: the polite endings that the tutor uses, turned into 반말 or into 해요체."""

import re

_CASUAL_ENDINGS = [
    ("안녕하세요", "안녕"),
    ("안녕히 가세요", "잘 가"),
    ("천만에요", "천만에"),
    ("도와드릴까요", "도와줄까"),
    ("물어보세요", "물어봐"),
    ("물어봐 주세요", "물어봐 줘"),
    ("주세요", "줘"),
    ("말씀하셨습니다", "말했어"),
    ("하셨습니다", "했어"),
    ("않으셨습니다", "않았어"),
    ("말씀해", "말해"),
    ("인가요", "이야"),
    ("하겠습니다", "할게"),
    ("두겠습니다", "둘게"),
    ("답합니다", "답해"),
    ("나눕니다", "나눠"),
    ("아닙니다", "아니야"),
    ("쓰입니다", "쓰여"),
    ("놓입니다", "놓여"),
    ("잇습니다", "이어"),
    ("멈춥니다", "멈춰"),
    ("건넵니다", "건네"),
    ("일어납니다", "일어나"),
    ("씁니다", "써"),
    ("됩니다", "돼"),
    ("바뀝니다", "바뀌어"),
    ("가집니다", "가져"),
    ("적힙니다", "적혀"),
    ("생깁니다", "생겨"),
    ("가리킵니다", "가리켜"),
    ("돌아옵니다", "돌아와"),
    ("옵니다", "와"),
    ("냅니다", "내"),
    ("봅니다", "봐"),
    ("담깁니다", "담겨"),
    ("집니다", "져"),
    ("줍니다", "줘"),
    ("합니다", "해"),
    ("저는", "나는"),
    ("제가", "내가"),
]


def casual(text: str) -> str:
    """The polite endings that the tutor uses, turned into 반말. What is quoted stays as it is."""
    parts = re.split("(“[^”]*”)", text)
    return "".join(part if part.startswith("“") else _casual(part) for part in parts)


def soft(text: str) -> str:
    """The formal endings turned into 해요체. What is quoted stays as it is."""
    parts = re.split("(“[^”]*”)", text)
    return "".join(part if part.startswith("“") else _soft(part) for part in parts)


def _soft(text: str) -> str:
    text = re.sub(
        r"([^\s()*]?)([)*]*)입니다",
        lambda match: match[1] + match[2] + ("예요" if _open_end(match[1]) else "이에요"),
        text,
    )
    for polite, plain in _CASUAL_ENDINGS:
        if polite.endswith("니다"):
            text = text.replace(polite, "아니에요" if plain == "아니야" else f"{plain}요")
    return re.sub(r"([가-힣])습니다", lambda match: match[1] + ("아요" if _is_bright(match[1]) else "어요"), text)


def _casual(text: str) -> str:
    text = re.sub(
        r"([^\s()*]?)([)*]*)입니다",
        lambda match: match[1] + match[2] + ("야" if _open_end(match[1]) else "이야"),
        text,
    )
    for polite, plain in _CASUAL_ENDINGS:
        text = text.replace(polite, plain)
    return re.sub(r"([가-힣])습니다", lambda match: match[1] + ("아" if _is_bright(match[1]) else "어"), text)


def _is_bright(syllable: str) -> bool:
    """A vowel ㅏ or ㅗ takes 아 after it (받아), except in the past (했어, 받았어), which ends in ㅆ."""
    vowel, final = divmod(ord(syllable) - ord("가"), 28)
    return vowel % 21 in {0, 8} and final != 20


def _open_end(letter: str) -> bool:
    if "가" <= letter <= "힣":
        return (ord(letter) - ord("가")) % 28 == 0
    return letter in "2459%"
