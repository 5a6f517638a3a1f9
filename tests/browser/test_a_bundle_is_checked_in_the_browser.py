"""A page checks a bundle without a server: as Davy serves it, with its policy, and from a copy on a disk."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from davy.archive.tests.signing_plant import signed_plant
from davy.archive.tests.taken import bundle, files, key, zipped
from davy.serve.pages import Pages
from davy.settings.headers import SECURITY_HEADERS
from tests.browser import axe
from tests.browser.town import ARGS, CHROMIUM, DESKTOP, PATIENCE_MS, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

BUILT = Path(__file__).parents[2] / "src/davy/static/web"


@contextmanager
def _served() -> Iterator[str]:
    """The built pages with the headers that Davy sends, and nothing else."""
    pages = Pages(BUILT)

    class Front(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = pages.find(self.path if "." in self.path else f"{self.path}index.html")
            self.send_response(200 if page else 404)
            for name, value in {**SECURITY_HEADERS, **(page.headers if page else {})}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(page.body if page else b"")

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Front)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://localhost:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def taken(step_clock: Callable[[timedelta], None], tmp_path: Path) -> tuple[Path, Path, str]:
    """A bundle, the same with one byte of an event changed, and the key of the plant's log."""
    hands = signed_plant(step_clock).hands
    made = bundle(hands)
    content = files(made)
    name = next(name for name in content if name.endswith("events.jsonl"))
    changed = {**content, name: content[name].replace(b"methanol", b"methanal", 1)}
    good, bad = tmp_path / "good.zip", tmp_path / "bad.zip"
    good.write_bytes(made)
    bad.write_bytes(zipped(changed))
    return good, bad, key(hands.plant).told


def test_a_stranger_drops_a_bundle(
    taken: tuple[Path, Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, bad, known = taken
    # Playwright's own loop runs in this thread; Django would take it for an asynchronous caller of ours.
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    with _served() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        for viewport in (DESKTOP, PHONE):
            page = browser.new_page(viewport=viewport, locale="zh-CN")  # type: ignore[arg-type]
            page.set_default_timeout(PATIENCE_MS)
            faults: list[str] = []
            page.on("pageerror", _into(faults))
            page.on("console", _into(faults))
            page.goto(f"{url}/verify/")
            _journey(page, good, bad, known)
            assert axe.overflow(page) == []
            assert axe.found(page) == []
            assert faults == []
            page.close()
        kept = shutil.copytree(BUILT / "verify", tmp_path / "kept")
        page = browser.new_page(locale="en-US")
        page.goto((kept / "index.html").as_uri())
        page.set_input_files("#bundle", str(good))
        expect(page.locator(".verdict")).to_contain_text("not all of it is proven", timeout=PATIENCE_MS)
        browser.close()


def _into(faults: list[str]) -> Callable[[object], None]:
    """Keep what the page complains of: its own faults, and what the policy held back."""

    def keep(said: object) -> None:
        if getattr(said, "type", "error") == "error":
            faults.append(str(getattr(said, "text", said)))

    return keep


def _journey(page: Page, good: Path, bad: Path, known: str) -> None:
    verdict = page.locator(".verdict")
    page.set_input_files("#bundle", str(good))
    expect(verdict).to_contain_text("未证明的部分")  # nobody said whose key it is
    page.get_by_label("企业公布的日志公钥").fill(known)
    page.get_by_role("button", name="重新核验").click()
    expect(verdict).to_contain_text("全部成立")
    expect(page.get_by_role("listitem").filter(has_text="通行密钥签名成立")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="手机签名成立")).to_be_visible()
    _photographed(page, "whole")
    page.get_by_label("信任的见证方公钥").fill("davy-witness/x+1+BA")
    page.get_by_role("button", name="重新核验").click()
    expect(verdict).to_contain_text("见证方公钥填得不对")
    page.get_by_label("信任的见证方公钥").fill("")
    page.get_by_label("企业公布的日志公钥").fill("davy/x+1+AA")
    page.get_by_role("button", name="重新核验").click()
    expect(verdict).to_contain_text("日志公钥填得不对")
    page.get_by_label("企业公布的日志公钥").fill(known)
    page.set_input_files("#bundle", str(bad))
    expect(verdict).to_contain_text("不能采信")
    expect(page.get_by_role("listitem").filter(has_text="文件被改动")).to_be_visible()
    page.get_by_role("button", name="English").click()
    expect(verdict).to_contain_text("do not rely on it")
    page.get_by_role("button", name="中文").click()
    _photographed(page, "broken")


def _photographed(page: Page, name: str) -> None:
    """Keep a picture of the screen when DAVY_SCREENSHOTS names a folder."""

    folder = os.environ.get("DAVY_SCREENSHOTS")
    if folder:
        wide = (page.viewport_size or {"width": 0})["width"]
        page.screenshot(path=str(Path(folder) / f"check-{name}-{wide}.png"), full_page=True)
