"""HTTP for permits: the one way in for commands, and the reads of card, board, tasks and timeline. Thin."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import Field, Query, Router, Schema, Status
from ninja.errors import HttpError

from davy import clock
from davy.accounts import proof, reauth
from davy.accounts.access import allow
from davy.accounts.here import TenantRequest
from davy.accounts.reference import Input
from davy.clock import beat
from davy.db import tenant
from davy.door import commanding, described, terminals
from davy.door.shapes import AcceptedOut, RefusedOut
from davy.permits import (
    agenda,
    approving,
    contact,
    crossings,
    listing,
    proposals,
    templates,
    timeline,
    ventilation,
    waiting,
    weather,
)
from davy.permits.card import card
from davy.permits.facts import load
from davy.permits.shapes import (
    Board,
    ContactOut,
    ScannedPermit,
    ScannedPoint,
    SystemOut,
    Task,
    TimelineRow,
    WeatherOut,
)
from davy.permits.shapes_approving import ApprovalQueue
from davy.permits.shapes_board import BoardIn
from davy.permits.shapes_card import Card
from davy.permits.shapes_crossings import ConflictsIn, ConflictsOut
from davy.permits.shapes_route import StuckPermit
from davy.permits.shapes_template import ProposalOut, TemplateOut, TemplateRow
from davy.permits.shapes_ventilation import EarlierSeries
from davy.problems.response import Problem
from davy.problems.shapes import Malformed, ProblemOut
from davy.sites.queries import works_off
from davy.sync.terminal import session
from davy_core.weather.beaufort import HIGHEST
from davy_core.weather.observation import COLDEST, HOTTEST, Weather

__all__ = ["router"]

router = Router(tags=["permits"])
ASSERTION = "Davy-Assertion"


class ReauthIn(Input):
    """The password of the session's own account, and the command it is for."""

    password: str
    command: UUID


class ReauthOut(Schema):
    """The proof to put into that command's envelope."""

    token: str


class ContactIn(Input):
    """Where the phone is, when it knows: degrees and metres."""

    lat: float | None = None
    lon: float | None = None
    accuracy_m: float | None = None


class WeatherIn(Input):
    """What somebody sees now: wind and gust in Beaufort, temperature in °C. What is left out was not looked
    at, and is not known."""

    wind_force: int = Field(ge=0, le=HIGHEST)
    gust: int | None = Field(None, ge=0, le=HIGHEST)
    rain: Literal["none", "light", "moderate", "heavy"] | None = None
    snow: Literal["none", "light", "moderate", "heavy"] | None = None
    fog: Literal["none", "light", "dense"] | None = None
    temperature_c: Decimal | None = Field(None, ge=COLDEST, le=HOTTEST, decimal_places=1)


@router.post("/session/reauth", response={200: ReauthOut, 409: ProblemOut}, tags=["accounts"])
@allow("session", "write", reads=False)
def prove_password(request: TenantRequest, body: ReauthIn) -> dict[str, str]:
    """Enter the password again for one command that carries a signature."""
    reauth.require(request.user, body.password, request)
    return {"token": proof.make(request.user.id, body.command)}


@router.post(
    "/commands",
    response={
        200: AcceptedOut,
        404: ProblemOut,
        409: RefusedOut | ProblemOut,
        422: Malformed,
        503: ProblemOut,
    },
    openapi_extra={"requestBody": described.REQUEST},
)
@allow("commands", "write", reads=False)
def give_command(request: TenantRequest) -> HttpResponse:
    """One command envelope, as the exact bytes to be hashed. The same id with the same bytes is answered
    the same.

    A passkey's answer over the bytes goes into the header Davy-Assertion: base64url of the JSON {id,
    client_data, authenticator_data, signature}; the signature of the sender's enrolled phone over them into
    Davy-Device: base64url of the JSON {device, signature}. 200 accepted; 409 refused, with every reason; 422
    malformed, nothing recorded; 503 busy: send the same bytes again."""
    sender = commanding.sender_of(request.user, session.visit_of(request))
    asserted, phone = request.headers.get(ASSERTION), request.headers.get(terminals.HEADER)
    answer = commanding.answer(request.body, request.company.id, sender, asserted, phone)
    session.given(request, request.body, accepted=answer.status_code == 200)
    return answer


