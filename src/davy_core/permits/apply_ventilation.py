"""The events of ventilating a space: its plan, and the fan going on and off."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from davy_core.instants import instant
from davy_core.permits.state import Permit
from davy_core.ventilation.kept import VentilationPlan

Data = Mapping[str, Any]


def _planned(permit: Permit, data: Data) -> Permit:
    plan = VentilationPlan(
        version=data["version"],
        by=data["by"],
        at=instant(data["at"]),
        minimum_s=data["plan"]["minimum_s"],
        code=data["code"],
        content=MappingProxyType(dict(data["plan"])),
    )
    return replace(permit, ventilation=plan)


def _switched(permit: Permit, data: Data) -> Permit:
    """Switching on what runs keeps its beginning; switching off loses it: gas comes back by itself."""
    if not data["running"]:
        return replace(permit, ventilated_since=None)
    return replace(permit, ventilated_since=permit.ventilated_since or instant(data["at"]))


VENTILATION: Mapping[str, Callable[[Permit, Data], Permit]] = {
    "VentilationPlanned": _planned,
    "VentilationSwitched": _switched,
}
