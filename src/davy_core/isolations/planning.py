"""Drawing an isolation up: its points with their numbers and places on the drawing, and its people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from davy_core.isolations.facts import IsolationCommand, IsolationFacts
from davy_core.isolations.relying import holding
from davy_core.isolations.stamp import stamp
from davy_core.isolations.state import Isolation
from davy_core.outcome import Event, Outcome, Reason, Refused, accept, refuse

STEP = Decimal("0.0001")
CODES = ("number", "medium", "line")


def plan(command: IsolationCommand, facts: IsolationFacts) -> Outcome:
    """Draw it up. Who applies a point and who verifies it are two persons, so both lists must allow that."""
    body = command.body
    reasons = [*_people(body, facts), *_numbers([], body["points"], facts)]
    if not facts.place_known:
        reasons.append(Reason("isolation_place_unknown"))
    drawing = body.get("drawing")
    if drawing is not None and drawing not in facts.attachments:
        reasons.append(Reason("photo_unknown", {"photo": drawing}))
    if reasons:
        return Refused(tuple(reasons))
    data = {
        **stamp(facts),
        "isolation": command.isolation,
        "number": facts.number,
        "place": dict(body["place"]),
        "isolators": list(body["isolators"]),
        "verifiers": list(body["verifiers"]),
        **{key: body[key] for key in ("equipment", "drawing") if body.get(key)},
    }
    points = [_added(n, row, facts) for n, row in enumerate(body["points"], 1)]
    return accept(Event("IsolationPlanned", data, {"title": str(body["title"])}), *points)


def add_point(isolation: Isolation, command: IsolationCommand, facts: IsolationFacts) -> Outcome:
    """One more point. Nobody may be at work behind it meanwhile: it is not isolated yet."""
    working = [p for p in isolation.relying() if _works(p, facts)]
    if working:
        return refuse("isolation_in_use", permits=holding(isolation, facts))
    row = command.body["point"]
    known = [p.number for p in isolation.points if p.kind == "blind" and p.number]
    reasons = _numbers(known, [row], facts)
    if reasons:
        return Refused(tuple(reasons))
    return accept(_added(isolation.points_ever + 1, row, facts))


def _works(permit_id: str, facts: IsolationFacts) -> bool:
    permit = facts.permits.get(permit_id)
    return permit is None or permit.state == "active"


def drop_point(isolation: Isolation, command: IsolationCommand, facts: IsolationFacts) -> Outcome:
    """A planned point that is not needed after all. Who relies on the isolation relies on this point too."""
    held = holding(isolation, facts)
    if held:
        return refuse("isolation_in_use", permits=held)
    return accept(Event("PointDropped", {**stamp(facts), "point": command.body["point"]}))


def name_people(isolation: Isolation, command: IsolationCommand, facts: IsolationFacts) -> Outcome:
    """Other people for the points that are still to do, as at a change of shift."""
    reasons = _people(command.body, facts)
    if reasons:
        return Refused(tuple(reasons))
    named = {key: list(command.body[key]) for key in ("isolators", "verifiers")}
    return accept(Event("IsolationPeopleNamed", {**stamp(facts), **named}))


def cancel(isolation: Isolation, command: IsolationCommand, facts: IsolationFacts) -> Outcome:
    """It is not carried out. Only while nothing was applied, no lock hangs and nobody relies on it."""
    held = holding(isolation, facts)
    if held:
        return refuse("isolation_in_use", permits=held)
    if isolation.locks:
        return refuse("isolation_locks_hang", count=len(isolation.locks))
    if any(p.state not in {"planned", "restored"} for p in isolation.points):
        return refuse("isolation_points_applied")
    return accept(Event("IsolationCancelled", stamp(facts), {"reason": str(command.body["reason"])}))


def _people(body: Mapping[str, Any], facts: IsolationFacts) -> list[Reason]:
    named = {*body["isolators"], *body["verifiers"]}
    unfit = sorted(p for p in named if facts.people.get(p) != "active")
    reasons = [Reason("isolation_person_unfit", {"people": unfit})] if unfit else []
    if len(named) < 2:
        reasons.append(Reason("second_person_needed"))
    return reasons


def _numbers(known: Iterable[str], rows: Iterable[Mapping[str, Any]], facts: IsolationFacts) -> list[Reason]:
    """Every blind has its number and its pipe, and no number stands for two (7.3, 7.10)."""
    reasons: list[Reason] = []
    seen = {*known, *facts.numbers_elsewhere}
    for row in rows:
        kind, number = facts.book.kinds.get(row["kind"]), row.get("number")
        if kind is None:
            reasons.append(Reason("isolation_kind_unknown", {"kind": row["kind"]}))
        elif kind.numbered and not (number and row.get("line")):
            reasons.append(Reason("isolation_number_missing"))
        elif kind.numbered and number in seen:
            reasons.append(Reason("isolation_number_taken", {"number": number}))
        elif kind.numbered:
            seen.add(str(number))
    return reasons


def _added(n: int, row: Mapping[str, Any], facts: IsolationFacts) -> Event:
    data = {**stamp(facts), "point": f"p{n}", "kind": row["kind"], "hazardous": row["hazardous"]}
    data |= {key: row[key] for key in CODES if row.get(key)}
    data |= {key: _share(row[key]) for key in ("x", "y") if row.get(key) is not None}
    return Event("PointAdded", data, {"name": str(row["name"])})


def _share(number: float) -> str:
    """0 to 1 as decimal text: the chain knows no floating numbers."""
    return f"{Decimal(str(number)).quantize(STEP, ROUND_HALF_EVEN):f}"


HANDLERS = {
    "add_point": add_point,
    "drop_point": drop_point,
    "name_people": name_people,
    "cancel_isolation": cancel,
}
