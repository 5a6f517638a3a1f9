"""A permit's track: every link of its chain with names and words beside it."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any
from uuid import UUID

import yaml

from davy.evidence import queries as evidence
from davy.people import queries as people

__all__ = ["of", "titles"]


@cache
def titles() -> dict[str, dict[str, str]]:
    """Event type → what it is called, zh and en."""
    text = (
        resources.files("davy_law")
        .joinpath("contracts", "lifecycle", "events.yaml")
        .read_text(encoding="utf-8")
    )
    found: dict[str, dict[str, str]] = yaml.safe_load(text)
    return found


def of(company_id: UUID, permit_id: UUID) -> list[dict[str, Any]]:
    """All events in order; private words are shown as far as they were not erased."""
    events = evidence.events(company_id, "permit", permit_id)
    if not events:
        return []
    private = evidence.private(company_id, [e.id for e in events])
    bodies = [json.loads(e.body)["data"] for e in events]
    persons = {str(b.get(k)) for b in bodies for k in ("by", "person", "to", "id") if b.get(k)}
    names = people.names(company_id, {p for p in persons if len(p) == 36})
    return [
        {
            "seq": e.seq,
            "type": e.type,
            "title": titles().get(e.type, {"zh": e.type, "en": e.type}),
            "at": body.get("at"),
            "occurred_at": e.occurred_at,
            "recorded_at": e.recorded_at,
            "by": {"id": body.get("by"), "name": names.get(str(body.get("by")), body.get("by"))},
            "data": body,
            "names": {p: names[p] for p in persons if p in names},
            "private": _private(e.id, private),
            "hash": e.hash.hex(),
        }
        for e, body in zip(events, bodies, strict=True)
    ]


def _private(event_id: UUID, found: Any) -> dict[str, str]:
    return {label: value.decode() for (owner, label), value in found.items() if owner == event_id}
