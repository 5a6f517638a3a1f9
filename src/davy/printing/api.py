"""HTTP for printing. Thin."""

from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from ninja import Router

from davy import clock
from davy.accounts.access import allow, may
from davy.accounts.here import TenantRequest
from davy.printing.fonts import FontMissingError
from davy.printing.printout import Reader, printout
from davy.problems.response import Problem

__all__ = ["router"]

router = Router(tags=["permits"])


@router.get("/permits/{permit_id}/form.pdf")
@allow("permits", "read")
def print_form(request: TenantRequest, permit_id: UUID) -> HttpResponse:
    """The statutory form on one A4 page. Whoever may read a permit may carry it: it shows nothing else."""
    company = request.company
    numbers = may(request.user.roles, "people_private", "read")
    reader = Reader(company.id, company.name, company.timezone, numbers)
    try:
        made = printout(reader, permit_id, origin=_origin(request), now=clock.now())
    except FontMissingError:
        raise Problem("print_font_missing") from None
    if made is None:
        raise Problem("not_found")
    name, body = made
    answer = HttpResponse(body, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    answer["Cache-Control"] = "no-store"
    return answer


def _origin(request: TenantRequest) -> str:
    """Where somebody who scans the paper finds this server; a proxy may speak TLS for it."""
    return f"{'https' if settings.HTTPS else request.scheme}://{request.get_host()}"
