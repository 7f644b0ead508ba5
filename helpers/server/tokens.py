"""How long a text is in tokens: an estimate, since the true tokenizers have to be downloaded."""


def count_tokens(text: str) -> int:
    """About four Latin letters, or one and a half Korean or Chinese ones, make a token."""
    wide = sum(ord(letter) > 0x2E80 for letter in text)
    return round((len(text) - wide) / 4 + wide / 1.5)
