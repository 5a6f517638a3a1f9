"""Holds the readings of a batch to the rules, and the passing of time where nothing is read. The state of
each instrument is a row, moved on in the transaction of its readings, so that it survives whoever kept it."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from davy import clock
from davy.db import rows
from davy.instruments.kinds import words
from davy.readings.store import Row
from davy.sensing.heeding import heed, unjudged
from davy.sensing.watched import Served, served, setting_of
from davy_core.watch.happening import Happening
from davy_core.watch.reading import Reading, Spot, millis, moment
from davy_core.watch.setting import Setting
from davy_core.watch.state import State, restored
from davy_core.watch.step import step
from davy_core.watch.tick import began, next_look, tick

__all__ = ["due", "judge", "look", "lose"]

_AGAIN = timedelta(seconds=15)
"""After how long one that could not be judged is tried again."""
_log = logging.getLogger(__name__)
E7, MILLIMETRES = 10_000_000, 1000
_PLACE = frozenset({"lat", "lon", "accuracy", "fault"})

_STATES = """
SELECT instrument_id, state::text AS state, lost_at FROM sensing_watched
WHERE company_id = %s AND instrument_id = ANY(%s::uuid[]) FOR UPDATE
"""
_KEEP = """
INSERT INTO sensing_watched (company_id, instrument_id, partition, state, looks_at)
VALUES (%s, %s, %s, %s, %s)
ON CONFLICT (company_id, instrument_id) DO UPDATE
SET partition = excluded.partition, state = excluded.state, looks_at = excluded.looks_at, lost_at = NULL
"""
_LOST = """
INSERT INTO sensing_watched (company_id, instrument_id, partition, lost_at, looks_at)
VALUES (%s, %s, %s, %s, %s)
ON CONFLICT (company_id, instrument_id) DO UPDATE SET lost_at = excluded.lost_at, looks_at = excluded.looks_at
"""
_DUE = """
SELECT instrument_id, partition FROM sensing_watched
WHERE company_id = %s AND partition = ANY(%s) AND looks_at <= %s ORDER BY looks_at LIMIT 200
"""


@dataclass(frozen=True)
class Known:
    """What the row of an instrument says: its state, and since when nobody judges it."""

    state: State | None = None
    lost_at: datetime | None = None


NEW = Known()


def judge(company_id: UUID, partition: int, read: Sequence[Row]) -> None:
    """Step every instrument of the batch through its readings, in their order, and tell what happened."""
    by_instrument: dict[UUID, list[Row]] = {}
    for row in read:
        by_instrument.setdefault(row.instrument, []).append(row)
    known = served(company_id, by_instrument)
    kept = _known(company_id, by_instrument)
    for instrument, its in by_instrument.items():
        if instrument in known:
            _judge(company_id, partition, known[instrument], kept.get(instrument, NEW), its)


def due(company_id: UUID, partitions: Sequence[int], now: datetime) -> list[tuple[UUID, int]]:
    """The instruments of these partitions of which the passing of time may tell something by now, each with
    its partition."""
    found = rows.many(_DUE, (company_id, list(partitions), now))
    return [(row["instrument_id"], row["partition"]) for row in found]


def look(company_id: UUID, partition: int, instrument: UUID) -> None:
    """Look at an instrument without a reading: what lasted counts, what is silent is told."""
    one = served(company_id, [instrument]).get(instrument)
    if one is not None:
        known = _known(company_id, [instrument]).get(instrument, NEW)
        _judge(company_id, partition, one, known, [])


def lose(company_id: UUID, partition: int, one: Served) -> None:
    """Nobody judges this instrument: tell whom it serves, once until somebody does."""
    _lose(company_id, partition, one, _known(company_id, [one.id]).get(one.id, NEW))


def _judge(company_id: UUID, partition: int, one: Served, known: Known, read: Sequence[Row]) -> None:
    try:
        setting = setting_of(company_id, one)
    except (KeyError, ValueError, TypeError):
        _log.exception("instrument %s cannot be watched", one.id)
        _lose(company_id, partition, one, known)
        return
    state = known.state or began(setting)
    told: list[tuple[Happening, Spot | None]] = []
    for row in read:
        reading = _reading(row)
        state, happened = step(state, reading, setting)
        told += [(h, reading.spot) for h in happened]
    if not read:
        state, happened = tick(state, millis(clock.now()), setting)
        told = [(h, None) for h in happened]
    _tell(company_id, one, told)
    if known.lost_at is not None:
        unjudged(company_id, one, known.lost_at, over=True)
    _keep(company_id, partition, one.id, state, setting)


def _lose(company_id: UUID, partition: int, one: Served, known: Known) -> None:
    now = clock.now()
    if known.lost_at is None:
        unjudged(company_id, one, now)
    rows.run(_LOST, (company_id, one.id, partition, known.lost_at or now, now + _AGAIN))


def _tell(company_id: UUID, one: Served, happened: Iterable[tuple[Happening, Spot | None]]) -> None:
    for what, spot in happened:
        heed(company_id, one, what, spot)


def _known(company_id: UUID, instruments: Iterable[UUID]) -> dict[UUID, Known]:
    return {
        row["instrument_id"]: Known(
            restored(json.loads(row["state"])) if row["state"] else None, row["lost_at"]
        )
        for row in rows.many(_STATES, (company_id, list(instruments)))
    }


def _keep(company_id: UUID, partition: int, instrument: UUID, state: State, setting: Setting) -> None:
    looks = next_look(state, setting)
    at = moment(looks) if looks is not None else None
    rows.run(_KEEP, (company_id, instrument, partition, json.dumps(state.plain()), at))


def _reading(row: Row) -> Reading:
    """As the core takes it. A unit that says of itself that it is broken proves nothing of what it shows."""
    values = {name: Decimal(text) for name, text in row.channels.items()}
    units = words()["channels"]
    doubts = dict(row.doubts or {})
    if values.get("fault") == 1:
        doubts |= {name: "fault" for name in values if name not in _PLACE}
    return Reading(
        instrument=str(row.instrument),
        boot=row.boot,
        seq=row.seq,
        at=millis(row.taken_at),
        heard=millis(row.received_at),
        values={n: (v, units[n]["unit"]) for n, v in values.items() if n not in _PLACE},
        clock=row.clock,
        doubts=doubts,
        spot=_spot(values),
    )


def _spot(values: dict[str, Decimal]) -> Spot | None:
    lat, lon, accuracy = (values.get(name) for name in ("lat", "lon", "accuracy"))
    if lat is None or lon is None:
        return None
    return Spot(int(lat * E7), int(lon * E7), int(accuracy * MILLIMETRES) if accuracy is not None else None)
