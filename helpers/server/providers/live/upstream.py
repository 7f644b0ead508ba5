"""Where a live model answers, and which of its models is asked."""

import re
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

# Names of models that do not converse.
_OTHERS = re.compile(
    r"embed|whisper|tts|audio|realtime|transcribe|moderation|image|dall-e|sora|rerank|davinci|babbage|search|codex"
    r"|instruct|computer-use|deep-research",
    re.IGNORECASE,
)
_DATED = re.compile(r"-\d{4}-\d{2}-\d{2}$|-\d{4}$")
_VERSION = re.compile(r"^gpt-(\d+)(?:\.(\d+))?")


class UpstreamError(Exception):
    """The service cannot be used; the message says why and what to do, never the key."""


@dataclass(frozen=True)
class Upstream:
    """A service that a reader has chosen. `api` is how it is spoken to.

    `model` is the name of the reader's setting, which may be empty; `models` are the names on the service's own list.
    """

    api: Literal["responses", "chat"]
    base_url: str
    api_key: str = field(repr=False)
    model: str = ""
    models: tuple[str, ...] = ()

    @property
    def host(self) -> str:
        """The machine that is spoken to, for people to read."""
        return urlsplit(self.base_url).netloc

    @property
    def is_here(self) -> bool:
        """True where nothing leaves this machine."""
        return urlsplit(self.base_url).hostname in ("127.0.0.1", "localhost", "::1")

    def model_for(self, wanted: str) -> str:
        """The model to ask where an assistant names `wanted`: that one if the service has it, else the usual one."""
        return wanted if wanted in self.models else self.usual_model

    @property
    def conversing(self) -> list[str]:
        """The names of the list that are of models for conversations, as far as names tell."""
        return [name for name in self.models if not _OTHERS.search(name)]

    @property
    def usual_model(self) -> str:
        """The setting's, or the newest small model of the list, or the first that converses."""
        if self.model:
            return self.model
        able = self.conversing
        plain = [name for name in able if _VERSION.match(name) and not _DATED.search(name)]
        small = [name for name in plain if name.endswith("-mini")]
        if small or plain:
            return max(small or plain, key=_version)
        return (able or list(self.models))[0]

    @property
    def picture_model(self) -> str | None:
        """The newest model that draws, or None."""
        names = [name for name in self.models if name.startswith("gpt-image") and not _DATED.search(name)]
        return max((name for name in names if "mini" not in name), default=max(names, default=None))


def _version(name: str) -> tuple[int, int]:
    match = _VERSION.match(name)
    return (int(match[1]), int(match[2] or 0)) if match else (0, 0)
