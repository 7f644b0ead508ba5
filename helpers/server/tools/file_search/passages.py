"""Packing blocks into passages: a few sentences that stand together, cut where a paragraph or a sentence ends."""

from collections.abc import Iterable, Iterator

from .sentences import spans
from .shapes import Block, Chunking, Passage
from .tokens import count_tokens

# Measured on the tuning half of the labelled set: longer passages blur their vectors, shorter ones lose the topic.
PASSAGE_TOKENS = 120


def pack(blocks: Iterable[Block], chunking: Chunking) -> list[Passage]:
    """The passages of a document, in order. None is longer than half a chunk, so that an overlap can be kept."""
    limit = max(min(PASSAGE_TOKENS, chunking.max_tokens // 2), 1)
    packed: list[Passage] = []
    for piece in _pieces(blocks, limit):
        last = packed[-1] if packed else None
        if last and (last.context, last.place) == (piece.context, piece.place) and last.tokens + piece.tokens <= limit:
            glue = "\n" if piece.close else "\n\n"
            packed[-1] = Passage(
                last.text + glue + piece.text, last.context, last.place, last.close, last.tokens + piece.tokens
            )
        else:
            packed.append(piece)
    return packed


def _pieces(blocks: Iterable[Block], limit: int) -> Iterator[Passage]:
    """Blocks, those that are too long cut at the ends of sentences, or where need be anywhere."""
    for block in blocks:
        close = block.close
        for text in _cut(block.text.strip("\n"), limit):
            if text.strip():
                yield Passage(text, block.context, block.place, close, count_tokens(text))
                close = True


def _cut(text: str, limit: int) -> Iterator[str]:
    if count_tokens(text) <= limit:
        yield text
        return
    begin, end, tokens = 0, 0, 0
    for start, stop in spans(text):
        for finish in _fitting(text, start, stop, limit):
            more = count_tokens(text[end:finish])
            if tokens and tokens + more > limit:
                yield text[begin:end].strip("\n")
                begin, tokens = end, 0
            tokens += more
            end = finish
    yield text[begin:].strip("\n")


def _fitting(text: str, start: int, stop: int, limit: int) -> Iterator[int]:
    """Ends of stretches that each fit: mostly the end of the sentence alone."""
    while count_tokens(text[start:stop]) > limit:
        # One token is at least half a character, so this makes progress and cannot overshoot.
        start += max(limit // 2, 1)
        yield start
    yield stop
