"""Colours that a sentence asks for, as names that matplotlib knows."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from .names import find

_NAMES = {
    "red": ["빨간색", "빨강색", "빨강", "빨간", "붉은색", "붉은", "적색", "red", "红色", "红"],
    "orange": ["주황색", "주황", "오렌지", "orange", "橙色", "橙"],
    "yellow": ["노란색", "노랑색", "노랑", "노란", "황색", "yellow", "黄色", "黄"],
    "green": ["초록색", "초록", "녹색", "green", "绿色", "绿"],
    "blue": ["파란색", "파랑색", "파랑", "파란", "청색", "푸른색", "blue", "蓝色", "蓝"],
    "navy": ["남색", "네이비", "navy", "藏青色", "藏青"],
    "purple": ["보라색", "보라", "자주색", "purple", "violet", "紫色", "紫"],
    "pink": ["분홍색", "분홍", "핑크색", "핑크", "pink", "粉色", "粉红"],
    "brown": ["갈색", "밤색", "brown", "棕色", "褐色"],
    "grey": ["회색", "쥐색", "그레이", "gray", "grey", "灰色", "灰"],
    "black": ["검은색", "검정색", "검정", "검은", "black", "黑色", "黑"],
    "skyblue": ["하늘색", "sky blue", "skyblue", "天蓝色", "天蓝"],
    "teal": ["청록색", "청록", "teal", "turquoise", "青色"],
    "yellowgreen": ["연두색", "연두", "lime", "黄绿色"],
    "coral": ["산호색", "코랄", "coral", "珊瑚色"],
    "gold": ["금색", "골드", "gold", "金色"],
    "cyan": ["시안", "cyan"],
    "magenta": ["마젠타", "magenta"],
}
_PLAIN = {
    "red": "tab:red",
    "orange": "tab:orange",
    "yellow": "gold",
    "green": "tab:green",
    "blue": "tab:blue",
    "purple": "tab:purple",
    "pink": "hotpink",
    "brown": "tab:brown",
    "grey": "grey",
    "cyan": "tab:cyan",
}
_LIGHT = {
    "red": "lightcoral",
    "orange": "sandybrown",
    "yellow": "khaki",
    "green": "lightgreen",
    "blue": "lightskyblue",
    "purple": "mediumpurple",
    "pink": "lightpink",
    "brown": "tan",
    "grey": "silver",
    "teal": "mediumturquoise",
    "coral": "lightsalmon",
}
_DARK = {
    "red": "darkred",
    "orange": "darkorange",
    "yellow": "darkgoldenrod",
    "green": "darkgreen",
    "blue": "darkblue",
    "purple": "indigo",
    "pink": "mediumvioletred",
    "brown": "saddlebrown",
    "grey": "dimgrey",
    "teal": "darkslategrey",
}
_LIGHTER = r"(연한|옅은|밝은|연|light|pale|pastel|浅|淡)"
_DARKER = r"(진한|짙은|어두운|dark|deep|深)"
_WORDS = {word: name for name, words in _NAMES.items() for word in words}
_PATTERN = re.compile(
    rf"(?P<hex>#(?:[0-9a-f]{{6}}|[0-9a-f]{{3}})(?![0-9a-z]))|(?:{_LIGHTER}[\s-]*|{_DARKER}[\s-]*)?(?P<word>"
    + "|".join(
        re.escape(word) if not word.isascii() else rf"\b{word}\b" for word in sorted(_WORDS, key=len, reverse=True)
    )
    + ")",
    re.I,
)
# Quiet colours that can be told apart, also by most readers who see red and green alike.
PALETTE = (
    "#0F766E", "#B93815", "#3B5BA5", "#C28A00", "#7A4E9F", "#5A6270", "#2E8BC0", "#8C564B", "#4C9A2A", "#C2477F",
    "#1B3A4B", "#E08E6D", "#9DB4E0", "#7A6A00", "#C9A6DE", "#A8ADB5", "#0B4F8A", "#D9A99F", "#1E5B12", "#E79ABF",
)  # fmt: skip


# The colours of the palette that look like one that may be asked for.
_ALIKE = {
    r"red|crimson|coral|salmon": ("#B93815", "#8C564B", "#E08E6D", "#D9A99F"),
    r"orange|gold|yellow|khaki|sandy": ("#B93815", "#C28A00", "#E08E6D", "#7A6A00"),
    r"green|teal|turquoise": ("#0F766E", "#4C9A2A", "#1E5B12"),
    r"blue|navy|cyan": ("#3B5BA5", "#2E8BC0", "#9DB4E0", "#1B3A4B", "#0B4F8A"),
    r"purple|indigo|violet|magenta": ("#7A4E9F", "#C9A6DE"),
    r"pink": ("#C2477F", "#E79ABF"),
    r"brown|\btan\b": ("#8C564B", "#7A6A00"),
    r"gr[ea]y|black|silver": ("#5A6270", "#A8ADB5", "#1B3A4B"),
}


def unlike(asked: Iterable[str]) -> list[str]:
    """The colours of the palette that can be told apart from those asked for."""
    names = " ".join(asked)
    alike = {color for word, colors in _ALIKE.items() if re.search(word, names) for color in colors}
    return [color for color in PALETTE if color not in names and color not in alike] or list(PALETTE)


# "초록 말고 파랑으로", "not red but green".
_TURNED_DOWN = re.compile(r"\s?(?:계열|톤)?(?:은|는|이|가)?\s?(?:말고|아니라|빼고|대신)")
_TURNED_DOWN_BEFORE = re.compile(r"\b(?:not|no|instead of|rather than|without)\s$|(?:不要|而不是)$", re.I)


def colors_in(text: str) -> list[tuple[int, str]]:
    """(place, matplotlib colour) of every colour in a sentence, in its order."""
    found = []
    for match in _PATTERN.finditer(text):
        if _TURNED_DOWN.match(text, match.end()) or _TURNED_DOWN_BEFORE.search(text[: match.start()]):
            continue
        if match["hex"]:
            found.append((match.start(), match["hex"].upper()))
            continue
        name = _WORDS[match["word"].casefold()]
        if match[2]:
            color = _LIGHT.get(name, name)
        elif match[3]:
            color = _DARK.get(name, name)
        else:
            color = _PLAIN.get(name, name)
        found.append((match.start(), color))
    return found


def assign(text: str, names: Sequence[str]) -> dict[str, str]:
    """Which of the names gets which colour: said of a name ("장미는 빨강"), else in the order of the names.

    Names that the sentence gives no colour are absent.
    """
    colors = colors_in(text)
    if not colors:
        return {}
    places = sorted((place, name) for name in names if (place := find(text, name)) >= 0)
    first = colors[0][0]
    if places and _paired(text, places, colors):
        if places[0][0] < first:  # "Online green": the colour follows the name
            return {name: next((c for p, c in colors if p > place), colors[-1][1]) for place, name in places}
        return {name: [c for p, c in colors if p < place][-1] for place, name in places if place > first}
    return {name: color for name, (_, color) in zip(names, colors, strict=False)}


def _paired(text: str, places: list[tuple[int, str]], colors: list[tuple[int, str]]) -> bool:
    """True where names and colours take turns, as in "장미는 빨강, 백합은 노랑"."""
    turns = sorted([(place, "name") for place, _ in places] + [(place, "color") for place, _ in colors])
    kinds = [kind for _, kind in turns]
    return len(places) <= len(colors) and all(a != b for a, b in pairwise(kinds))
