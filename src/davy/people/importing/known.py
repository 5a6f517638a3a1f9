"""What the ledger has of the people and papers that rows of a file name, as plain text by column. In a few
statements, inside a tenant block."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.people import protected
from davy.people.importing.columns import columns
from davy.people.models import Certificate, Checkup, Firm, Person, Training

__all__ = ["Known", "Now", "contacts_text", "known", "plain", "told"]


@dataclass(frozen=True)
class Now:
    """A row of the ledger: whose, and its values as the columns tell them."""

    id: UUID
    owner: str  # the staff code of its person
    values: Mapping[str, str]


@dataclass
class Known:
    """Rows by what names them: people by staff code, papers by their keys."""

    people: dict[str, Now] = field(default_factory=dict)
    by_index: dict[str, str] = field(default_factory=dict)
    papers: dict[tuple[str, ...], Now] = field(default_factory=dict)
    firms: Mapping[str, UUID] = field(default_factory=dict)
    units: Mapping[str, UUID] = field(default_factory=dict)
    firm_names: Mapping[UUID, str] = field(default_factory=dict)
    unit_names: Mapping[UUID, str] = field(default_factory=dict)


def known(
    company_id: UUID,
    codes: Iterable[str],
    indexes: Iterable[str],
    numbers: Iterable[str],
    firm_id: UUID | None = None,
) -> Known:
    """The people of these staff codes and keyed identity numbers with all their papers, and whoever holds a
    certificate of these numbers. Of a firm: as if there were nobody but its own people."""
    firms = list(_of(Firm, company_id, firm_id, "id").values_list("id", "code", "name"))
    units = rows.many(
        "SELECT id, code, name FROM sites_unit WHERE company_id = %s ORDER BY code", [company_id]
    )
    found = Known(
        firms={key: one for one, code, name in reversed(firms) for key in (code, name)},
        units={key: row["id"] for row in reversed(units) for key in (row["code"], row["name"])},
        firm_names={one: name for one, _, name in firms},
        unit_names={row["id"]: row["name"] for row in units},
    )
    every = _of(Person, company_id, firm_id, "firm_id")
    held = Certificate.objects.filter(company_id=company_id, number__in=sorted(set(numbers)))
    holders = set(held.values_list("person_id", flat=True))
    people = [
        *every.filter(hr_code__in=sorted(set(codes))),
        *every.filter(id_hash__in=sorted(set(indexes) - {""})),
        *every.filter(id__in=holders),
    ]
    by_id = {person.id: person for person in people}
    sealed = protected.contents(company_id, by_id)
    for person in by_id.values():
        values = {**plain("person", person), **_sealed(sealed.get(person.id, {}))}
        values["firm"] = found.firm_names.get(person.firm_id, "") if person.firm_id else ""
        values["unit"] = found.unit_names.get(person.unit_id, "") if person.unit_id else ""
        found.people[person.hr_code] = Now(person.id, person.hr_code, values)
        if person.id_hash:
            found.by_index[person.id_hash] = person.hr_code
    _papers(company_id, by_id, found)
    return found


def _of(model: Any, company_id: UUID, firm_id: UUID | None, at: str) -> Any:
    found = model.objects.filter(company_id=company_id)
    return found if firm_id is None else found.filter(**{at: firm_id})


def told(kind: str, owner: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """By what a paper is the same one: a certificate by number and item, others by their person, kind and
    day."""
    if kind == "certificate":
        return (kind, values["certificate.number"], values["certificate.item"])
    what = "kind" if kind == "checkup" else "subject"
    return (kind, owner, values[f"{kind}.{what}"], values[f"{kind}.done_on"])


def plain(kind: str, row: Any) -> dict[str, str]:
    """The values of a row by column id."""
    found = {}
    for name, column in columns().items():
        if column.group == kind and hasattr(row, column.field):
            found[name] = _text(getattr(row, column.field))
    return found


def contacts_text(contacts: Iterable[Mapping[str, str]]) -> str:
    """Contacts as one cell tells them."""
    return "; ".join("/".join((c["name"], c.get("relation", ""), c["phone"])) for c in contacts)


def _papers(company_id: UUID, people: Mapping[UUID, Person], found: Known) -> None:
    for kind, model in (("certificate", Certificate), ("checkup", Checkup), ("training", Training)):
        rows_of = model.objects.filter(company_id=company_id, person_id__in=list(people))
        for row in rows_of:
            owner, values = people[row.person_id].hr_code, plain(kind, row)
            found.papers[told(kind, owner, values)] = Now(row.id, owner, values)


def _sealed(content: Mapping[str, Any]) -> dict[str, str]:
    return {
        "id_number": content.get("id_number", ""),
        "blood_group": content.get("blood_group", ""),
        "contacts": contacts_text(content.get("contacts", [])),
    }


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return format(value.quantize(Decimal("0.1")), "f")
    return value.isoformat() if isinstance(value, date) else str(value)
