"""HTTP for points and assessment: one's own, rankings, anomalies, and the sheet to take away. Thin."""

from __future__ import annotations

import json
from tempfile import SpooledTemporaryFile
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import FileResponse
from ninja import Query, Router, Status

from davy import clock
from davy.accounts import audit
from davy.accounts.access import allow, may
from davy.accounts.here import TenantRequest
from davy.insight import writing
from davy.people import queries as people
from davy.people.models import Person
from davy.points import assessing, exporting, queries, shapes
from davy.points.assessing import Days
from davy.points.book import book, document
from davy.points.looking import look
from davy.points.models import Verdict
from davy.problems.response import Problem
from davy.problems.shapes import ProblemOut

__all__ = ["router"]

router = Router(tags=["points"])
IN_MEMORY = 8 * 1024 * 1024


@router.get("/points/own", response={200: shapes.OwnPoints, 404: ProblemOut})
@allow("own_points", "read")
def get_own_points(request: TenantRequest, wanted: Query[shapes.PointsWanted]) -> dict[str, Any]:
    """My points, why I have them, and the first places; open to everybody about himself."""
    person, company = request.user.person_id, request.company.id
    if person is None:
        raise Problem("not_found")
    of = assessing.days(request.company, wanted.period, wanted.day)
    return {**_person(request, person, of), **assessing.mine(company, person, of)}


@router.get("/points/ranking", response=shapes.Ranking)
@allow("points", "read")
def get_points_ranking(request: TenantRequest, wanted: Query[shapes.RankingWanted]) -> dict[str, Any]:
    """Who stands where; whoever leads a team sees his team alone."""
    of = assessing.days(request.company, wanted.period, wanted.day)
    lines, whole = assessing.people(request.company.id, of), _sees_all(request)
    seen = lines if whole else [one for one in lines if one["team"] and one["team"] == _team(request)]
    by_person = wanted.by == "person"
    return {
        "period": of.period,
        "first": of.first,
        "last": of.last,
        "whole": whole,
        "least_group": book().least_group,
        "people": seen if by_person else [],
        "groups": [] if by_person else assessing.groups(lines, wanted.by, all_told=whole),
    }


@router.get("/points/people/{uuid:person_id}", response={200: shapes.PersonPoints, 404: ProblemOut})
@allow("points", "read")
def get_points_of(
    request: TenantRequest, person_id: UUID, wanted: Query[shapes.PointsWanted]
) -> dict[str, Any]:
    """Somebody's figures down to entries and permits. Each look at somebody else is written to the audit
    trail; whoever leads a team finds nobody outside of it."""
    of = assessing.days(request.company, wanted.period, wanted.day)
    found = Person.objects.filter(company_id=request.company.id, id=person_id).first()
    own = person_id == request.user.person_id
    if found is None or not (own or _sees_all(request) or (found.team and found.team == _team(request))):
        raise Problem("not_found")
    if not own:
        _note(request, person_id, {"since": of.first.isoformat(), "until": of.last.isoformat()})
    return _person(request, person_id, of)


@router.get("/points/export", response={200: None})
@allow("points", "export")
def export_points(
    request: TenantRequest, wanted: Query[shapes.PointsWanted], form: writing.Format = "xlsx"
) -> FileResponse:
    """The figures of everybody in the period as a sheet for the personnel department; who took it is on
    record."""
    of = assessing.days(request.company, wanted.period, wanted.day)
    zone = ZoneInfo(request.company.timezone)
    names = people.names(request.company.id, [request.user.person_id] if request.user.person_id else [])
    told = {"by": names.get(str(request.user.person_id), ""), "company": request.company.name}
    table = writing.Table(
        name="积分考核",
        headings=list(exporting.COLUMNS.values()),
        lines=exporting.lines(assessing.people(request.company.id, of)),
        about_name="说明",
        about=exporting.about(of, told, clock.now()),
    )
    out = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - the answer closes it
    count = writing.write(table, out, form, zone=zone)
    _note(request, request.user.id, {"form": form, "people": count, "first": of.first, "last": of.last})
    out.seek(0)
    name = f"points-{of.period}-{of.first.isoformat()}.{form}"
    return FileResponse(out, as_attachment=True, filename=name, content_type=writing.media_type(form))


@router.get("/points/anomalies", response=shapes.AnomaliesOut)
@allow("anomalies", "read")
def list_anomalies(request: TenantRequest, judged: bool | None = None) -> dict[str, Any]:
    """What looks as if somebody worked for points; its points wait until it is judged."""
    found = queries.anomalies(request.company.id, judged=judged)
    return {
        "anomalies": [_anomaly(row) for row in found],
        "findings": queries.findings_open(request.company.id),
    }


@router.post(
    "/points/anomalies/{uuid:suspect_id}/verdicts",
    response={201: shapes.AnomalyOut, 403: ProblemOut, 404: ProblemOut},
)
@allow("anomalies", "write")
def judge_anomaly(request: TenantRequest, suspect_id: UUID, body: shapes.VerdictIn) -> Status[dict[str, Any]]:
    """Let the points stand, or take them away; with the reason, and never about oneself."""
    company, person = request.company.id, request.user.person_id
    found = queries.subjects(company, suspect_id)
    if found is None:
        raise Problem("not_found")
    about = {one["id"] for one in json.loads(found["people"] or "[]")}
    if person is None or str(person) in about:
        raise Problem("anomaly_about_yourself")
    now = clock.now()
    Verdict.objects.create(company_id=company, suspect_id=suspect_id, person_id=person, at=now, **body.dict())
    audit.write(
        company_id=company,
        account_id=request.user.id,
        resource="anomalies",
        resource_id=suspect_id,
        before=None,
        after=body.dict(),
        private=frozenset({"reason"}),
    )
    found_at = found["found_at"]
    look(company, now, months=2 + 12 * (now.year - found_at.year) + now.month - found_at.month)
    return Status(201, _anomaly(queries.subjects(company, suspect_id) or {}))


def _sees_all(request: TenantRequest) -> bool:
    return may(request.user.roles, "points_all", "read")


def _team(request: TenantRequest) -> str:
    if request.user.person_id is None:
        return ""
    own = Person.objects.filter(company_id=request.company.id, id=request.user.person_id).first()
    return own.team if own else ""


def _person(request: TenantRequest, person_id: UUID, of: Days) -> dict[str, Any]:
    company = request.company.id
    lines = assessing.people(company, of)
    return {
        "person": {"id": person_id, "name": people.names(company, [person_id]).get(str(person_id), "")},
        "period": of.period,
        "first": of.first,
        "last": of.last,
        "figures": next((one for one in lines if one["id"] == person_id), None),
        "entries": assessing.entries(company, person_id, of),
        "book": _book(),
    }


def _book() -> dict[str, Any]:
    rules, told = book(), document()
    lines = [{**row["says"], **{k: row.get(k) for k in ("id", "points", "day")}} for row in told["rules"]]
    most = {"version": rules.version, "day": rules.day, "month": rules.month}
    return {**most, "rules": lines, "needs": told["needs"]}


def _anomaly(row: dict[str, Any]) -> dict[str, Any]:
    plain = {name: json.loads(row[name] or "[]") for name in ("people", "permits", "figures")}
    return {**row, **plain, "says": document()["anomalies"][row["kind"]]}


def _note(request: TenantRequest, about: UUID, looked: dict[str, Any]) -> None:
    audit.write(
        company_id=request.company.id,
        account_id=request.user.id,
        resource="points",
        resource_id=about,
        before=None,
        after=looked,
    )
