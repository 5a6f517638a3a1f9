"""What is counted as said about the work: the answers given, made worse where a register knows worse."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from davy_core.permits.facts import Facts, Ground
from davy_core.permits.state import Permit


def told(permit: Permit, facts: Facts) -> dict[str, Any]:
    """The request's answers by field, quantities as numbers in the unit of their field.

    Where a field names what the register of places knows, a yes of the register counts whatever was
    said (S10). Older templates name no register; that the unit is in operation counted all the same."""
    found = dict(permit.work)
    registers = {"in_operation": "in_operation"}
    for field in facts.rulebook.template["fields"]:
        if "register" in field:
            registers[field["id"]] = field["register"]
        if field["kind"] == "quantity" and isinstance(found.get(field["id"]), str):
            found[field["id"]] = float(Decimal(str(found[field["id"]])))
    for name, register in registers.items():
        if facts.ground is not None and _yes(register, facts.ground):
            found[name] = True
    return found


def _yes(register: str, ground: Ground) -> bool:
    """Whether the register says yes. An area that nobody classified counts as a hazardous one."""
    match register:
        case "in_operation":
            return ground.in_operation is True
        case "hazardous_area":
            return ground.area_class != "other"
        case "pipe_rack":
            return ground.pipe_rack is True
        case _:
            return True
