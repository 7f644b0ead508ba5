"""The process that reads and encodes documents. JSON lines on its pipes: a question, then answers up to the one that
is `done`.

    {"do": "read", "path", "filename", "max_tokens", "overlap_tokens"}
        -> {"passages": [[text, context, place, glue, tokens]]}
    {"do": "encode", "passages": [[text, context]]} -> {"vectors": [[passage, sentences]]}, both base64
    whatever goes wrong -> {"done": true, "error": code, "message": words}

It ends with its standard input, and by itself where an answer takes too long, so that it never outlives its server.
"""

import base64
import json
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from . import limits
from .shapes import Chunking, Unreadable

TOO_LONG = 75  # exit code
_ANSWER = 200  # passages in one line: small enough to be taken apart in a millisecond or two


def main() -> None:
    """Answer until the pipe is closed."""
    _bound_memory()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="ascii")
    sys.stdout = sys.stderr  # a library that prints must not break the protocol
    for line in sys.stdin:
        for answer in _answer(json.loads(line)):
            answers.write(json.dumps(answer) + "\n")
        answers.flush()


def _answer(question: dict[str, Any]) -> Iterator[dict[str, Any]]:
    watch = threading.Timer(limits.READING_SECONDS, os._exit, (TOO_LONG,))
    watch.daemon = True
    watch.start()
    try:
        yield from _read(question) if question["do"] == "read" else _encode(question["passages"])
        yield {"done": True}
    except Unreadable as error:
        yield _failure(error.code, error.message)
    except (MemoryError, RecursionError):
        yield _failure("invalid_file", "The file is too large or too deeply nested to be read.")
    except Exception as error:
        yield _failure("server_error", f"The file could not be read ({type(error).__name__}).")
    finally:
        watch.cancel()


def _failure(code: str, message: str) -> dict[str, Any]:
    return {"done": True, "error": code, "message": message}


def _read(question: dict[str, Any]) -> Iterator[dict[str, Any]]:
    from .parsers import parse
    from .passages import pack

    blocks = parse(Path(question["path"]), question["filename"])
    passages = pack(blocks, Chunking(question["max_tokens"], question["overlap_tokens"]))
    for begin in range(0, len(passages), _ANSWER):
        several = passages[begin : begin + _ANSWER]
        yield {"passages": [[one.text, one.context, one.place, one.glue, one.tokens] for one in several]}


def _encode(passages: list[list[Any]]) -> Iterator[dict[str, Any]]:
    from ...embeddings import DIMENSIONS, encode, pack
    from .sentences import sentences

    wholes = [_with_context(text, context) for text, context in passages]
    parts = [sentences(text) for text, _ in passages]
    packed = pack(encode([*wholes, *(sentence for part in parts for sentence in part)]))
    vectors = []
    begin = len(wholes)
    for number, part in enumerate(parts):
        end = begin + len(part)
        slices = (
            packed[number * DIMENSIONS : (number + 1) * DIMENSIONS],
            packed[begin * DIMENSIONS : end * DIMENSIONS],
        )
        vectors.append([base64.b64encode(one).decode("ascii") for one in slices])
        begin = end
    yield {"vectors": vectors}


def _with_context(text: str, context: list[str]) -> str:
    """A passage as it is understood: under its last heading, or its header row."""
    return f"{context[-1].lstrip('# ')}\n{text}" if context else text


def _bound_memory() -> None:
    with suppress(ImportError, ValueError, OSError):  # not on Windows
        import resource

        if sys.platform.startswith("linux"):
            resource.setrlimit(resource.RLIMIT_AS, (limits.WORKER_BYTES, limits.WORKER_BYTES))


if __name__ == "__main__":
    main()
