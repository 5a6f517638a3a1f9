"""HTTP for what the record tells: conformance, clause by clause, stamping, and figures. Thin."""

from __future__ import annotations

import io
import json
from datetime import timedelta
from tempfile import SpooledTemporaryFile
from typing import Any, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import FileResponse, HttpResponse
from ninja import Query, Router, Schema, Status
from pydantic import AwareDatetime, Field

from davy import clock
from davy.accounts import audit
from davy.accounts.access import allow
from davy.accounts.here import TenantRequest
from davy.insight import clauses, ledger, queries, sheets, statistics, store, writing
from davy.insight.dimensions import SUBJECTS
from davy.insight.shapes import (
    Conformance,
    FindingOut,
    FindingReviewIn,
    RuleOut,
    StatisticsLine,
    StatisticsOut,
)
from davy.insight.statistics import Asked
from davy.people import queries as people
from davy.permits import judged, listing
from davy.permits.shapes_board import Narrowed
from davy.problems.response import Problem
from davy.problems.shapes import ProblemOut
from davy.rulebook import law

__all__ = ["router"]

router = Router(tags=["insight"])
LOOKED_BACK = timedelta(days=30)
MOST_EXPORTED = 50_000
IN_MEMORY = 8 * 1024 * 1024


@router.get("/conformance", response=Conformance)
@allow("conformance", "read")
def get_conformance(request: TenantRequest) -> dict[str, Any]:
    """Standards, their clauses, and what each requirement came to here in the last 30 days."""
    since = clock.now() - LOOKED_BACK
    counted = judged.counts(request.company.id, since)
    rules = [
        {
            "id": name,
            "says": found["row"]["says"],
            "alarm": found["row"].get("alarm"),
            "runs": judged.runs(name, found, counted),
        }
        for name, found in sorted(law.requirements().items())
    ]
    return {"since": since, "standards": clauses.standards(), "rules": rules}


@router.get("/conformance/{requirement}", response={200: RuleOut, 404: ProblemOut}, by_alias=True)
@allow("conformance", "read")
def get_rule(request: TenantRequest, requirement: str) -> dict[str, Any]:
    """One requirement with its vectors, its last runs here, and the permits where it stood in the way."""
    rule = clauses.rule(requirement)
    if rule is None:
        raise Problem("not_found")
    company, since = request.company.id, clock.now() - LOOKED_BACK
    counted = judged.counts(company, since)
    return {
        **rule,
        "vectors": clauses.vectors(requirement),
        "since": since,
        "runs": judged.runs(requirement, law.requirements()[requirement], counted),
        "evidence": judged.proofs(company, requirement, since),
    }


class FindingsIn(Schema):
    """Which findings."""

    kind: str | None = Field(None, max_length=40)
    state: Literal["open", "reviewed", "all"] = "open"
    size: int = Field(100, ge=1, le=200)


@router.get("/findings", response=list[FindingOut])
@allow("findings", "read")
def list_findings(request: TenantRequest, wanted: Query[FindingsIn]) -> list[dict[str, Any]]:
    """What looks like stamping, the newest on top. A finding accuses nobody: it asks somebody to look."""
    reviewed = None if wanted.state == "all" else wanted.state == "reviewed"
    found = queries.findings(request.company.id, kind=wanted.kind, reviewed=reviewed, size=wanted.size)
    return [_finding(row) for row in found]


@router.get("/findings/{uuid:finding_id}", response={200: FindingOut, 404: ProblemOut})
@allow("findings", "read")
def get_finding(request: TenantRequest, finding_id: UUID) -> dict[str, Any]:
    """One finding with its evidence."""
    row = queries.one(request.company.id, finding_id)
    if row is None:
        raise Problem("not_found")
    return _finding(row)


@router.post(
    "/findings/{uuid:finding_id}/reviews",
    response={201: FindingOut, 403: ProblemOut, 404: ProblemOut},
)
@allow("findings", "write")
def review_finding(request: TenantRequest, finding_id: UUID, body: FindingReviewIn) -> Status[dict[str, Any]]:
    """Say what came of it. Nobody reviews what is about himself; earlier reviews stay."""
    company, person = request.company.id, request.user.person_id
    known, about = queries.subject(company, finding_id)
    if not known:
        raise Problem("not_found")
    if person is None or person == about:
        raise Problem("finding_about_yourself")
    now = clock.now()
    store.review(company, finding_id, person=person, outcome=body.outcome, note=body.note, at=now)
    audit.write(
        company_id=company,
        account_id=request.user.id,
        resource="findings",
        resource_id=finding_id,
        before=None,
        after={"outcome": body.outcome, "note": body.note},
        private=frozenset({"note"}),
    )
    row = queries.one(company, finding_id)
    return Status(201, _finding(row or {}))


class StatisticsIn(Schema):
    """What is counted: the last 30 days unless `since` and `until` say otherwise. `pick` is `dimension:key`,
    any number of times; an empty key stands for what is not known."""

    since: AwareDatetime | None = None
    until: AwareDatetime | None = None
    pick: list[str] = Field([], max_length=12)

    def asked(self, subject: str, zone: str) -> Asked:
        """The question. Raises Problem for a dimension that there is not, or for an end before the start."""
        until = self.until or clock.now() + timedelta(days=1)
        since = self.since or until - LOOKED_BACK
        picks = dict(_pair(pick) for pick in self.pick)
        if since >= until or not set(picks) <= set(SUBJECTS[subject].dimensions):
            raise Problem("statistics_unknown")
        return Asked(subject, since, until, zone, picks)


