"""A real browser for tests: Chromium, driven by Playwright. Screenshots are kept to look at."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from conftest import BIN, REPOSITORY

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
PATIENCE = 120  # seconds after which a page or a server counts as hung
# No name outside this machine: a page that waits for what cannot come does not finish loading.
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"
SHOTS = REPOSITORY.root / "reports" / "screenshots"

needs_browser = pytest.mark.skipif(
    CHROMIUM is None or find_spec("playwright") is None,
    reason="needs Chromium and the Python package playwright (see .ci/run)",
)


@contextlib.contextmanager
def open_page(width: int = 1300, height: int = 950) -> Iterator:
    """A Playwright page of a fresh headless Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", ALONE])
        page = browser.new_page(viewport={"width": width, "height": height})
        page.set_default_timeout(1000 * PATIENCE)
        try:
            yield page
        except BaseException:
            shoot(page, "failed")
            raise
        finally:
            browser.close()


def shoot(page, name: str) -> Path:
    """Keep a screenshot of what the page shows now."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    path = SHOTS / f"{name}.png"
    page.screenshot(path=str(path))
    return path


@contextlib.contextmanager
def serving(root: Path, *command: str) -> Iterator[str]:
    """Run one of the environment's Jupyter programs in a folder; yields its address, with token.

    ``command`` is a program of the environment and its arguments; a free port, the token and "no
    browser" are added.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--no-browser", "--allow-root", f"--ServerApp.port={port}"]
    options.append("--IdentityProvider.token=secret")
    environment = os.environ | _lab_settings(root / "lab")
    log = root / "server.log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            [str(BIN / command[0]), *command[1:], *options],
            cwd=root,
            env=environment,
            stdout=output,
            stderr=output,
        )
        try:
            address, deadline = f"http://127.0.0.1:{port}", time.monotonic() + PATIENCE
            while True:
                with contextlib.suppress(urllib.error.URLError, ConnectionError):
                    urllib.request.urlopen(f"{address}/api", timeout=5).read()
                    break
                assert server.poll() is None and time.monotonic() < deadline, log.read_text()
                time.sleep(0.2)
            yield f"{address}/?token=secret"
        finally:
            server.terminate()
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _lab_settings(folder: Path) -> dict[str, str]:
    """The environment of a JupyterLab that knows nothing of this user's own settings."""
    settings = {
        # Else only the cells in view are in the page.
        "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"},
        "@jupyterlab/apputils-extension/notification": {"fetchNews": "false"},
    }
    for name, values in settings.items():
        path = folder / "settings" / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(values), "utf-8")
    return {
        "JUPYTERLAB_SETTINGS_DIR": str(folder / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(folder / "workspaces"),
    }


class Notebook:
    """The notebook in front in JupyterLab, used as a person uses it: by mouse and keyboard."""

    def __init__(self, page):
        self.page = page
        self._panel = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")
        self._panel.locator(".jp-Notebook .jp-Cell").first.wait_for()
        page.locator("#jp-main-statusbar").get_by_text("| Idle").wait_for()

    def cell(self, text: str):
        """The first code cell that holds ``text``."""
        found = self._panel.locator(".jp-CodeCell", has_text=text)
        found.first.scroll_into_view_if_needed()
        return found.first

    def write(self, text: str, code: str) -> None:
        """Replace what stands in the cell that holds ``text``."""
        self.cell(text).locator(".cm-content").click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(code)

    def run(self, text: str):
        """Run the cell that holds ``text`` and wait until it is done; returns the cell."""
        cell = self.cell(text)
        prompt = cell.locator(".jp-InputPrompt").first
        before = prompt.inner_text()
        cell.locator(".cm-content").click()
        self.page.keyboard.press("Control+Enter")
        deadline = time.monotonic() + PATIENCE
        while prompt.inner_text() in (before, "[*]:"):
            assert time.monotonic() < deadline, f"the cell with {text!r} does not end"
            self.page.wait_for_timeout(100)
        self.page.wait_for_timeout(300)  # outputs are drawn after the number
        return cell

    def save(self) -> None:
        self.page.keyboard.press("Escape")
        self.page.keyboard.press("Control+S")
        self.page.wait_for_timeout(1500)
