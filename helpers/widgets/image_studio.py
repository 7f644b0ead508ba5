"""*Image studio*: pictures from words, with the settings of DALL·E 3, and the last few side by side. For notebook 12.

ImageStudio(client)
"""

import base64
import html
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import ipywidgets
import PIL.Image
from openai import OpenAI

from ..settings import say
from .parts import QUIET, Notice, Unclear, Widget, button, stacked, wrapping

SIZES = ("1024x1024", "1792x1024", "1024x1792")
# As many as can be compared at a glance.
_MOST_PICTURES = 6
_HEIGHT = 260


@dataclass(frozen=True)
class _Drawn:
    """A picture with what was asked for; `picture` is a small JPEG as base64."""

    prompt: str
    settings: str
    revised: str
    picture: str


# What was drawn stays when the cell is run again, as long as the kernel lives.
_drawn: list[_Drawn] = []


class ImageStudio(Widget):
    """A field for the prompt, three settings, a button, and the pictures made so far, newest first."""

    def __init__(self, client: OpenAI, prompt: str = "") -> None:
        self._client = client
        self._prompt = stacked(
            ipywidgets.Textarea(
                value=prompt,
                description=say("그릴 것", "Prompt"),
                placeholder=say("예: 눈 내린 마을과 보름달", "such as: a village in the snow under a full moon"),
                rows=2,
            )
        )
        self._size = _choice(say("크기", "Size"), [(size.replace("x", " × "), size) for size in SIZES])
        self._quality = _choice(say("품질", "Quality"), [(say("보통", "standard"), "standard"), ("hd", "hd")])
        self._style = _choice(
            say("스타일", "Style"), [(say("선명하게", "vivid"), "vivid"), (say("자연스럽게", "natural"), "natural")]
        )
        self._notice = Notice()
        self._gallery = ipywidgets.HTML()
        self._button = button(say("그리기", "Draw"), self.draw, style="primary", icon="paint-brush")
        super().__init__(
            [
                self._prompt,
                wrapping([self._size, self._quality, self._style, self._button]),
                self._notice,
                self._gallery,
            ]
        )
        self._show()

    def __repr__(self) -> str:
        lines = [say("그림 작업실", "Image studio")]
        lines += [f"{drawn.settings}: {drawn.prompt}" for drawn in _drawn]
        return "\n".join(lines)

    def draw(self) -> None:
        """Ask for a picture with what the fields say."""
        with self._notice.guarding():
            prompt = self._prompt.value.strip()
            if not prompt:
                raise Unclear(say("무엇을 그릴지 적어 주세요.", "Say what there is to draw."))
            self._button.disabled = True
            self._notice.tell(say("그리는 중…", "Drawing…"), "info")
            try:
                self._keep(prompt)
            finally:
                self._button.disabled = False
            self._notice.value = ""
            self._show()

    def _keep(self, prompt: str) -> None:
        wish: dict[str, Any] = {name: field.value for name, field in self._settings().items()}
        answer = self._client.images.generate(model="dall-e-3", prompt=prompt, response_format="b64_json", n=1, **wish)
        image = (answer.data or [])[0]
        settings = " · ".join(str(value) for value in wish.values())
        small = _small(base64.b64decode(image.b64_json or ""))
        _drawn.insert(0, _Drawn(prompt, settings, image.revised_prompt or "", small))
        del _drawn[_MOST_PICTURES:]

    def _settings(self) -> dict[str, Any]:
        return {"size": self._size, "quality": self._quality, "style": self._style}

    def _show(self) -> None:
        figures = "".join(map(_figure, _drawn))
        self._gallery.value = f"<div style='display:flex;flex-wrap:wrap;gap:12px'>{figures}</div>"


def _choice(label: str, options: list[tuple[str, str]]) -> Any:
    return ipywidgets.Dropdown(
        options=options, description=label, style={"description_width": "auto"}, layout={"width": "auto"}
    )


def _small(picture: bytes) -> str:
    """A notebook may be saved with its widgets: the pictures in it are kept small."""
    image = PIL.Image.open(BytesIO(picture)).convert("RGB")
    image.thumbnail((10 * _HEIGHT, 2 * _HEIGHT))
    written = BytesIO()
    image.save(written, "JPEG", quality=82)
    return base64.b64encode(written.getvalue()).decode()


def _figure(drawn: _Drawn) -> str:
    return (
        f"<figure style='margin:0;max-width:100%'><img src='data:image/jpeg;base64,{drawn.picture}' "
        f"alt='{html.escape(drawn.revised or drawn.prompt, quote=True)}' "
        f"style='height:{_HEIGHT}px;max-width:100%;object-fit:contain'>"
        f"<figcaption style='max-width:{_HEIGHT * 2}px'><b>{html.escape(drawn.prompt)}</b> "
        f"<span style='color:{QUIET}'>{html.escape(drawn.settings)}</span>"
        f"<details><summary>revised_prompt</summary>{html.escape(drawn.revised)}</details></figcaption></figure>"
    )
