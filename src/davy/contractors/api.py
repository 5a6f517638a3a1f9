"""HTTP for contractors: the file of a firm, who is shut out, who is let in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import PatchDict, Router, Status

from davy import clock
from davy.accounts.access import allow
from davy.accounts.here import TenantRequest
from davy.accounts.reference import Register
from davy.attachments.store import hold
from davy.contractors import papers, queries, shapes, shown
from davy.contractors.registers import admissions, bans, firms, withdrawn
from davy.contractors.registers import papers as held
from davy.people.models import Person
from davy.permits.waking import wake_working
from davy.problems.response import Problem
from davy.sites.models import Area, Site

__all__ = ["look_again", "router"]

router = Router(tags=["contractors"])
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
    return shown.lines(request, found)


@router.get("/contractors/{uuid:firm_id}", response=shapes.FirmFileOut)
@allow("firm_papers", "read")
def get_contractor(request: TenantRequest, firm_id: UUID) -> dict[str, Any]:
    """The file of one firm: papers, bans, and the admissions of its people, what counts first."""
    [line] = shown.lines(request, [firms.find(request, firm_id)])
    found = held.all(request).filter(firm_id=firm_id).order_by("kind", "-valid_to", "id")
    shut = list(bans.all(request).filter(firm_id=firm_id).order_by("-since", "-id"))
    of_firm = Person.objects.filter(company_id=request.company.id, firm_id=firm_id).values("id")
    let_in = admissions.all(request).filter(person_id__in=of_firm).order_by("-until", "-id")[:500]
    return {
        **line,
        "papers": [shown.paper(request, one) for one in found],
        "bans": shown.bans(request, shut),
        "admissions": shown.admissions(request, list(let_in)),
    }


@router.post("/contractors/papers", response={201: shapes.FirmPaperOut})
@allow("firm_papers", "write")
def add_paper(request: TenantRequest, body: shapes.FirmPaperIn) -> Status[dict[str, Any]]:
    """Enter a paper of a firm."""
    row = held.add(request, body.dict())
    hold(request.company.id, "firm_paper", row.id, "", row.scan)
    look_again(request.company.id)
    return Status(201, shown.paper(request, row))


@router.patch("/contractors/papers/{uuid:firm_paper_id}", response=shapes.FirmPaperOut)
@allow("firm_papers", "write")
def change_paper(
    request: TenantRequest, firm_paper_id: UUID, body: PatchDict[shapes.FirmPaperIn]
) -> dict[str, Any]:
    """Change the fields given."""
    before = held.find(request, firm_paper_id).scan
    row = held.change(request, firm_paper_id, body)
    hold(request.company.id, "firm_paper", row.id, before, row.scan)
    look_again(request.company.id)
    return shown.paper(request, row)


@router.post("/contractors/bans", response={201: shapes.FirmBanOut})
@allow("firm_bans", "write")
def ban(request: TenantRequest, body: shapes.FirmBanIn) -> Status[dict[str, Any]]:
    """Shut a firm out: none of its people is put on a permit, and what they work on is paused at once."""
    firms.find(request, body.firm_id)
    if queries.banned(request.company.id, [body.firm_id]):
        raise Problem("firm_banned_already", missing=[{"at": "firm_id"}])
    by = {"since": request.company.today(), "banned_by_id": request.user.person_id}
    row = bans.add(request, {**body.dict(), **by})
    look_again(request.company.id)
    return Status(201, shown.bans(request, [row])[0])


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
    return shown.bans(request, [row])[0]


@router.post("/contractors/admissions", response={201: shapes.AdmissionOut})
@allow("admissions", "write")
def admit(request: TenantRequest, body: shapes.AdmissionIn) -> Status[dict[str, Any]]:
    """Let somebody of a contractor in for works and areas, from day to day; where the plant asks for entry
    training, only for works whose courses he passed."""
    for area in body.areas:
        areas.find(request, area)
    told = {"works": sorted(set(body.works)), "areas": sorted(set(body.areas))}
    row = admissions.add(request, {**body.dict(), **told, "granted_by_id": request.user.person_id})
    return Status(201, shown.admissions(request, [row])[0])


@router.post("/contractors/admissions/{uuid:admission_id}/withdraw", response=shapes.AdmissionOut)
@allow("admissions", "write")
def withdraw(request: TenantRequest, admission_id: UUID, body: shapes.Why) -> dict[str, Any]:
    """Take an admission back; where the plant asks for one, work that stood on it is paused at once."""
    found = admissions.find(request, admission_id)
    if found.withdrawn_on is None:
        by = {"withdrawn_by_id": request.user.person_id, "withdrawn_why": body.why}
        found = withdrawn.change(request, found.id, {"withdrawn_on": request.company.today(), **by})
        look_again(request.company.id)
    return shown.admissions(request, [found])[0]


def look_again(company_id: UUID) -> None:
    """The clock looks at whatever goes on in the plant now. Inside a tenant block."""
    sites = Site.objects.filter(company_id=company_id).values_list("id", flat=True)
    wake_working(company_id, sites, clock.now())
