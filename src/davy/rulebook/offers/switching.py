"""Offered rules taken into a company's overlay and out of it, beside whatever else stands there: rows are
added to the packs' and taken away again, the packs' own stay (so they only tighten)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from davy.accounts import audit
from davy.db import tenant
from davy.problems.response import Problem
from davy.rulebook import law, overlays
from davy.rulebook.models import StoredOverlay

__all__ = ["read", "switch"]


def read(company_id: UUID) -> list[dict[str, Any]]:
    """Each offer with its rules, whether it is in use here (`on`), and whether what is in use is another
    version than the one that is offered (`other`). Inside a tenant block."""
    return [_told(company_id, name, offer) for name, offer in law.offers().items()]


def switch(
    company_id: UUID, account_id: UUID, name: str, base: UUID | None, *, on: bool, reason: str
) -> None:
    """Take an offer into use, in its newest version, or out of it; of permits submitted from now on. Opens
    its own tenant block.

    Raises Problem for an offer that is not there, and when somebody else changed the overlay since `base` was
    read.
    """
    offer = law.offers().get(name)
    if offer is None:
        raise Problem("not_found")
    with tenant.company(company_id):
        before = overlays.alone(company_id, str(offer["pack"]))
        if (before.id if before else None) != base:
            raise Problem("offers_stale")
        body = overlays.begun(before, str(offer["pack"]))
        others = [row for row in body.get("requirements", []) if row["id"] not in _names(offer)]
        body["requirements"] = [*others, *(offer["requirements"] if on else ())]
        made = overlays.keep(company_id, account_id, body)
        was = _standing(before, offer)
        audit.write(
            company_id=company_id,
            account_id=account_id,
            resource="site_rules",
            resource_id=made.id,
            before={"offer": name, "version": was, "reason": ""},
            after={"offer": name, "version": str(offer["version"]) if on else "", "reason": reason},
        )


def _told(company_id: UUID, name: str, offer: Mapping[str, Any]) -> dict[str, Any]:
    newest = overlays.newest(company_id, str(offer["pack"]))
    stands = [row for row in _rows(newest) if row["id"] in _names(offer)]
    return {
        "name": name,
        "title": offer["title"],
        "pack": offer["pack"],
        "base": newest.id if newest else None,
        "on": bool(stands),
        "other": bool(stands) and stands != list(offer["requirements"]),
        "rules": [
            {"id": r["id"], "at": list(r.get("at", ())), "watched": "while" in r, "says": r["says"]}
            for r in offer["requirements"]
        ],
    }


def _rows(overlay: StoredOverlay | None) -> list[Mapping[str, Any]]:
    return list(overlay.body.get("requirements", ())) if overlay else []


def _names(offer: Mapping[str, Any]) -> set[str]:
    return {row["id"] for row in offer["requirements"]}


def _standing(overlay: StoredOverlay | None, offer: Mapping[str, Any]) -> str:
    """What of an offer stood before, for the record."""
    return " ".join(sorted(row["id"] for row in _rows(overlay) if row["id"] in _names(offer)))
