"""HTTP for the login of a contractor: its own firm, its own people, what it hands in. Thin; every endpoint
begins with `own_firm`, and what is not of that firm is not found."""

from __future__ import annotations

from typing import Any, Literal, cast
from uuid import UUID

from django.db.models import Q
from django.http.response import HttpResponseBase
from ninja import PatchDict, Query, Router, Status

from davy import clock
from davy.accounts.access import allow
from davy.accounts.here import TenantRequest
from davy.accounts.reference import Page, Paging
from davy.attachments import store
from davy.attachments.serving import served
from davy.contractors import papers
from davy.contractors.bounds import own_firm, own_people, person_of_firm, shows
from davy.contractors.handed import handing
from davy.contractors.handed.shapes import SubmissionOut
from davy.contractors.handed.telling import told
from davy.contractors.models import Submission, Upload
from davy.contractors.notices.telling import tell_handed
from davy.contractors.own import entering, shapes, showing
from davy.contractors.registers import submissions
from davy.db import tenant
from davy.people import catalogues
from davy.people.models import Person
from davy.permits.waking import wake_person
from davy.problems.response import Problem
from davy.sites.models import Area

__all__ = ["router"]

router = Router(tags=["own-firm"])


@router.get("/own-firm", response=shapes.OwnFirmOut)
@allow("own_firm", "read")
def get_own_firm(request: TenantRequest) -> dict[str, Any]:
    """How my firm stands: shut out or not, papers, what is missing, what waits for the plant."""
    return showing.firm_told(request, own_firm(request))


@router.get("/own-firm/choices", response=shapes.OwnChoices)
@allow("own_firm", "read")
def get_choices(request: TenantRequest) -> dict[str, Any]:
    """What the forms offer. Of the plant it tells the names of its areas, and nothing else of them."""
    own_firm(request)
    areas = Area.objects.filter(company_id=request.company.id).order_by("name")
    return {
        "papers": list(papers.kinds().values()),
        "works": list(catalogues.works()),
        "areas": list(areas.values("id", "name")),
    }


@router.get("/own-firm/people", response=Page[shapes.OwnPersonOut])
@allow("own_firm", "read")
def list_own_people(request: TenantRequest, paging: Query[Paging], left: bool = False) -> dict[str, Any]:
    """My firm's people, those who left only when asked for."""
    firm = own_firm(request)
    found = own_people(request, firm).order_by("name_pinyin", "name", "id")
    found = found.filter(status="left") if left else found.exclude(status="left")
    if paging.q:
        found = found.filter(Q(name__icontains=paging.q) | Q(name_pinyin__istartswith=paging.q))
    page = Page.of(found, paging, lambda person: person)
    return {**page, "items": showing.people_told(request, firm, page["items"])}


@router.post("/own-firm/people", response={201: shapes.OwnPersonOut})
@allow("own_firm", "write", reads=False)
def add_own_person(request: TenantRequest, body: shapes.OwnPersonIn) -> Status[dict[str, Any]]:
    """Enter somebody of my firm. That alone lets him into nothing."""
    with entering.kept_if_forged(request):
        firm = own_firm(request)
        return Status(201, _person(request, entering.enter(request, firm, body.dict())))


@router.get("/own-firm/people/{uuid:own_person_id}", response=shapes.OwnPersonOut)
@allow("own_firm", "read")
def get_own_person(request: TenantRequest, own_person_id: UUID) -> dict[str, Any]:
    """Somebody of my firm."""
    return _person(request, person_of_firm(request, own_firm(request), own_person_id))


@router.patch("/own-firm/people/{uuid:own_person_id}", response=shapes.OwnPersonOut)
@allow("own_firm", "write")
def change_own_person(
    request: TenantRequest, own_person_id: UUID, body: PatchDict[shapes.OwnPersonChange]
) -> dict[str, Any]:
    """Change the fields given."""
    firm = own_firm(request)
    return _person(request, entering.change(request, firm, own_person_id, body))


@router.post("/own-firm/people/{uuid:own_person_id}/leave", response=shapes.OwnPersonOut)
@allow("own_firm", "write")
def leave(request: TenantRequest, own_person_id: UUID) -> dict[str, Any]:
    """He no longer works for my firm; the work he is on is looked at at once."""
    firm = own_firm(request)
    gone = entering.leave(request, firm, own_person_id)
    wake_person(request.company.id, gone.id, clock.now())
    return showing.people_told(request, firm, [gone])[0]


