"""HTTP for contractors: the file of a firm, who is shut out, who is let in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from ninja import PatchDict, Router, Status

from davy import clock
from davy.accounts.access import allow
from davy.accounts.here import TenantRequest
from davy.accounts.reference import Register
from davy.attachments.store import hold
from davy.contractors import papers, queries, rules, shapes
from davy.contractors.models import Admission, Ban, FirmPaper
from davy.people import queries as people
from davy.people.models import Firm, Person
from davy.permits.waking import wake_working
from davy.problems.response import Problem
from davy.sites.models import Area, Site

__all__ = ["router"]

router = Router(tags=["contractors"])
firms = Register(Firm, "firms")
held = Register(
    FirmPaper, "firm_papers", check=rules.check_paper, private=frozenset({"number", "issuer", "scan"})
)
bans = Register(Ban, "firm_bans", private=frozenset({"why", "lifted_why"}))
admissions = Register(
    Admission, "admissions", check=rules.check_admission, private=frozenset({"withdrawn_why"})
)
# Taking back is never refused for what stands in the row.
withdrawn = Register(Admission, "admissions", private=frozenset({"withdrawn_why"}))
areas = Register(Area, "areas")


@router.get("/contractors/papers", response=list[shapes.FirmPaperKind])
@allow("firms", "read")
def list_kinds(request: TenantRequest) -> list[Any]:
    """The kinds of papers that the file of a firm holds; their source is to be confirmed by the
    enterprise."""
    return list(papers.kinds().values())


@router.get("/contractors", response=list[shapes.FirmLine])
@allow("firms", "read")
def list_contractors(request: TenantRequest) -> list[dict[str, Any]]:
    """Every firm with how it stands today: shut out, papers that it lacks, people let in. By code."""
    found = list(firms.all(request).order_by("code"))
    return _lines(request, found)


@router.get("/contractors/{uuid:firm_id}", response=shapes.FirmFileOut)
@allow("firm_papers", "read")
def get_contractor(request: TenantRequest, firm_id: UUID) -> dict[str, Any]:
    """The file of one firm: papers, bans, and the admissions of its people, what counts first."""
    [line] = _lines(request, [firms.find(request, firm_id)])
    found = held.all(request).filter(firm_id=firm_id).order_by("kind", "-valid_to", "id")
    shut = list(bans.all(request).filter(firm_id=firm_id).order_by("-since", "-id"))
    of_firm = Person.objects.filter(company_id=request.company.id, firm_id=firm_id).values("id")
    let_in = admissions.all(request).filter(person_id__in=of_firm).order_by("-until", "-id")[:500]
    return {
        **line,
        "papers": [_paper(request, one) for one in found],
        "bans": _bans(request, shut),
        "admissions": _admissions(request, list(let_in)),
    }


@router.post("/contractors/papers", response={201: shapes.FirmPaperOut})
@allow("firm_papers", "write")
def add_paper(request: TenantRequest, body: shapes.FirmPaperIn) -> Status[dict[str, Any]]:
    """Enter a paper of a firm."""
    row = held.add(request, body.dict())
    hold(request.company.id, "firm_paper", row.id, "", row.scan)
    _look_again(request)
    return Status(201, _paper(request, row))


@router.patch("/contractors/papers/{uuid:firm_paper_id}", response=shapes.FirmPaperOut)
@allow("firm_papers", "write")
def change_paper(
    request: TenantRequest, firm_paper_id: UUID, body: PatchDict[shapes.FirmPaperIn]
) -> dict[str, Any]:
    """Change the fields given."""
    before = held.find(request, firm_paper_id).scan
    row = held.change(request, firm_paper_id, body)
    hold(request.company.id, "firm_paper", row.id, before, row.scan)
    _look_again(request)
    return _paper(request, row)


@router.post("/contractors/bans", response={201: shapes.FirmBanOut})
@allow("firm_bans", "write")
def ban(request: TenantRequest, body: shapes.FirmBanIn) -> Status[dict[str, Any]]:
    """Shut a firm out: none of its people is put on a permit, and what they work on is paused at once."""
    firms.find(request, body.firm_id)
    if queries.banned(request.company.id, [body.firm_id]):
        raise Problem("firm_banned_already", missing=[{"at": "firm_id"}])
    by = {"since": request.company.today(), "banned_by_id": request.user.person_id}
    row = bans.add(request, {**body.dict(), **by})
    _look_again(request)
    return Status(201, _bans(request, [row])[0])


@router.post("/contractors/bans/{uuid:ban_id}/lift", response=shapes.FirmBanOut)
@allow("firm_bans", "write")
def lift_ban(request: TenantRequest, ban_id: UUID, body: shapes.Why) -> dict[str, Any]:
    """Let the firm in again; who did it and why stays. What was paused is resumed by people, not by this."""
    found = bans.find(request, ban_id)
    lifted = {"lifted_by_id": request.user.person_id, "lifted_why": body.why}
    row = (
        found
        if found.lifted_on
        else bans.change(request, ban_id, {"lifted_on": request.company.today(), **lifted})
    )
    return _bans(request, [row])[0]


@router.post("/contractors/admissions", response={201: shapes.AdmissionOut})
@allow("admissions", "write")
def admit(request: TenantRequest, body: shapes.AdmissionIn) -> Status[dict[str, Any]]:
    """Let somebody of a contractor in for works and areas, from day to day."""
    for area in body.areas:
        areas.find(request, area)
    told = {"works": sorted(set(body.works)), "areas": sorted(set(body.areas))}
    row = admissions.add(request, {**body.dict(), **told, "granted_by_id": request.user.person_id})
    return Status(201, _admissions(request, [row])[0])


@router.post("/contractors/admissions/{uuid:admission_id}/withdraw", response=shapes.AdmissionOut)
@allow("admissions", "write")
def withdraw(request: TenantRequest, admission_id: UUID, body: shapes.Why) -> dict[str, Any]:
    """Take an admission back; where the plant asks for one, work that stood on it is paused at once."""
    found = admissions.find(request, admission_id)
    if found.withdrawn_on is None:
        by = {"withdrawn_by_id": request.user.person_id, "withdrawn_why": body.why}
        found = withdrawn.change(request, found.id, {"withdrawn_on": request.company.today(), **by})
        _look_again(request)
    return _admissions(request, [found])[0]


def _look_again(request: TenantRequest) -> None:
    """The clock looks at whatever goes on in the plant now."""
    sites = Site.objects.filter(company_id=request.company.id).values_list("id", flat=True)
    wake_working(request.company.id, sites, clock.now())


def _lines(request: TenantRequest, found: list[Firm]) -> list[dict[str, Any]]:
    company, today = request.company.id, request.company.today()
    shut = queries.banned(company, [one.id for one in found])
    kept: defaultdict[UUID, list[papers.Paper]] = defaultdict(list)
    for paper in held.all(request).filter(firm_id__in=[one.id for one in found]):
        kept[paper.firm_id].append(_seen(paper))
    of: defaultdict[UUID, set[UUID]] = defaultdict(set)
    there = Person.objects.filter(company_id=company, firm_id__isnull=False).exclude(status="left")
    for person, firm in there.values_list("id", "firm_id"):
        if firm is not None:
            of[firm].add(person)
    current = admissions.all(request).filter(withdrawn_on=None, since__lte=today, until__gte=today)
    let_in = set(current.values_list("person_id", flat=True))
    return [
        {
            **{name: getattr(one, name) for name in ("id", "code", "name", "active")},
            "banned": str(one.id) in shut,
            "lacking": list(papers.lacking(kept[one.id], today)),
            "people": len(of[one.id]),
            "admitted": len(of[one.id] & let_in),
        }
        for one in found
    ]


def _seen(row: FirmPaper) -> papers.Paper:
    return papers.Paper(row.kind, row.valid_from, row.valid_to, row.unlimited)


def _paper(request: TenantRequest, row: FirmPaper) -> dict[str, Any]:
    own = {name: getattr(row, name) for name in shapes.FirmPaperIn.model_fields}
    return {**own, "id": row.id, "standing": papers.standing(_seen(row), request.company.today())}


def _names(request: TenantRequest, ids: Iterable[UUID | None]) -> dict[UUID | None, str]:
    known = people.names(request.company.id, [one for one in ids if one])
    return {UUID(person): name for person, name in known.items()}


def _bans(request: TenantRequest, found: list[Ban]) -> list[dict[str, Any]]:
    names = _names(request, [who for one in found for who in (one.banned_by_id, one.lifted_by_id)])
    own = ("id", "firm_id", "since", "why", "lifted_on", "lifted_why")
    return [
        {
            **{name: getattr(one, name) for name in own},
            "by": names.get(one.banned_by_id),
            "lifted_by": names.get(one.lifted_by_id),
        }
        for one in found
    ]


def _admissions(request: TenantRequest, found: list[Admission]) -> list[dict[str, Any]]:
    named = [who for one in found for who in (one.person_id, one.companion_id, one.granted_by_id)]
    names, today = _names(request, named), request.company.today()
    return [
        {
            **{name: getattr(one, name) for name in shapes.AdmissionIn.model_fields},
            "id": one.id,
            "person_name": names.get(one.person_id),
            "companion_name": names.get(one.companion_id),
            "granted_by": names.get(one.granted_by_id),
            "withdrawn_on": one.withdrawn_on,
            "withdrawn_why": one.withdrawn_why,
            "counts": one.withdrawn_on is None and one.since <= today <= one.until,
        }
        for one in found
    ]
