"""Makes the two bundled fonts: Noto Sans KR, cut down to what Korean and English charts, slides and pictures need.

Run it again only to change the set of characters. It needs `fonttools` (which comes with matplotlib) and the
two source files, which the npm package `@expo-google-fonts/noto-sans-kr` carries:

    npm pack @expo-google-fonts/noto-sans-kr
    python assets/fonts/make_subset.py NotoSansKR_400Regular.ttf NotoSansKR_700Bold.ttf

The result has a family name of its own, so that it never stands in the way of the full Noto Sans KR where that is
installed. The licence (OFL.txt) reserves the name "Source" alone; the result uses neither that nor "Noto".
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FAMILY = "Workshop Sans KR"
FOLDER = Path(__file__).resolve().parent
STYLES = ("Regular", "Bold")

# What KS X 1001 lacks, but charts and prose use: minus, dashes, the won and euro signs, arrows, bullets, comparisons.
EXTRA = "−‐‑–—•…‰₩€™↔⇒⇔≤≥≈∞√∑∏◁▷◀▶△▲▽▼◇◆✓✔✕☆★☎☞①②③④⑤⑥⑦⑧⑨⑩¹²³⁴₀₁₂₃\u00a0\u2009\u202f\u200b"


def characters() -> set[str]:
    """ASCII, Latin-1, EXTRA, and KS X 1001 without its Chinese characters: 2,350 syllables, jamo, symbols, units."""
    latin = {chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x100))}
    # Rows 1 to 9 are symbols, letters and units, 16 to 40 syllables; in EUC-KR a row is its number + 0xA0.
    rows = (*range(1, 10), *range(16, 41))
    korean = {
        bytes((row + 0xA0, cell + 0xA0)).decode("euc_kr", errors="ignore") for row in rows for cell in range(1, 95)
    }
    return latin | set(EXTRA) | (korean - {""})


def subset(source: Path, style: str) -> Path:
    """Write the cut-down font beside this script; returns its path."""
    options = Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += ["BASE", "STAT", "vhea", "vmtx", "GDEF", "GPOS", "GSUB", "gasp", "prep"]
    options.glyph_names = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 14]
    # A time stamp of today would make the file differ each time.
    options.recalc_timestamp = False
    font = TTFont(source, recalcTimestamp=False)
    cutter = Subsetter(options)
    cutter.populate(text="".join(sorted(characters())))
    cutter.subset(font)
    rename(font, style)
    target = FOLDER / f"{FAMILY.replace(' ', '')}-{style}.ttf"
    font.save(target)
    return target


def rename(font: TTFont, style: str) -> None:
    """Give the font the family name, in the four name records where programs look for it."""
    compact = FAMILY.replace(" ", "")
    names = {1: FAMILY, 2: style, 3: f"{compact}-{style}", 4: f"{FAMILY} {style}", 6: f"{compact}-{style}"}
    for number, text in names.items():
        for record in [record for record in font["name"].names if record.nameID == number]:
            font["name"].setName(text, number, record.platformID, record.platEncID, record.langID)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: make_subset.py REGULAR.ttf BOLD.ttf")
    for argument, style_name in zip(sys.argv[1:], STYLES, strict=True):
        made = subset(Path(argument), style_name)
        print(f"{made.name}: {made.stat().st_size // 1024} KB")
