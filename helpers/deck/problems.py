"""What is wrong with a spec, collected, so that one attempt shows everything there is to mend."""

from collections.abc import Iterable
from difflib import get_close_matches


class DeckError(ValueError):
    """A spec that cannot be made into a deck. `problems` holds one plain sentence for each thing to mend."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        things = "1 thing" if count == 1 else f"{count} things"
        super().__init__("\n".join([f"The deck was not made; {things} to mend:", *(f"- {p}" for p in self.problems)]))


class Problems:
    """Gathers problems; `where` is "deck" or "slide 3", `key` the path of keys inside it, such as `cards[1].number`."""

    def __init__(self) -> None:
        self._found: list[str] = []

    def add(self, where: str, key: str, message: str) -> None:
        self._found.append(f'{where}, key "{key}": {message}')

    def raise_if_any(self) -> None:
        """DeckError where something was added."""
        if self._found:
            raise DeckError(self._found)


def suggestion(wrong: str, known: Iterable[str]) -> str:
    """ " Did you mean "x"?" or " Known: a, b." or an empty string: the end of a message about an unknown name."""
    names = list(known)
    close = get_close_matches(wrong, names, n=1)
    if close:
        return f' Did you mean "{close[0]}"?'
    shown = ", ".join(names[:8]) + (", ..." if len(names) > 8 else "")
    return f" Known: {shown}." if names else ""
