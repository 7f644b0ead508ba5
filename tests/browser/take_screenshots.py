"""The README's pictures, taken anew: a notebook in JupyterLab, and the slides of a deck.

    python -m tests.browser.take_screenshots

Needs Chromium, LibreOffice and pdftoppm.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import PIL.Image

from . import lab

TARGET = lab.ROOT / "assets" / "screenshots"
NOTEBOOK = "notebooks/ko/13_data_to_insights.ipynb"
SLIDE_WIDTH, GAP, COLUMNS = 620, 10, 2


def main() -> None:
    """Write notebook.png and deck.png."""
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        take_notebook(Path(folder))
        take_deck(Path(folder))


def take_notebook(folder: Path) -> None:
    """The first chart of the lesson, with the cell that asked for it."""
    with lab.jupyterlab(folder) as url, lab.browser_page(1280, 900) as page:
        lab.open_notebook(page, url, NOTEBOOK)
        picture = page.locator(".jp-OutputArea-output img").first
        for _ in range(40):
            if picture.count():
                break
            # Only cells near the view are in the page.
            page.mouse.move(800, 500)
            page.mouse.wheel(0, 400)
            page.wait_for_timeout(200)
        picture.evaluate("image => image.scrollIntoView({block: 'center'})")
        page.wait_for_timeout(500)
        page.screenshot(path=TARGET / "notebook.png")


def take_deck(folder: Path) -> None:
    """All slides of the deck that `workshop.py deck` makes from the Korean data, on one sheet."""
    deck = folder / "deck.pptx"
    data = lab.ROOT / "assets" / "data" / "sales_ko.csv"
    run(sys.executable, "-m", "helpers.deck.cli", f"--data={data}", f"--out={deck}", "--lang=ko")
    office = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/office", "--convert-to", "pdf"]
    run(*office, "--outdir", str(folder), str(deck))
    run(
        "pdftoppm",
        "-png",
        "-scale-to-x",
        str(SLIDE_WIDTH),
        "-scale-to-y",
        "-1",
        str(folder / "deck.pdf"),
        str(folder / "s"),
    )
    slides = [PIL.Image.open(path) for path in sorted(folder.glob("s-*.png"))]
    height = slides[0].height
    rows = -(-len(slides) // COLUMNS)
    sheet = PIL.Image.new("RGB", (COLUMNS * (SLIDE_WIDTH + GAP) + GAP, rows * (height + GAP) + GAP), "#888888")
    for number, slide in enumerate(slides):
        row, column = divmod(number, COLUMNS)
        sheet.paste(slide, (GAP + column * (SLIDE_WIDTH + GAP), GAP + row * (height + GAP)))
    sheet.quantize(128).save(TARGET / "deck.png", optimize=True)


def run(*command: str) -> None:
    subprocess.run(command, cwd=lab.ROOT, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
