"""The plant of the sensing bench: a broker, ten thousand instruments behind twenty gateways, and permits that
wait for bad air."""

from __future__ import annotations

import json
import os
import select
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import psycopg
from django.db import connection

from davy.building.plant import small_plant
from davy.edge.uplink import Uplink, Where
from davy.sensing.tests import register
from davy.sensing.tests.register import Login
from davy.sensing.tests.watching import bind, live, ready
from davy.serve.broker import Broker, Options

__all__ = ["Field"]

REGISTERED = 10_000
TELLING = 400
"""So many of them tell, in turn: those that a plant of this size has switched on."""
GATEWAYS = 20
# One instrument of the register, so many times over: as the superuser, past the chain, for this bench only.
_MANY = """
INSERT INTO instruments_instrument (company_id, id, version, kind, serial, site_id, gateway_id, name, token,
  enrolled_at, doc)
SELECT i.company_id, n.id, i.version, i.kind, n.serial, i.site_id, g.id, n.serial, n.serial || n.id,
  i.enrolled_at,
  i.doc || jsonb_build_object('id', n.id::text, 'serial', n.serial, 'gateway', g.id::text)
FROM instruments_instrument i
CROSS JOIN LATERAL (SELECT gen_random_uuid() AS id, 'B' || x AS serial, x FROM generate_series(0, %s - 1) x) n
JOIN instruments_gateway g ON g.company_id = i.company_id AND g.key = 'g' || n.x %% %s
WHERE i.company_id = %s
"""
_STORED = """
SELECT coalesce(sum(l.readings), 0) FROM readings_latest l JOIN accounts_company c ON c.id = l.company_id
WHERE c.code = 'big'
"""


@dataclass
class Work:
    """A live permit with a meter of its own."""

    permit: str
    link: Uplink
    topic: str


def _nothing(_topic: str, _raw: bytes) -> None:
    pass


def _ignored(_count: int) -> None:
    pass


class Field:
    """Broker and register; `sent` counts what the last run published."""

    def __init__(self, home: Path, dsn: str, permits: int) -> None:
        home.mkdir(parents=True, exist_ok=True)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.broker = Broker(home, Options("127.0.0.1", self.port, sync="100ms"))
        self.broker.start()
        self.sent, self.registered = 0, REGISTERED
        self._home, self._watches = home, list[subprocess.Popen[bytes]]()
        self._seen = psycopg.connect(dsn, autocommit=True)
        self._seen.execute("LISTEN davy")
        self._seq = [0] * TELLING
        self._next = 0
        self.work = [self._live(n) for n in range(permits)]
        big = small_plant("big", "big.davy.test", simulated=True)
        logins = [register.gateway(big, f"g{n}") for n in range(GATEWAYS)]
        register.instrument(big, "FIRST", "g0")
        self._seen.execute(_MANY, (REGISTERED, GATEWAYS, big.company))
        self.links = [(one.up, self._link(one)) for one in logins]
        connection.close()

    def watch(self) -> subprocess.Popen[bytes]:
        """One more reader."""
        with (self._home / "watch.log").open("ab") as log:
            command = [sys.executable, "-m", "davy.serve.part", "davy.sensing.loop:run"]
            made = subprocess.Popen(command, env=dict(os.environ), stdout=log, stderr=log)
        self._watches.append(made)
        return made

    def connect(self) -> None:
        """Let every gateway in, and every meter tell good air once."""
        links = [*(link for _, link in self.links), *(one.link for one in self.work)]
        for link in links:
            link.start()
        end = time.monotonic() + 90
        while any(link.fault for link in links) and time.monotonic() < end:
            time.sleep(0.1)
        for one in self.work:
            one.link.tell(one.topic, _reading(0, "0.4"))
        self._settle(links)

    def publish(self, rate: float | None, seconds: float, breaches: int) -> list[float]:
        """Publish at the rate; seconds from each breach until its permit was pushed."""
        self.sent = 0
        begin, waiting, found = time.monotonic(), dict[str, float](), list[float]()
        due = [begin + seconds * (n + 0.5) / breaches for n in range(breaches)]
        while (now := time.monotonic()) < begin + seconds:
            want = int((now - begin) * rate) if rate else self.sent + 200
            self._tell(min(want - self.sent, 200))
            if due and now >= due[0]:
                due.pop(0)
                self._breach(waiting)
            found += self._pushed(waiting, 0.0005)
        links = [link for _, link in self.links]
        self._settle(links)
        end = time.monotonic() + 30
        while waiting and time.monotonic() < end:
            found += self._pushed(waiting, 0.02)
        return found

    def fill(self, count: int) -> None:
        """Publish so many as fast as the broker takes them."""
        self.sent = 0
        while self.sent < count:
            self._tell(min(200, count - self.sent))
        self._settle([link for _, link in self.links])

    def stored(self) -> int:
        """Readings of the big company in the database."""
        row = self._seen.execute(_STORED).fetchone()
        return int(row[0]) if row else 0

    def holders(self) -> int:
        """How many readers hold partitions."""
        row = self._seen.execute("SELECT count(DISTINCT holder) FROM sensing_lease").fetchone()
        return int(row[0]) if row else 0

    def stop(self) -> None:
        """Everything that was started."""
        for link in [*(link for _, link in self.links), *(one.link for one in self.work)]:
            link.stop()
        for watch in self._watches:
            watch.kill()
            watch.wait()
        self.broker.stop(2.0)
        self._seen.close()

    def _tell(self, count: int) -> None:
        told = 0
        while told < count:
            which = self._next
            up, link = self.links[which % GATEWAYS]
            if link.room <= 0:
                link.pump()
                time.sleep(0.0005)
                self._next = (which + 1) % TELLING
                continue
            self._seq[which] += 1
            link.tell(f"{up}/B{which}", _reading(self._seq[which], f"0.{self._seq[which] % 7}"))
            self._next = (which + 1) % TELLING
            told += 1
        self.sent += max(count, 0)

    def _breach(self, waiting: dict[str, float]) -> None:
        one = self.work.pop()
        waiting[one.permit] = time.monotonic()
        one.link.tell(one.topic, _reading(1, "60"))
        self.work.insert(0, one)

    def _pushed(self, waiting: dict[str, float], patience: float) -> list[float]:
        """The latencies of the permits that somebody who looks at them was told of just now."""
        found = []
        select.select([self._seen.fileno()], [], [], patience)
        for notify in self._seen.notifies(timeout=0):
            told = json.loads(notify.payload)
            if told.get("kind") == "permit" and told.get("id") in waiting:
                found.append(time.monotonic() - waiting.pop(told["id"]))
        return found

    def _settle(self, links: list[Uplink]) -> None:
        end = time.monotonic() + 60
        while any(link.waiting for link in links) and time.monotonic() < end:
            for link in links:
                link.pump()
            time.sleep(0.005)

    def _link(self, login: Login) -> Uplink:
        return Uplink(Where("127.0.0.1", self.port), login, _nothing, _ignored)

    def _live(self, number: int) -> Work:
        plant = small_plant(f"p{number}", f"p{number}.davy.test", simulated=True)
        hands = live(plant)
        login = register.gateway(plant, "gw1")
        meter = register.instrument(plant, "M", "gw1")
        ready(plant, meter)
        bind(hands, meter)
        return Work(str(hands.permit), self._link(login), f"{login.up}/M")


def _reading(seq: int, lel: str) -> bytes:
    return f'{{"seq":{seq},"boot":"a","lel":{lel},"o2":20.8,"co":1,"h2s":0.1}}'.encode()
