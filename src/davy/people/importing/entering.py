"""Puts rows into the registers as the desk would: with their audit rows, sealed values and scans, many at
once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from davy.accounts import audit
from davy.accounts.models import AuditRow
from davy.people import catalogues, identity, protected, vault
from davy.people.importing.columns import column
from davy.people.importing.judging import Part
from davy.people.importing.known import Known, contacts_text, plain
from davy.people.models import Certificate, Changed, Checkup, Person, Protected, Training
from davy.people.register import difference
from davy.people.registers import RESOURCES

__all__ = [
    "FILE", "MODELS", "RESOURCE", "SEALED", "Entering", "Hold", "contacts_of", "identify", "put", "unsealed",
    "value_of", "values_of",
]  # fmt: skip

Hold = Callable[[UUID, str, UUID, str, str], None]
"""Holds on to a scan for a row: company, kind, row, what it showed before, what it shows now."""
SEALED = ("id_number", "blood_group", "contacts")
MODELS: Mapping[str, Any] = {
    "person": Person,
    "certificate": Certificate,
    "checkup": Checkup,
    "training": Training,
}
RESOURCE = {"person": "people", "certificate": "certificates", "checkup": "checkups", "training": "trainings"}
FILE = {"person": "photo", "certificate": "scan", "checkup": "scan", "training": "scan"}


@dataclass
class Entering:
    """One batch in one transaction; ``flush`` writes what was gathered, in the order in which rows refer."""

    company_id: UUID
    account_id: UUID
    known: Known
    hold: Hold
    made: dict[str, list[Any]] = field(default_factory=lambda: {kind: [] for kind in MODELS})
    sealed: list[Protected] = field(default_factory=list)
    audits: list[AuditRow] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    held: list[tuple[str, UUID, str]] = field(default_factory=list)
    people: dict[str, UUID] = field(default_factory=dict)

    def make(self, part: Part) -> tuple[UUID, UUID]:
        """Gather a new row; its id and its person's."""
        row = MODELS[part.kind](company_id=self.company_id)
        if part.kind == "person":
            self.people[part.owner] = row.id
        else:
            row.person_id = self.person(part.owner)
        put(row, part, self.known)
        self.made[part.kind].append(row)
        self._tell(part.kind, row, None)
        if part.kind == "person":
            self._seal(row.id, part.values)
        shown = getattr(row, FILE[part.kind])
        if shown:
            self.held.append((part.kind, row.id, shown))
        return row.id, row.id if part.kind == "person" else row.person_id

    def change(self, part: Part, row_id: UUID) -> tuple[UUID, dict[str, dict[str, str]]]:
        """Change a row at once: its person, and what it was and is by column, for taking it back."""
        row = MODELS[part.kind].objects.get(company_id=self.company_id, id=row_id)
        before, shown = audit.snapshot(row), getattr(row, FILE[part.kind])
        was = values_of(self.company_id, part.kind, row)
        put(row, part, self.known)
        row.save()
        self._tell(part.kind, row, before)
        if part.kind == "person":
            given = {name: part.values[name] for name in SEALED if name in part.values}
            protected.keep(self.company_id, row.id, unsealed(given), self.account_id)
        self.hold(self.company_id, part.kind, row.id, shown, getattr(row, FILE[part.kind]))
        now = values_of(self.company_id, part.kind, row)
        told = {name for name in was if was[name] != now.get(name)}
        wrote = {"before": {n: was[n] for n in told}, "after": {n: now[n] for n in told}}
        return (row.id if part.kind == "person" else row.person_id), wrote

    def person(self, code: str) -> UUID:
        """The person of this staff code, in the ledger or new in this batch. Raises KeyError."""
        return self.people[code] if code in self.people else self.known.people[code].id

    def flush(self) -> None:
        """Write what was gathered."""
        for kind, rows in self.made.items():
            MODELS[kind].objects.bulk_create(rows)
        Protected.objects.bulk_create(self.sealed)
        AuditRow.objects.bulk_create(self.audits)
        Changed.objects.bulk_create(self.changed)
        for kind, row_id, shown in self.held:
            self.hold(self.company_id, kind, row_id, "", shown)

    def _tell(self, kind: str, row: Any, before: Mapping[str, Any] | None) -> None:
        register, after = RESOURCES[RESOURCE[kind]], audit.snapshot(row)
        told = audit.unsaved(
            company_id=self.company_id,
            account_id=self.account_id,
            resource=register.resource,
            resource_id=row.id,
            before=before,
            after=after,
            private=register.private,
        )
        self.audits.append(told)
        personal = difference(before, after, register.private)
        if personal:
            closed = vault.seal(personal, self.company_id, f"changed/{told.id}")
            whose = row.id if kind == "person" else row.person_id
            self.changed.append(
                Changed(company_id=self.company_id, audit_id=told.id, person_id=whose, sealed=closed)
            )

    def _seal(self, person_id: UUID, values: Mapping[str, str]) -> None:
        given = unsealed({name: values[name] for name in SEALED if values.get(name)})
        if not given:
            return
        closed = protected.sealed_for(self.company_id, person_id, given)
        self.sealed.append(Protected(company_id=self.company_id, person_id=person_id, sealed=closed))
        self.audits.append(
            audit.unsaved(
                company_id=self.company_id,
                account_id=self.account_id,
                resource="people_protected",
                resource_id=person_id,
                before=None,
                after={name: given.get(name) or "" for name in SEALED},
                private=frozenset(SEALED),
            )
        )


