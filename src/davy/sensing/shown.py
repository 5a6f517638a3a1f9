"""Instruments and gateways as the screens show them. Inside the tenant block of the company."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.instruments import gateways
from davy.instruments.kinds import kinds, words
from davy.instruments.models import Gateway
from davy.readings import queries as readings
from davy.sensing.adapters import told
from davy.sensing.wording import reasons
from davy_core.instruments.condition import bump_until, condition
from davy_core.instruments.fitness import fit_for_gas_test
from davy_core.instruments.state import Instrument
from davy_core.permits.plain import from_plain

__all__ = ["gateway", "gateways_shown", "instruments", "spoken"]

_BEHIND = """
SELECT i.gateway_id, count(*) AS instruments, max(l.received_at) AS heard_at
FROM instruments_instrument i
LEFT JOIN readings_latest l ON l.company_id = i.company_id AND l.instrument_id = i.id
WHERE i.company_id = %s AND i.gateway_id IS NOT NULL AND i.retired_at IS NULL GROUP BY i.gateway_id
"""


def instruments(
    company: UUID, found: list[dict[str, Any]], now: datetime, *, keeps: bool
) -> list[dict[str, Any]]:
    """Rows of `instruments.queries.listed` with how it stands with each and its last reading. `keeps`: with
    what stands in its code, for whoever keeps the register."""
    last = readings.latest(company, [row["id"] for row in found])
    return [_instrument(row, last.get(row["id"]), now, keeps=keeps) for row in found]


def _instrument(
    row: dict[str, Any], last: dict[str, Any] | None, now: datetime, *, keeps: bool
) -> dict[str, Any]:
    one, kind = from_plain(Instrument, json.loads(row["doc"])), kinds().get(row["kind"])
    channels = json.loads(last["channels"]) if last else {}
    found = condition(one, kind, channels, last["received_at"] if last else None, now)
    unfit = fit_for_gas_test(one, kind, now) if kind and kind.gas else ()
    return {
        **row,
        "code": row["code"] if keeps else None,
        "condition": found,
        "silent": bool({"never_told", "silent", "kind_unknown"} & set(found)),
        "bump_until": bump_until(one, kind),
        "unfit": [reason.code for reason in unfit],
        "last": {**last, "channels": channels} if last else None,
    }


def gateways_shown(company: UUID, found: Iterable[Gateway]) -> list[dict[str, Any]]:
    """Gateways with how many instruments send through each, and when one was last heard."""
    behind = {row["gateway_id"]: row for row in rows.many(_BEHIND, (company,))}
    return [{**gateway(row), **_counted(behind.get(row.id))} for row in found]


def gateway(row: Gateway) -> dict[str, Any]:
    """One gateway with its names on the wire."""
    wire = gateways.wire(row)
    same = ("id", "site_id", "key", "name", "adapter", "password_at", "seen_at", "retired_at")
    named = {"user": wire.user, "topic": wire.up, "down": wire.down}
    return {**{name: getattr(row, name) for name in same}, **named, **_counted(None)}


def _counted(row: dict[str, Any] | None) -> dict[str, Any]:
    return {
        "instruments": row["instruments"] if row else 0,
        "heard_at": row["heard_at"] if row else None,
    }


def spoken() -> dict[str, Any]:
    """What kinds, channels and reasons are called, and what is asked of each kind."""
    found = words()
    known = kinds()
    of_kind = {
        code: {
            **text,
            "gas": known[code].gas,
            "worn": known[code].worn,
            "wearable": known[code].wearable,
            "calibrated": known[code].calibration is not None,
            "bumped": known[code].bump is not None,
            "fresh_s": int(fresh.total_seconds()) if (fresh := known[code].fresh) else None,
        }
        for code, text in found["kinds"].items()
    }
    return {**reasons(), "kinds": of_kind, "channels": found["channels"], "adapters": told.names()}
