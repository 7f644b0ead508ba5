"""Joining passages into chunks, and putting their text together again."""

from collections.abc import Sequence

from .shapes import Chunking, Passage
from .tokens import count_tokens

Range = tuple[int, int]


def chunk(passages: Sequence[Passage], chunking: Chunking) -> list[Range]:
    """Chunks as half-open ranges of passages: as long as `max_tokens` allows, each beginning with up to
    `overlap_tokens` of the one before. Every passage is in at least one chunk."""
    ranges: list[Range] = []
    start = 0
    while start < len(passages):
        end = _grow(passages, start, chunking.max_tokens)
        ranges.append((start, end))
        if end == len(passages):
            break
        start = max(_back(passages, end, chunking.overlap_tokens), start + 1)
    return ranges


def without_overlap(passages: Sequence[Passage], max_tokens: int) -> list[str]:
    """The text of a document as chunks that share nothing: joined with line breaks they are the document."""
    texts = []
    start = 0
    while start < len(passages):
        end = _grow(passages, start, max_tokens)
        texts.append(render(passages[start:end], known=passages[start - 1].context if start else ()))
        start = end
    return texts


def render(passages: Sequence[Passage], known: tuple[str, ...] = ()) -> str:
    """The text of a run of passages, with the headings and header rows that it stands under written where they change.

    `known` is the context that the reader has seen already.
    """
    parts: list[str] = []
    for passage in passages:
        same = _shared(known, passage.context)
        news = passage.context[same:]
        if parts:
            parts.append("\n\n" if news else passage.glue)
        parts += [line + "\n" for line in news]
        parts.append(passage.text)
        known = passage.context
    return "".join(parts)


def _grow(passages: Sequence[Passage], start: int, limit: int) -> int:
    """The end of the longest run from `start` that fits, of one passage at least."""
    known: tuple[str, ...] = ()
    tokens = 0
    for number in range(start, len(passages)):
        passage = passages[number]
        tokens += passage.tokens + sum(map(count_tokens, passage.context[_shared(known, passage.context) :]))
        if tokens > limit and number > start:
            return number
        known = passage.context
    return len(passages)


def _back(passages: Sequence[Passage], end: int, limit: int) -> int:
    """The start of the longest run before `end` that fits into the overlap."""
    tokens = 0
    start = end
    while start > 0 and tokens + passages[start - 1].tokens <= limit:
        start -= 1
        tokens += passages[start].tokens
    return start


def _shared(before: tuple[str, ...], after: tuple[str, ...]) -> int:
    """How many outer lines of the context stay as they were."""
    count = 0
    for old, new in zip(before, after, strict=False):
        if old != new:
            break
        count += 1
    return count