def put(row: Any, part: Part, known: Known) -> None:
    """Write what the part tells into a row of its register."""
    for name, text in part.values.items():
        one = column(name)
        if one.group != part.kind or name in SEALED:
            continue
        if one.kind == "file":
            setattr(row, one.field, part.scans.get(name, ""))
        elif one.kind in {"firm", "unit"}:
            ids = known.firms if one.kind == "firm" else known.units
            setattr(row, f"{one.field}_id", ids[text] if text else None)
        else:
            setattr(row, one.field, value_of(one.kind, one.of, text))
    if part.kind == "person":
        row.hr_code = part.owner
        if "id_number" in part.values:
            identify(row, part.values["id_number"])
    elif part.kind != "certificate" and row.valid_to is None:
        pack = catalogues.checkups() if part.kind == "checkup" else catalogues.trainings()
        row.valid_to = catalogues.proposed_end(
            pack[row.kind if part.kind == "checkup" else row.subject], row.done_on
        )


def contacts_of(text: str) -> list[dict[str, str]]:
    """Contacts out of what one cell tells."""
    parts = [one.strip().split("/") for one in text.split(";") if one.strip()]
    return [{"name": one[0], "relation": one[1], "phone": one[2]} for one in parts]


def identify(person: Person, number: str) -> None:
    """Write what stands of an identity number beside the name."""
    person.id_last4 = identity.last4(number) if number else ""
    person.id_hash = vault.index(number, person.company_id) if number else ""


def unsealed(given: Mapping[str, str]) -> dict[str, Any]:
    """What is sealed of a person, out of what the cells tell."""
    return {name: contacts_of(text) if name == "contacts" else text for name, text in given.items()}


def value_of(kind: str, of: str, text: str) -> Any:
    """What a column of this kind keeps for the text."""
    if kind == "day":
        return date.fromisoformat(text) if text else None
    if kind == "number":
        return Decimal(text) if text else None
    return text == "yes" if of == "passed" else text


def values_of(company_id: UUID, kind: str, row: Any) -> dict[str, str]:
    """The row by column id as text, with firm and unit by their ids and what is sealed of a person."""
    found = plain(kind, row)
    if kind != "person":
        return found
    kept = protected.content(company_id, row.id)
    for name in SEALED:
        found[name] = contacts_text(kept.get(name, [])) if name == "contacts" else kept.get(name, "")
    return {**found, "firm": str(row.firm_id or ""), "unit": str(row.unit_id or "")}
