"""Colours as red, green, blue from 0 to 255, and the little arithmetic that painting needs."""

Colour = tuple[int, int, int]

WHITE: Colour = (255, 255, 255)
INK: Colour = (27, 31, 59)


def hex_colours(text: str) -> tuple[Colour, ...]:
    """`"FFD6A5 F08A7B"` as colours."""
    return tuple((int(word[0:2], 16), int(word[2:4], 16), int(word[4:6], 16)) for word in text.split())


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """`one` with `share` (0 to 1) of `other` in it."""
    r, g, b = (round(a + (c - a) * share) for a, c in zip(one, other, strict=True))
    return (r, g, b)


def lighter(colour: Colour, share: float) -> Colour:
    return mix(colour, WHITE, share)


def darker(colour: Colour, share: float) -> Colour:
    return mix(colour, INK, share)
