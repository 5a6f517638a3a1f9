"""HTTP for firms, people, certificates and posts."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from ninja import PatchDict, Query, Router, Status

from davy import clock
from davy.accounts.access import allow, may
from davy.accounts.here import TenantRequest
from davy.accounts.reference import Page, Paging, Register
from davy.attachments.store import hold
from davy.people import delegations, identity, protected, queries, rules, shapes
from davy.people.models import Certificate, Firm, Post, Violation
from davy.people.registers import certificates, people
from davy.people.standing import NOTICE, Standing
from davy.permits.waking import wake_person
from davy.problems.response import Problem
from davy.sites.models import Area, Site, Unit
from davy.verification.queries import frozen_since

__all__ = ["router"]

router = Router(tags=["people"])

firms = Register(Firm, "firms", private=frozenset({"contact_name", "contact_phone"}))
posts = Register(Post, "posts", check=rules.check_post)
violations = Register(Violation, "violations", private=frozenset({"what", "lifted_why"}))
PLACES: dict[str, Register[Any]] = {
    "area_id": Register(Area, "areas"),
    "unit_id": Register(Unit, "units"),
    "site_id": Register(Site, "sites"),
}


@router.get("/firms", response=Page[shapes.FirmOut])
@allow("firms", "read")
def list_firms(request: TenantRequest, paging: Query[Paging], active: bool | None = None) -> dict[str, Any]:
    """Contractor firms by code."""
    found = firms.all(request).order_by("code")
    if paging.q:
        found = found.filter(Q(name__icontains=paging.q) | Q(code__istartswith=paging.q))
    if active is not None:
        found = found.filter(active=active)
    return Page.of(found, paging, lambda firm: _firm(request, firm))


@router.post("/firms", response={201: shapes.FirmOut})
@allow("firms", "write")
def add_firm(request: TenantRequest, body: shapes.FirmIn) -> Status[shapes.FirmOut]:
    """Enter a contractor firm."""
    return Status(201, _firm(request, firms.add(request, body.dict())))


@router.get("/firms/{uuid:firm_id}", response=shapes.FirmOut)
@allow("firms", "read")
def get_firm(request: TenantRequest, firm_id: UUID) -> shapes.FirmOut:
    """One contractor firm."""
    return _firm(request, firms.find(request, firm_id))


@router.patch("/firms/{uuid:firm_id}", response=shapes.FirmOut)
@allow("firms", "write")
def change_firm(request: TenantRequest, firm_id: UUID, body: PatchDict[shapes.FirmIn]) -> shapes.FirmOut:
    """Change the fields given."""
    return _firm(request, firms.change(request, firm_id, body))


@router.get("/people", response=Page[shapes.PersonOut])
@allow("people", "read")
def list_people(request: TenantRequest, wanted: Query[shapes.PeopleWanted]) -> dict[str, Any]:
    """People by pinyin; ``q`` looks into names, pinyin and staff codes."""
    found = people.all(request).order_by("name_pinyin", "name", "id")
    if wanted.q:
        starts = Q(name_pinyin__istartswith=wanted.q) | Q(hr_code__istartswith=wanted.q)
        found = found.filter(starts | Q(name__icontains=wanted.q))
    if wanted.status is not None:
        found = found.filter(status=wanted.status)
    if wanted.firm_id is not None:
        found = found.filter(firm_id=wanted.firm_id)
    if wanted.unit_id is not None:
        found = found.filter(unit_id=wanted.unit_id)
    if wanted.trade:
        found = found.filter(trade=wanted.trade)
    if wanted.own_staff is not None:
        found = found.filter(firm_id__isnull=wanted.own_staff)
    if wanted.certificate is not None:
        holders = certificates.all(request).filter(kind=wanted.certificate).values("person_id")
        found = found.filter(id__in=holders)
    open_to_reader = _open(request)
    return Page.of(found, wanted, lambda person: shapes.person_out(person, open_to_reader=open_to_reader))


@router.post("/people", response={201: shapes.PersonOut})
@allow("people", "write")
def add_person(request: TenantRequest, body: shapes.PersonIn) -> Status[shapes.PersonOut]:
    """Enter a person. A second one with the same staff code or identity number is refused."""
    values = rules.with_identity(body.dict(), request.company)
    _check_places(request, values)
    person = people.add(request, values)
    _seal_identity(request, person.id, body.dict())
    hold(request.company.id, "person", person.id, "", person.photo)
    return Status(201, shapes.person_out(person, open_to_reader=_open(request)))


@router.get("/people/{uuid:person_id}", response=shapes.PersonDetail)
@allow("people", "read")
def get_person(request: TenantRequest, person_id: UUID) -> shapes.PersonDetail:
    """One person with his certificates and their state today."""
    person, open_to_reader, today = people.find(request, person_id), _open(request), request.company.today()
    papers = certificates.all(request).filter(person_id=person_id).order_by("kind", "item", "number")
    shown = [shapes.certificate_out(paper, today, open_to_reader=open_to_reader) for paper in papers]
    summary = shapes.person_out(person, open_to_reader=open_to_reader)
    return shapes.PersonDetail(**summary.dict(), certificates=shown)


@router.patch("/people/{uuid:person_id}", response=shapes.PersonOut)
@allow("people", "write")
def change_person(
    request: TenantRequest, person_id: UUID, body: PatchDict[shapes.PersonIn]
) -> shapes.PersonOut:
    """Change the fields given."""
    before = people.find(request, person_id)
    photo_before, status_before = before.photo, before.status
    if body.get("status") == "active" and frozen_since(request.company.id, person_id) is not None:
        raise Problem("person_thaw_by_two")
    values = rules.with_identity(dict(body), request.company, person_id)
    _check_places(request, values)
    person = people.change(request, person_id, values)
    _seal_identity(request, person_id, dict(body))
    hold(request.company.id, "person", person.id, photo_before, person.photo)
    if person.status != status_before:
        wake_person(request.company.id, person_id, clock.now())
    return shapes.person_out(person, open_to_reader=_open(request))


@router.get("/certificates", response=Page[shapes.CertificateOut])
@allow("certificates", "read")
def list_certificates(
    request: TenantRequest,
    paging: Query[Paging],
    kind: shapes.Kind | None = None,
    person_id: UUID | None = None,
    state: Standing | None = None,
) -> dict[str, Any]:
    """Certificates, those that end first in front."""
    today, open_to_reader = request.company.today(), _open(request)
    found = certificates.all(request).order_by("valid_to", "number", "item")
    if paging.q:
        found = found.filter(Q(item__icontains=paging.q) | Q(holder_name__icontains=paging.q))
    if kind is not None:
        found = found.filter(kind=kind)
    if person_id is not None:
        found = found.filter(person_id=person_id)
    if state is not None:
        found = _in_state(found, state, today)
    return Page.of(
        found, paging, lambda paper: shapes.certificate_out(paper, today, open_to_reader=open_to_reader)
    )


@router.post("/certificates", response={201: shapes.CertificateOut})
@allow("certificates", "write")
def add_certificate(request: TenantRequest, body: shapes.CertificateIn) -> Status[shapes.CertificateOut]:
    """Enter a certificate of a person."""
    paper = certificates.add(request, body.dict())
    hold(request.company.id, "certificate", paper.id, "", paper.scan)
    return Status(201, shapes.certificate_out(paper, request.company.today(), open_to_reader=_open(request)))


@router.get("/certificates/{uuid:certificate_id}", response=shapes.CertificateOut)
@allow("certificates", "read")
def get_certificate(request: TenantRequest, certificate_id: UUID) -> shapes.CertificateOut:
    """One certificate with its state today."""
    paper = certificates.find(request, certificate_id)
    return shapes.certificate_out(paper, request.company.today(), open_to_reader=_open(request))


@router.patch("/certificates/{uuid:certificate_id}", response=shapes.CertificateOut)
@allow("certificates", "write")
def change_certificate(
    request: TenantRequest, certificate_id: UUID, body: PatchDict[shapes.CertificateIn]
) -> shapes.CertificateOut:
    """Change the fields given."""
    scan_before = certificates.find(request, certificate_id).scan
    paper = certificates.change(request, certificate_id, body)
    hold(request.company.id, "certificate", paper.id, scan_before, paper.scan)
    return shapes.certificate_out(paper, request.company.today(), open_to_reader=_open(request))


@router.get("/posts", response=Page[shapes.PostOut])
@allow("posts", "read")
def list_posts(
    request: TenantRequest, paging: Query[Paging], area_id: UUID | None = None, code: str | None = None
) -> dict[str, Any]:
    """Posts by code with the names of holder and deputy."""
    found = posts.all(request).order_by("code", "id")
    if paging.q:
        found = found.filter(Q(name__icontains=paging.q) | Q(code__istartswith=paging.q))
    if area_id is not None:
        found = found.filter(area_id=area_id)
    if code is not None:
        found = found.filter(code=code)
    page = Page.of(found, paging, lambda post: post)
    return {**page, "items": _posts(request, page["items"])}


@router.post("/posts", response={201: shapes.PostOut})
@allow("posts", "write")
def add_post(request: TenantRequest, body: shapes.PostIn) -> Status[shapes.PostOut]:
    """Enter a post."""
    _check_places(request, body.dict())
    return Status(201, _posts(request, [posts.add(request, body.dict())])[0])


@router.get("/posts/{uuid:post_id}", response=shapes.PostOut)
@allow("posts", "read")
def get_post(request: TenantRequest, post_id: UUID) -> shapes.PostOut:
    """One post."""
    return _posts(request, [posts.find(request, post_id)])[0]


@router.patch("/posts/{uuid:post_id}", response=shapes.PostOut)
@allow("posts", "write")
def change_post(request: TenantRequest, post_id: UUID, body: PatchDict[shapes.PostIn]) -> shapes.PostOut:
    """Change the fields given: a new holder, a deputy, another superior."""
    posts.find(request, post_id)
    _check_places(request, body)
    return _posts(request, [posts.change(request, post_id, body)])[0]


@router.get("/violations", response=Page[shapes.ViolationOut])
@allow("violations", "read")
def list_violations(
    request: TenantRequest, paging: Query[Paging], person_id: UUID | None = None, counting: bool | None = None
) -> dict[str, Any]:
    """Violations, the newest first; ``counting``: only those that keep somebody from work, or only others."""
    found = violations.all(request).order_by("-happened_on", "-recorded_at")
    if person_id is not None:
        found = found.filter(person_id=person_id)
    if counting is not None:
        counts = Q(lifted_on__isnull=True, happened_on__gt=request.company.today() - queries.COUNTS_FOR)
        found = found.filter(counts if counting else ~counts)
    page = Page.of(found, paging, lambda violation: violation)
    return {**page, "items": _violations(request, page["items"])}


@router.post("/violations", response={201: shapes.ViolationOut})
@allow("violations", "write")
def add_violation(request: TenantRequest, body: shapes.ViolationIn) -> Status[shapes.ViolationOut]:
    """Enter a violation; from then on it keeps the person from new work for thirty days."""
    if body.happened_on > request.company.today():
        raise Problem("malformed", missing=[{"at": "happened_on", "wrong": "future"}])
    made = violations.add(request, {**body.dict(), "recorded_at": clock.now()})
    return Status(201, _violations(request, [made])[0])


@router.post("/violations/{uuid:violation_id}/lift", response=shapes.ViolationOut)
@allow("violations", "write")
def lift_violation(
    request: TenantRequest, violation_id: UUID, body: shapes.ViolationLift
) -> shapes.ViolationOut:
    """It no longer counts, and the reason stays with it. Nobody lifts his own."""
    found = violations.find(request, violation_id)
    if found.person_id == request.user.person_id:
        raise Problem("violation_own")
    day = found.lifted_on or request.company.today()
    values = {"lifted_on": day, "lifted_why": found.lifted_why or body.why}
    return _violations(request, [violations.change(request, violation_id, values)])[0]


def _violations(request: TenantRequest, found: list[Violation]) -> list[shapes.ViolationOut]:
    names = queries.names(request.company.id, [one.person_id for one in found])
    since = request.company.today() - queries.COUNTS_FOR
    return [
        shapes.ViolationOut(
            **{name: getattr(one, name) for name in shapes.ViolationIn.model_fields},
            id=one.id,
            person_name=names.get(str(one.person_id)),
            recorded_at=one.recorded_at,
            lifted_on=one.lifted_on,
            lifted_why=one.lifted_why,
            counts=one.lifted_on is None and one.happened_on > since,
        )
        for one in found
    ]


@router.get("/delegations", response=list[shapes.DelegationOut])
@allow("delegations", "read")
def list_delegations(request: TenantRequest) -> list[shapes.DelegationOut]:
    """Who signs for whom: what is in force and what is to come first, then what is over, the newest first."""
    return delegations.listed(request.company.id, clock.now())


def _open(request: TenantRequest) -> bool:
    return may(request.user.roles, "people_private", "read")


def _firm(request: TenantRequest, firm: Firm) -> shapes.FirmOut:
    shown = shapes.FirmOut.from_orm(firm)
    if not _open(request):
        shown.contact_phone = shapes.masked(shown.contact_phone)
    return shown


def _posts(request: TenantRequest, found: list[Post]) -> list[shapes.PostOut]:
    holders = [person for post in found for person in (post.holder_id, post.deputy_id) if person is not None]
    names = queries.names(request.company.id, holders)
    return [
        shapes.PostOut(
            **{name: getattr(post, name) for name in shapes.PostIn.model_fields},
            id=post.id,
            holder_name=names.get(str(post.holder_id)),
            deputy_name=names.get(str(post.deputy_id)),
        )
        for post in found
    ]


def _check_places(request: TenantRequest, values: dict[str, Any]) -> None:
    """Raises Problem for a place that is not in this company: no foreign key crosses two apps."""
    for field, register in PLACES.items():
        place = values.get(field)
        if place is not None and not register.all(request).filter(id=place).exists():
            raise Problem("reference_unknown", field=field)


def _seal_identity(request: TenantRequest, person_id: UUID, given: dict[str, Any]) -> None:
    """Keep the number that was entered, sealed; an empty one takes it away."""
    if "id_number" in given:
        number = identity.normal(given["id_number"]) if given["id_number"] else ""
        protected.keep(request.company.id, person_id, {"id_number": number}, request.user.id)


def _in_state(found: QuerySet[Certificate], state: Standing, today: date) -> QuerySet[Certificate]:
    """The certificates in that state: ``standing`` in SQL, held to it by a test."""
    soon = today + NOTICE - timedelta(days=1)
    known, begun = Q(valid_to__isnull=False), Q(valid_from__isnull=True) | Q(valid_from__lte=today)
    running = known & Q(valid_to__gte=today)
    reviewed = Q(review_due__isnull=True) | Q(review_due__gte=today)
    sound = running & begun & reviewed
    ending, review_near = Q(valid_to__lte=soon), Q(review_due__lte=soon)
    by_state = {
        Standing.UNKNOWN: ~known,
        Standing.EXPIRED: known & Q(valid_to__lt=today),
        Standing.NOT_YET_VALID: running & ~begun,
        Standing.REVIEW_OVERDUE: running & begun & Q(review_due__lt=today),
        Standing.EXPIRING: sound & ending,
        Standing.REVIEW_DUE: sound & ~ending & review_near,
        Standing.VALID: sound & ~ending & (Q(review_due__isnull=True) | ~review_near),
    }
    return found.filter(by_state[state])
