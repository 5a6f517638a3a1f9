"""The tank of the bench of calls for help: web, readers, jobs as processes; a phone and a wall that hear."""

from __future__ import annotations

import http.client
import json
import os
import secrets
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
from django.db import connection
from django.test import Client

from davy import clock
from davy.accounts.models import Account
from davy.alarms.contract import book
from davy.building import journeys
from davy.building.envelopes import AT_POINT, envelope
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.db import rows, tenant
from davy.door.envelope import seal
from davy.door.execute import DoorBusyError, execute
from davy.door.streams import Sender
from davy.edge.uplink import Uplink, Where
from davy.ids import uuid7
from davy.instruments import queries as instruments
from davy.sensing.tests import register
from davy.serve.broker import Broker, Options
from davy_core.instants import iso

__all__ = ["Tank"]

HOST = "sos.davy.test"
PATIENCE_S = 60.0
WALL_CALM_S = 2.0  # as web/src/ui/console/wall/useWall.ts waits after a change
CALL = book().title("sos", None).zh
"""What a wall says of a call for help."""


class BusyError(RuntimeError):
    """Davy asks to try again."""


@dataclass
class Screen:
    """A screen that listens to changes and reads again at each, a wall `calm` seconds after it: what it last
    read, and since when."""

    port: int
    cookie: str
    stream: str
    read: str
    calm: float = 0.0
    over: bool = False
    answer: Any = None
    at: float = 0.0
    heard: float = 0.0
    changed: threading.Condition = field(default_factory=threading.Condition)

    def start(self) -> None:
        """Listen from now on, in a thread of its own."""
        threading.Thread(target=self._listen, daemon=True).start()
        self.until(lambda answer: answer is not None)

    def has_heard(self, since: float) -> bool:
        """Whether anything changed from that instant on."""
        return self.heard >= since

    def until(self, seen: Callable[[Any], bool]) -> float:
        """The instant of the reading in which it is seen. Raises TimeoutError."""
        end = time.monotonic() + PATIENCE_S
        with self.changed:
            while self.answer is None or not seen(self.answer):
                if not self.changed.wait(end - time.monotonic()):
                    raise TimeoutError(self.read)
            return self.at

    def _listen(self) -> None:
        self._again()
        for line in self._lines():
            if line.startswith(b"event:"):
                with self.changed:
                    self.heard = time.monotonic()
                    self.changed.notify_all()
                time.sleep(self.calm)
                if self.over:
                    return
                self._again()

    def _lines(self) -> Iterator[bytes]:
        link = http.client.HTTPConnection("127.0.0.1", self.port)
        link.request("GET", self.stream, headers={"Host": HOST, "Cookie": self.cookie})
        answer = link.getresponse()
        while line := answer.readline():
            yield line

    def _again(self) -> None:
        answer = ask(self.port, self.cookie, self.read)
        with self.changed:
            self.answer, self.at = answer, time.monotonic()
            self.changed.notify_all()


def ask(port: int, cookie: str, path: str, body: bytes | None = None) -> Any:
    """What the interface answers. Raises BusyError, and RuntimeError where it is no success."""
    token = secrets.token_hex(16)
    headers = {"Host": HOST, "Cookie": f"{cookie}; csrftoken={token}", "X-CSRFToken": token}
    if body is not None:
        headers["Content-Type"] = "application/json"
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S)
    link.request("GET" if body is None else "POST", path, body, headers)
    answer = link.getresponse()
    said = answer.read()
    if answer.status == 503:
        raise BusyError(path)
    if answer.status >= 300:
        raise RuntimeError(f"{path}: {answer.status} {said[:300]!r}")
    if "/kiosk/open" in path:
        return answer.headers["Set-Cookie"].partition(";")[0]
    return json.loads(said)


