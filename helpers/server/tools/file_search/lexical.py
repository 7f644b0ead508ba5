"""Words as the index sees them.

Korean stems carry their endings without a space (환불은, 환불을, 환불이) and are mostly two syllables long, so Korean,
Chinese and Japanese runs are indexed as overlapping pairs of letters. Everything else is indexed as words, which
SQLite's own `porter` tokenizer then reduces to their stems.
"""

import re
import unicodedata

TOKENIZER = "porter unicode61 remove_diacritics 2"

_WIDE = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff"
_RUN = re.compile(rf"(?P<wide>[{_WIDE}]+)|(?P<word>[^\W_{_WIDE}]+)")


def terms(text: str) -> list[str]:
    """The terms of a text in order, repetitions included: lower case, letters in their compatibility form."""
    found: list[str] = []
    for match in _RUN.finditer(unicodedata.normalize("NFKC", text).lower()):
        run = match.group()
        if match.lastgroup == "wide" and len(run) > 1:
            found += [run[i : i + 2] for i in range(len(run) - 1)]
        else:
            found.append(run)
    return found
