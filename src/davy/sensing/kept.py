"""The row of an instrument that is watched: its state, and who was told of what. Inside a tenant block."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.db import rows
from davy_core.watch.state import State, restored

__all__ = ["NEW", "Episode", "Keep", "Known", "due", "keep", "known_of"]

_KNOWN = """
SELECT instrument_id, state::text AS state, told::text AS told, binding_id, permit_id, lost_at
FROM sensing_watched WHERE company_id = %s AND instrument_id = ANY(%s::uuid[]) FOR UPDATE
"""
_KEEP = """
INSERT INTO sensing_watched (company_id, instrument_id, partition, state, told, binding_id, permit_id,
  lost_at, looks_at)
SELECT %s, i, %s, s::jsonb, t::jsonb, b, p, l, k
FROM unnest(%s::uuid[], %s::text[], %s::text[], %s::uuid[], %s::uuid[], %s::timestamptz[], %s::timestamptz[])
  AS x(i, s, t, b, p, l, k)
ON CONFLICT (company_id, instrument_id) DO UPDATE SET partition = excluded.partition, state = excluded.state,
  told = excluded.told, binding_id = excluded.binding_id, permit_id = excluded.permit_id,
  lost_at = excluded.lost_at, looks_at = excluded.looks_at
"""
# One that serves somebody else than it did is due at once, whatever it told.
_DUE = """
SELECT w.instrument_id, w.partition FROM sensing_watched w
LEFT JOIN instruments_binding b ON b.company_id = w.company_id AND b.instrument_id = w.instrument_id
  AND b.until_at IS NULL
WHERE w.company_id = %s AND w.partition = ANY(%s) AND (w.looks_at <= %s OR w.binding_id IS DISTINCT FROM b.id)
ORDER BY w.looks_at NULLS FIRST LIMIT 200
"""


@dataclass(frozen=True)
class Episode:
    """Of what which permits were told: the rule and since when, as the command names them."""

    rule: str
    since: str
    permits: tuple[str, ...]


@dataclass(frozen=True)
class Known:
    """What the row says. `told`: by episode, those that were not told to be over; `binding` and `permit`:
    whom it served when it was written; `lost_at`: since when nobody judges it."""

    state: State | None = None
    told: Mapping[str, Episode] = field(default_factory=dict)
    binding: UUID | None = None
    permit: UUID | None = None
    lost_at: datetime | None = None


NEW = Known()
Keep = tuple[UUID, Known, datetime | None]
"""An instrument, what is known of it now, and when somebody must look at it; None: never."""


def known_of(company_id: UUID, instruments: Iterable[UUID]) -> dict[UUID, Known]:
    """The rows of these instruments, locked until the transaction ends; one never written is left out."""
    found = {}
    for row in rows.many(_KNOWN, (company_id, list(instruments))):
        state = restored(json.loads(row["state"])) if row["state"] else None
        told = {
            name: Episode(one["rule"], one["since"], tuple(one["permits"]))
            for name, one in json.loads(row["told"]).items()
        }
        found[row["instrument_id"]] = Known(state, told, row["binding_id"], row["permit_id"], row["lost_at"])
    return found


def keep(company_id: UUID, partition: int, ones: Sequence[Keep]) -> None:
    """Write what is known now of these instruments, in one statement: it is the dearest part of judging."""
    if not ones:
        return
    rows.run(
        _KEEP,
        (
            company_id,
            partition,
            [instrument for instrument, _, _ in ones],
            [json.dumps(k.state.plain()) if k.state is not None else None for _, k, _ in ones],
            [json.dumps(_plain(k.told)) for _, k, _ in ones],
            [k.binding for _, k, _ in ones],
            [k.permit for _, k, _ in ones],
            [k.lost_at for _, k, _ in ones],
            [looks_at for _, _, looks_at in ones],
        ),
    )


def _plain(told: Mapping[str, Episode]) -> dict[str, Any]:
    return {
        name: {"rule": one.rule, "since": one.since, "permits": list(one.permits)}
        for name, one in told.items()
    }


def due(company_id: UUID, partitions: Sequence[int], now: datetime) -> list[tuple[UUID, int]]:
    """The instruments of these partitions at which somebody must look by now, each with its partition."""
    found = rows.many(_DUE, (company_id, list(partitions), now))
    return [(row["instrument_id"], row["partition"]) for row in found]
