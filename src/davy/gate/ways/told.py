"""What a gate tells of itself, read so strictly that nothing half understood is believed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from davy_core.gate.state import OURS
from davy_core.instants import instant

__all__ = ["GateError", "Listing", "Step", "read_listing", "read_steps"]

MOST_CARDS = 20_000
MOST_OURS = 2_000  # people on permits behind one gate; both lists of a visit fit one command
MOST_STEPS = 500
LONGEST = 80


class GateError(Exception):
    """Nothing of use came of the gate; `code` says why: unreachable, slow, status, wrong, refused …"""

    def __init__(self, code: str) -> None:
        """Keep the code."""
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Listing:
    """The list of a gate: ours by name with their times, and how many others."""

    ours: Mapping[str, tuple[datetime, datetime]]
    foreign: int


@dataclass(frozen=True)
class Step:
    """One passage as a gate tells it: its own name for it, when, which way (in, out), whose number in the
    company's records (`person`) or which badge, and by which of our passes."""

    ref: str
    at: datetime
    way: str
    person: str = ""
    badge: str = ""
    pass_name: str = ""


def read_listing(body: bytes) -> Listing:
    """The list in this answer. Raises GateError wrong when any row of it cannot be read: a list that is half
    understood is not held against ours."""
    found = _json(body)
    cards = found.get("passes")
    if not isinstance(cards, list) or len(cards) > MOST_CARDS:
        raise GateError("wrong")
    ours: dict[str, tuple[datetime, datetime]] = {}
    foreign = 0
    for card in cards:
        name = _text(card, "id")
        if not name.startswith(OURS):
            foreign += 1
            continue
        if name in ours or len(ours) == MOST_OURS:
            raise GateError("wrong")
        ours[name] = (_at(card, "from"), _at(card, "until"))
    return Listing(ours, foreign)


def read_steps(body: bytes) -> tuple[list[Step], str]:
    """The passages in this answer and the cursor behind them. Raises GateError wrong."""
    found = _json(body)
    told = found.get("passages")
    if not isinstance(told, list) or len(told) > MOST_STEPS:
        raise GateError("wrong")
    return [_step(one) for one in told], _text(found, "next", most=200, empty=True)


def _step(told: Any) -> Step:
    way = _text(told, "way")
    person, badge = _text(told, "person", empty=True), _text(told, "badge", empty=True)
    if way not in {"in", "out"}:
        raise GateError("wrong")
    return Step(_text(told, "id"), _at(told, "at"), way, person, badge, _text(told, "pass", empty=True))


def _json(body: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        raise GateError("wrong") from None
    if not isinstance(found, dict):
        raise GateError("wrong")
    return found


def _text(row: Any, name: str, *, most: int = LONGEST, empty: bool = False) -> str:
    found = row.get(name) if isinstance(row, dict) else None
    if found is None and empty and isinstance(row, dict):
        return ""
    if not isinstance(found, str) or len(found) > most or "\0" in found or not (found or empty):
        raise GateError("wrong")
    return found


def _at(row: Any, name: str) -> datetime:
    try:
        return instant(_text(row, name))
    except (ValueError, OverflowError):
        raise GateError("wrong") from None
