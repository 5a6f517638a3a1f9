"""A permit's track: every link of its chain with names and words beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import ROUND_DOWN, Decimal
from functools import cache
from importlib import resources
from typing import Any
from uuid import UUID

import yaml

from davy.evidence import queries as evidence
from davy.people import queries as people
from davy.rulebook import law
from davy_core.permits.retold import Retold, retold

__all__ = ["of", "titles"]

RETOLD: Mapping[Retold, dict[str, str]] = {
    "worse": {"zh": "已暂停，读数更差", "en": "Paused already, the reading is worse"},
    "again": {"zh": "已暂停，同一原因又报", "en": "Paused already, the same reason again"},
    "another": {"zh": "已暂停，又一项原因", "en": "Paused already, another reason"},
}
"""A stop is told once; what comes while the work stands still is told as what it is."""


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
    rules = {b["episode"]: b["rule"] for b in bodies if "episode" in b and "rule" in b}
    said_of = retold((e.type, body) for e, body in zip(events, bodies, strict=True))
    return [
        {
            "seq": e.seq,
            "type": e.type,
            "title": RETOLD[said] if said else titles().get(e.type, {"zh": e.type, "en": e.type}),
            "at": body.get("at"),
            "occurred_at": e.occurred_at,
            "recorded_at": e.recorded_at,
            "by": {"id": body.get("by"), "name": names.get(str(body.get("by")), body.get("by"))},
            "about": _about(body, rules),
            "data": body,
            "names": {p: names[p] for p in persons if p in names},
            "private": _private(e.id, private),
            "hash": e.hash.hex(),
        }
        for e, body, said in zip(events, bodies, said_of, strict=True)
    ]


def _about(body: Mapping[str, Any], rules: Mapping[str, str]) -> dict[str, str] | None:
    """What an instrument told: the rule, and the value that broke it beside the limit of then."""
    rule = law.watch_rules().get(rules.get(str(body.get("episode")), "").partition(".")[0])
    if rule is None:
        return None
    value, limit = body.get("value"), body.get("limit")
    if value is None:
        return {"zh": rule["zh"], "en": rule["en"]}
    shown = f" · {value['value']} {value['unit']}"
    beside = {"zh": "限值", "en": "limit"}
    ends = {tongue: f" ({word} {_short(limit)})" if limit else "" for tongue, word in beside.items()}
    return {tongue: f"{rule[tongue]}{shown}{end}" for tongue, end in ends.items()}


def _short(limit: Mapping[str, str]) -> str:
    """Two places are what the instruments show; rounded down, so that the limit is never told milder."""
    return f"{Decimal(limit['value']).quantize(Decimal('0.01'), ROUND_DOWN).normalize():f}"


def _private(event_id: UUID, found: Any) -> dict[str, str]:
    return {label: value.decode() for (owner, label), value in found.items() if owner == event_id}
