"""The theme's colours by name, and the one colour that each series keeps through the whole deck."""

from collections.abc import Mapping
from dataclasses import dataclass

# Name -> slot of the theme. The first six are given to series, in this order.
SERIES_COLOURS = {
    "coral": "accent1",
    "teal": "accent2",
    "slate": "accent3",
    "indigo": "accent4",
    "ochre": "accent5",
    "plum": "accent6",
}
COLOURS = {**SERIES_COLOURS, "navy": "tx2"}


@dataclass(frozen=True)
class Colour:
    """A theme colour, mixed with white by `tint` (0 = pure, 0.5 = half white)."""

    slot: str
    tint: float = 0.0

    @property
    def is_light(self) -> bool:
        """True where dark type stands on it better than white."""
        return self.tint > 0.1

    @property
    def text(self) -> "Colour":
        """The colour for type on white or paper: tints are too pale for that."""
        return Colour(self.slot)


NAVY = Colour("tx2")
WHITE = Colour("bg1")
SLATE = Colour("accent3")
# Twelve series and more: the small ones stay in the background.
_GREYS = (0.0, 0.45, 0.25, 0.55)
_MOST = 6


class ColourBook:
    """Which colour belongs to which series name.

    `sizes` maps each name to how much of its chart it is, in order of appearance; `chosen` maps names to colour names.
    Up to six series get a colour of their own; of more, the five largest do and the others get tints of grey.
    """

    def __init__(self, sizes: Mapping[str, float], chosen: Mapping[str, str]) -> None:
        self._colours = {name: Colour(COLOURS[colour]) for name, colour in chosen.items()}
        rest = [name for name in sizes if name not in self._colours]
        taken = {colour.slot for colour in self._colours.values()}
        free = [slot for slot in SERIES_COLOURS.values() if slot not in taken]
        if len(sizes) > _MOST:
            free = [slot for slot in free if slot != SLATE.slot]
            large = set(sorted(rest, key=lambda name: -sizes[name])[: max(0, min(len(free), _MOST - 1 - len(chosen)))])
        else:
            large = set(rest[: len(free)])
        greys = 0
        for name in rest:
            if name in large:
                self._colours[name] = Colour(free.pop(0))
            else:
                self._colours[name] = Colour(SLATE.slot, _GREYS[greys % len(_GREYS)])
                greys += 1

    def __contains__(self, name: str) -> bool:
        return name in self._colours

    def __getitem__(self, name: str) -> Colour:
        return self._colours[name]

    def get(self, name: str, default: Colour) -> Colour:
        """The colour, or `default` for a name that no series has."""
        return self._colours.get(name, default)

    def is_grey(self, name: str) -> bool:
        """True for a series that shares grey with others, and so needs another mark beside its colour."""
        return sum(self._colours[name].slot == other.slot for other in self._colours.values()) > 1

    @property
    def names(self) -> tuple[str, ...]:
        """All series names that have a colour."""
        return tuple(self._colours)
