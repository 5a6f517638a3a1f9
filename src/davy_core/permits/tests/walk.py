"""The ordinary way of a permit, one step after another: what is to be done next, by whom, with which body."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from davy_core.permits.gas_plan import gas_asked
from davy_core.permits.parts import Measure
from davy_core.permits.recording import limits_of
from davy_core.permits.state import Permit
from davy_core.permits.tests.world import FIVE, POSTS, STROKES, World

Step = tuple[str, str, dict[str, Any]]
PLANT = ZoneInfo("Asia/Shanghai")

SCAN = {"scan": "token", "held_ms": 1800}
SIGNED = {"signature": STROKES}
AIR = {
    "volume_m3": "60", "flow": {"value": "1800", "unit": "m3/h"}, "duct": "through", "work": "repair",
    "residues": [{"substance": "methanol", "value": {"value": "40", "unit": "mg/m3"}}],
}  # fmt: skip
MILD = {"before": {"L": "3", "E": "3", "C": "7"}, "after": {"L": "1", "E": "3", "C": "7"}}
CLEAR = {"items": ["stopped", "register", "fire", "isolation", "site_safe"], **SIGNED}


def step(world: World) -> Step | None:
    """The next step towards closing; None when the permit has ended."""
    permit = world.permit
    if permit is None:
        return "li", "draft", world.request()
    if permit.state == "draft":
        return "li", "submit", {}
    return {
        "submitted": _submitted, "issued": _issued, "active": _active, "paused": _paused,
        "finished": _finished, "voided": _ended, "withdrawn": _ended,
    }.get(permit.state, _over)(world, permit)  # fmt: skip


def walk(world: World, until: str) -> World:
    """Take ordinary steps until the permit is in that state."""
    for _ in range(120):
        if world.permit is not None and world.permit.state == until:
            return world
        found = step(world)
        assert found is not None, f"{until} is not on the way"
        if found[1] == "check_residual_fire" and until == "closed":
            world.later(minutes=31)
        world.must(*found)
    raise AssertionError(f"{until} was not reached")


def _over(world: World, permit: Permit) -> Step | None:
    return None


def _submitted(world: World, permit: Permit) -> Step | None:
    book = world.facts().rulebook.risk
    assert book is not None
    for row in permit.hazards:
        if row.applies is None:
            if row.row in permit.rows_added:
                return "li", "confirm_hazard", {"row": row.row, "applies": True, **MILD}
            controls = [c["id"] for c in book.rows[row.row].controls][:1]
            return "li", "confirm_hazard", {"row": row.row, "applies": True, "controls": controls}
    for measure in permit.measures:
        if measure.applies is None:
            asked = _recorded(world, permit, "before_sign", first=measure.id)
            return asked or ("wu", "answer_measure", _answer(measure, world))
    asked = _recorded(world, permit, "before_sign") or _ventilation(world, permit)
    if asked is not None:
        return asked
    if gas_asked(permit, world.facts()) and not any(
        r.complete and r.verdict == "pass" for r in permit.rounds
    ):
        return "zhou", "record_round", {"readings": world.readings()}
    told = _briefing(world, permit)
    if told is not None:
        return told
    stage = permit.stage()
    assert stage is not None
    critical = world.facts().rulebook.template.get("critical", ())
    seen = [*critical, *(m.id for m in permit.measures if m.critical and m.applies)]
    return POSTS.get(stage.posts[0], ""), "sign_stage", {"stage": stage.id, "confirmed": seen, **SIGNED}


def _recorded(world: World, permit: Permit, due: str, first: str | None = None) -> Step | None:
    """The next record that is due; with `first` only if it stands before that node."""
    template = world.facts().rulebook.template
    nodes = list(template.get("nodes", ()))
    before = nodes[: nodes.index(first)] if first in nodes else []
    for duty in permit.record_duties:
        newest = permit.newest(duty.id)
        stale = due == "before_start" and newest and (world.now - newest.at).total_seconds() > 600
        if due not in duty.due or (newest is not None and newest.ok and not stale):
            continue
        if first is not None and duty.id not in before:
            continue
        row = next(r for r in template["records"] if r["id"] == duty.id)
        least, most = limits_of(row, permit.work)
        told: dict[str, Any] = {"passed": True} if row["kind"] == "check" else {"value": f"{least or most:f}"}
        return "wang", "record_value", {"record": duty.id, **told, "photo": world.shot()}
    return None


def _ventilation(world: World, permit: Permit) -> Step | None:
    """Planned, switched on; then the minimum time passes before anybody tests."""
    if not permit.ventilation_due:
        return None
    if permit.ventilation is None:
        return "li", "plan_ventilation", dict(AIR)
    if permit.ventilated_since is None:
        return "li", "switch_ventilation", {"running": True}
    over = permit.ventilated_since + timedelta(seconds=permit.ventilation.minimum_s)
    world.now = max(world.now, over)
    return None


def _briefing(world: World, permit: Permit) -> Step | None:
    if permit.briefing.at is None:
        items = [i["id"] for i in world.facts().rulebook.template["briefing"]["items"]]
        return "wu", "give_briefing", {"items": items}
    unsigned = [p for p in permit.crew.on_site() if p not in permit.briefing.signed]
    return (unsigned[0], "sign_briefing", dict(SIGNED)) if unsigned else None


def _anew(world: World, permit: Permit) -> Step | None:
    """What a new day asks for: everybody is here, every measure looked at again (S11)."""
    today = world.now.astimezone(PLANT).date()
    for person in permit.crew.on_site():
        seen = permit.check_ins.get(person)
        if seen is None or seen.at.astimezone(PLANT).date() != today:
            return person, "check_in", {}
    for measure in permit.measures:
        if measure.at is None or measure.at.astimezone(PLANT).date() != today:
            return "wu", "answer_measure", _answer(measure, world)
    return None


def _answer(measure: Measure, world: World) -> dict[str, Any]:
    body: dict[str, Any] = {"measure": measure.id, "applies": True}
    body |= {"values": dict.fromkeys(measure.asked, "2")} if measure.asked else {}
    return body | ({"photo": world.shot()} if measure.photo_due else {})


def _issued(world: World, permit: Permit) -> Step | None:
    anew = _anew(world, permit)
    if anew is not None:
        return anew
    told = _briefing(world, permit)
    if told is not None:
        return told
    if not permit.five_checks_ok:
        return str(permit.crew.guardian), "five_checks", dict(FIVE)
    if permit.ticket_verified is None:
        return "feng", "verify_ticket", dict(SIGNED)
    asked = _recorded(world, permit, "before_start")
    if asked is not None:
        return asked
    fresh = [r for r in permit.rounds if r.complete and r.sampled_at]
    stale = not fresh or (world.now - fresh[-1].sampled_at).total_seconds() > 1500  # type: ignore[operator]  # asked above
    if stale and gas_asked(permit, world.facts()):
        return "zhou", "record_round", {"readings": world.readings()}
    return str(permit.crew.responsible), "start", dict(SCAN)


def _active(world: World, permit: Permit) -> Step | None:
    if permit.inside:
        return str(permit.crew.guardian), "leave_space", {"person": permit.inside[0]}
    if permit.tools_inside:
        return str(permit.crew.guardian), "leave_space", {"tool": permit.tools_inside[0]}
    return str(permit.crew.responsible), "finish", {}


def _paused(world: World, permit: Permit) -> Step | None:
    crew = {"responsible": str(permit.crew.responsible), "guardian": str(permit.crew.guardian)}
    closers = {"shift_leader": "feng", "issuer": "zhao", "control": "chu", **crew}
    decided = permit.pause.decided_at if permit.pause else world.now
    if permit.stood_by_at is None or permit.stood_by_at < decided:
        return str(permit.crew.guardian), "stand_by", {}
    causes = world.facts().rulebook.causes
    for cause in permit.causes:
        rule = causes.get(cause.kind, {})
        if rule.get("by"):
            if rule.get("round") and not _passed_since(permit, cause.at):
                return "zhou", "record_round", {"readings": world.readings()}
            answer = {"changed": False} if rule.get("change") else {}
            return closers[rule["by"][0]], "resolve_cause", {"cause": cause.id, **answer}
    again = _anew(world, permit) if permit.started else None
    return again or (str(permit.crew.responsible), "resume", {"changed": False})


def _passed_since(permit: Permit, at: datetime) -> bool:
    last = permit.rounds[-1] if permit.rounds else None
    return bool(last and last.verdict == "pass" and last.sampled_at and last.sampled_at >= at)


def _finished(world: World, permit: Permit) -> Step | None:
    if permit.type == "hot" and not permit.fire_clear:
        return str(permit.crew.guardian), "check_residual_fire", {"photo": world.shot(), "clear": True}
    asked = _recorded(world, permit, "before_accept")
    if asked is not None:
        return asked
    items = [a["id"] for a in world.facts().rulebook.template["acceptance"]]
    return "wei", "accept", {"items": items, "photos": [world.shot()], **SIGNED}


def _ended(world: World, permit: Permit) -> Step | None:
    if permit.clearance != "open":
        return None
    if permit.inside or permit.tools_inside:
        return _active(world, permit)
    if permit.type == "hot" and not permit.fire_clear:
        return str(permit.crew.guardian), "check_residual_fire", {"photo": world.shot(), "clear": True}
    return "feng", "confirm_clear", {**CLEAR, "photo": world.shot()}
