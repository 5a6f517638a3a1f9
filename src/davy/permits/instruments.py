"""The instruments that a decision is told of: the one that a tap names with its last reading, and, where a
curve is asked for before the start, those that serve the permit with what they told lately."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from davy.instruments import queries
from davy.instruments.kinds import kinds
from davy.instruments.watching import doubting, gases
from davy.readings import queries as readings
from davy_core.instruments.last import InstrumentSeen, LastReading
from davy_core.instruments.state import Binding
from davy_core.permits.curve import curve_asked
from davy_core.permits.rulebook import Rulebook
from davy_core.permits.state import Permit

__all__ = ["named", "serving"]

_BACK = timedelta(hours=1)
"""So far back a last reading is looked for; any that counts is seconds old."""
_BEFORE_START = frozenset({"issued", "paused"})


def named(company_id: UUID, body: Mapping[str, Any], now: datetime) -> InstrumentSeen | None:
    """The instrument of a tap; None: the command names none, or this company has no such."""
    wanted = body.get("instrument")
    found = queries.instrument(company_id, UUID(str(wanted))) if wanted else None
    if found is None:
        return None
    last = _last(company_id, UUID(found.id), found.binding, now) if found.binding else None
    return InstrumentSeen(found, kinds().get(found.kind), last, gases(), doubting())


def serving(
    company_id: UUID, permit: Permit | None, book: Rulebook, now: datetime
) -> tuple[InstrumentSeen, ...]:
    """Those that serve the permit, with what they told for as long as the curve is asked for; none where no
    rule of this permit asks for one, or where nothing is about to start."""
    asked = curve_asked(book)
    if asked is None or permit is None or permit.state not in _BEFORE_START:
        return ()
    rows = readings.serving(company_id, UUID(permit.id), now - asked.least - 2 * asked.gap)
    return tuple(
        _serving(company_id, instrument, tuple(_reading(row) for row in told if row["seq"] is not None))
        for instrument, told in groupby(rows, key=lambda row: row["instrument_id"])
    )


def _serving(company_id: UUID, instrument: UUID, told: tuple[LastReading, ...]) -> InstrumentSeen:
    found = queries.instrument(company_id, instrument)
    if found is None:
        raise LookupError(str(instrument))
    last = told[-1] if told else None
    return InstrumentSeen(found, kinds().get(found.kind), last, gases(), doubting(), told)


def _last(company_id: UUID, instrument: UUID, binding: Binding, now: datetime) -> LastReading | None:
    since = max(binding.since.at, now - _BACK)
    row = readings.last_of(company_id, instrument, UUID(binding.id), since)
    return None if row is None else _reading(row)


def _reading(row: Mapping[str, Any]) -> LastReading:
    told = {name: row[name] for name in ("boot", "seq", "taken_at", "received_at", "clock")}
    return LastReading(**told, channels=json.loads(row["channels"]), doubts=json.loads(row["doubts"] or "{}"))