@router.get("/permits", response={200: Board, 422: Malformed}, by_alias=True)
@allow("board", "read")
def get_board(request: TenantRequest, asked: Query[BoardIn]) -> HttpResponse:
    """The board: a page of permits, newest change first unless sorted otherwise, with counts by state."""
    try:
        found = listing.board(request.company.id, asked.filter(request.user.person_id))
    except listing.CursorError as error:
        raise HttpError(422, "cursor") from error
    return HttpResponse(found, content_type="application/json")


@router.get("/permits/{permit_id}", response={200: Card, 404: ProblemOut}, by_alias=True)
@allow("permits", "read")
def get_permit(request: TenantRequest, permit_id: UUID) -> HttpResponse:
    """One permit with its conditions judged now."""
    found = card(request.company.id, permit_id, request.user.person_id, clock.now())
    if found is None:
        raise Problem("not_found")
    return _sent(found)


@router.get("/permits/{permit_id}/timeline", response={200: list[TimelineRow], 404: ProblemOut})
@allow("permits", "read")
def get_timeline(request: TenantRequest, permit_id: UUID) -> HttpResponse:
    """Everything that happened, in order: who, when, where, with the hash of each link."""
    found = timeline.of(request.company.id, permit_id)
    if not found:
        raise Problem("not_found")
    return _sent(found)


@router.get("/permits/{permit_id}/ventilation/earlier", response={200: list[EarlierSeries], 404: ProblemOut})
@allow("permits", "read")
def get_earlier_ventilation(request: TenantRequest, permit_id: UUID) -> HttpResponse:
    """How gas went down at this work point before: what a ventilation plan may take its decay from."""
    if load(request.company.id, permit_id) is None:
        raise Problem("not_found")
    return _sent(ventilation.earlier(request.company.id, permit_id))


@router.post("/permits/{permit_id}/contact", response={200: ContactOut, 404: ProblemOut})
@allow("permits", "read", reads=False)
def keep_contact(request: TenantRequest, permit_id: UUID, body: ContactIn) -> HttpResponse:
    """A sign of life; the answer renews the phone's green lease (S17)."""
    with tenant.company(request.company.id):
        found = contact.note(request.company.id, permit_id, request.user.person_id, body.dict())
    if found is None:
        raise Problem("not_found")
    return _sent(found)


@router.get("/permits/{permit_id}/conflicts", response={200: ConflictsOut, 404: ProblemOut}, by_alias=True)
@allow("permits", "read")
def get_conflicts(request: TenantRequest, permit_id: UUID) -> HttpResponse:
    """The works that stand in a permit's way now: with whom, how far, by which clause, and what to do."""
    found = crossings.of_permit(request.company.id, permit_id, clock.now())
    if found is None:
        raise Problem("not_found")
    return _sent(found)


@router.post("/conflicts", response={200: ConflictsOut, 404: ProblemOut}, by_alias=True)
@allow("permits", "read", reads=False)
def simulate_conflicts(request: TenantRequest, body: ConflictsIn) -> HttpResponse:
    """The conflicts that a request would have if it were sent now. Nothing is kept."""
    with tenant.company(request.company.id):
        found = crossings.before_sending(request.company.id, body.dict(), request.user.person_id, clock.now())
    if found is None:
        raise Problem("not_found")
    return _sent(found)


@router.get("/tasks", response=list[Task], by_alias=True)
@allow("permits", "read")
def get_tasks(request: TenantRequest) -> HttpResponse:
    """What I must do now, what lapses first on top."""
    if request.user.person_id is None:
        return _sent([])
    return _sent(agenda.of(request.company.id, request.user.person_id, clock.now()))


