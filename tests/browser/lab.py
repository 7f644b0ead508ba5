"""JupyterLab in a headless browser, as a reader has it in front of them."""

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[2]
CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
_SETTINGS = {
    "@jupyterlab/apputils-extension/notification.jupyterlab-settings": {"fetchNews": "false", "checkForUpdates": False},
    "@jupyterlab/notebook-extension/tracker.jupyterlab-settings": {"autoStartDefaultKernel": True},
}
_START_SECONDS = 60


@contextmanager
def jupyterlab(folder: Path) -> Iterator[str]:
    """JupyterLab over the checkout, with settings of its own in `folder`; its URL with the token."""
    for name, settings in _SETTINGS.items():
        path = folder / "config" / "lab" / "user-settings" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(settings))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token = secrets.token_hex(16)
    environment = os.environ | {
        "JUPYTER_CONFIG_DIR": str(folder / "config"),
        "JUPYTER_DATA_DIR": str(folder / "data"),
        "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
        "IPYTHONDIR": str(folder / "ipython"),
        "JUPYTER_PREFER_ENV_PATH": "1",
    }
    options = ["--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}", "--ServerApp.port_retries=0"]
    options += [f"--IdentityProvider.token={token}", "--expose-app-in-browser"]
    with (folder / "lab.log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *options], cwd=ROOT, env=environment, stdout=log, stderr=log
        )
    try:
        _wait_for(f"http://127.0.0.1:{port}/api?token={token}", process)
        # A workspace of its own for each opening: nothing of the one before is restored.
        yield f"http://127.0.0.1:{port}/lab/workspaces/{{workspace}}/tree/{{path}}?token={token}"
    finally:
        process.terminate()
        process.wait(15)


@contextmanager
def browser_page(width: int = 1400, height: int = 1000) -> Iterator[Page]:
    """A page in headless Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_FLAGS)
        try:
            yield browser.new_page(viewport={"width": width, "height": height})
        finally:
            browser.close()


def open_notebook(page: Page, url: str, path: str) -> None:
    """Open a notebook and wait until its kernel is idle."""
    page.goto(url.format(path=path, workspace=secrets.token_hex(4)), wait_until="domcontentloaded")
    page.locator(".jp-Notebook .jp-Cell").locator("visible=true").first.wait_for(timeout=60_000)
    # The indicator in the toolbar says "idle" even before there is a kernel.
    page.wait_for_function(f"() => ({_PROGRESS})().kernel === 'idle'", timeout=60_000)


def run_all(page: Page, seconds: int = 240) -> None:
    """Run > Run All Cells, in the fresh kernel of a notebook just opened, and wait for the last cell's number.

    Raises TimeoutError, which says how far the cells came.
    """
    page.evaluate(_FORGET_OUTPUTS)
    page.evaluate(_RUN_ALL)
    deadline = time.monotonic() + seconds
    while not ((progress := page.evaluate(_PROGRESS))["failed"] or progress["done"]):
        if time.monotonic() > deadline:
            raise TimeoutError(f"the cells did not all run: {progress}")
        page.wait_for_timeout(200)


_FORGET_OUTPUTS = """() => Array.from(window.jupyterapp.shell.currentWidget.content.model.cells)
    .filter(cell => cell.type === 'code').forEach(cell => cell.clearExecution())"""

_RUN_ALL = """() => { window.jupyterapp.commands.execute('notebook:run-all-cells'); }"""

# JupyterLab renders only the cells in view, so the model is asked rather than the page.
_PROGRESS = """() => {
    const panel = window.jupyterapp.shell.currentWidget;
    const cells = Array.from(panel.content.model.cells).filter(cell => cell.type === 'code');
    const run = cells.filter(cell => cell.executionCount).length;
    const kernel = panel.sessionContext.session?.kernel?.status ?? 'none';
    return {
        run, kernel, cells: cells.length, done: kernel === 'idle' && run === cells.length,
        failed: cells.some(cell => cell.sharedModel.outputs.some(output => output.output_type === 'error')),
    };
}"""

ERRORS = """() => Array.from(window.jupyterapp.shell.currentWidget.content.model.cells)
    .filter(cell => cell.type === 'code')
    .flatMap(cell => cell.sharedModel.outputs.filter(output => output.output_type === 'error')
        .map(output => cell.sharedModel.source + '\\n' + output.evalue))"""


def _wait_for(url: str, process: subprocess.Popen) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urlopen(url, timeout=2).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError("JupyterLab did not start")
