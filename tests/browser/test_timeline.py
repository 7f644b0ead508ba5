"""The timeline of a run and the status explorer in a real browser: watched to completion, a status by keyboard."""

import os

import pytest
from playwright.sync_api import expect

from . import lab
from .test_widgets import PATIENCE, bring_into_view, keep_picture, url  # noqa: F401

pytestmark = pytest.mark.skipif(
    lab.CHROMIUM is None and not os.environ.get("CI"),
    reason="no Chromium here; `apt install chromium` or Chrome brings it",
)


def test_a_run_is_watched_and_a_status_made(url):  # noqa: F811
    with lab.browser_page() as page:
        page.set_default_timeout(PATIENCE)
        lab.open_notebook(page, url, "notebooks/ko/06_run_and_poll.ipynb")
        lab.run_all(page)
        assert page.evaluate(lab.ERRORS) == []
        page.evaluate("() => { window.jupyterapp.shell.currentWidget.content.activeCellIndex = 0; }")

        timeline = bring_into_view(page, ".workshop-timeline")
        expect(timeline.get_by_role("status")).to_contain_text("completed (완료)", timeout=PATIENCE)
        rows = timeline.get_by_role("rowheader")
        expect(rows.filter(has_text="in_progress (처리 중)")).to_be_visible()
        expect(rows.filter(has_text="tool_calls")).to_be_visible()
        timeline.locator("summary").first.press("Enter")
        expect(timeline.locator("pre").first).to_contain_text("print")
        keep_picture(page, "timeline")

        explorer = bring_into_view(page, ".workshop-statuses")
        explorer.get_by_role("button", name="failed").press("Enter")
        picture = explorer.get_by_role("img", name="queued → in_progress → failed")
        expect(picture).to_be_visible(timeout=PATIENCE)
        expect(explorer.get_by_text("Rate limit reached")).to_be_visible()
        explorer.get_by_role("button", name="invalid_prompt").click()
        expect(explorer.get_by_text("invalid_prompt:")).to_be_visible(timeout=PATIENCE)
        keep_picture(page, "statuses")
