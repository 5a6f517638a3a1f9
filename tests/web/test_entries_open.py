"""Both built entries open in a browser under Davy's own headers, ask nobody else, speak both languages."""

import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, sync_playwright

from davy.settings.headers import SECURITY_HEADERS

pytestmark = pytest.mark.browser

BUILT = Path(__file__).resolve().parents[2] / "src" / "davy" / "static" / "web"
COMPANY = b'{"id": "01a1ffbf-0000-7000-8000-000000000000", "name": "Plant", "simulated": false}'
ANSWERS = {
    "/healthz": b"{}",
    "/api/v1/session": b'{"authenticated": false, "company": ' + COMPANY + b"}",
    "/api/v1/accounts/demo": b"[]",
}
CHROMIUM = shutil.which("chromium") or "chromium"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-sync",
]


class Pages(SimpleHTTPRequestHandler):
    """Serves the build with our headers; any address below an entry is answered by its page, as in Davy.
    Nobody is logged in."""

    def end_headers(self) -> None:
        for name, value in SECURITY_HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def do_GET(self) -> None:
        if self.path in ANSWERS:
            body = ANSWERS[self.path]
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            return
        if "." not in Path(self.path).name:
            self.path = f"/{self.path.split('/')[1]}/index.html"
        super().do_GET()

    def log_message(self, *_: object) -> None:
        """Says nothing: a failed request shows up in the test itself."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Pages, directory=str(BUILT))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()


@pytest.mark.parametrize("path", ["/m/", "/m/permits/of/some/day", "/console/", "/console/board"])
def test_an_entry_opens_without_breaking_the_content_policy(
    browser: Browser, address: str, path: str
) -> None:
    page = browser.new_page(locale="zh-CN")
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"error: {error}"))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + path)
    page.get_by_role("heading", name="Davy 特种作业管理系统").wait_for()
    assert [line for line in said if line.startswith(("error", "warning"))] == []
    assert asked
    assert [url for url in asked if not url.startswith(f"{address}/")] == []
    page.close()


@pytest.mark.parametrize("entry", ["/m/", "/console/"])
def test_the_language_can_be_changed_and_is_remembered(browser: Browser, address: str, entry: str) -> None:
    page = browser.new_page(locale="zh-CN")
    page.goto(address + entry)
    page.get_by_role("heading", name="Davy 特种作业管理系统").wait_for()
    page.get_by_text("English").click()
    page.get_by_role("heading", name="Davy permit to work").wait_for()
    page.reload()
    page.get_by_role("heading", name="Davy permit to work").wait_for()
    assert page.evaluate("document.documentElement.lang") == "en"
    page.close()


def test_a_silent_server_is_said_and_can_be_asked_again(browser: Browser, address: str) -> None:
    page = browser.new_page(locale="zh-CN", viewport={"width": 1440, "height": 900})
    page.route("**/api/v1/session", lambda route: route.abort())
    page.goto(address + "/console/")
    again = page.get_by_role("button", name="重新连接")
    again.wait_for()
    page.unroute("**/api/v1/session")
    again.click()
    page.get_by_role("heading", name="Davy 特种作业管理系统").wait_for()
    page.close()
