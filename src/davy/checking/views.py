"""The two public addresses of a code: what it stands for, and stop. Thin."""

from __future__ import annotations

from typing import Any, cast
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe
from ninja.utils import check_csrf

from davy import clock
from davy.accounts.here import TenantRequest
from davy.checking import flood, page
from davy.checking.blanks import blank
from davy.checking.facts import Scan, scan, stands
from davy.checking.stopping import stop
from davy.db import tenant
from davy.door.execute import DoorBusyError

__all__ = ["check", "stop_here"]


@require_safe
def check(request: HttpRequest, token: str) -> HttpResponse:
    """What the code stands for now. An unknown code, or one of another company, is a calm 404."""
    found = _scan(request, token)
    if found is None:
        return _serial(request, token) or page.note("code_unknown", _about(request))
    about = {
        **_about(request),
        "plan": request.GET.get("plan", "")[:20],
        "sheet": _sheet(request, found),
    }
    return page.permit(found, about, csrf=get_token(request))


@csrf_exempt  # checked below, so that the answer is a page and not JSON
@require_POST
def stop_here(request: HttpRequest, token: str) -> HttpResponse:
    """Stop the permit of this code, then show what became of it: a reload of that page presses nothing. One
    that was stopped already is shown as it is, for everybody who must know has been alarmed."""
    found = _scan(request, token)
    if found is None or found.is_point:
        return page.note("code_unknown", _about(request))
    if check_csrf(request) is not None:
        return page.note("page_too_old", _about(request))
    company = cast("TenantRequest", request).company
    shown = found.permits[0]
    if not shown.stopped:
        if not flood.admit(company.id, token, request, in_vain=not shown.stoppable):
            return page.note("too_many_stops", _about(request))
        try:
            stop(company.id, shown.id)
        except DoorBusyError:
            return page.note("stop_not_delivered", _about(request))
    return HttpResponseRedirect(f"/c/{token}", status=303)


def _serial(request: HttpRequest, token: str) -> HttpResponse | None:
    """The page of a sheet of an outage, None for any other text."""
    company = cast("TenantRequest", request).company
    with tenant.company(company.id):
        found = blank(company.id, token, clock.now())
    return None if found is None else page.blank(found, _about(request))


def _scan(request: HttpRequest, token: str) -> Scan | None:
    company = cast("TenantRequest", request).company
    with tenant.company(company.id):
        return scan(company.id, token, clock.now(), ZoneInfo(company.timezone))


def _sheet(request: HttpRequest, found: Scan) -> dict[str, Any] | None:
    """How the sheet stands whose number the code says; of a permit's own code only."""
    company = cast("TenantRequest", request).company
    if found.is_point:
        return None
    with tenant.company(company.id):
        return stands(company.id, found.permits[0].id, request.GET.get("s", "")[:6], clock.now())


def _about(request: HttpRequest) -> dict[str, Any]:
    company = cast("TenantRequest", request).company
    now = clock.now().astimezone(ZoneInfo(company.timezone))
    return {
        "company": company.name,
        "simulated": company.simulated,
        "checked_at": now.strftime("%Y-%m-%d %H:%M:%S"),
    }
