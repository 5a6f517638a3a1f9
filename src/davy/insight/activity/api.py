"""HTTP for a person's activity. Thin; who may look is a duty, and each look at somebody else is recorded."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpResponse, JsonResponse
from ninja import Query, Router

from davy import clock
from davy.accounts import audit
from davy.accounts.access import allow, may
from davy.accounts.here import TenantRequest
from davy.insight.activity import queries
from davy.insight.activity.shapes import ActivityOut, ActivityWanted
from davy.people import queries as people
from davy.problems.response import Problem
from davy.problems.shapes import ProblemOut

__all__ = ["router"]

router = Router(tags=["people"])

LOCAL = ZoneInfo("Asia/Shanghai")
USUAL = timedelta(days=30)
LONGEST = timedelta(days=366)


@router.get("/session/activity", response={200: ActivityOut, 404: ProblemOut}, by_alias=True)
@allow("session", "read")
def get_own_activity(request: TenantRequest, wanted: Query[ActivityWanted]) -> HttpResponse:
    """What I did and was on; open to everybody about himself."""
    if request.user.person_id is None:
        raise Problem("not_found")
    return _answer(request, request.user.person_id, wanted)


@router.get("/people/{uuid:person_id}/activity", response={200: ActivityOut, 404: ProblemOut}, by_alias=True)
@allow("activity", "read")
def get_activity(request: TenantRequest, person_id: UUID, wanted: Query[ActivityWanted]) -> HttpResponse:
    """What a person did and was on, for those whose duty it is to look; every look at somebody else is
    written to the audit trail (personal data)."""
    return _answer(request, person_id, wanted)


def _days(wanted: ActivityWanted) -> tuple[date, date]:
    today = clock.now().astimezone(LOCAL).date()
    until = wanted.until or today
    since = wanted.since or until - USUAL
    return max(since, until - LONGEST), until


def _note(request: TenantRequest, person_id: UUID, since: date, until: date, group: str | None) -> None:
    looked = {"since": since.isoformat(), "until": until.isoformat(), "group": group or ""}
    audit.write(
        company_id=request.company.id,
        account_id=request.user.id,
        resource="activity",
        resource_id=person_id,
        before=None,
        after=looked,
    )


def _answer(request: TenantRequest, person_id: UUID, wanted: ActivityWanted) -> HttpResponse:
    company, own = request.company.id, request.user.person_id == person_id
    name = people.names(company, [person_id]).get(str(person_id))
    if name is None:
        raise Problem("not_found")
    since, until = _days(wanted)
    if not own:
        _note(request, person_id, since, until, wanted.group)
    begin = datetime.combine(since, time.min, LOCAL)
    end = datetime.combine(until, time.min, LOCAL) + timedelta(days=1)
    found = queries.acts(company, person_id, begin, end, group=wanted.group, before=wanted.before)
    first = wanted.before is None
    sees = own or may(request.user.roles, "violations", "read")
    told = {
        "person": {"id": str(person_id), "name": name},
        "own": own,
        "since": since.isoformat(),
        "until": until.isoformat(),
        "acts": found[: queries.PAGE],
        "more": len(found) > queries.PAGE,
        "duties": queries.duties(company, person_id, begin, end) if first else [],
        "violations": queries.violations(company, person_id, begin, end) if sees and first else None,
    }
    return JsonResponse(told)
