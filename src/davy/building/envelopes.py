"""Envelopes as a phone would compose them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.building.plant import LAT, LON
from davy.door.envelope import Envelope, parse, seal
from davy.ids import uuid7
from davy_core.instants import iso

__all__ = ["AT_POINT", "envelope"]

AT_POINT = {"lat": LAT, "lon": LON, "accuracy_m": 3.0}


def envelope(
    company: UUID, permit: UUID, kind: str, body: Mapping[str, Any], *, occurred_at: datetime, **extra: Any
) -> Envelope:
    """A parsed envelope, by way of its bytes. `permit` is the id of its stream, of kind `stream_kind`."""
    data = {
        "v": 1,
        "id": str(extra.pop("id", None) or uuid7()),
        "company": str(company),
        "stream": f"{extra.pop('stream_kind', 'permit')}/{permit}",
        "kind": kind,
        "base_version": extra.pop("base_version", None),
        "body": dict(body),
        "occurred_at": iso(occurred_at),
        "app": extra.pop("app", "building/1"),
        **{k: v for k, v in extra.items() if v is not None},
    }
    return parse(seal(data))
