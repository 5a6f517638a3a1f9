"""A whole `davy serve` that stands for real: embedded database, broker, web, jobs, clock and watch, with
plants whose permits rely on meters, and gateways that tell without pause. Any part of it can be killed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import InterfaceError, OperationalError, connection

from davy import clock
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.db import rows, tenant
from davy.edge.uplink import Uplink, Where
from davy.evidence import queries as evidence
from davy.sensing.tests import register
from davy.sensing.tests.field import free_port, until
from davy.sensing.tests.small_disk import Disk, small_disk
from davy.sensing.tests.watching import bind, ready
from davy.settings import places
from davy.sites.models import SiteCalendar
from tests.adversarial.durable import led_to

__all__ = ["Load", "Standing", "Work", "standing", "when"]

LISTS = 2
"""Instruments beside the meter of each permit, so that batches hold more than one."""
PATIENCE = 120.0


@dataclass
class Work:
    """Hot work that goes on, a meter that it relies on, and the gateway's line. `lel` is what the air is."""

    hands: Hands
    meter: UUID
    login: register.Login
    link: Uplink
    lel: str = "0.4"
    told: int = 0
    acked: int = 0

    @property
    def company(self) -> UUID:
        """Its company."""
        return self.hands.plant.company

    def readings(self) -> dict[UUID, list[int]]:
        """The numbers stored of each instrument, in the order of the log."""
        with tenant.company(self.company):
            found = rows.many(
                "SELECT instrument_id, seq FROM readings_reading WHERE company_id = %s ORDER BY log_seq",
                (self.company,),
            )
        stored: dict[UUID, list[int]] = {}
        for row in found:
            stored.setdefault(row["instrument_id"], []).append(row["seq"])
        return stored

    def aside(self) -> list[str]:
        """Why messages were set aside."""
        with tenant.company(self.company):
            found = rows.many("SELECT code FROM readings_set_aside WHERE company_id = %s", (self.company,))
        return sorted(row["code"] for row in found)

    def standing(self) -> str:
        """How it is with its readings, for whoever has to find out why they do not come."""
        stored = sum(map(len, self.readings().values()))
        line = f"fault {self.link.fault}, {self.link.waiting} wait at the gateway"
        return (
            f"{line}, {self.acked} acknowledged of {self.told * (LISTS + 1)}, {stored} stored, {self.aside()}"
        )

    def happened(self, kind: str) -> list[dict[str, Any]]:
        """The permit's events of this type, in order."""
        with tenant.company(self.company):
            told = evidence.events(self.company, "permit", self.hands.permit)
        return [dict(event.data) for event in told if event.type == kind]


