"""The process of the personas: they catch up with what happened while nobody was there, then live on."""

from __future__ import annotations

import logging
import signal
import threading

from django.db import InterfaceError, OperationalError, connection

from davy.demo import phones, registers
from davy.demo.build import built
from davy.demo.catchup import catch_up
from davy.demo.personas import Personas

__all__ = ["run"]

_log = logging.getLogger(__name__)

TURN = 1.0  # seconds
WAIT = 5.0


def run(stop: threading.Event | None = None) -> None:
    """Live until told to stop: by the event, or without one by SIGTERM."""
    if stop is None:
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_, told=stop: told.set())
    personas: Personas | None = None
    while not stop.is_set():
        try:
            if personas is None:
                personas = _arrive(stop)
            else:
                personas.turn()
                phones.mark_visitors(personas.company.id)
        except (OperationalError, InterfaceError):
            _log.exception("the database does not answer")
            connection.close()
        stop.wait(TURN if personas is not None else WAIT)


def _arrive(stop: threading.Event) -> Personas | None:
    company = registers.company()
    if company is None or not built(company):
        return None
    personas = Personas(company)
    catch_up(personas, stop)
    return personas
