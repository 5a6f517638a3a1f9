"""What an instrument tells a permit, as the watch sends it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from davy_core.instants import iso

METER = "0195a1b2-0000-7000-8000-0000000000aa"
EARLY = "2026-11-23T00:00:00.000Z"


def told(
    at: datetime | None = None, step: str = "opened", episode: str = "e1", **over: Any
) -> dict[str, Any]:
    """Methane over the limit of the permit, at an instant."""
    when = iso(at) if at else EARLY
    body = {
        "episode": episode,
        "step": step,
        "rule": "permit_limit.lel",
        "instrument": METER,
        "since": when,
        "taken": when,
        "channel": "lel",
        "value": {"value": "12.4", "unit": "%LEL"},
        "limit": {"value": "10", "unit": "%LEL"},
        "side": "over",
        "pause": "gas",
        "alarm": "gas_limit",
    }
    return {key: value for key, value in {**body, **over}.items() if value is not None}
