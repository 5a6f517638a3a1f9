"""A running Davy for journeys in a browser: own database, real web process, a clock the test holds."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from django.db import connections
from playwright.sync_api import Browser, BrowserContext, Geolocation, Page, expect, sync_playwright

from davy import clock
from davy.building import phones
from davy.building.plant import LAT, LON, PASSWORD, Plant
from davy.clock import beat
from davy.clockwork.loop import Clockwork
from davy.clockwork.ticking import tick
from davy.db import tenant
from davy.devices import queries as devices
from davy.permits import queries

CHROMIUM = shutil.which("chromium") or "chromium"
MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
"""Monday, 08:30 in Shanghai: no night, no rest day, whenever the test runs."""
PATIENCE_MS = 30_000
"""Several browsers share a small machine: what is late is not yet wrong."""
CALL = "[data-call]"
"""A grave alarm that covers the screen. Phones here fold it away, as somebody with his hands full does; a
test about the call takes that over with `called`."""
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1440, "height": 900}
HERE: Geolocation = {"latitude": LAT, "longitude": LON, "accuracy": 3}
"""At the work point."""
FIX = {"lat": LAT, "lon": LON, "accuracy_m": 3}
"""The same, as a phone tells it with its sign of life."""
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-sync",
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
]

SHIFTED_CLOCK = """
(() => {
  const Real = Date
  window.davyAhead = 0
  window.Date = class extends Real {
    constructor(...given) { given.length ? super(...given) : super(Real.now() + window.davyAhead) }
    static now() { return Real.now() + window.davyAhead }
  }
  const told = (found) => (at) =>
    found({ coords: at.coords, timestamp: Math.min(Date.now(), at.timestamp + window.davyAhead) })
  for (const ask of ['getCurrentPosition', 'watchPosition']) {
    const real = Geolocation.prototype[ask]
    Geolocation.prototype[ask] = function (found, ...rest) { return real.call(this, told(found), ...rest) }
  }
})()
"""
"""The phone's own clock shows what the server's shows, and so do the positions it finds."""


class Watch(threading.Thread):
    """Davy's own clockwork, beating beside the test (S18). Whoever steps the time holds it meanwhile."""

    def __init__(self) -> None:
        """A clock that does not run yet."""
        super().__init__(name="watch")
        self.held = threading.Lock()
        self._ended = threading.Event()

    def run(self) -> None:
        """Turn until the end."""
        work = Clockwork()
        try:
            while not self._ended.is_set():
                with self.held:
                    rest = work.turn()
                self._ended.wait(rest)
        finally:
            connections.close_all()

    def end(self) -> None:
        """Stop and wait for it."""
        self._ended.set()
        self.join(10)


