"""HTTP for the ledger: what is sealed of people, their health, trainings and restrictions, history and
roster."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, TypeVar
from uuid import UUID

from ninja import PatchDict, Query, Router, Status

from davy.accounts.access import allow, may
from davy.accounts.here import TenantRequest
from davy.accounts.models import Account
from davy.accounts.reference import Page, Paging
from davy.attachments.store import hold
from davy.people import catalogues, protected, queries, vault
from davy.people.ledger import history, roster, shapes
from davy.people.models import Checkup, Restriction, Training, Viewed
from davy.people.registers import certificates, checkups, people, restrictions, trainings
from davy.people.shapes import masked
from davy.people.standing import NOTICE, standing
from davy.problems.response import Problem

__all__ = ["router"]

router = Router(tags=["people"])
R = TypeVar("R")

# Which part of the sealed text needs which row of the access table.
_PARTS = {"identity": "people_identity", "rescue": "people_rescue", "medical": "health"}


@router.get("/people/{uuid:person_id}/protected", response=shapes.ProtectedOut)
@allow("people_rescue", "read")
def get_protected(request: TenantRequest, person_id: UUID) -> dict[str, Any]:
    """What is sealed of a person: that it is there, and the number masked."""
    return _kept(request, person_id)


@router.put("/people/{uuid:person_id}/protected", response=shapes.ProtectedOut)
@allow("people", "write")
def put_protected(request: TenantRequest, person_id: UUID, body: shapes.ProtectedIn) -> dict[str, Any]:
    """Enter blood group and emergency contacts; what is left out stays."""
    people.find(request, person_id)
    given = {name: value for name, value in body.dict().items() if value is not None}
    _opened(lambda: protected.keep(request.company.id, person_id, given, request.user.id))
    return _kept(request, person_id)


@router.post("/people/{uuid:person_id}/protected/clear", response=shapes.ClearOut)
@allow("people_rescue", "read")
def read_clear(request: TenantRequest, person_id: UUID, body: shapes.ClearIn) -> dict[str, Any]:
    """Read sealed parts of one person in clear. Who, what and why are kept for good."""
    people.find(request, person_id)
    for part in body.what:
        if not may(request.user.roles, _PARTS[part], "read"):
            raise Problem("view_not_yours", what=part)
    company, account = request.company.id, request.user.id
    return _opened(lambda: protected.opened(company, person_id, body.what, account, body.why))


@router.get("/people/{uuid:person_id}/views", response=list[shapes.ViewOut])
@allow("people_views", "read")
def list_views(request: TenantRequest, person_id: UUID) -> list[dict[str, Any]]:
    """Who read sealed parts of this person in clear, the last first; 500 at most."""
    people.find(request, person_id)
    found = Viewed.objects.filter(company_id=request.company.id, person_id=person_id).order_by("-at", "-id")[
        :500
    ]
    who = dict(Account.objects.filter(company_id=request.company.id).values_list("id", "username"))
    return [{"at": v.at, "by": who.get(v.account_id, ""), "what": v.what, "why": v.why} for v in found]


@router.get("/people/{uuid:person_id}/history", response=list[shapes.ChangeOut])
@allow("people_history", "read")
def get_history(request: TenantRequest, person_id: UUID) -> list[dict[str, Any]]:
    """Every change of what is entered about this person, the last first; 500 at most. Health is told to who
    may read it, personal values to who may read those."""
    people.find(request, person_id)
    told = {"people", "people_protected", "certificates", "trainings", "violations"}
    if may(request.user.roles, "health", "read"):
        told |= {"checkups", "restrictions"}
    personal = may(request.user.roles, "people_identity", "read")
    return _opened(lambda: history.changes(request.company.id, person_id, told, personal=personal))


@router.get("/checkups", response=Page[shapes.CheckupOut])
@allow("health", "read")
def list_checkups(
    request: TenantRequest, paging: Query[Paging], person_id: UUID | None = None
) -> dict[str, Any]:
    """Medical examinations, the last first; never what was found."""
    found = checkups.all(request).order_by("-done_on", "id")
    if person_id is not None:
        found = found.filter(person_id=person_id)
    page = Page.of(found, paging, lambda row: row)
    return {**page, "items": _checkups(request, page["items"])}


@router.post("/checkups", response={201: shapes.CheckupOut})
@allow("health", "write")
def add_checkup(request: TenantRequest, body: shapes.CheckupIn) -> Status[dict[str, Any]]:
    """Enter a medical examination. Somebody unfit is barred from work from that day on (GB 30871 4.9)."""
    values = _with_end(body.dict(exclude={"findings"}), catalogues.checkups().get(body.kind), body.done_on)
    row = _sealing(request, checkups.add(request, values), "checkup", body.findings)
    hold(request.company.id, "checkup", row.id, "", row.scan)
    return Status(201, _checkups(request, [row])[0])


@router.patch("/checkups/{uuid:checkup_id}", response=shapes.CheckupOut)
@allow("health", "write")
def change_checkup(
    request: TenantRequest, checkup_id: UUID, body: PatchDict[shapes.CheckupIn]
) -> dict[str, Any]:
    """Change the fields given."""
    values, before = dict(body), checkups.find(request, checkup_id)
    findings = values.pop("findings", None)
    row = _sealing(request, checkups.change(request, checkup_id, values), "checkup", findings)
    hold(request.company.id, "checkup", row.id, before.scan, row.scan)
    return _checkups(request, [row])[0]


@router.get("/trainings", response=Page[shapes.TrainingOut])
@allow("trainings", "read")
def list_trainings(
    request: TenantRequest, paging: Query[Paging], person_id: UUID | None = None, subject: str = ""
) -> dict[str, Any]:
    """Trainings, the last first."""
    found = trainings.all(request).order_by("-done_on", "id")
    if person_id is not None:
        found = found.filter(person_id=person_id)
    if subject:
        found = found.filter(subject=subject)
    page = Page.of(found, paging, lambda row: row)
    return {**page, "items": _trainings(request, page["items"])}


@router.post("/trainings", response={201: shapes.TrainingOut})
@allow("trainings", "write")
def add_training(request: TenantRequest, body: shapes.TrainingIn) -> Status[dict[str, Any]]:
    """Enter a training that was finished."""
    values = _with_end(body.dict(), catalogues.trainings().get(body.subject), body.done_on)
    row = trainings.add(request, values)
    hold(request.company.id, "training", row.id, "", row.scan)
    return Status(201, _trainings(request, [row])[0])


@router.patch("/trainings/{uuid:training_id}", response=shapes.TrainingOut)
@allow("trainings", "write")
def change_training(
    request: TenantRequest, training_id: UUID, body: PatchDict[shapes.TrainingIn]
) -> dict[str, Any]:
    """Change the fields given."""
    before = trainings.find(request, training_id)
    row = trainings.change(request, training_id, dict(body))
    hold(request.company.id, "training", row.id, before.scan, row.scan)
    return _trainings(request, [row])[0]


@router.get("/restrictions", response=Page[shapes.RestrictionOut])
@allow("restrictions", "read")
def list_restrictions(
    request: TenantRequest, paging: Query[Paging], person_id: UUID | None = None, counting: bool | None = None
) -> dict[str, Any]:
    """Restrictions, the newest first; ``counting``: only those that stand today, or only others."""
    found, today = restrictions.all(request).order_by("-since", "id"), request.company.today()
    if person_id is not None:
        found = found.filter(person_id=person_id)
    if counting is not None:
        stand = found.filter(lifted_on__isnull=True, since__lte=today).exclude(until__lt=today)
        found = stand if counting else found.exclude(id__in=stand.values("id"))
    page = Page.of(found, paging, lambda row: row)
    return {**page, "items": _restrictions(request, page["items"])}


@router.post("/restrictions", response={201: shapes.RestrictionOut})
@allow("restrictions", "write")
def add_restriction(request: TenantRequest, body: shapes.RestrictionIn) -> Status[dict[str, Any]]:
    """Keep a person from types of work: a contraindication (GB 30871 4.9) or another reason, which is
    sealed."""
    row = restrictions.add(request, {**body.dict(exclude={"why"}), "works": sorted(set(body.works))})
    row = _sealing(request, row, "restriction", body.why)
    return Status(201, _restrictions(request, [row])[0])


@router.post("/restrictions/{uuid:restriction_id}/lift", response=shapes.RestrictionOut)
@allow("restrictions", "write")
def lift_restriction(
    request: TenantRequest, restriction_id: UUID, body: shapes.RestrictionLift
) -> dict[str, Any]:
    """It no longer stands, and who lifted it and why stays with it. Nobody lifts his own."""
    found = restrictions.find(request, restriction_id)
    if found.person_id == request.user.person_id:
        raise Problem("restriction_own")
    today = request.company.today()
    lifted = {"lifted_on": today, "lifted_by_id": request.user.person_id, "lifted_why": body.why}
    row = found if found.lifted_on else restrictions.change(request, restriction_id, lifted)
    return _restrictions(request, [row])[0]


@router.get("/ledger/roster", response=Page[shapes.RosterRow])
@allow("people_rescue", "read")
def get_roster(request: TenantRequest, wanted: Query[shapes.RosterWanted]) -> dict[str, Any]:
    """People by name, staff code, firm, trade or what ends first, each with the state of his papers."""
    today, typed = request.company.today(), wanted.q.strip()
    within = wanted.within_days
    asked = {
        **{name: getattr(wanted, name) for name in ("team", "trade", "post", "status", "worst", "sort")},
        "firm": wanted.firm_id,
        "own": wanted.own_staff,
        "unit": wanted.unit_id,
        "q": typed,
        "starts": typed.lower().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%",
        "by": None if within is None else today + timedelta(days=within),
        "soon": today + NOTICE,
        "size": wanted.size,
        "skip": (wanted.page - 1) * wanted.size,
    }
    items, total = roster.roster(request.company.id, asked, today)
    return {"items": items, "total": total, "page": wanted.page, "size": wanted.size}


@router.get("/ledger/calendar", response=list[shapes.EndOut])
@allow("people_rescue", "read")
def get_calendar(request: TenantRequest, wanted: Query[shapes.EndsWanted]) -> list[dict[str, Any]]:
    """What ends within these days, day by day; 400 days at most are looked through."""
    end = min(wanted.end, wanted.start + timedelta(days=400))
    today = request.company.today()
    found = roster.due(request.company.id, wanted.start, end)
    papers = certificates.all(request).in_bulk(
        [row["row_id"] for row in found if row["what"] in {"certificate", "review"}]
    )
    return [
        {**row, "state": standing(papers[row["row_id"]], today) if row["row_id"] in papers else None}
        for row in found
    ]


@router.get("/ledger/catalogues", response=list[shapes.CatalogueOut])
@allow("certificates", "read")
def get_catalogues(request: TenantRequest) -> list[dict[str, Any]]:
    """The packs of certificates: which was in force when, its periods and items, and how sure they are."""
    return [
        {
            **{name: getattr(one, name) for name in shapes.CatalogueOut.model_fields if name != "categories"},
            "categories": [{"name": name, "items": list(items)} for name, items in one.categories],
        }
        for one in catalogues.catalogues()
    ]


@router.get("/ledger/words", response=shapes.LedgerWords)
@allow("certificates", "read")
def get_words(request: TenantRequest) -> dict[str, Any]:
    """What the forms of the ledger offer."""
    return {
        "trainings": list(catalogues.trainings().values()),
        "checkups": list(catalogues.checkups().values()),
        "contraindications": catalogues.contraindications(),
        "works": list(catalogues.works()),
    }


def _opened(read: Callable[[], R]) -> R:
    """What comes of opening sealed parts. Raises Problem where the key is another."""
    try:
        return read()
    except vault.LostKeyError as error:
        raise Problem("vault_key_lost") from error


def _kept(request: TenantRequest, person_id: UUID) -> dict[str, Any]:
    people.find(request, person_id)
    kept = _opened(lambda: protected.content(request.company.id, person_id))
    return {
        "id_number": masked(kept.get("id_number", "")),
        "has_blood_group": bool(kept.get("blood_group")),
        "contacts": len(kept.get("contacts", [])),
    }


def _with_end(values: dict[str, Any], pack: Any, done_on: date) -> dict[str, Any]:
    """The values with the end that the pack gives, when none was entered."""
    if values["valid_to"] is not None or pack is None:
        return values
    return {**values, "valid_to": catalogues.proposed_end(pack, done_on)}


def _sealing(request: TenantRequest, row: Any, kind: str, text: str | None) -> Any:
    """The row with these words sealed in it; None leaves them as they are."""
    if text is None:
        return row
    row.sealed = vault.seal({"text": text}, request.company.id, f"{kind}/{row.id}") if text else b""
    row.save(update_fields=["sealed"])
    return row


def _checkups(request: TenantRequest, found: list[Checkup]) -> list[dict[str, Any]]:
    names = queries.names(request.company.id, [row.person_id for row in found])
    today = request.company.today()
    own = ("id", "person_id", "kind", "done_on", "valid_to", "verdict", "issuer", "scan")
    return [
        {
            **{name: getattr(row, name) for name in own},
            "person_name": names.get(str(row.person_id)),
            "has_findings": bool(row.sealed),
            "counts": row.verdict != "unfit" and row.valid_to is not None and row.valid_to >= today,
        }
        for row in found
    ]


def _trainings(request: TenantRequest, found: list[Training]) -> list[dict[str, Any]]:
    names = queries.names(request.company.id, [row.person_id for row in found])
    today = request.company.today()
    return [
        {
            **{name: getattr(row, name) for name in shapes.TrainingIn.model_fields},
            "id": row.id,
            "person_name": names.get(str(row.person_id)),
            "counts": row.passed and row.valid_to is not None and row.valid_to >= today,
        }
        for row in found
    ]


def _restrictions(request: TenantRequest, found: list[Restriction]) -> list[dict[str, Any]]:
    names = queries.names(request.company.id, [row.person_id for row in found])
    today = request.company.today()
    own = ("id", "person_id", "kind", "works", "since", "until", "lifted_on", "lifted_why")
    return [
        {
            **{name: getattr(row, name) for name in own},
            "person_name": names.get(str(row.person_id)),
            "counts": row.lifted_on is None
            and row.since <= today
            and (row.until is None or row.until >= today),
        }
        for row in found
    ]
