"""Somebody new and his certificates, as a row of a file tells them, kept as waiting for the plant.

Whether somebody of this number is on the books elsewhere is not asked here: the firm is told the same in
either case, and the plant sees it beside 确认."""

from __future__ import annotations

from datetime import date
from typing import Any

from davy.accounts.here import TenantRequest
from davy.attachments.store import hold
from davy.contractors.bounds import person_of_firm, uploaded
from davy.contractors.handed.handing import check_room, hand_in
from davy.contractors.models import Submission
from davy.contractors.registers import submissions
from davy.people import identity, vault
from davy.people.importing.columns import column
from davy.people.importing.judging import Part
from davy.people.importing.known import Now
from davy.people.models import Certificate, Firm
from davy.people.rules import check_certificate
from davy.problems.response import Problem

__all__ = ["hand_in_certificate", "hand_in_person", "number_of"]

_TOLD = ("name", "phone", "trade", "team")
_DAYS = ("issued_at", "valid_from", "valid_to", "review_due")


def hand_in_person(request: TenantRequest, firm: Firm, part: Part, mark: str) -> Submission:
    """Somebody new waits, his number sealed. The same person twice waits once."""
    there = _waits(request, firm, mark)
    if there is not None:
        return there
    number, photo = part.values["id_number"], part.scans.get("photo", "")
    body = {name: part.values.get(name, "") for name in _TOLD}
    row = _keep(request, firm, "person", {**body, "id_last4": identity.last4(number)}, photo, id_hash=mark)
    row.sealed = vault.seal({"id_number": number}, row.company_id, f"handed/{row.id}")
    row.save(update_fields=["sealed"])
    return row


def number_of(row: Submission) -> str:
    """The identity number of somebody who waits. Raises vault.LostKeyError."""
    return str(vault.unseal(bytes(row.sealed), row.company_id, f"handed/{row.id}").get("id_number", ""))


def hand_in_certificate(
    request: TenantRequest, firm: Firm, part: Part, owner: Now | None, mark: str
) -> Submission:
    """A certificate of somebody of the firm, or of somebody who waits himself. Raises Problem where neither
    is, and for what could not be entered."""
    said: dict[str, Any] = {
        column(name).field: text for name, text in part.values.items() if column(name).group == "certificate"
    }
    scan = part.scans.get("certificate.scan", "")
    values = {name: said.get(name, "") for name in ("kind", "number", "item", "issuer", "holder_name")}
    values |= {name: date.fromisoformat(said[name]) if said.get(name) else None for name in _DAYS}
    if owner is not None:
        person = person_of_firm(request, firm, owner.id)
        return hand_in(
            request, firm, "certificate", {"person_id": person.id, **values}, scan, elsewhere=False
        )
    waits = _waits(request, firm, mark)
    if waits is None:
        raise Problem("not_found")
    check_certificate(Certificate(company_id=request.company.id, **values, scan=scan))
    return _keep(request, firm, "certificate", values, scan, of_id=waits.id)


def _waits(request: TenantRequest, firm: Firm, mark: str) -> Submission | None:
    found = submissions.all(request).filter(firm_id=firm.id, kind="person", state="waiting")
    return found.filter(id_hash=mark).first() if mark else None


def _keep(
    request: TenantRequest, firm: Firm, kind: str, values: dict[str, Any], scan: str, **more: Any
) -> Submission:
    check_room(request, firm)
    if scan and not uploaded(request.company.id, firm.id, scan):
        raise Problem("attachment_unknown", missing=[{"sha256": scan}])
    told = {name: one.isoformat() if isinstance(one, date) else one for name, one in values.items()}
    same = submissions.all(request).filter(firm_id=firm.id, state="waiting", kind=kind, body=told, **more)
    if same.exists():
        raise Problem("submission_waiting")
    by = {"firm_id": firm.id, "by_id": request.user.person_id}
    row = submissions.add(request, {**by, "kind": kind, "body": told, "scan": scan, **more})
    hold(request.company.id, "submission", row.id, "", scan)
    return row