@router.get("/own-firm/submissions", response=Page[SubmissionOut])
@allow("own_firm", "read")
def list_own_submissions(
    request: TenantRequest, paging: Query[Paging], person_id: UUID | None = None
) -> dict[str, Any]:
    """What my firm handed in and what came of it, the newest first."""
    firm = own_firm(request)
    found = submissions.all(request).filter(firm_id=firm.id).order_by("-at", "-id")
    if person_id is not None:
        found = found.filter(person_id=person_of_firm(request, firm, person_id).id)
    page = Page.of(found, paging, lambda row: row)
    return {**page, "items": told(request, page["items"])}


@router.post("/own-firm/papers", response={201: SubmissionOut})
@allow("own_firm", "write")
def hand_in_paper(request: TenantRequest, body: shapes.OwnPaperIn) -> Status[dict[str, Any]]:
    """Hand in a paper of my firm, new or in the place of one that ends. It counts once confirmed."""
    values = body.dict(exclude={"scan"})
    return _handed(request, handing.hand_in(request, own_firm(request), "paper", values, body.scan))


@router.post("/own-firm/certificates", response={201: SubmissionOut})
@allow("own_firm", "write", reads=False)
def hand_in_certificate(request: TenantRequest, body: shapes.OwnCertificateIn) -> Status[dict[str, Any]]:
    """Hand in a certificate of somebody of my firm. One that is another's is refused, and kept as such."""
    values = body.dict(exclude={"scan"})
    with entering.kept_if_forged(request):
        firm = own_firm(request)
        return _handed(request, handing.hand_in(request, firm, "certificate", values, body.scan))


@router.post("/own-firm/admissions", response={201: SubmissionOut})
@allow("own_firm", "write")
def ask_admission(request: TenantRequest, body: shapes.OwnAdmissionIn) -> Status[dict[str, Any]]:
    """Ask that somebody of my firm be let in; a safety officer of the plant decides."""
    firm = own_firm(request)
    here = Area.objects.filter(company_id=request.company.id, id__in=body.areas).values_list("id", flat=True)
    if set(body.areas) - set(here):
        raise Problem("not_found")
    sets = {"works": sorted(set(body.works)), "areas": sorted(set(body.areas))}
    return _handed(request, handing.hand_in(request, firm, "admission", {**body.dict(), **sets}))


@router.post("/own-firm/submissions/{uuid:submission_id}/take-back", response=SubmissionOut)
@allow("own_firm", "write")
def take_back(request: TenantRequest, submission_id: UUID) -> dict[str, Any]:
    """My firm no longer asks for it."""
    return told(request, [handing.take_back(request, own_firm(request), submission_id)])[0]


@router.put("/own-firm/scans/{sha256}", response={201: shapes.OwnScanOut})
@allow("own_firm", "write", reads=False)
def put_scan(request: TenantRequest, sha256: str) -> Status[dict[str, Any]]:
    """Send a picture of a paper. The answer is the same whether the plant had the bytes or not."""
    company = request.company.id
    with tenant.company(company):
        firm = own_firm(request)
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) == 0:
        raise Problem("attachment_length_missing")
    if int(length) > store.MAX_PICTURE:  # before a byte of it is read
        raise Problem("attachment_too_large", limit_mb=store.MAX_PICTURE // 1024 // 1024)
    source = cast("store.Readable", request)
    found = store.take(source, company_id=company, sha256=sha256, account_id=request.user.id).attachment
    with tenant.company(company):
        Upload.objects.get_or_create(company_id=company, firm_id=firm.id, sha256=sha256)
    return Status(201, {"sha256": found.sha256, "media_type": found.media_type, "size": found.size})


@router.get("/own-firm/scans/{sha256}", response={200: None, 304: None})
@allow("own_firm", "read")
def get_scan(
    request: TenantRequest, sha256: str, form: Literal["shown", "original"] = "shown"
) -> HttpResponseBase:
    """A picture that my firm sent, or that stands in its file."""
    if not shows(request, own_firm(request), sha256):
        raise Problem("not_found")
    return served(request, sha256, form)


def _person(request: TenantRequest, person: Person) -> dict[str, Any]:
    return showing.people_told(request, own_firm(request), [person])[0]


def _handed(request: TenantRequest, row: Submission) -> Status[dict[str, Any]]:
    tell_handed(row.firm_id, row.id, 1, lets_in=row.kind == "admission")
    return Status(201, told(request, [row])[0])
