"""What is a firm's own. Every endpoint of a firm's login begins here: the rest might as well not be."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from davy.accounts.here import TenantRequest
from davy.contractors.models import FirmPaper, FirmViolation, Upload
from davy.people.models import Certificate, Firm, Person
from davy.people.registers import certificates, people
from davy.problems.response import Problem

__all__ = ["own_certificates", "own_firm", "own_people", "person_of_firm", "shows", "uploaded"]


def own_firm(request: TenantRequest) -> Firm:
    """The firm of the session. Raises Problem ``firm_login_over`` when it is no longer in use or its officer
    no longer of it; a firm that is shut out still reads why."""
    account = request.user
    if account.firm_id is None or account.person_id is None:
        raise Problem("firm_login_over")
    firm = Firm.objects.filter(company_id=request.company.id, id=account.firm_id, active=True).first()
    if firm is None:
        raise Problem("firm_login_over")
    if not own_people(request, firm).exclude(status="left").filter(id=account.person_id).exists():
        raise Problem("firm_login_over")
    return firm


def own_people(request: TenantRequest, firm: Firm) -> QuerySet[Person]:
    """Everybody of the firm."""
    return people.all(request).filter(firm_id=firm.id)


def own_certificates(request: TenantRequest, firm: Firm) -> QuerySet[Certificate]:
    """The certificates of the people of the firm."""
    return certificates.all(request).filter(person_id__in=own_people(request, firm).values("id"))


def person_of_firm(request: TenantRequest, firm: Firm, person_id: UUID) -> Person:
    """Somebody of the firm who did not leave. Raises Problem ``not_found``: the same for another firm's, for
    the plant's own and for nobody."""
    found = own_people(request, firm).exclude(status="left").filter(id=person_id).first()
    if found is None:
        raise Problem("not_found")
    return found


def uploaded(company_id: UUID, firm_id: UUID, sha256: str) -> bool:
    """Whether the firm sent these bytes itself."""
    return Upload.objects.filter(company_id=company_id, firm_id=firm_id, sha256=sha256).exists()


def shows(request: TenantRequest, firm: Firm, sha256: str) -> bool:
    """Whether the firm may see this attachment: it sent it, or it stands in its own file."""
    company = request.company.id
    return bool(sha256) and (
        uploaded(company, firm.id, sha256)
        or FirmPaper.objects.filter(company_id=company, firm_id=firm.id, scan=sha256).exists()
        or FirmViolation.objects.filter(company_id=company, firm_id=firm.id, photo=sha256).exists()
        or own_certificates(request, firm).filter(scan=sha256).exists()
        or own_people(request, firm).filter(photo=sha256).exists()
    )