@router.get("/approvals/stuck", response=list[StuckPermit], by_alias=True)
@allow("permits", "read")
def get_stuck(request: TenantRequest) -> HttpResponse:
    """The permits that nobody can sign now: the node, why, and who sees to it."""
    return _sent(waiting.stuck_permits(request.company.id, clock.now()))


@router.get("/approvals/queue", response=ApprovalQueue, by_alias=True)
@allow("permits", "read")
def get_queue(request: TenantRequest) -> HttpResponse:
    """What waits for my signature, with what stands in its way, and what waits for others. Read only: each
    decision is a command with a signature of its own (S20)."""
    person = request.user.person_id
    if person is None:
        return _sent({"mine": [], "more": 0, "others": [], "server_time": clock.now()})
    return _sent(approving.queue_of(request.company.id, person, clock.now()))


@router.get("/templates", response=list[TemplateRow])
@allow("rulebook", "read")
def list_templates(request: TenantRequest, site: UUID | None = None) -> HttpResponse:
    """The templates a permit can be made from at a site, or at any site, in the order in which people look
    for them; what is switched off is not among them."""
    return _sent(templates.every(works_off(request.company.id, site)))


@router.get("/templates/{name}", response={200: TemplateOut, 404: ProblemOut}, by_alias=True)
@allow("rulebook", "read")
def get_template(request: TenantRequest, name: str) -> HttpResponse:
    """What a request made from this template asks: fields, duties, hazards, measures."""
    found = templates.of(request.company.id, name)
    if found is None:
        raise Problem("not_found")
    return _sent(found)


@router.get("/substances", response=list[dict[str, str]])
@allow("rulebook", "read")
def list_substances(request: HttpRequest) -> list[dict[str, str]]:
    """The substances that have limits, each with its name in both languages."""
    return templates.substances()


@router.get("/proposal", response={200: ProposalOut, 404: ProblemOut}, by_alias=True)
@allow("permits", "read")
def get_proposal(request: TenantRequest, template: str, point: UUID) -> HttpResponse:
    """What a new request is filled with from place, template and history."""
    found = proposals.propose(request.company.id, template, point, request.user.person_id, clock.now())
    if found is None:
        raise Problem("not_found")
    return _sent(found)


@router.get("/scan/{token}", response={200: ScannedPermit | ScannedPoint, 404: ProblemOut}, by_alias=True)
@allow("permits", "read")
def scan(request: TenantRequest, token: str) -> HttpResponse:
    """What a scanned code stands for: a permit, or a work point with its open permits."""
    found = contact.scanned(request.company.id, token)
    if found is None:
        raise Problem("not_found")
    return _sent(found)


@router.get("/sites/{uuid:site_id}/weather", response={200: WeatherOut, 404: ProblemOut})
@allow("weather", "read")
def get_weather(request: TenantRequest, site_id: UUID) -> dict[str, Any]:
    """The newest observation of a site's weather, however old."""
    found = weather.latest(request.company.id, site_id)
    if found is None:
        raise Problem("not_found")
    return found


@router.post("/sites/{uuid:site_id}/weather", response={201: WeatherOut, 404: ProblemOut})
@allow("weather", "write")
def enter_weather(request: TenantRequest, site_id: UUID, body: WeatherIn) -> Status[dict[str, Any]]:
    """Enter the weather observed now; running work of the site is judged anew."""
    if weather.latest(request.company.id, site_id) is None:
        raise Problem("not_found")
    seen = Weather(clock.now(), "person", **body.dict())
    weather.observe(request.company.id, site_id, seen, request.user.person_id)
    return Status(201, weather.latest(request.company.id, site_id) or {})


@router.get("/system", response=SystemOut)
@allow("permits", "read")
def get_system(request: HttpRequest) -> dict[str, Any]:
    """Whether the watching clock runs (S18)."""
    found = beat.state()
    return {"clock_ok": found.ok, "beat_at": found.at, "server_time": clock.now()}


def _sent(found: Any) -> HttpResponse:
    """What was built, as it is: tests hold it to the shape that describes it."""
    return JsonResponse(found, safe=False, json_dumps_params={"ensure_ascii": False})
