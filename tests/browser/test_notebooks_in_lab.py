"""The notebooks in JupyterLab in a real browser: every cell runs from top to bottom."""

import os
from pathlib import Path

import pytest

from . import lab

pytestmark = pytest.mark.skipif(
    lab.CHROMIUM is None and not os.environ.get("CI"),
    reason="no Chromium here; `apt install chromium` or Chrome brings it",
)
PICTURES = os.environ.get("WORKSHOP_SCREENSHOTS")


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    with lab.jupyterlab(tmp_path_factory.mktemp("lab")) as url:
        yield url


@pytest.mark.parametrize("notebook", ["ko/03_create_assistant", "ko/14_make_pptx", "en/quick_tour"])
def test_all_cells_run(url, notebook, tmp_path, monkeypatch):
    with lab.browser_page() as page:
        lab.open_notebook(page, url, f"notebooks/{notebook}.ipynb")
        lab.run_all(page)
        if PICTURES:
            page.screenshot(path=Path(PICTURES) / f"{notebook.replace('/', '_')}.png")
        assert page.evaluate(lab.ERRORS) == []
