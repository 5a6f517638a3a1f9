"""What is sealed of a person: written by field, opened one person at a time, and every opening is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from davy import clock, ids
from davy.accounts import audit
from davy.people import vault
from davy.people.models import Checkup, Protected, Restriction, Viewed

__all__ = ["FIELDS", "content", "contents", "keep", "opened", "sealed_for", "viewed"]

FIELDS = ("id_number", "blood_group", "contacts")
"""What a person's sealed text may hold: the number as a text, the group, and contacts with name, relation,
phone."""


def content(company_id: UUID, person_id: UUID) -> dict[str, Any]:
    """What is sealed of a person, for the product itself: nothing is shown of it without ``opened``."""
    return contents(company_id, [person_id]).get(person_id, {})


def contents(company_id: UUID, person_ids: Iterable[UUID]) -> dict[UUID, dict[str, Any]]:
    """The same of several, by person."""
    found = Protected.objects.filter(company_id=company_id, person_id__in=list(person_ids))
    return {
        row.person_id: vault.unseal(bytes(row.sealed), company_id, f"person/{row.person_id}") for row in found
    }


def sealed_for(company_id: UUID, person_id: UUID, values: Mapping[str, Any]) -> bytes:
    """The sealed text of a person."""
    kept = {name: value for name, value in values.items() if name in FIELDS and value}
    return vault.seal(kept, company_id, f"person/{person_id}")


def keep(company_id: UUID, person_id: UUID, values: Mapping[str, Any], account_id: UUID | None) -> None:
    """Put these fields in the place of what they were; None or empty takes one away. Its audit row names the
    fields and no value. Without a difference nothing is written."""
    was = content(company_id, person_id)
    now = {**was, **{name: values[name] for name in FIELDS if name in values}}
    now = {name: value for name, value in now.items() if value}
    if now == was:
        return
    Protected.objects.update_or_create(
        company_id=company_id,
        person_id=person_id,
        defaults={"sealed": sealed_for(company_id, person_id, now), "changed_at": clock.now()},
    )
    audit.write(
        company_id=company_id,
        account_id=account_id,
        resource="people_protected",
        resource_id=person_id,
        before={name: was.get(name) or "" for name in FIELDS},
        after={name: now.get(name) or "" for name in FIELDS},
        private=frozenset(FIELDS),
    )


def opened(
    company_id: UUID, person_id: UUID, what: Iterable[str], account_id: UUID, why: str
) -> dict[str, Any]:
    """The parts asked for in clear (identity, rescue, medical); who asked and why is kept in the same
    transaction."""
    wanted = sorted(set(what))
    viewed(company_id, [person_id], wanted, account_id, why)
    kept = content(company_id, person_id)
    found: dict[str, Any] = {}
    if "identity" in wanted:
        found["id_number"] = kept.get("id_number", "")
    if "rescue" in wanted:
        found["blood_group"], found["contacts"] = kept.get("blood_group", ""), kept.get("contacts", [])
    if "medical" in wanted:
        found["medical"] = _medical(company_id, person_id)
    return found


def viewed(
    company_id: UUID, person_ids: Iterable[UUID], what: Iterable[str], account_id: UUID, why: str
) -> None:
    """Keep that somebody reads these people's sealed parts in clear."""
    at, parts = clock.now(), sorted(set(what))
    rows = [
        Viewed(
            id=ids.uuid7(),
            company_id=company_id,
            person_id=one,
            account_id=account_id,
            at=at,
            what=parts,
            why=why,
        )
        for one in person_ids
    ]
    Viewed.objects.bulk_create(rows)


def _medical(company_id: UUID, person_id: UUID) -> list[dict[str, Any]]:
    """Findings of examinations and reasons of restrictions, the newest first."""
    checkups = Checkup.objects.filter(company_id=company_id, person_id=person_id).order_by("-done_on")
    limits = Restriction.objects.filter(company_id=company_id, person_id=person_id).order_by("-since")
    found = [
        {"of": "checkup", "id": str(one.id), "day": one.done_on.isoformat(), "text": _text(one, "checkup")}
        for one in checkups
    ]
    found += [
        {
            "of": "restriction",
            "id": str(one.id),
            "day": one.since.isoformat(),
            "text": _text(one, "restriction"),
        }
        for one in limits
    ]
    return [one for one in found if one["text"]]


def _text(row: Checkup | Restriction, kind: str) -> str:
    return str(vault.unseal(bytes(row.sealed), row.company_id, f"{kind}/{row.id}").get("text", ""))