@dataclass
class Town:
    """The plant, the address of its Davy, and its clock, so far `ahead` of the machine's."""

    plant: Plant
    url: str
    offset: Path
    browser: Browser
    ahead: timedelta
    watch: Watch
    pages: dict[str, Page] = field(default_factory=dict)
    contexts: list[BrowserContext] = field(default_factory=list)

    def phone(self, who: str) -> Page:
        """The phone of this person, standing at the work point, logged in; the same one each time."""
        if who not in self.pages:
            page = self.pages[who] = self._open(who, PHONE, "/m/", touch=True)
            self.fold(page)
        page = self.pages[who]
        page.context.set_geolocation(HERE)  # found anew: an old position proves nothing
        return page

    def fold(self, page: Page) -> None:
        """Fold away what rings on this phone, now and later."""
        call = page.locator(CALL)
        page.add_locator_handler(call, lambda _: call.get_by_role("button", name="收起").click())

    def called(self, who: str) -> Page:
        """The phone of this person, who looks at what rings himself."""
        page = self.phone(who)
        page.remove_locator_handler(page.locator(CALL))
        return page

    def console(self, who: str) -> Page:
        """The desktop of this person, logged in."""
        key = f"{who}@console"
        if key not in self.pages:
            self.pages[key] = self._open(who, DESKTOP, "/console/", touch=False)
        return self.pages[key]

    def _open(self, who: str, viewport: dict[str, int], path: str, *, touch: bool) -> Page:
        context = self.browser.new_context(
            viewport=viewport,  # type: ignore[arg-type]  # playwright's own TypedDict
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            has_touch=touch,
            is_mobile=touch,
            geolocation=HERE,
            permissions=["geolocation", "camera", "microphone"],
            base_url=self.url,
        )
        self.contexts.append(context)
        return self.settle(context, who, path)

    def settle(self, context: BrowserContext, who: str, path: str) -> Page:
        """A page of this browser at the town's time, with this person logged in."""
        context.set_default_timeout(PATIENCE_MS)
        context.add_init_script(SHIFTED_CLOCK)
        context.add_init_script(self._shift())
        # Logged in before a page asks by itself: two first answers would give two tokens against forgery.
        context.request.get("/api/v1/session")
        self._send(context, "/_allauth/browser/v1/auth/login", {"username": who, "password": PASSWORD})
        page = context.new_page()
        page.goto(path)
        return page

    def _send(self, context: BrowserContext, path: str, data: dict[str, Any]) -> None:
        token = next(c["value"] for c in context.cookies() if c.get("name") == "csrftoken")
        headers = {"X-CSRFToken": token, "Referer": self.url}
        answer = context.request.post(path, data=data, headers=headers)
        assert answer.ok, answer.text()

    def wait(self, *alive: tuple[str, str], **delta: float) -> None:
        """Time passes: all clocks are stepped, and the watching one looks at every permit that is due. The
        phones of the `alive`, each with its permit, kept contact all the while.

        A real jump would make Davy distrust its clock for a minute (S18); here it is the test that steps."""
        with self.watch.held:
            self.ahead += timedelta(**delta)
            self.offset.write_text(str(self.ahead.total_seconds()), encoding="ascii")
            for who, permit in alive:
                self._send(self.phone(who).context, f"/api/v1/permits/{permit}/contact", FIX)
            beat.strike(jumped=False)
            for company_id, permit_id in queries.due(clock.now()):
                tick(company_id, permit_id)
        for context in self.contexts:
            context.add_init_script(self._shift())
            for page in context.pages:
                page.evaluate(self._shift())

    def _shift(self) -> str:
        return f"window.davyAhead = {self.ahead.total_seconds() * 1000}"

    def mark_phones(self) -> None:
        """Give every enrolled phone the Ex mark of its plate, as the desk does."""
        with tenant.company(self.plant.company):
            known = [device.id for device in devices.of_company(self.plant.company)]
        for device in known:
            phones.mark(self.plant, device)

    def photograph(self, page: Page, name: str) -> None:
        """Keep a picture of the screen when DAVY_SCREENSHOTS names a folder."""
        folder = os.environ.get("DAVY_SCREENSHOTS")
        if folder:
            page.screenshot(path=str(Path(folder) / f"{name}.png"))


def begin_at(moment: datetime, offset: Path) -> None:
    """Step the clock of all processes of the test to this instant."""
    offset.write_text("0", encoding="ascii")
    offset.write_text(str((moment - clock.now()).total_seconds()), encoding="ascii")


@contextmanager
def running(plant: Plant, database: str, offset: Path) -> Iterator[Town]:
    """Start the web process on a free port, wait for it, open a browser; all of it ends with the block."""
    expect.set_options(timeout=PATIENCE_MS)
    port = _free_port()
    with _web(database, port, offset) as url, sync_playwright() as playwright:
        connections.close_all()  # Playwright's context may remember those of the journey before, gone by now
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        ahead = timedelta(seconds=float(offset.read_text(encoding="ascii")))
        town = Town(plant, url, offset, browser, ahead, Watch())
        town.watch.start()
        try:
            yield town
        finally:
            town.watch.end()
            for context in town.contexts:
                context.close()
            browser.close()


@contextmanager
def _web(database: str, port: int, offset: Path) -> Iterator[str]:
    environment = {
        **os.environ,
        "DAVY_DATABASE_URL": database,
        "DAVY_CLOCK_OFFSET_FILE": str(offset),
        "DAVY_ENV": "test",
        "DJANGO_SETTINGS_MODULE": "davy.settings",
        "PYTHONPATH": os.pathsep.join(p for p in sys.path if p),
    }
    command = [
        sys.executable,
        "-m",
        "uvicorn",
        "davy.asgi:app",
        "--port",
        str(port),
        "--log-level",
        "warning",
    ]
    process = subprocess.Popen(command, env=environment)
    url = f"http://localhost:{port}"
    try:
        _until_ready(url, process)
        yield url
    finally:
        process.terminate()
        process.wait(10)


def _until_ready(url: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        if process.poll() is not None:
            raise RuntimeError(f"the web process ended with {process.returncode}")
        try:
            with urllib.request.urlopen(f"{url}/healthz", timeout=1):  # noqa: S310 - our own loopback
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(url)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
