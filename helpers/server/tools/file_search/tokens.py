"""An estimate of tokens. The real tokenizer's tables would have to be downloaded."""

import re

_RUN = re.compile(
    r"(?P<wide>[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]+)|(?P<digits>\d+)|(?P<word>[^\W\d_]+)"
    r"|(?P<lines>\s*\n\s*)|(?P<marks>[^\w\s]+|_+)"
)


def count_tokens(text: str) -> int:
    """About how many tokens the original's embedding model would count (English prose: within a tenth).

    A Korean, Chinese or Japanese letter is taken for one token, a short word for one, a longer one for one every seven
    letters, figures for one every three, punctuation for one every two marks, the end of a line for one.
    """
    total = 0
    for match in _RUN.finditer(text):
        length = match.end() - match.start()
        match match.lastgroup:
            case "wide":
                total += length
            case "digits":
                total += -(-length // 3)
            case "word":
                total += -(-length // 7)
            case "lines":
                total += 1
            case _:
                total += -(-length // 2)
    return total
