"""Pictures in messages, as a live model takes them."""

import base64
from collections.abc import Callable
from typing import Any

from openai import AsyncOpenAI

# From a file ID or a URL to a URL that the model's service can read (`data:` for a file of ours), or None for one that
# is gone.
OpenPicture = Callable[[str], str | None]

# The sizes of DALL·E 3, and what comes nearest to them today (reference: Images > size).
_SIZES = {"1792x1024": "1536x1024", "1024x1792": "1024x1536"}
_QUALITIES = {"hd": "high", "standard": "medium"}


async def draw(client: AsyncOpenAI, model: str, prompt: str, size: str, quality: str) -> tuple[bytes, str]:
    """A picture by the service's picture model: PNG, and the words that it drew from, with the model's name.

    `size` and `quality` are those of DALL·E 3. Raises openai.OpenAIError.
    """
    wish: dict[str, Any] = {"size": _SIZES.get(size, size), "quality": _QUALITIES.get(quality, quality)}
    answer: Any = await client.images.generate(model=model, prompt=prompt, **wish)
    picture = answer.data[0]
    words = picture.revised_prompt or prompt
    return base64.b64decode(picture.b64_json), f"{words} (drawn by {model}; DALL·E 3 was shut down on 2026-05-12)"