class TableIn(StatisticsIn):
    """By what; `also` beside it."""

    by: str = Field("type", max_length=20)
    also: str | None = Field(None, max_length=20)


class LinesIn(StatisticsIn):
    """Which page of what stands behind."""

    page: int = Field(1, ge=1, le=10_000)
    size: int = Field(50, ge=1, le=200)


@router.get("/statistics/{subject}", response={200: StatisticsOut, 422: ProblemOut})
@allow("statistics", "read")
def get_statistics(
    request: TenantRequest, subject: Literal["permits", "alarms"], wanted: Query[TableIn]
) -> dict[str, Any]:
    """Permits or alarms counted by type, level, place, unit, person, state, time or contractor."""
    asked = wanted.asked(subject, request.company.timezone)
    known = SUBJECTS[subject].dimensions
    if wanted.by not in known or (wanted.also is not None and wanted.also not in known):
        raise Problem("statistics_unknown")
    return {
        "subject": subject,
        "by": wanted.by,
        "also": wanted.also,
        "since": asked.since,
        "until": asked.until,
        "dimensions": list(known),
        **statistics.told(request.company.id, asked, wanted.by, wanted.also),
    }


@router.get("/statistics/{subject}/lines", response={200: list[StatisticsLine], 422: ProblemOut})
@allow("statistics", "read")
def list_statistics(
    request: TenantRequest, subject: Literal["permits", "alarms"], wanted: Query[LinesIn]
) -> list[dict[str, Any]]:
    """The permits or alarms behind a figure, the newest first."""
    asked = wanted.asked(subject, request.company.timezone)
    return statistics.told_lines(request.company.id, asked, page=wanted.page, size=wanted.size)


@router.get("/statistics/{subject}/ledger.csv", response={200: None, 422: ProblemOut})
@allow("statistics", "export")
def export_statistics(
    request: TenantRequest,
    subject: Literal["permits", "alarms"],
    wanted: Query[StatisticsIn],
    language: Literal["zh", "en"] = "zh",
) -> HttpResponse:
    """The ledger behind a figure as a sheet, at most MOST_EXPORTED lines. Who took it is kept."""
    company = request.company
    asked = wanted.asked(subject, company.timezone)
    found = statistics.lines(company.id, asked, size=MOST_EXPORTED)
    audit.write(
        company_id=company.id,
        account_id=request.user.id,
        resource="statistics",
        resource_id=company.id,
        before=None,
        after={"subject": subject, "lines": len(found), "picks": dict(asked.picks)},
    )
    made = io.BytesIO()
    table = ledger.sheet(subject, found, language=language)
    writing.write(table, made, "csv", zone=ZoneInfo(company.timezone))
    response = HttpResponse(made.getvalue(), content_type=writing.media_type("csv"))
    response["Content-Disposition"] = f'attachment; filename="davy-{subject}.csv"'
    return response


class SheetIn(Narrowed):
    """Which permits, as the list is asked; as which kind of file and in which language."""

    form: Literal["csv", "xlsx"] = "xlsx"
    language: Literal["zh", "en"] = "zh"


@router.get("/board/sheet", response={200: None, 422: ProblemOut})
@allow("board", "export")
def export_board(request: TenantRequest, wanted: Query[SheetIn]) -> FileResponse:
    """The whole list as a sheet in its order, MOST_EXPORTED permits at the most. Who took it is kept."""
    company, account = request.company, request.user
    asked = wanted.narrowed(account.person_id)
    ids = listing.ids(company.id, asked, MOST_EXPORTED + 1)
    if len(ids) > MOST_EXPORTED:
        raise Problem("sheet_too_long", most=MOST_EXPORTED)
    names = people.names(company.id, [account.person_id] if account.person_id else [])
    told: dict[str, writing.Cell] = {
        "company": company.name,
        "by": " ".join([*names.values(), account.username]),
        "at": clock.now(),
        "zone": company.timezone,
    }
    table = sheets.table(company.id, ids, asked, language=wanted.language, told=told)
    out = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - the response closes it when it was sent
    writing.write(table, out, wanted.form, zone=ZoneInfo(company.timezone))
    audit.write(
        company_id=company.id,
        account_id=account.id,
        resource="board",
        resource_id=company.id,
        before=None,
        after={"lines": len(ids), **wanted.dict(exclude_defaults=True)},
        private=frozenset({"q"}),
    )
    out.seek(0)
    taken = f"davy-permits-{clock.now().astimezone(ZoneInfo(company.timezone)):%Y%m%d-%H%M}.{wanted.form}"
    return FileResponse(out, as_attachment=True, filename=taken, content_type=writing.media_type(wanted.form))


def _pair(pick: str) -> tuple[str, str]:
    name, _, key = pick.partition(":")
    return name, key


def _finding(row: dict[str, Any]) -> dict[str, Any]:
    about = queries.words()[row["kind"]]
    parts = {part: json.loads(row[part] or "[]") for part in ("permits", "evidence", "reviews")}
    return {
        **{key: row[key] for key in ("id", "kind", "found_at")},
        **parts,
        "severity": about["severity"],
        "says": {"zh": about["zh"], "en": about["en"]},
        "proposal": about["proposal"],
        "figures": json.loads(row["figures"]),
        "person": json.loads(row["person"]) if row["person"] else None,
    }
