"""The life of a run as a picture: every status, which may follow which, and the way that one run went.

An SVG in the colours of JupyterLab's theme. The way is told three times: by thick arrows, by numbers on the statuses,
and in words for those who cannot see it.
"""

import itertools
import uuid
from collections import defaultdict
from collections.abc import Sequence
from html import escape

from ..settings import say
from .statuses import COLOURS, STATUSES, colour

_WIDTH, _HEIGHT = 168, 46
_PLACES = {
    "queued": (8, 40),
    "in_progress": (236, 40),
    "requires_action": (236, 152),
    "cancelling": (236, 264),
    "completed": (484, 8),
    "incomplete": (484, 72),
    "failed": (484, 136),
    "expired": (484, 200),
    "cancelled": (484, 264),
}
# From, to, and the line between the two boxes.
ARROWS = {
    ("queued", "in_progress"): "M176,63 L234,63",
    ("queued", "cancelling"): "M50,86 C50,220 110,287 234,287",
    ("in_progress", "requires_action"): "M320,86 L320,150",
    ("in_progress", "cancelling"): "M252,86 C216,130 216,220 252,262",
    ("in_progress", "completed"): "M404,54 C440,54 446,31 482,31",
    ("in_progress", "incomplete"): "M404,63 C440,63 446,95 482,95",
    ("in_progress", "failed"): "M404,70 C440,70 446,159 482,159",
    ("in_progress", "expired"): "M404,78 C440,78 446,214 482,214",
    ("requires_action", "queued"): "M236,175 C140,175 110,150 110,88",
    ("requires_action", "expired"): "M404,175 C440,175 446,232 482,232",
    ("requires_action", "cancelling"): "M320,198 L320,262",
    ("cancelling", "cancelled"): "M404,287 L482,287",
}


def state_diagram(path: Sequence[str] = ()) -> str:
    """The diagram as HTML; `path` are the statuses that a run went through, in order, the last being where it is."""
    mark = f"way-{uuid.uuid4().hex[:8]}"
    taken = list(itertools.pairwise(path))
    # Taken ones last, so that they lie on top.
    arrows = sorted(ARROWS, key=lambda arrow: arrow in taken)
    lines = "".join(_arrow(ARROWS[arrow], arrow in taken, mark) for arrow in arrows)
    visits = defaultdict(list)
    for number, name in enumerate(path, 1):
        visits[name].append(str(number))
    boxes = "".join(_box(name, visits[name], here=list(path[-1:]) == [name]) for name in STATUSES)
    return (
        '<div tabindex="0" style="overflow-x:auto;max-width:100%">'
        f'<svg role="img" aria-labelledby="{mark}-title" viewBox="0 0 660 318" xmlns="http://www.w3.org/2000/svg" '
        'style="display:block;width:100%;min-width:460px;max-width:760px;height:auto;font-family:inherit">'
        f'<title id="{mark}-title">{escape(_told(path))}</title>'
        f"<defs>{_head(f'{mark}-quiet', _QUIET)}{_head(f'{mark}-taken', _TAKEN)}</defs>{lines}{boxes}</svg></div>"
    )


_QUIET = COLOURS["neutral"]
_TAKEN = COLOURS["brand"]


def _told(path: Sequence[str]) -> str:
    if not path:
        return say(
            "실행의 상태도: queued에서 in_progress를 거쳐 다섯 가지 끝으로 갑니다.",
            "The statuses of a run: from queued through in_progress to one of five ends.",
        )
    way = " → ".join(path)
    return say(f"실행의 상태도. 이 실행이 지나온 길: {way}", f"The statuses of a run. The way of this one: {way}")


def _head(id: str, paint: str) -> str:
    return (
        f'<marker id="{id}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" '
        f'markerUnits="userSpaceOnUse" orient="auto"><path d="M0,0 L8,4 L0,8 z" style="fill:{paint}"/></marker>'
    )


def _arrow(line: str, taken: bool, mark: str) -> str:
    paint, width, head = (_TAKEN, 3.5, "taken") if taken else (_QUIET, 1.2, "quiet")
    return f'<path d="{line}" marker-end="url(#{mark}-{head})" style="fill:none;stroke:{paint};stroke-width:{width}"/>'


def _box(name: str, visits: list[str], *, here: bool) -> str:
    x, y = _PLACES[name]
    title = str(STATUSES[name].title)
    ink = "fill:var(--jp-ui-font-color1, #212121)"
    words = f'<text x="{x + _WIDTH / 2}" y="{y + (20 if title != _plain(name) else 28)}" text-anchor="middle"'
    words += f' style="{ink};font-size:15px;font-weight:{700 if visits else 400}">{name}</text>'
    if title != _plain(name):
        words += (
            f'<text x="{x + _WIDTH / 2}" y="{y + 38}" text-anchor="middle" style="{ink};font-size:13px">{title}</text>'
        )
    fill = "var(--jp-layout-color2, #eeeeee)" if here else "var(--jp-layout-color1, #ffffff)"
    return (
        f'<rect x="{x}" y="{y}" width="{_WIDTH}" height="{_HEIGHT}" rx="7" '
        f'style="fill:{fill};stroke:{colour(name)};stroke-width:{4 if here else 2.5 if visits else 1.5}"/>'
        f"{words}{_badge(x, y, visits)}"
    )


def _badge(x: int, y: int, visits: list[str]) -> str:
    """When a run came by: its first stop, its second ..."""
    if not visits:
        return ""
    words = ",".join(visits)
    width = 12 + 8 * len(words)
    return (
        f'<rect x="{x - 7}" y="{y - 8}" width="{width}" height="20" rx="10" style="fill:{_TAKEN}"/>'
        f'<text x="{x - 7 + width / 2}" y="{y + 7}" text-anchor="middle" style="font-size:13px;font-weight:700;'
        f'fill:var(--jp-ui-inverse-font-color1, #ffffff)">{words}</text>'
    )


def _plain(name: str) -> str:
    return name.replace("_", " ")
