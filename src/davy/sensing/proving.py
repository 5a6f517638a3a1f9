"""What comes up after an order: the device's echo of its number, and the reading that proves it or speaks
against it. In the transaction of the readings."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import OperationalError, transaction

from davy import clock
from davy.actuation import queries
from davy.actuation.contract import acting_kinds, book
from davy.door.envelope import compose
from davy.door.execute import execute_in
from davy.door.streams import Sender
from davy.readings import store
from davy.readings.store import Row
from davy.sensing.messages import Taker
from davy_core.actuation.following import is_news, tells
from davy_core.instants import iso
from davy_core.watch.reading import TRUSTED

__all__ = ["prove"]

_log = logging.getLogger(__name__)


def prove(company: UUID, taker: Taker) -> None:
    """Called once a batch. Raises OperationalError when a work point is locked: the batch is tried again."""
    acting = {one.id for one in taker.instruments.values() if one.kind in acting_kinds()}
    _hear(company, taker)
    told = [row for row in taker.rows if row.instrument in acting]
    points = queries.points_of(company, sorted({row.instrument for row in told})) if told else {}
    for row in told:
        if row.instrument in points:
            _shown(company, points[row.instrument], row)


def _hear(company: UUID, taker: Taker) -> None:
    """What devices say of orders: each thing once a batch, however often a faulty one repeats it."""
    known: dict[tuple[str, ...], bool] = {}
    unknown = []
    for answer, aside in taker.answers:
        said = (answer["instrument"], answer["order"], answer["did"])
        if said not in known:
            known[said] = _answered(company, answer)
        if not known[said]:
            unknown.append(aside)
    if unknown:
        store.set_aside(company, unknown)


def _answered(company: UUID, answer: Mapping[str, str]) -> bool:
    """Whether the echo was that of an order to this very instrument. A command is given only for what nobody
    knew: a device must not fill the door, nor hold up the orders that wait, by saying it again."""
    point = queries.point_of(company, answer["order"])
    state = queries.load(company, point) if point is not None else None
    order = state.order(answer["order"]) if state is not None else None
    if point is None or order is None or order.instrument != answer["instrument"]:
        return False
    return not is_news(order, answer["did"]) or _given(company, point, "note_answer", answer)


def _shown(company: UUID, point: UUID, row: Row) -> None:
    """A command is given only for a reading that tells something new: most tell what is known."""
    state = queries.load(company, point)
    order = state.last(str(row.instrument)) if state else None
    effect = book().effects.get(order.effect) if order else None
    if order is None or effect is None or row.clock not in TRUSTED:
        return
    doubted = set(row.doubts or ())
    values = {p.channel: row.channels[p.channel] for p in effect.proofs if p.channel in row.channels}
    if doubted & set(values) or row.channels.get("fault") == "1":
        return
    # The earlier of both clocks: a device that is ahead must not prove by what was before the order.
    taken = min(row.taken_at, row.received_at)
    shown = {name: Decimal(text) for name, text in values.items()}
    if tells(order, effect, shown, taken, row.newest) is not None:
        body = {"instrument": str(row.instrument), "values": values, "taken": iso(taken)}
        _given(company, point, "note_reading", body)


def _given(company: UUID, point: UUID, kind: str, body: Mapping[str, Any]) -> bool:
    command = compose(company, f"actuation/{point}", kind, body, at=clock.now(), app="watch")
    try:
        with transaction.atomic():
            answer = execute_in([command], Sender("watch"))[0]
    except OperationalError:
        raise
    except Exception:  # noqa: BLE001 - a fault about one device must not keep the readings of all others out
        _log.exception("work point %s cannot be told of its device", point)
        return True
    return bool(answer["verdict"] == "accepted")
