"""The public page of a gate: sign on and off by its code of the minute. Thin."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from ninja.utils import check_csrf

from davy.contractors import roster
from davy.db import tenant
from davy.people.models import Firm
from davy.problems.response import Problem
from davy.sites.models import Site
from davy.training import codes
from davy.training.page import company_of, note, shown
from davy.training.whose import person_of

__all__ = ["sign_on"]


@csrf_exempt  # checked below, so that the answer is a page and not JSON
@require_http_methods(["GET", "HEAD", "POST"])
def sign_on(request: HttpRequest, site_id: UUID, code: str) -> HttpResponse:
    """The form, and what came of it. A page that is older than its code is told so."""
    company = company_of(request)
    with tenant.company(company.id):
        site = Site.objects.filter(company_id=company.id, id=site_id).first()
    if site is None or not codes.is_fresh(code, company.id, "gate", site_id):
        return note(request, "class_code_old")
    if request.method != "POST":
        return shown(request, "gate.html", {"site": site})
    if check_csrf(request) is not None:
        return note(request, "class_code_old")
    try:
        person = person_of(company.id, request)
        off = request.POST.get("way") == "off"
        row = roster.sign_off(company, person) if off else roster.sign_on(company, site_id, person)
    except Problem as problem:
        return note(request, problem, back=request.path)
    with tenant.company(company.id):
        firm = Firm.objects.filter(company_id=company.id, id=row.firm_id).first()
    return shown(request, "passed.html", {"person": person, "firm": firm, "off": off, "site": site})
