"""Print a numbered sheet of a permit: recorded, so that every paper on site is known and can be called in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from davy_core.instants import instant
from davy_core.outcome import Event, Outcome, accept
from davy_core.permits.command import Command
from davy_core.permits.facts import Facts
from davy_core.permits.paper import Sheet
from davy_core.permits.stamp import stamp
from davy_core.permits.state import Permit

Data = Mapping[str, Any]
FILL = "fill"
"""The purpose of a sheet that is filled by hand."""


def print_sheet(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """One more sheet, under the next number. It replaces the newest of the same purpose and permits
    nothing: what counts is the electronic ticket."""
    data = {**stamp(facts), "sheet": len(permit.sheets) + 1, "purpose": command.body["purpose"]}
    return accept(Event("SheetPrinted", data))


def newest(permit: Permit, purpose: str) -> Sheet | None:
    """The sheet of this purpose that was printed last, or None."""
    return next((s for s in reversed(permit.sheets) if s.purpose == purpose), None)


def sheet(permit: Permit, n: int) -> Sheet | None:
    """The sheet of that number, or None when none was printed under it."""
    return next((s for s in permit.sheets if s.n == n), None)


def _printed(permit: Permit, data: Data) -> Permit:
    new = Sheet(data["sheet"], data["purpose"], instant(data["at"]), data["by"])
    return replace(permit, sheets=(*permit.sheets, new))


HANDLERS = {"print_sheet": print_sheet}
STEPS: Mapping[str, Callable[[Permit, Data], Permit]] = {"SheetPrinted": _printed}
