"""What will be painted: time of day, season, ground, objects, palette; everything else follows from the seed."""

import hashlib
import random
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from .colours import Colour, hex_colours, mix
from .palettes import ACCENTS, AUTUMN, BY_TIME, LEAVES, RAIN, WINTER, Palette, Season, Time
from .reading import Reading
from .words import ONE_PERSON, TWO_PEOPLE

Ground = Literal["hills", "sea", "abstract"]
Room = Literal["office", "library"]

# What the light of the hour lays over every object, and how much of it.
_TINT: dict[Time, tuple[Colour, float]] = {
    "dawn": (hex_colours("F2A58A")[0], 0.10),
    "day": (hex_colours("FFFFFF")[0], 0.0),
    "sunset": (hex_colours("7A3B6B")[0], 0.26),
    "night": (hex_colours("1B2D5C")[0], 0.44),
}


@dataclass(frozen=True)
class Scene:
    """A plan for the painter.

    `has` names the motifs to paint, `without` those that must not even be there as decoration; `rich` asks for hd
    detail, `vivid` for strong light. `crowd` is the number of people where there are any.
    """

    seed: str
    has: frozenset[str]
    without: frozenset[str]
    time: Time
    season: Season
    ground: Ground
    room: Room | None
    palette: Palette
    accents: tuple[Colour, ...]
    crowd: int
    rich: bool
    vivid: bool

    def dice(self, part: str) -> random.Random:
        """Chance for one part of the picture. Parts do not disturb each other: more detail in one moves no other."""
        return random.Random(f"{self.seed}/{part}")

    def lit(self, colour: Colour, depth: float = 0.0) -> Colour:
        """A thing's own colour in the light of the hour; `depth` 0 (near) to 1 (far) adds the haze of distance."""
        tint, share = _TINT[self.time]
        return mix(mix(colour, tint, share), self.palette.sky[-1], depth * 0.7)

    @property
    def dark(self) -> bool:
        return self.time == "night"

    @cached_property
    def left_out(self) -> frozenset[str]:
        """Motifs of `has` that have no place in this scene: a second season, a path on the sea, a house in a room."""
        out = set()
        if self.room:
            out |= {"path", "shop", "house", "river", "boat"}
            if self.ground == "sea":
                out |= {"hills", "tree", "forest"}
        if self.room == "library":
            out |= {"office", "growth"}
        if self.ground == "sea":
            out |= {"path", "river"}
        if self.time != "night":
            out |= {"night", "moon"}
        if self.time != "dawn":
            out |= {"sunrise"}
        if self.dark or ("rain" in self.has and self.time == "day"):
            out |= {"sun"}
        seasons = {"snow": "winter", "autumn": "autumn", "spring": "spring", "summer": "summer"}
        out |= {motif for motif, season in seasons.items() if season != self.season}
        return self.has & out

    @cached_property
    def hand(self) -> int:
        """1, or -1 where the picture is laid out the other way round."""
        return self.dice("hand").choice((-1, 1))

    @cached_property
    def leaves(self) -> tuple[Colour, ...]:
        return LEAVES[self.season]

    @cached_property
    def window_light(self) -> Colour:
        return hex_colours("FFD98A")[0] if self.time in ("night", "sunset") else hex_colours("E9F3F5")[0]


def plan(reading: Reading, *, rich: bool, vivid: bool) -> Scene:
    """Decide on a scene. The same prompt has the same composition in each quality and style, so that they compare."""
    seed = hashlib.sha256(" ".join(reading.prompt.split()).encode()).hexdigest()
    dice = random.Random(seed)
    has = set(reading.motifs)
    time = _time(has, reading.unwanted, dice)
    season = _season(has, dice)
    ground: Ground = "sea" if "sea" in has or ("boat" in has and "river" not in has) else "hills"
    if not has:
        ground = "abstract"
    # Indoors everything else is seen through the window.
    room: Room | None = "library" if "library" in has else "office" if "office" in has else None
    if time == "day" and "rain" in has:
        palettes = RAIN
    elif time in ("day", "dawn") and season == "autumn":
        palettes = AUTUMN
    elif time in ("day", "dawn") and season == "winter":
        palettes = WINTER
    else:
        palettes = BY_TIME[time]
    who = reading.motifs.get("people", "")
    return Scene(
        seed=seed,
        has=frozenset(has),
        without=reading.unwanted,
        time=time,
        season=season,
        ground=ground,
        room=room,
        palette=_in_season(dice.choice(palettes), time, season),
        accents=dice.choice(ACCENTS),
        crowd=1 if ONE_PERSON.match(who) else 2 if TWO_PEOPLE.match(who) else 4,
        rich=rich,
        vivid=vivid,
    )


def _in_season(palette: Palette, time: Time, season: Season) -> Palette:
    """Snow or dry leaves on the ground in the evening and at night; by day the palette is the season's own."""
    if time in ("dawn", "day"):
        return palette
    if season == "winter":
        return replace(palette, hills=tuple(mix(hill, palette.sky[-1], 0.62) for hill in palette.hills))
    if season == "autumn":
        return replace(palette, hills=tuple(mix(hill, hex_colours("9A5428")[0], 0.38) for hill in palette.hills))
    return palette


def _time(has: set[str], unwanted: frozenset[str], dice: random.Random) -> Time:
    if "sunset" in has:
        return "sunset"
    if has & {"night", "moon"}:
        return "night"
    if "sunrise" in has:
        return "dawn"
    chosen: Time = dice.choice(("day", "day", "dawn"))
    if has & {"sun", "rain", "rainbow", "snow", "clouds", "autumn"} or "sunrise" in unwanted:
        return "day"
    return chosen


def _season(has: set[str], dice: random.Random) -> Season:
    for motif, season in (("snow", "winter"), ("autumn", "autumn"), ("spring", "spring"), ("summer", "summer")):
        if motif in has:
            return season  # type: ignore[return-value]
    return dice.choice(("spring", "summer", "summer")) if "flowers" in has else "summer"
