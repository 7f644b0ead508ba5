"""The widgets in a real browser: a conversation in the playground by keyboard, a clean-up in the dashboard by mouse."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from helpers.connection import stop_server

from . import lab

pytestmark = pytest.mark.skipif(
    lab.CHROMIUM is None and not os.environ.get("CI"),
    reason="no Chromium here; `apt install chromium` or Chrome brings it",
)
# Slow machines, and several kernels at once.
PATIENCE = 90_000
PICTURES = os.environ.get("WORKSHOP_SCREENSHOTS")

WORDS = {
    "ko": {
        "question": "튤립 7송이를 한 송이에 3,000원에 사면 얼마인가요?",
        "answer": "21,000",
        "stock": "튤립이 몇 송이 남았나요?",
        "functions": "함수",
        "code": "같은 대화를 코드로",
        "files": "파일",
        "file": "sales_ko.csv",
        "delete": "고른 것 지우기",
        "sure": "정말 지우기",
        "deleted": "1개를 지웠습니다",
        "search": "이름이나 ID로 찾기",
    },
    "en": {
        "question": "How much do 7 tulips at $3.00 each cost altogether?",
        "answer": "21.00",
        "stock": "How many tulips are left?",
        "functions": "Functions",
        "code": "This conversation as code",
        "files": "Files",
        "file": "channels_en.csv",
        "delete": "Delete selected",
        "sure": "Really delete",
        "deleted": "Deleted 1",
        "search": "Search names and IDs",
    },
}


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    # A state of its own: what is in the dashboard is what this notebook has made.
    state = tmp_path_factory.mktemp("state")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKSHOP_STATE", str(state))
        patch.delenv("WORKSHOP_LANG", raising=False)
        with lab.jupyterlab(tmp_path_factory.mktemp("lab")) as url:
            yield url
    stop_server(state)


@pytest.mark.parametrize("track", ["ko", "en"])
def test_a_conversation_and_a_clean_up(url, track):
    words = WORDS[track]
    with lab.browser_page() as page:
        page.set_default_timeout(PATIENCE)
        lab.open_notebook(page, url, f"notebooks/{track}/02_playground.ipynb")
        lab.run_all(page)
        assert page.evaluate(lab.ERRORS) == []
        page.evaluate("() => { window.jupyterapp.shell.currentWidget.content.activeCellIndex = 0; }")
        talk(page, words)
        keep_picture(page, f"playground_{track}")
        clean_up(page, words)
        keep_picture(page, f"dashboard_{track}")


def talk(page: Page, words: dict[str, str]) -> None:
    """By keyboard alone: a question, then a call of a function that is answered in its field."""
    playground = bring_into_view(page, ".workshop-playground")
    line = playground.locator("input[placeholder*=Enter]")
    line.focus()
    page.keyboard.type(words["question"])
    page.keyboard.press("Enter")
    newest(playground, words["answer"]).wait_for()
    page.wait_for_function("field => field.value === ''", arg=line.element_handle())
    functions = playground.locator("label", has_text=words["functions"]).locator("input[type=checkbox]").first
    functions.focus()
    page.keyboard.press("Space")
    line.focus()
    page.keyboard.type(words["stock"])
    page.keyboard.press("Enter")
    field = playground.locator(".workshop-results input")
    field.wait_for()
    # The field of the function takes the keyboard by itself.
    page.wait_for_function("field => field === document.activeElement", arg=field.element_handle())
    page.keyboard.type("42")
    page.keyboard.press("Enter")
    newest(playground, "→ 42").wait_for()
    playground.locator(".workshop-results input").wait_for(state="detached")
    playground.locator("button", has_text=words["code"]).press("Enter")
    code = playground.locator(".workshop-code textarea")
    code.wait_for()
    assert "client.beta.assistants.create(" in code.input_value() and words["question"] in code.input_value()


def clean_up(page: Page, words: dict[str, str]) -> None:
    """A file is marked, deleted with the second click only, and gone from the list."""
    dashboard = bring_into_view(page, ".workshop-dashboard")
    dashboard.locator("button", has_text=words["files"]).first.click()
    dashboard.get_by_placeholder(words["search"]).fill(words["file"])
    dashboard.get_by_placeholder(words["search"]).press("Enter")
    rows = dashboard.locator("input[type=checkbox]")
    page.wait_for_function("() => document.querySelectorAll('.workshop-dashboard input[type=checkbox]').length === 1")
    rows.first.check()
    delete = dashboard.locator("button", has_text=words["delete"])
    delete.get_by_text("(1)").wait_for()
    delete.click()
    dashboard.locator("button", has_text=words["sure"]).wait_for()
    assert rows.count() == 1
    dashboard.locator("button", has_text=words["sure"]).click()
    dashboard.get_by_text(words["deleted"]).wait_for()
    page.wait_for_function("() => !document.querySelector('.workshop-dashboard input[type=checkbox]')")


def newest(playground: Locator, words: str) -> Locator:
    """The last place in the conversation where these words stand."""
    return playground.locator(".workshop-scroll").get_by_text(words).last


def bring_into_view(page: Page, place: str) -> Locator:
    """JupyterLab renders only the cells near the view, so it is scrolled until the widget is there."""
    widget = page.locator(place)
    page.mouse.move(800, 500)
    for _ in range(60):
        if widget.count():
            break
        page.mouse.wheel(0, 500)
        page.wait_for_timeout(200)
    widget.first.evaluate("widget => widget.scrollIntoView({block: 'start'})")
    return widget.first


def keep_picture(page: Page, name: str) -> None:
    """A screenshot, where the environment wishes for them."""
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png")
