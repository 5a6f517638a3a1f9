"""The instruments of the demo plant: a calm shift over real MQTT, meters at the live permits, and whatever
scenario somebody asks for with `davy simulate`."""

from __future__ import annotations

import logging
import signal
import threading
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection

from davy import clock
from davy.demo import binding, registers, wiring
from davy.demo.build import built
from davy.edge.uplink import Where
from davy.settings import env
from davy.simulator import enrolling, room
from davy.simulator.playing import Playing
from davy.simulator.scenario import scenarios
from davy.simulator.world import World

__all__ = ["run"]

_log = logging.getLogger(__name__)

_GATEWAYS, _EACH = 2, 16
_LEAST_MS = 3000
"""One message a second of each would cost a laptop more than it shows; silence counts from 15 s."""
_TURN = 0.5  # seconds
_CARRY = 6.0
_WAIT = 5.0


def run(stop: threading.Event | None = None) -> None:
    """Play until told to stop: by the event, or without one by SIGTERM."""
    if stop is None:
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_, told=stop: told.set())
    while not stop.is_set():
        try:
            with room.occupied(settings.DATA):
                _play(stop)
        except room.Occupied:
            _log.info("another simulator plays here")
        except (OperationalError, InterfaceError):
            _log.exception("the database does not answer")
            connection.close()
        stop.wait(_WAIT)


def _play(stop: threading.Event) -> None:
    company = registers.company()
    if company is None or not built(company):
        return
    kept = room.plant_file(settings.DATA, company.code)
    plant = enrolling.enrol(company, _GATEWAYS, _EACH, kept)
    world = World(plant, 1, int(clock.now().timestamp() * 1000), least_ms=_LEAST_MS)
    port = env.whole("DAVY_MQTT_PORT", 1883, least=1, most=65535)
    playing = Playing(world, Where("127.0.0.1", port))
    ended = threading.Event()
    thread = threading.Thread(target=playing.run, args=(ended,), name="davy-simulator")
    thread.start()
    try:
        _live(company.id, playing, stop)
    finally:
        ended.set()
        thread.join()


def _live(company_id: UUID, playing: Playing, stop: threading.Event) -> None:
    serials = [one.serial for _, one in playing.world.plant.instruments]
    carried = 0.0
    while not stop.is_set():
        for path, note in room.notes(settings.DATA):
            _begin(playing, path, note)
        if time.monotonic() - carried > _CARRY and not playing.faults():
            carried = time.monotonic()
            _carry(company_id, serials, playing)
        stop.wait(_TURN)


def _carry(company_id: UUID, serials: Sequence[str], playing: Playing) -> None:
    """Only what already tells is carried anywhere: one that is silent would stop the work it came to."""
    try:
        binding.carry(company_id, serials, playing.move)
        wiring.wire(company_id, serials)
    except (OperationalError, InterfaceError):
        _log.exception("the database does not answer")
        connection.close()


def _begin(playing: Playing, path: Path, note: dict[str, Any]) -> None:
    scenario = scenarios().get(str(note.get("scenario")))
    if scenario is None:
        room.tell(path, {"why": f"there is no scenario {note.get('scenario')!r}"})
        return
    playing.begin(scenario, note.get("serials"), partial(_answer, path))


def _answer(path: Path, told: Sequence[str] | str) -> None:
    room.tell(path, {"why": told} if isinstance(told, str) else {"struck": list(told)})
