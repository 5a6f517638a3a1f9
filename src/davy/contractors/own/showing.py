"""A firm and its people, as its own login reads them."""

from __future__ import annotations

from collections import defaultdict
from typing import Any
from uuid import UUID

from davy.accounts.here import TenantRequest
from davy.contractors import shown
from davy.contractors.bounds import own_certificates, own_people
from davy.contractors.models import Admission, Ban
from davy.contractors.registers import admissions, bans, papers, submissions
from davy.people.models import Firm, Person
from davy.people.shapes import CertificateOut, certificate_out

__all__ = ["firm_told", "people_told"]

_WORKS = frozenset({"valid", "expiring", "review_due"})
_PERSON = ("id", "name", "hr_code", "phone", "id_last4", "trade", "team", "photo", "status")


def firm_told(request: TenantRequest, firm: Firm) -> dict[str, Any]:
    """The firm with its papers, what it lacks, and how much waits or was refused."""
    [line] = shown.lines(request, [firm])
    kept = papers.all(request).filter(firm_id=firm.id).order_by("kind", "-valid_to", "id")
    shut: Ban | None = bans.all(request).filter(firm_id=firm.id, lifted_on=None).first()
    handed = submissions.all(request).filter(firm_id=firm.id)
    return {
        **line,
        "banned": shut and {"since": shut.since, "why": shut.why},
        "refused": handed.filter(state="refused").count(),
        "papers": [shown.paper(request, one) for one in kept],
    }


def people_told(request: TenantRequest, firm: Firm, found: list[Person]) -> list[dict[str, Any]]:
    """People of the firm with their certificates and admissions; what each lacks first to last."""
    ids = own_people(request, firm).filter(id__in=[one.id for one in found]).values("id")
    today = request.company.today()
    certs: defaultdict[UUID, list[CertificateOut]] = defaultdict(list)
    for paper in own_certificates(request, firm).filter(person_id__in=ids).order_by("valid_to", "number"):
        certs[paper.person_id].append(certificate_out(paper, today, open_to_reader=True))
    let: defaultdict[UUID, list[dict[str, Any]]] = defaultdict(list)
    rows: list[Admission] = list(admissions.all(request).filter(person_id__in=ids).order_by("-until", "-id"))
    for row, told in zip(rows, shown.admissions(request, rows), strict=True):
        let[row.person_id].append(told)
    return [
        {
            **{name: getattr(one, name) for name in _PERSON},
            "certificates": certs[one.id],
            "admissions": let[one.id],
            "missing": _missing(one, certs[one.id], let[one.id]),
        }
        for one in found
    ]


def _missing(person: Person, certs: list[CertificateOut], let: list[dict[str, Any]]) -> list[str]:
    if person.status == "left":
        return []
    lacks = {
        "frozen": person.status == "frozen",
        "certificate": not certs,
        "certificate_over": bool(certs) and not any(one.state in _WORKS for one in certs),
        "admission": not any(one["counts"] for one in let),
        "phone": not person.phone,
        "photo": not person.photo,
    }
    return [name for name, lacking in lacks.items() if lacking]
