"""HTTP for the wall board: by a login, and by the token of a screen that can read nothing else."""

from __future__ import annotations

from typing import Any, cast
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from ninja import Router, Status

from davy import clock
from davy.accounts.access import allow
from davy.accounts.here import TenantRequest
from davy.accounts.models import Company
from davy.accounts.reference import Register
from davy.attachments import files
from davy.attachments.models import Attachment
from davy.db import tenant
from davy.insight.models import WallScreen
from davy.insight.wall import screens, shapes
from davy.insight.wall.board import board
from davy.insight.wall.plan import plan
from davy.insight.wall.shapes_plan import SitePlan
from davy.people import queries as people
from davy.printing import sheet
from davy.problems.response import Problem
from davy.problems.shapes import Malformed, ProblemOut
from davy.sites.models import PlanDrawing, Site

__all__ = ["router"]

router = Router(tags=["wall"])
register = Register(WallScreen, "wall_screens", private=frozenset({"token_hash"}))
sites = Register(Site, "sites")
_SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@router.get("/wall/{uuid:site_id}", response={200: shapes.WallBoard, 404: ProblemOut})
@allow("wall", "read")
def get_wall(request: TenantRequest, site_id: UUID) -> dict[str, Any]:
    """The wall board of a site, for who is logged in; people are named as on a screen by default."""
    sites.find(request, site_id)
    return _board(request.company, site_id, "family_post")


@router.get("/plan/{uuid:site_id}/live", response={200: SitePlan, 404: ProblemOut})
@allow("plan", "read")
def get_live_plan(request: TenantRequest, site_id: UUID) -> dict[str, Any]:
    """What stands on the plan beside permits: areas with risk and freeze, people, isolations, red alarms."""
    sites.find(request, site_id)
    return plan(request.company.id, site_id)


@router.get("/wall-screens", response=list[shapes.ScreenOut])
@allow("wall_screens", "read")
def list_screens(request: TenantRequest) -> list[dict[str, Any]]:
    """The screens that may show a board without a login, the newest first; none of their tokens."""
    found = list(register.all(request).order_by("-made_at", "id"))
    return _shown(request.company.id, found)


@router.post("/wall-screens", response={201: shapes.ScreenMade, 422: Malformed | ProblemOut})
@allow("wall_screens", "write")
def add_screen(request: TenantRequest, body: shapes.ScreenIn) -> Status[dict[str, Any]]:
    """Make a screen. Its token is in this answer and nowhere else."""
    now = clock.now()
    if body.expires_at is not None and body.expires_at <= now:
        raise Problem("wall_screen_ended")
    token = screens.new_token()
    made = {"token_hash": screens.hashed(token), "made_by": request.user.person_id, "made_at": now}
    row = register.add(request, {**body.dict(), **made})
    path = f"/console/wall#{token}"
    origin = f"{'https' if settings.HTTPS else request.scheme}://{request.get_host()}"
    shown = _shown(request.company.id, [row])[0]
    return Status(201, {**shown, "token": token, "path": path, "qr": sheet.qr(origin + path)})


@router.delete("/wall-screens/{uuid:screen_id}", response={204: None, 404: ProblemOut})
@allow("wall_screens", "write")
def revoke_screen(request: TenantRequest, screen_id: UUID) -> Status[None]:
    """Revoke a screen: it shows nothing from this moment on. The row stays, to tell that it was."""
    row = register.find(request, screen_id)
    if row.revoked_at is None:
        screens.revoke(request.company.id, screen_id, by=request.user.id)
    return Status(204, None)


@router.post("/kiosk/open", response={200: shapes.Opened, 401: ProblemOut, 429: ProblemOut})
def open_kiosk(request: HttpRequest, response: HttpResponse, body: shapes.OpenIn) -> dict[str, Any]:
    """Give the token of a screen; this browser keeps it for the paths of the screen alone."""
    screen = _screen(request, body.token)
    screens.remember(response, body.token)
    return {"name": screen.name, "site_id": screen.site_id}


@router.get("/kiosk/board", response={200: shapes.WallBoard, 401: ProblemOut, 429: ProblemOut})
def get_kiosk(request: HttpRequest, response: HttpResponse) -> dict[str, Any]:
    """The board of the screen's site, by the screen's token."""
    token = request.COOKIES.get(screens.COOKIE, "")
    screen = _screen(request, token)
    company = cast("TenantRequest", request).company
    with tenant.company(company.id):
        found = _board(company, screen.site_id, screen.names)
    screens.remember(response, token)
    return found


@router.get("/kiosk/drawing", response={200: None, 401: ProblemOut, 404: ProblemOut, 429: ProblemOut})
def get_kiosk_drawing(request: HttpRequest) -> HttpResponseBase:
    """The drawn plan of the screen's site, by the screen's token."""
    screen = _screen(request, request.COOKIES.get(screens.COOKIE, ""))
    company_id = screen.company_id
    with tenant.company(company_id):
        drawn = PlanDrawing.objects.filter(company_id=company_id, site_id=screen.site_id).first()
        found = (
            Attachment.objects.filter(company_id=company_id, sha256=drawn.drawing).first() if drawn else None
        )
    if found is None:
        raise Problem("not_found")
    flat = found.width is not None
    try:
        held = files.opened(company_id, found.sha256, shown=flat)
    except FileNotFoundError:
        raise Problem("not_found") from None
    response = FileResponse(held, content_type="image/jpeg" if flat else found.media_type)
    response.headers["Content-Security-Policy"] = _SANDBOX
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def _screen(request: HttpRequest, token: str) -> WallScreen:
    """The screen behind the token. Raises Problem, the same for one that never was, is revoked or ended."""
    company = cast("TenantRequest", request).company
    with tenant.company(company.id):
        found = screens.of(company.id, token) if token else None
    if found is None:
        if token and not screens.refused(company.id, token, request):
            raise Problem("too_many_reads")
        raise Problem("wall_screen_unknown")
    if screens.too_often(found.id):
        raise Problem("too_many_reads")
    return found


def _board(company: Company, site_id: UUID, names: Any) -> dict[str, Any]:
    found = board(company.id, site_id, zone=ZoneInfo(company.timezone), now=clock.now(), names=names)
    if found["site"] is None:
        raise Problem("not_found")
    return found


def _shown(company_id: UUID, found: list[WallScreen]) -> list[dict[str, Any]]:
    makers = people.names(company_id, {row.made_by for row in found if row.made_by})
    same = ("id", "name", "site_id", "names", "made_at", "expires_at", "revoked_at", "seen_at")
    return [
        {**{key: getattr(row, key) for key in same}, "made_by": makers.get(str(row.made_by))} for row in found
    ]
