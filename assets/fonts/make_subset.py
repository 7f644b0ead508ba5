"""Makes the bundled fonts: Noto Sans KR, cut down to what Korean and English charts, slides and pictures need, and
Noto Sans SC, cut down to what charts in Chinese need beside it.

Run it again only to change the set of characters. It needs `fonttools` (which comes with matplotlib) and the
source files, which the npm packages `@expo-google-fonts/noto-sans-kr` and `@expo-google-fonts/noto-sans-sc` carry:

    npm pack @expo-google-fonts/noto-sans-kr @expo-google-fonts/noto-sans-sc
    python assets/fonts/make_subset.py NotoSansKR_400Regular.ttf NotoSansKR_700Bold.ttf NotoSansSC_400Regular.ttf

The results have family names of their own, so that they never stand in the way of the full fonts where those are
installed. The licence (OFL.txt) reserves the name "Source" alone; the result uses neither that nor "Noto".
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

KOREAN, CHINESE = "Workshop Sans KR", "Workshop Sans SC"
FOLDER = Path(__file__).resolve().parent
FONTS = ((KOREAN, "Regular"), (KOREAN, "Bold"), (CHINESE, "Regular"))

# What KS X 1001 lacks, but charts and prose use: minus, dashes, the won and euro signs, arrows, bullets, comparisons.
EXTRA = "−‐‑–—•…‰₩€™↔⇒⇔≤≥≈∞√∑∏◁▷◀▶△▲▽▼◇◆✓✔✕☆★☎☞①②③④⑤⑥⑦⑧⑨⑩¹²³⁴₀₁₂₃\u00a0\u2009\u202f\u200b"


def chinese_characters() -> set[str]:
    """The 3,755 characters of the first level of GB 2312, by which nearly all that is written today is covered."""
    return {
        bytes((row, cell)).decode("gb2312", errors="ignore") for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF)
    }


def korean_characters() -> set[str]:
    """ASCII, Latin-1, EXTRA, and KS X 1001 without its Chinese characters: 2,350 syllables, jamo, symbols, units."""
    latin = {chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x100))}
    # Rows 1 to 9 are symbols, letters and units, 16 to 40 syllables; in EUC-KR a row is its number + 0xA0.
    rows = (*range(1, 10), *range(16, 41))
    korean = {
        bytes((row + 0xA0, cell + 0xA0)).decode("euc_kr", errors="ignore") for row in rows for cell in range(1, 95)
    }
    return latin | set(EXTRA) | (korean - {""})


def subset(source: Path, family: str, style: str) -> Path:
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
    cutter.populate(text="".join(sorted(chinese_characters() if family == CHINESE else korean_characters())))
    cutter.subset(font)
    rename(font, family, style)
    target = FOLDER / f"{family.replace(' ', '')}-{style}.ttf"
    font.save(target)
    return target


def rename(font: TTFont, family: str, style: str) -> None:
    """Give the font the family name, in the four name records where programs look for it."""
    compact = family.replace(" ", "")
    names = {1: family, 2: style, 3: f"{compact}-{style}", 4: f"{family} {style}", 6: f"{compact}-{style}"}
    for number, text in names.items():
        for record in [record for record in font["name"].names if record.nameID == number]:
            font["name"].setName(text, number, record.platformID, record.platEncID, record.langID)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit("usage: make_subset.py KR_REGULAR.ttf KR_BOLD.ttf SC_REGULAR.ttf")
    for argument, (family_name, style_name) in zip(sys.argv[1:], FONTS, strict=True):
        made = subset(Path(argument), family_name, style_name)
        print(f"{made.name}: {made.stat().st_size // 1024} KB")
