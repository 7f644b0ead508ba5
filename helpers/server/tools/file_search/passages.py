"""Packing blocks into passages: a few sentences that stand together, cut where a paragraph or a sentence ends."""

from collections.abc import Iterable, Iterator

from .sentences import cut_long, spans
from .shapes import Block, Chunking, Passage
from .tokens import count_tokens

# Measured on the tuning half of the labelled set: longer passages blur their vectors, shorter ones lose the topic.
PASSAGE_TOKENS = 120
_BORDERS = ("page ", "slide ", "sheet ", "cell ")


def pack(blocks: Iterable[Block], chunking: Chunking) -> list[Passage]:
    """The passages of a document, in order. None is longer than half a chunk, so that an overlap can be kept."""
    limit = max(min(PASSAGE_TOKENS, chunking.max_tokens // 2), 1)
    packed: list[Passage] = []
    for piece in _pieces(blocks, limit):
        last = packed[-1] if packed else None
        if last and last.tokens + piece.tokens <= limit and _belong_together(last, piece):
            text = last.text + piece.glue + piece.text
            packed[-1] = Passage(text, last.context, last.place, last.glue, last.tokens + piece.tokens)
        else:
            packed.append(piece)
    return packed


def _pieces(blocks: Iterable[Block], limit: int) -> Iterator[Passage]:
    """Blocks, those that are too long cut at the ends of sentences, or where need be anywhere."""
    for block in blocks:
        glue = block.glue
        for text in _cut(block.text.strip("\n"), limit):
            if text.strip():
                yield Passage(text, block.context, block.place, glue, count_tokens(text))
                glue = ""


def _belong_together(before: Passage, after: Passage) -> bool:
    """False where a heading, a page, a slide, a sheet or a cell ends."""
    if before.context != after.context:
        return False
    return before.place == after.place or not after.place.startswith(_BORDERS)


def _cut(text: str, limit: int) -> Iterator[str]:
    if count_tokens(text) <= limit:
        yield text
        return
    begin, end, tokens = 0, 0, 0
    for start, stop in spans(text):
        fits = count_tokens(text[start:stop]) <= limit
        # A letter is one token at most, so what has `limit` letters fits.
        for _, finish in [(start, stop)] if fits else cut_long(text, start, stop, limit):
            more = count_tokens(text[end:finish])
            if tokens and tokens + more > limit:
                yield text[begin:end]
                begin, tokens = end, 0
            tokens += more
            end = finish
    yield text[begin:]