class Tank:
    """王班 guards 钱焊工, who wears a helmet in a tank; a wall board hangs in the control room."""

    def __init__(self, home: Path, dsn: str) -> None:
        home.mkdir(parents=True, exist_ok=True)
        self.broker_port, self.port = _free(), _free()
        self._home, self._parts = home, list[subprocess.Popen[bytes]]()
        self.broker = Broker(home, Options("127.0.0.1", self.broker_port, sync="100ms"))
        self.broker.start()
        self.hands = Hands(small_plant("sos", HOST, simulated=True), at=clock.now() - timedelta(hours=2))
        journeys.draft_confined(self.hands)
        journeys.get_to_work(self.hands)
        self.hands.must("wang", "enter_space", {"person": self.hands.plant.person("qian")})
        self._wear()
        self._cookies = {who: _cookie(self.hands, who) for who in ("qian", "wang", "zheng", "chu")}
        connection.close()
        web = ("uvicorn", "davy.asgi:app", "--port", str(self.port), "--log-level", "error")
        for command in (
            web,
            ("davy.serve.part", "davy.sensing.loop:run"),
            ("davy.serve.part", "davy.serve.jobs:run"),
        ):
            self._start(command)
        self._screens()
        self._db = psycopg.connect(dsn, autocommit=True)
        self._link.start()
        _until(lambda: not self._link.fault)
        self._helmet(0)

    def notify(self, times: int) -> list[float]:
        """Seconds from a bare notification of the database until two streams told it."""
        found = []
        message = {"company": str(self.hands.plant.company), "kind": "nothing", "id": "x"}
        for _ in range(times):
            begin = time.monotonic()
            self._db.execute("SELECT pg_notify('davy', %s)", [json.dumps(message)])
            for screen in (self.phone, self.emergency):
                with screen.changed:
                    screen.changed.wait_for(partial(screen.has_heard, begin), PATIENCE_S)
            found.append(max(self.phone.heard, self.emergency.heard) - begin)
            time.sleep(0.3)
        return found

    def publish(self, times: int) -> list[float]:
        """Seconds until the broker acknowledged a bare message of the helmet."""
        found = []
        for _ in range(times):
            begin = time.monotonic()
            self._helmet(0)
            found.append(time.monotonic() - begin)
        return found

    def by_phone(self) -> dict[str, float]:
        """钱焊工 presses on his phone."""
        plant = self.hands.plant
        body = seal(
            {
                "v": 1, "id": str(uuid7()), "company": str(plant.company),
                "stream": f"permit/{self.hands.permit}", "kind": "sos", "base_version": None, "body": {},
                "occurred_at": iso(clock.now()), "app": "bench/1", "position": AT_POINT,
            }
        )  # fmt: skip
        begin = time.monotonic()
        for pause in (0.3, 0.9, 2.0):  # as the phone tries again where the door is busy
            try:
                ask(self.port, self._cookies["qian"], "/api/v1/commands", body)
                break
            except BusyError:
                time.sleep(pause)
        return self._seen(begin)

    def by_helmet(self) -> dict[str, float]:
        """His helmet sends what he pressed on it."""
        begin = time.monotonic()
        self._helmet(1)
        return self._seen(begin)

    def over(self) -> None:
        """褚中控 ends what the press began, so that the next one begins anew."""
        self._helmet(0)
        (line,) = [
            e for e in ask(self.port, self._cookies["chu"], "/api/v1/emergencies") if e["state"] == "open"
        ]
        detail = ask(self.port, self._cookies["chu"], f"/api/v1/emergencies/{line['id']}")
        stream = ("emergency", UUID(line["id"]))
        for one in detail["people"]:
            self._give("chu", stream, "call_person", {"person": one["id"], "status": "found"})
        self._give("chu", stream, "end_emergency", {"reason": "演练"})
        with tenant.company(self.hands.plant.company):
            open_ones = rows.many(
                "SELECT id, state FROM alarms_alarm WHERE kind = 'sos' AND state <> 'closed'"
            )
        for alarm in open_ones:
            for kind in ("handle_alarm", "close_alarm"):
                self._give("chu", ("alarm", alarm["id"]), kind, {"note": "演练"})
        for screen in (self.phone, self.emergency, self.wall):
            screen.until(lambda answer: not _calls(answer))

    def stop(self) -> None:
        """Everything that was started."""
        for screen in (self.phone, self.emergency, self.wall):
            screen.over = True
        self._link.stop()
        for part in self._parts:
            part.kill()
            part.wait()
        self.broker.stop(2.0)
        self._db.close()

    def _seen(self, begin: float) -> dict[str, float]:
        return {
            "phone": self.phone.until(_calls) - begin,
            "wall": self.wall.until(_calls) - begin,
            "emergency": self.emergency.until(_calls) - begin,
        }

    def _screens(self) -> None:
        _until(lambda: _answers(self.port))
        made = ask(
            self.port,
            self._cookies["zheng"],
            "/api/v1/wall-screens",
            json.dumps(
                {"name": "中控室", "site_id": str(self.hands.plant.site), "names": "full", "expires_at": None}
            ).encode(),
        )
        wall = ask(self.port, "", "/api/v1/kiosk/open", json.dumps({"token": made["token"]}).encode())
        stream, guardian = "/api/v1/stream", self._cookies["wang"]
        self.phone = Screen(self.port, guardian, stream, "/api/v1/alarms/calling")
        self.emergency = Screen(self.port, guardian, stream, "/api/v1/emergencies/calling")
        self.wall = Screen(self.port, wall, "/api/v1/kiosk/stream", "/api/v1/kiosk/board", WALL_CALM_S)
        for screen in (self.phone, self.emergency, self.wall):
            screen.start()

    def _wear(self) -> None:
        plant = self.hands.plant
        login = register.gateway(plant, "gw1")
        helmet = register.instrument(plant, "H", "gw1", "helmet")
        with tenant.company(plant.company):
            code = instruments.code_of(plant.company, helmet)
        self._give(
            "zheng", ("instrument", helmet), "bind_instrument", {"code": code, "person": plant.person("qian")}
        )
        self._link = Uplink(Where("127.0.0.1", self.broker_port), login, _nothing, _ignored)
        self._topic, self._seq = f"{login.up}/H", 0

    def _helmet(self, sos: int) -> None:
        self._seq += 1
        self._link.tell(
            self._topic, json.dumps({"seq": self._seq, "boot": "a", "sos": sos, "fall": 0}).encode()
        )
        while self._link.waiting:
            self._link.pump()
            time.sleep(0.0005)

    def _give(self, who: str, stream: tuple[str, UUID], kind: str, body: Mapping[str, Any]) -> None:
        member, plant = self.hands.plant.people[who], self.hands.plant
        sent = envelope(plant.company, stream[1], kind, body, occurred_at=clock.now(), stream_kind=stream[0])
        for _ in range(50):
            try:
                answer = execute(sent, Sender("person", member.person, member.account))
            except DoorBusyError:
                continue
            if answer["verdict"] != "accepted":
                raise RuntimeError(f"{kind}: {answer['reasons']}")
            return

    def _start(self, command: tuple[str, ...]) -> None:
        with (self._home / "parts.log").open("ab") as log:
            made = subprocess.Popen(
                [sys.executable, "-m", *command], env=dict(os.environ), stdout=log, stderr=log
            )
        self._parts.append(made)


def _calls(answer: Any) -> bool:
    """Whether a call for help is among what was read."""
    if isinstance(answer, dict):
        return any(bell["title"]["zh"] == CALL for bell in answer["bells"])
    return any(one.get("kind", "sos") == "sos" for one in answer)


def _cookie(hands: Hands, who: str) -> str:
    browser = Client(HTTP_HOST=HOST)
    browser.force_login(Account.objects.get(id=hands.plant.people[who].account))
    return f"sessionid={browser.cookies['sessionid'].value}"


def _answers(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), 1):
            return True
    except OSError:
        return False


def _until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not true():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.05)


def _free() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _nothing(_topic: str, _raw: bytes) -> None:
    pass


def _ignored(_count: int) -> None:
    pass
