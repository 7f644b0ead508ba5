"""The palettes: three or more for each time of day, and what a season makes of leaves, meadows and flowers."""

from dataclasses import dataclass
from typing import Literal

from .colours import Colour, hex_colours

Time = Literal["dawn", "day", "sunset", "night"]
Season = Literal["spring", "summer", "autumn", "winter"]


@dataclass(frozen=True)
class Palette:
    """`sky` from the top to the horizon, `hills` from the farthest to the nearest, `light` the sun's or the moon's."""

    name: str
    sky: tuple[Colour, ...]
    hills: tuple[Colour, ...]
    light: Colour
    water: tuple[Colour, Colour]


def _palette(name: str, sky: str, hills: str, light: str, water: str) -> Palette:
    far, near = hex_colours(water)
    return Palette(name, hex_colours(sky), hex_colours(hills), hex_colours(light)[0], (far, near))


BY_TIME: dict[Time, tuple[Palette, ...]] = {
    "dawn": (
        _palette("coral", "3C4F8C 7D6BA3 F2917F FFD9A8", "B98AA6 7F86A8 4C8683 2B625F", "FFF3CF", "F0A58E 2F5A7C"),
        _palette("gold", "4F9DB3 9CCDC2 F9E2A8 FFC987", "BFCBA0 8DB78C 549379 2E6D60", "FFF7DA", "F6D49A 2F7F8C"),
        _palette("lavender", "6F7BC8 B1A5DC F5C1CE FFE9CF", "B9A9D2 8D9AC4 6296A6 3A6F86", "FFF6E3", "E9BFD0 4A6FA5"),
        _palette("rose", "33658A 86A8C0 F7B5A7 FFE0B8", "C99CA0 93A39B 5E9079 356B5C", "FFF4D6", "F3BBA5 33658A"),
    ),
    "day": (
        _palette("clear", "3F97D3 86C5EC DDF1F8", "A7D2BB 7CC08F 4DA474 2C8061", "FFF6D0", "7CC6DE 1F7FA8"),
        _palette("mint", "5FBFC0 A6DFD5 EEF8EC", "BFE0BD 8ECB92 55AC79 2D876A", "FFF8D8", "8FD8D2 248A92"),
        _palette("paper", "9CC3D5 D5E5E2 FAF0DD", "CBD8B8 A2C193 6CA07C 3C7968", "FFF3D2", "B4D6D6 4A8FA0"),
    ),
    "sunset": (
        _palette("plum", "3A2E6B 8E4480 E96F6E FFBB6B", "8F5580 65437A 453567 2B2750", "FFE6A8", "E8836F 3A2E6B"),
        _palette("harbour", "24497A 9A6A92 F47F7C FBBE98", "8C6F95 5D638C 3D5279 243B5C", "FFEBC2", "EE9484 254A78"),
        _palette("amber", "5A4D90 C56D85 F5A06E FFDC93", "A96C7F 7C5A78 54506F 323E57", "FFF0BF", "F3AE7C 4F4A85"),
    ),
    "night": (
        _palette("navy", "0A1433 142755 28477F 5878AC", "33507F 26416E 1A3057 11213F", "F6F1DA", "35588F 0B1A3A"),
        _palette("teal", "06202F 0D3B4D 1E606C 5C9A98", "2C6A70 1D5159 123C47 0A2833", "F4F3DC", "2E747C 062530"),
        _palette("violet", "150F36 2B1E5A 4D3787 8A69B0", "54438A 3E3271 2B2457 1C1840", "FBF0DA", "58479A 150F36"),
    ),
}

AUTUMN: tuple[Palette, ...] = (
    _palette("harvest", "6FA6C2 BFD7D6 FBE5BF", "D9B98A CF9A58 B5713C 7E4A2F", "FFF2CC", "9CC4C8 3B7C8C"),
    _palette("russet", "7E97B8 D8CBC6 FBDDB2", "C9A58C C0805A A25A3C 6B3B31", "FFEFC6", "B3B9BD 4A6F86"),
    _palette("ochre", "5E9C9E BBD3BC F8EBC0", "CDBB7E C29C4E A47A38 6C5530", "FFF6CE", "98C5BA 3A7C7A"),
)

WINTER: tuple[Palette, ...] = (
    _palette("frost", "7FAACF BFD8EA F4F7FA", "C3D5E6 D6E4F0 E6EFF6 F5F9FC", "FFF8E6", "A9C9DE 4F86AC"),
    _palette("pale rose", "93A7CF D3D0E4 FBE6DF", "C8CCE2 D9DDEC E8ECF5 F7F8FC", "FFF3DF", "BAC4DE 6281AE"),
    _palette("ice", "6DB0BE B5DAE0 F0F8F7", "B9D8DE CFE5E8 E2F0F1 F4FAFA", "FFFBEA", "9FD0D8 40879A"),
)

RAIN: tuple[Palette, ...] = (
    _palette("slate", "5B7186 8698A8 B4C1C9 D5DCDD", "9BAEB3 7C979B 567A7D 39595F", "F4F2E8", "A3B4BE 4A6478"),
    _palette("drizzle", "66708F 9299B0 BAC0CC DADCE0", "A4A9BA 8489A0 5F6C86 414D68", "F5F1EA", "A9B0C2 4F5E7E"),
    _palette("moss", "5E7C7C 8FA5A1 BCCAC3 DCE3DC", "A2B5A8 7F9A8A 587C6C 3A5C50", "F6F4E6", "A6BCB6 46706F"),
)

LEAVES: dict[Season, tuple[Colour, ...]] = {
    "spring": hex_colours("F4B6C4 F29DB4 F9D3DA 8CC47F A8D28B"),
    "summer": hex_colours("2F8F6B 46A579 3C7F5B 6BB77B 2A7561"),
    "autumn": hex_colours("D9572B E8893A F2B24A B93F2B C97B2E"),
    "winter": hex_colours("3C6B6A 4F7F7C 2F5B60 5B8D88 476F78"),
}

# Flowers, awnings, clothes, the covers of books.
ACCENTS: tuple[tuple[Colour, ...], ...] = (
    hex_colours("E4572E F2B134 2A9D8F 3D5A98 D1495B F7EDE2"),
    hex_colours("EF6F6C F7B267 56A3A6 465775 B56576 FFF1E0"),
    hex_colours("B93815 E9A23B 0F766E 2B4C7E C8553D F5F3EE"),
    hex_colours("F25F5C FFE066 50A6A0 247BA0 9B5DE5 FFF6E9"),
)

SKIN: tuple[Colour, ...] = hex_colours("F3C9A5 E2A67E C68659 8D5A3B FAD9BE")
HAIR: tuple[Colour, ...] = hex_colours("2B2024 4A2F27 1E2233 6B4430 8A6A4A")
