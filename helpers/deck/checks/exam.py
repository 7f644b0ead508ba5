"""What every check is given, and what it gives back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from ...settings import say
from .charted import is_picture_of_chart
from .claims import Judge
from .pages import DeckFile, Page
from .styles import Styles
from .truth import Truth


@dataclass(frozen=True)
class Trouble:
    """Something to mend, in the reader's language; `slide` None where it is the deck as a whole."""

    slide: int | None
    wrong: str
    mend: str


def trouble(slide: int | None, wrong: tuple[str, str], mend: tuple[str, str]) -> Trouble:
    """A trouble from its words in Korean and English."""
    return Trouble(slide, say(*wrong), say(*mend))


@dataclass(eq=False)
class Exam:
    """An open deck beside its data. `data_name` is the file's name, or an empty string for a DataFrame."""

    deck: DeckFile
    truth: Truth
    data_name: str = ""

    @cached_property
    def judge(self) -> Judge:
        return Judge(self.truth)

    @cached_property
    def _styles(self) -> dict[int, Styles]:
        return {page.number: Styles(page) for page in self.deck.pages}

    def styles(self, page: Page) -> Styles:
        return self._styles[page.number]

    def has_data(self, page: Page) -> bool:
        """True for a slide after the cover that shows numbers of the data."""
        if page not in self.deck.content:
            return False
        if page.of("chart") or page.of("table") or any(is_picture_of_chart(item, False) for item in page.of("picture")):
            return True
        read = self.judge.reader.read
        return any(s.numbers for item in page.words for line in item.text.splitlines() for s in read(line))


@dataclass(frozen=True)
class Check:
    """One question that is put to a deck. `name` is short and stays the same in all languages."""

    name: str
    ko: str
    en: str
    look: Callable[[Exam], Iterator[Trouble]]

    @property
    def title(self) -> str:
        return say(self.ko, self.en)


def quoted(text: str, most: int = 40) -> str:
    """A piece of a deck's text for a message."""
    text = " ".join(text.split())
    return f"“{text[: most - 1].rstrip()}…”" if len(text) > most else f"“{text}”"
