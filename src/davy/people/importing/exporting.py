"""The ledger as lines of a workbook, in the columns in which it is read. Inside a tenant block."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from davy.db import rows
from davy.people import protected
from davy.people.importing.entering import FILE, MODELS, SEALED
from davy.people.importing.known import contacts_text, plain
from davy.people.importing.writing import Line
from davy.people.models import Firm, Person
from davy.people.shapes import masked

__all__ = ["Told", "lines", "scan_name"]

Told = dict[str, list[Line]]
_MEDICAL = "checkup"


def lines(company_id: UUID, *, clear: bool, medical: bool) -> tuple[Told, list[str], list[UUID]]:
    """The lines of every sheet, the scans they name by SHA-256, and whose they are. Without `clear` numbers
    are masked and what is sealed stays closed; without `medical` there are no examinations."""
    firms = dict(Firm.objects.filter(company_id=company_id).values_list("id", "name"))
    named = rows.many("SELECT id, name FROM sites_unit WHERE company_id = %s", [company_id])
    units = {row["id"]: row["name"] for row in named}
    people = list(Person.objects.filter(company_id=company_id).order_by("hr_code"))
    sealed = protected.contents(company_id, [one.id for one in people]) if clear else {}
    found: Told = {"person": []}
    scans: list[str] = []
    for one in people:
        line = {**plain("person", one), "firm": firms.get(one.firm_id, "") if one.firm_id else ""}
        line["unit"] = units.get(one.unit_id, "") if one.unit_id else ""
        kept = sealed.get(one.id, {})
        line |= {name: kept.get(name, "") for name in SEALED if name != "contacts"}
        line["contacts"] = contacts_text(kept.get("contacts", []))
        if not clear:
            line["phone"] = masked(line["phone"])
        found["person"].append(_scanned("person", line, scans))
    whose = {one.id: one for one in people}
    for kind in ("certificate", *((_MEDICAL,) if medical else ()), "training"):
        found[kind] = [*_papers(company_id, kind, whose, scans, clear=clear)]
    return found, scans, list(whose)


def scan_name(sha256: str, media_type: str = "image/jpeg") -> str:
    """What a scan is called in the ZIP and in the sheets."""
    ending = {"image/png": "png", "image/webp": "webp"}.get(media_type, "jpg")
    return f"{sha256[:32]}.{ending}"


def _papers(
    company_id: UUID, kind: str, whose: dict[UUID, Person], scans: list[str], *, clear: bool
) -> Iterator[Line]:
    held = MODELS[kind].objects.filter(company_id=company_id, person_id__in=list(whose))
    for row in sorted(held, key=lambda row: (whose[row.person_id].hr_code, str(row.id))):
        owner = whose[row.person_id]
        line = {"hr_code": owner.hr_code, "name": owner.name, **plain(kind, row)}
        if not clear and kind == "certificate":
            line["certificate.number"] = masked(line["certificate.number"])
        yield _scanned(kind, line, scans)


def _scanned(kind: str, line: dict[str, str], scans: list[str]) -> Line:
    name = FILE[kind] if kind == "person" else f"{kind}.{FILE[kind]}"
    if line.get(name):
        scans.append(line[name])
        line[name] = scan_name(line[name])
    return line
