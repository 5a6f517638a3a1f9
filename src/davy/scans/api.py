"""HTTP for reading documents from pictures."""

from __future__ import annotations

from typing import Any, Literal
from uuid import UUID

from ninja import Router, Schema

from davy.accounts.access import allow
from davy.accounts.here import TenantRequest
from davy.accounts.reference import Input
from davy.attachments import files
from davy.attachments.models import Attachment
from davy.db import tenant
from davy.insight.beginning import queries as beginning
from davy.people import rules
from davy.people.catalogues import catalogues
from davy.people.models import Person
from davy.problems.response import Problem
from davy.scans import engine, reading
from davy_core.scans.propose import Holder

__all__ = ["router"]

router = Router(tags=["scans"])


class ScanIn(Input):
    """An uploaded picture, by its SHA-256; what it should be, and of whom, where that is known already."""

    sha256: str
    document: Literal["special_operation", "identity", "medical", "training"] | None = None
    person_id: UUID | None = None


class ScanField(Schema):
    """One proposal: the value as it would be entered, the cutting of the picture as a data address, how
    sure the engine is (0 to 1), and codes of what speaks against it. Nothing was entered."""

    name: str
    value: str | None
    cutting: str | None
    sure: float
    doubts: list[str]


class ScanOut(Schema):
    """`advice`: why the picture should be taken again: small, blurred, nothing (no letters found)."""

    document: str | None
    fields: list[ScanField]
    advice: list[str]


@router.post("/scans", response=ScanOut)
@allow("scans", "write", reads=False)
def read_scan(request: TenantRequest, body: ScanIn) -> dict[str, Any]:
    """What stands on a document of a person, proposed from its picture. Takes seconds; one at a time."""
    if not engine.installed():
        raise Problem("scan_not_installed")
    with tenant.company(request.company.id):  # ended before the reading begins, which takes seconds
        picture = _picture(request, body.sha256)
        holder = _holder(request, body.person_id) if body.person_id else None
    try:
        found = reading.look(picture, body.document, _items(), request.company.today(), holder)
    except engine.BusyError:
        raise Problem("scan_busy") from None
    except engine.FailedError:
        raise Problem("scan_failed") from None
    fields = [
        {
            "name": one.name,
            "value": one.value,
            "cutting": found.cuttings.get(one.name),
            "sure": one.sure,
            "doubts": list(one.doubts),
        }
        for one in found.fields
    ]
    return {"document": found.document, "fields": fields, "advice": list(found.advice)}


def _items() -> list[str]:
    """What may stand on a certificate: the catalogues, and what works here ask for."""
    listed = (item for one in catalogues() for _, items in one.categories for item in items)
    return [*listed, *(one["item"] for one in beginning.items())]


def _picture(request: TenantRequest, sha256: str) -> bytes:
    """The copy that is shown: painted anew, so no hidden bytes reach the engine."""
    found = Attachment.objects.filter(company_id=request.company.id, sha256=sha256).first()
    if found is None:
        raise Problem("not_found")
    if found.width is None:
        raise Problem("scan_no_picture")
    try:
        return files.content(request.company.id, sha256, shown=True)
    except FileNotFoundError:
        raise Problem("scan_no_picture") from None


def _holder(request: TenantRequest, person_id: UUID) -> Holder:
    person = Person.objects.filter(company_id=request.company.id, id=person_id).first()
    if person is None:
        raise Problem("reference_unknown", field="person_id")

    def owns(number: str) -> bool:
        return rules.is_his(number, person, request.company) is not False

    return Holder(person.name, owns if person.id_hash else None)
