"""From a draft to the start of work: what the people do at the desk and then at the point."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from davy.demo import air, fans, sources
from davy.demo.scene import Act, Scene
from davy_core.permits.gas_plan import plan_of
from davy_core.permits.parts import Measure
from davy_core.permits.todo import air_ready

__all__ = ["draft", "fate", "issued", "measure_body", "round_of", "submitted"]

FATES: Mapping[str, float] = {
    "closed": 80, "refused": 4, "withdrawn": 4, "forgotten": 2, "expired": 3, "voided": 2, "changed": 2,
    "cancelled": 3,
}  # fmt: skip
FRESH = timedelta(minutes=22)  # an older round is measured again before the start
CHECKED = timedelta(minutes=50)
BEFORE = timedelta(minutes=25)  # people come to the point so long before the work may begin
LAST_ROUND = timedelta(minutes=12)
NEVER = {"other", "other_tickets", "camera"}
ALWAYS = {"fire_gear", "detector", "protection", "rescue_gear", "communication", "cordon", "ventilated"}
FIRST_PASS = 60  # versions; a permit beyond was returned before


def fate(scene: Scene) -> str:
    """How this permit will end if nobody interferes."""
    return scene.likes(FATES, "fate")


def draft(scene: Scene) -> list[Act]:
    """The applicant submits; or he gives it up, because the time has passed or he changed his mind."""
    who = scene.permit.crew.applicant
    if scene.permit.window.end <= scene.now:
        return scene.one("withdraw", who, {"reason": "未按期实施"})
    early = fate(scene) == "withdrawn" and scene.dice.chance(0.3, "early")
    if early and scene.version < FIRST_PASS:
        return scene.one("withdraw", who, {"reason": _said(scene, "withdraw")})
    return scene.one("submit", who)


def submitted(scene: Scene) -> list[Act]:
    """Analysis, measures, gas, briefing, signatures, in this order."""
    steps: tuple[tuple[str, Callable[[Scene, Sequence[str]], list[Act]]], ...] = (
        ("confirm_hazard", _hazards),
        ("answer_measure", _measures),
        ("plan_ventilation", _planned),
        ("switch_ventilation", _aired),
        ("record_round", _round),
        ("give_briefing", _briefing),
        ("sign_briefing", _signed),
        ("sign_stage", _stage),
    )
    for command, step in steps:
        if command in scene.asked and (command != "record_round" or scene.tests_gas):
            return step(scene, scene.asked[command])
    return []


def _said(scene: Scene, about: str) -> str:
    words: list[str] = sources.jobs()[about]
    return scene.dice.choice(words, about)


def _hazards(scene: Scene, people: Sequence[str]) -> list[Act]:
    known = scene.book.risk.rows if scene.book.risk else {}
    rows = []
    for hazard in scene.permit.hazards:
        if hazard.applies is not None:
            continue
        offered = [c["id"] for c in known[hazard.row].controls]
        applies = not offered or scene.dice.chance(0.88, "hazard", hazard.row)
        body: dict[str, Any] = {"row": hazard.row, "applies": applies}
        if applies and offered:
            body["controls"] = scene.dice.some(offered, 3, "controls", hazard.row)
        rows.append((people[0], body))
    return scene.series("confirm_hazard", rows)


def _measures(scene: Scene, people: Sequence[str]) -> list[Act]:
    if fate(scene) == "withdrawn":
        return scene.one("withdraw", scene.permit.crew.applicant, {"reason": _said(scene, "withdraw")})
    wanted = [m for m in scene.permit.measures if m.applies is None]
    return scene.series("answer_measure", [(people[0], measure_body(scene, m)) for m in wanted])


def measure_body(scene: Scene, measure: Measure) -> dict[str, Any]:
    """涉及 with photo and figures, or 不涉及."""
    if not _involved(scene, measure):
        return {"measure": measure.id, "applies": False}
    body: dict[str, Any] = {"measure": measure.id, "applies": True}
    if measure.asked:
        body["values"] = {v: str(scene.dice.of("figure", measure.id, v).randint(1, 4)) for v in measure.asked}
    if measure.photo_due:
        body["photo"] = scene.photo(measure.id if measure.id in scene.cast.pictures else "before", measure.id)
    return body


def _involved(scene: Scene, measure: Measure) -> bool:
    mode = str(scene.permit.work.get("mode", ""))
    special = {
        "bottles_apart": mode in {"gas_cutting", "arc_and_gas"},
        "welder_earthed": mode in {"arc_welding", "arc_and_gas"},
        "spark_catch": scene.permit.work.get("over_height") is True,
        "no_draining": scene.spot.bund,
        "moving_locked": scene.permit.work.get("moving_parts") is not False,
    }
    if measure.id in special:
        return special[measure.id]
    if scene.permit.type not in {"hot", "confined"}:
        return measure.id not in NEVER
    return measure.id not in NEVER and (measure.critical or measure.id in ALWAYS or _mostly(scene, measure))


def _mostly(scene: Scene, measure: Measure) -> bool:
    return scene.dice.chance(0.85, "measure", measure.id)


def _round(scene: Scene, people: Sequence[str]) -> list[Act]:
    stage = scene.permit.stage()
    if stage and "sign_stage" not in scene.tried and scene.dice.chance(0.05, "hasty"):
        who = scene.holder(*stage.posts)
        if who:
            return [Act(scene.after("sign_stage"), who, "sign_stage", _stage_body(scene, who), daring=True)]
    at = max(scene.after("record_round"), air_ready(scene.permit))
    return [round_of(scene, scene.dice.choice(people, "analyst"), bad=_first_is_bad(scene), at=at)]


def _planned(scene: Scene, people: Sequence[str]) -> list[Act]:
    return scene.one("plan_ventilation", people[0], fans.plan(scene))


def _aired(scene: Scene, people: Sequence[str]) -> list[Act]:
    return scene.one("switch_ventilation", people[0], {"running": True})


def _first_is_bad(scene: Scene) -> bool:
    """Now and then the air is not yet good at the first try."""
    return not scene.permit.rounds and scene.dice.chance(0.06, "first round")


def round_of(scene: Scene, who: str, *, bad: bool = False, at: datetime | None = None) -> Act:
    """A gas round at every point of the plan, sampled as it is sent. Raises LookupError without a plan."""
    plan = plan_of(scene.permit, scene.facts)
    if plan is None:
        raise LookupError(f"no sampling plan for {scene.permit.id}")
    at = max(at or scene.after("record_round"), scene.now)
    luck = scene.dice.of("air", scene.version)
    rows = air.readings(plan, scene.book.limits, at, luck, bad=bad)
    return Act(at, who, "record_round", {"readings": rows})


def _briefing(scene: Scene, people: Sequence[str]) -> list[Act]:
    items = [i["id"] for i in scene.book.template["briefing"]["items"]]
    return scene.one("give_briefing", people[0], {"items": items})


def _signed(scene: Scene, people: Sequence[str]) -> list[Act]:
    return scene.series("sign_briefing", [(p, {"signature": scene.signature(p, "briefing")}) for p in people])


AT_THE_POINT: Mapping[str, Callable[[Scene, Sequence[str]], list[Act]]] = {
    "give_briefing": _briefing,
    "sign_briefing": _signed,
    "switch_ventilation": _aired,
}


def _stage(scene: Scene, people: Sequence[str]) -> list[Act]:
    stage = scene.permit.stage()
    if stage is None:
        return []
    signed = {s.person for s in scene.permit.signatures}
    free = [p for p in people if p not in signed | scene.permit.crew.doing_the_work()]
    if not free:
        return scene.one("withdraw", scene.permit.crew.applicant, {"reason": "无人可签批，改期"})
    who = free[-1] if scene.dice.chance(0.25, "deputy", stage.id) else free[0]
    way = fate(scene)
    if way == "forgotten" and stage.id == scene.permit.stages[-1].id:
        return [
            Act(scene.permit.window.end + timedelta(minutes=30), who, "sign_stage", _stage_body(scene, who))
        ]
    if way == "refused" and (stage.id == scene.permit.stages[-1].id or scene.dice.chance(0.5, "at once")):
        return [Act(scene.after("sign_stage"), who, "refuse", {"reason": _said(scene, "refuse")})]
    if not signed and scene.version < FIRST_PASS and scene.dice.chance(0.06, "returned"):
        return [Act(scene.after("sign_stage"), who, "return_to_draft", {"reason": _said(scene, "return")})]
    return scene.one("sign_stage", who, _stage_body(scene, who))


def _stage_body(scene: Scene, who: str) -> dict[str, Any]:
    stage = scene.permit.stage()
    critical = [m.id for m in scene.permit.measures if m.critical and m.applies]
    return {
        "stage": stage.id if stage else "",
        "confirmed": [*scene.book.template.get("critical", ()), *critical],
        "opinion": scene.dice.choice(sources.jobs()["opinions"], "opinion", scene.version),
        "signature": scene.signature(who, "stage"),
    }


def issued(scene: Scene) -> list[Act]:
    """Check-in, five checks, 验票, a fresh round, and the start; nobody comes much before the time."""
    return [_not_before(act, scene) for act in _issued(scene)]


def _not_before(act: Act, scene: Scene) -> Act:
    begins = scene.permit.window.start
    earliest = begins if act.kind == "start" else begins - BEFORE
    return act if act.at >= earliest else Act(earliest, act.who, act.kind, act.body, act.daring)


def _issued(scene: Scene) -> list[Act]:
    permit, asked = scene.permit, scene.asked
    missing = [p for p in permit.crew.on_site() if p not in permit.check_ins]
    if missing:
        return scene.series("check_in", [(p, {}) for p in missing])
    for command, step in AT_THE_POINT.items():
        if command in asked:
            return step(scene, asked[command])
    guardian, responsible = permit.crew.guardian, permit.crew.responsible
    if guardian is None or responsible is None:
        return []
    if not permit.five_checks_ok or _old(scene, permit.five_checks_at, CHECKED):
        names = ("ventilation", "isolation", "detection", "protection", "communication")
        return scene.one("five_checks", guardian, dict.fromkeys(names, True))
    if permit.ticket_verified is None:
        return _ticket(scene)
    sampled = max((r.sampled_at for r in permit.rounds if r.complete and r.sampled_at), default=None)
    latest_passes = bool(permit.rounds) and permit.rounds[-1].verdict == "pass"
    if scene.tests_gas and (not latest_passes or _old(scene, sampled, FRESH)):
        at = max(scene.after("record_round"), permit.window.start - LAST_ROUND)
        return [round_of(scene, scene.dice.choice(permit.crew.analysts, "analyst"), at=at)]
    if permit.type == "hot" and "add_photo" not in scene.tried and scene.dice.chance(0.4, "before"):
        body = {"photo": scene.photo("before"), "purpose": "before"}
        return [Act(scene.after("start"), guardian, "add_photo", body, daring=True)]
    held = scene.dice.of("held", scene.version).randint(1600, 2600)
    return scene.one("start", responsible, {"scan": scene.spot.token, "held_ms": held})


def _old(scene: Scene, at: datetime | None, limit: timedelta) -> bool:
    return at is None or max(scene.now, scene.permit.window.start) - at > limit


def _ticket(scene: Scene) -> list[Act]:
    who = scene.holder("shift_leader")
    return (
        [] if who is None else scene.one("verify_ticket", who, {"signature": scene.signature(who, "ticket")})
    )
