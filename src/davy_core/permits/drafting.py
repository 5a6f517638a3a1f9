"""From nothing to submitted: draft, amend, submit, withdraw."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from davy_core.instants import instant, iso
from davy_core.outcome import Event, Outcome, Reason, Refused, accept, refuse
from davy_core.permits.command import Command
from davy_core.permits.escalation import kinds_met, raised
from davy_core.permits.facts import Facts
from davy_core.permits.filing import applicant_of, unaccepted, wrong_filing
from davy_core.permits.levels import at_least, minimum_level
from davy_core.permits.linked import also_needed
from davy_core.permits.offer import not_offered
from davy_core.permits.planned import wrong_plan
from davy_core.permits.recording import record_duties
from davy_core.permits.resolving import contractor, hazard_rows, route, vacant
from davy_core.permits.selection import fits
from davy_core.permits.stamp import stamp
from davy_core.permits.state import Permit
from davy_core.permits.view import view
from davy_core.permits.view_scheme import wrong_scheme
from davy_core.permits.view_ventilation import is_due
from davy_core.permits.work_fields import wrong_fields
from davy_core.risk.proposing import first_grade

CONTENT = (
    "place",
    "window",
    "crew",
    "work",
    "photos",
    "links",
    "level",
    "contractor",
    "urgent",
    "plan",
    "scheme",
    "untethered",
)
PRIVATE = ("content", "remark", "urgent_reason")
LATE_FILING = timedelta(minutes=5)


def draft(command: Command, facts: Facts) -> Outcome:
    """A new permit by its applicant, or by who may file for him. Only plain mistakes refuse here; what is
    missing is asked at submit."""
    body = command.body
    problems = [*_problems(body, facts), *wrong_fields(body.get("work", {}), facts.rulebook.template)]
    problems += [*not_offered(facts.rulebook.template, (), facts.offer), *wrong_filing(body, facts)]
    if body["type"] != facts.rulebook.type:
        problems.append(Reason("template_of_other_type", {"template": body.get("template")}))
    if problems:
        return Refused(tuple(problems))
    data = {**_content(body), **stamp(facts), "permit": command.permit, "type": body["type"]}
    if "template" in body:
        data["template"] = body["template"]
    data["crew"] = {**body.get("crew", {}), "applicant": applicant_of(body, facts)}
    fields = facts.rulebook.template["fields"]
    data["work"] = {**{f["id"]: f["default"] for f in fields if "default" in f}, **body.get("work", {})}
    return accept(Event("PermitDrafted", data, _private(body)))


def amend(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """Change the content of a draft; the applicant stays who he is."""
    body = command.body
    problems = [*_problems(body, facts), *wrong_fields(body.get("work", {}), facts.rulebook.template)]
    if problems:
        return Refused(tuple(problems))
    data = {**_content(body), **stamp(facts)}
    if "crew" in data:
        data["crew"] = {**data["crew"], "applicant": permit.crew.applicant}
    return accept(Event("PermitAmended", data, _private(body)))


def submit(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """Pin the basis, the level and the route, and open the list of hazards and measures to be answered."""
    book = facts.rulebook
    kinds, step = kinds_met(permit, facts), facts.calendar.step
    due = minimum_level(book.levels, view(permit, command, facts), facts.now)
    least = raised(book.levels, due, kinds, step)
    level = permit.requested_level or least
    if not at_least(book.levels, level, least):
        return refuse("level_below_minimum", level=level, minimum=least)
    missing = [*unaccepted(permit, facts), *_incomplete(permit, facts)]
    if missing:
        return Refused(tuple(missing))
    hazards = hazard_rows(permit, facts)
    risk = first_grade(book.risk, hazards) if book.risk else None
    stages = route(permit, level, risk, facts)
    if not stages:
        return refuse("route_not_found", level=level, kinds=kinds)
    if empty := vacant(stages, facts):
        return refuse("post_vacant", posts=empty)
    data = {
        **stamp(facts),
        "number": facts.number,
        "level": level,
        "minimum_level": least,
        "basis": book.basis,
        "hazards": hazards,
        "measures": [_measure(m) for m in book.template["measures"] if fits(m.get("when"), permit.work)],
        "stages": stages,
        "escalation": kinds,
        **record_duties(book.template, permit.work),
    }
    if kinds and book.levels.escalates and step is not None:
        data["escalated_by"] = "approver" if least == due else "level"
    follows = {"contractor": contractor(permit, facts), "ventilation_due": is_due(permit, facts) or None}
    data |= {key: value for key, value in follows.items() if value is not None}
    return accept(Event("PermitSubmitted", data))


def withdraw(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """The applicant takes an application back before it was issued."""
    data = {**stamp(facts), "reason": "applicant"}
    return accept(Event("PermitWithdrawn", data, {"reason": str(command.body["reason"])}))


def _measure(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": row["id"],
        "order": row.get("order", "any"),
        "photo_due": bool(row.get("photo", False)),
        "ventilation": bool(row.get("ventilation", False)),
        "critical": bool(row.get("critical", False)),
        "asked": [v["id"] for v in row.get("values", ())],
    }


def _content(body: Mapping[str, Any]) -> dict[str, Any]:
    return {k: body[k] for k in CONTENT if body.get(k) is not None}


def _private(body: Mapping[str, Any]) -> dict[str, str]:
    return {k: str(body[k]) for k in PRIVATE if body.get(k)}


def _problems(body: Mapping[str, Any], facts: Facts) -> list[Reason]:
    found = []
    window = body.get("window")
    if window:
        start, end = instant(window["from"]), instant(window["to"])
        if start >= end:
            found.append(Reason("window_invalid"))
        elif end <= facts.now or start < facts.now - LATE_FILING:
            found.append(Reason("window_in_past", {"to": window["to"]}))
    place, ground = body.get("place"), facts.ground
    if place and (ground is None or (place["site"], place["area"]) != (ground.site, ground.area)):
        found.append(Reason("place_unknown"))
    crew = body.get("crew", {})
    named = [p for k in ("responsible", "guardian", "briefer") if (p := crew.get(k))]
    named += [p for k in ("workers", "analysts", "confirmers") for p in crew.get(k, ())]
    found += [Reason("person_unknown", {"person": p}) for p in named if p not in facts.people]
    photos = body.get("photos", ())
    found += [Reason("photo_unknown", {"photo": p}) for p in photos if p not in facts.attachments]
    found += [
        Reason("link_unknown", {"permit": p}) for p in body.get("links", ()) if p not in facts.registered
    ]
    if body.get("urgent") and not str(body.get("urgent_reason", "")).strip():
        found.append(Reason("urgent_reason_missing"))
    found += [*wrong_plan(body, facts), *wrong_scheme(body, facts)]
    firm = body.get("contractor")
    if firm is not None and firm not in facts.registered:
        found.append(Reason("firm_unknown", {"firm": firm}))
    return found


def _incomplete(permit: Permit, facts: Facts) -> list[Reason]:
    crew = permit.crew
    needed = {"responsible": crew.responsible, "guardian": crew.guardian, "briefer": crew.briefer}
    several = {"workers": crew.workers, "analysts": crew.analysts, "confirmers": crew.confirmers}
    found = [Reason("crew_incomplete", {"duty": k}) for k, v in {**needed, **several}.items() if not v]
    fields = [f["id"] for f in facts.rulebook.template["fields"] if f.get("required")]
    found += [Reason("field_missing", {"field": f}) for f in fields if permit.work.get(f) in (None, "")]
    template = facts.rulebook.template
    found += not_offered(template, also_needed(permit, template), facts.offer)
    if permit.window.end <= facts.now:
        found.append(Reason("window_in_past", {"to": iso(permit.window.end)}))
    if crew.guardian and crew.guardian in {crew.responsible, *crew.workers}:
        found.append(Reason("separation_of_duties", {"duty": "guardian"}))
    return found


HANDLERS = {"amend": amend, "submit": submit, "withdraw": withdraw}
