"""Create once, reuse by ID: the chapter's warning, kept.

`create` makes a new object with a new ID at every call. A notebook cell is run again and again; so the helper keeps the
ID that it got the first time, and asks for that object afterwards.
"""

import json
from contextlib import suppress
from typing import Any

from filelock import FileLock
from openai import NotFoundError

from .settings import language, say, state_folder


def create_once(resource: Any, *, key: str | None = None, **parameters: Any) -> Any:
    """`resource.create(**parameters)` the first time; later the same object, by its ID.

    `resource` is one of the SDK's own, such as `client.beta.assistants` or `client.beta.threads`. `key` tells objects
    apart; an assistant's is its name. An assistant whose parameters have changed is updated, so that a changed cell
    takes effect. Raises ValueError where there is neither a key nor a name.
    """
    label = key or parameters.get("name")
    if not label:
        raise ValueError(
            say(
                "무엇을 다시 쓸지 구별할 이름이 필요합니다. key='...'를 적어 주세요.",
                "A name is needed to tell what to reuse. Add key='...'.",
            )
        )
    kind = type(resource).__name__.lower()
    name = f"{language()}/{kind}/{label}"
    known = remembered(name)
    if known:
        try:
            return resource.update(known, **parameters) if kind == "assistants" else resource.retrieve(known)
        except NotFoundError:
            # Forgotten by the server, or deleted by the reader: it is made anew below.
            pass
    made = resource.create(**parameters)
    remember(name, made.id)
    return made


def start_over(resource: Any, *, key: str, **parameters: Any) -> Any:
    """A new object in the place of the one that this key stood for, which is deleted.

    For a cell that should begin with a clean slate, such as an empty thread, without leaving the old one behind.
    """
    name = f"{language()}/{type(resource).__name__.lower()}/{key}"
    known = remembered(name)
    if known:
        with suppress(NotFoundError):
            resource.delete(known)
    made = resource.create(**parameters)
    remember(name, made.id)
    return made


def remembered(name: str) -> str | None:
    """The ID kept under this name, or None."""
    return _read().get(name)


def remember(name: str, id: str) -> None:
    """Keep an ID under a name."""
    with FileLock(state_folder() / "ids.lock"):
        ids = _read() | {name: id}
        (state_folder() / "ids.json").write_text(json.dumps(ids, ensure_ascii=False, indent=1), encoding="utf-8")


def all_remembered() -> dict[str, str]:
    """Every ID that is kept, by its name."""
    return _read()


def forget(id: str) -> None:
    """Keep this ID under no name any more."""
    with FileLock(state_folder() / "ids.lock"):
        ids = {name: kept for name, kept in _read().items() if kept != id}
        (state_folder() / "ids.json").write_text(json.dumps(ids, ensure_ascii=False, indent=1), encoding="utf-8")


def _read() -> dict[str, str]:
    try:
        ids = json.loads((state_folder() / "ids.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return ids if isinstance(ids, dict) else {}
