"""The events of recorded values and checks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from davy_core.instants import instant
from davy_core.permits.parts import RecordDuty, Recorded
from davy_core.permits.state import Permit

Data = Mapping[str, Any]


def duties(data: Data) -> tuple[RecordDuty, ...]:
    """The record duties that a submission pins."""
    return tuple(RecordDuty(r["id"], tuple(r["due"]), r["every_s"]) for r in data.get("records", ()))


def _recorded(permit: Permit, data: Data) -> Permit:
    value = Decimal(data["value"]) if "value" in data else None
    found = Recorded(data["record"], data["by"], instant(data["at"]), data["ok"], value, data.get("photo"))
    return replace(permit, recorded=(*permit.recorded, found))


RECORDS: Mapping[str, Callable[[Permit, Data], Permit]] = {"ValueRecorded": _recorded}