@dataclass
class Standing:
    """One installation in its own directory. `before` stands before its command, `disk` is what its data lies
    on, where that is small."""

    home: Path
    environment: dict[str, str]
    port: int
    mqtt: int
    process: subprocess.Popen[bytes] | None = None
    works: list[Work] = field(default_factory=list)
    before: tuple[str, ...] = ()
    disk: Disk | None = None

    def serve(self) -> None:
        """Start it, as the machine's service manager does, and wait until it is ready."""
        log = self.home / "terminal.log"
        begin = log.stat().st_size if log.exists() else 0
        with log.open("ab") as out:
            self.process = subprocess.Popen(
                [*self.before, sys.executable, "-m", "davy.cli", "serve", "--port", str(self.port)],
                env=self.environment,
                stdout=out,
                stderr=out,
            )
        until(lambda: "ready at" in self.said()[begin:], PATIENCE)

    def said(self) -> str:
        """What stood on the terminal."""
        return (self.home / "terminal.log").read_text(encoding="utf-8", errors="replace")

    def pid(self, part: str) -> int:
        """The process of a part, by a word of its command line; waits for one."""
        return int(until(lambda: self._pid(part), PATIENCE))

    def _pid(self, part: str) -> int | None:
        assert self.process is not None
        for entry in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):
                parent = int(entry.read_text(encoding="utf-8").rsplit(")", 1)[1].split()[1])
                command = (entry.parent / "cmdline").read_bytes().decode(errors="replace")
                if parent == self.process.pid and part in command:
                    return int(entry.parent.name)
        return None

    def kill(self, part: str) -> None:
        """kill -9 of a part; back when another one has its place."""
        old = self.pid(part)
        os.kill(old, signal.SIGKILL)
        until(lambda: self._pid(part) not in {None, old}, PATIENCE)

    def kill_all(self) -> None:
        """kill -9 of the supervisor, and what the machine's service manager does about it."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()
        self.serve()

    def healthy(self) -> bool:
        """Whether the web answers."""
        with (
            suppress(OSError),
            urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=5) as a,
        ):
            return bool(a.status == 200)
        return False

    def work(self, code: str) -> Work:
        """A plant with a permit that goes on now, whatever hour of the day it is."""
        plant = small_plant(code, f"{code}.davy.test")
        night = (clock.now() + timedelta(hours=8 - 3)).time().replace(minute=0)  # Shanghai, three hours ago
        with tenant.company(plant.company):
            SiteCalendar.objects.filter(company_id=plant.company).update(
                night_start=night, night_end=night.replace(minute=30)
            )
        hands = Hands(plant)
        journeys.draft_hot(hands)
        journeys.get_to_work(hands)
        login = register.gateway(plant, "gw1")
        meter = register.instrument(plant, "M", "gw1")
        for number in range(LISTS):
            register.instrument(plant, f"L{number}", "gw1", "fixed_gas")
        ready(plant, meter)
        bind(hands, meter)
        made = Work(hands, meter, login, None)  # type: ignore[arg-type]  # set in the next line
        made.link = Uplink(Where("127.0.0.1", self.mqtt), login, lambda *_: None, lambda n: _count(made, n))
        self.works.append(made)
        return made

    def stop(self) -> None:
        """Take it down."""
        for one in self.works:
            one.link.stop()
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(10)
            self.process.kill()
            self.process.wait()


def when(true: Callable[[], Any], patience: float = PATIENCE, *, about: Work | None = None) -> Any:
    """Wait for it in the database, which may be down meanwhile. Raises AssertionError with what is known
    about the work when it does not come."""

    def asked() -> Any:
        try:
            return true()
        except (OperationalError, InterfaceError):
            connection.close()
            return None

    try:
        return until(asked, patience)
    except AssertionError as error:
        raise AssertionError(f"{error}: {about.standing() if about else ''}") from None


def _count(work: Work, number: int) -> None:
    work.acked += number


class Load:
    """Every instrument of every plant tells without pause, from a thread of its own."""

    def __init__(self, works: Sequence[Work], pause: float = 0.25) -> None:
        self._works, self._pause = works, pause
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def _run(self) -> None:
        while not self._over.is_set():
            for work in self._works:
                work.told += 1
                body = f'{{"seq":{work.told},"boot":"a","lel":{work.lel},"o2":20.8,"co":0,"h2s":0}}'
                work.link.tell(f"{work.login.up}/M", body.encode())
                for number in range(LISTS):
                    other = f'{{"seq":{work.told},"boot":"a","lel":0.{number + 1},"o2":20.8}}'
                    work.link.tell(f"{work.login.up}/L{number}", other.encode())
            self._over.wait(self._pause)
        end = time.monotonic() + PATIENCE
        while any(work.link.waiting for work in self._works) and time.monotonic() < end:
            for work in self._works:
                work.link.pump()
            time.sleep(0.02)

    def __enter__(self) -> Load:
        for work in self._works:
            work.link.start()
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()


@contextmanager
def standing(megabytes: int | None = None) -> Iterator[Standing]:
    """An installation that is ready, with this process's database connections led to its database.
    `megabytes`: its data directory is a disk of this size."""
    home = Path(tempfile.mkdtemp(prefix="davy-", dir="/tmp"))
    home.chmod(0o711)
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("DAVY_", "DJANGO_"))}
    root = Path(__file__).parents[2]
    mqtt = free_port()
    environment = {
        **ours,
        "DAVY_DATA": str(home / "data"),
        "DAVY_ENV": "test",
        "DAVY_MQTT_PORT": str(mqtt),
        "DAVY_CLOCK_OFFSET_FILE": str(home / "offset"),
        "PYTHONPATH": f"{root / 'src'}:{root}",
    }
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, home, ignore_errors=True)
        made = Standing(home, environment, free_port(), mqtt)
        data = home / "data"
        if megabytes is not None:
            made.disk = stack.enter_context(small_disk(data, megabytes, "711"))
            made.before, data = made.disk.into, made.disk.seen
        stack.callback(made.stop)
        made.serve()
        stack.enter_context(led_to(places.DATABASE, data / "run"))
        yield made
