"""While the work is paused: received, stopped, everybody out; every cause closed; back to work."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from davy.demo import sources
from davy.demo.cast import ZONE
from davy.demo.paperwork import measure_body, round_of
from davy.demo.scene import Act, Scene
from davy.demo.working import leaving, shift_signatures
from davy_core.permits.parts import Cause

__all__ = ["paused"]

SHORT = timedelta(minutes=26)  # a break beyond is answered with a new round, before anybody has to ask for it
RECORD = timedelta(minutes=95)
ALMOST_AN_HOUR = timedelta(minutes=50)
LONG_BREAK = 0.12
FIVE = ("ventilation", "isolation", "detection", "protection", "communication")
SPOILT = {"person_ineligible", "escalation", "violation", "change_reported"}
"""Causes after which these people give the permit up instead of going on."""


def paused(scene: Scene) -> list[Act]:
    """The next step out of the pause."""
    permit = scene.permit
    guardian, responsible = permit.crew.guardian, permit.crew.responsible
    if permit.pause is None or guardian is None or responsible is None:
        return []
    if permit.started and permit.pause.received_at is None:
        return scene.one("receive_pause", guardian)
    if permit.inside:
        return leaving(scene)
    if permit.started and permit.pause.confirmed_at is None:
        return scene.one("confirm_stopped", responsible)
    causes = [c for c in permit.causes if c.kind != "break"]
    if causes:
        return _close(scene, causes[0])
    return _back_to_work(scene, guardian, responsible)


def _close(scene: Scene, cause: Cause) -> list[Act]:
    """What the cause asks for, one thing after the other, then the word of whoever may close it."""
    if cause.kind == "cancel_requested":
        who = scene.holder("area_head")
        return scene.one("approve_cancel", who) if who else []
    if cause.kind in SPOILT:
        return _void(scene, "条件已变，重新办票")
    if cause.kind == "area_frozen" and scene.frozen:
        return []
    rule = scene.book.causes.get(cause.kind, {})
    return _asked_for(scene, cause, rule) or _word(scene, cause, rule)


def _asked_for(scene: Scene, cause: Cause, rule: Mapping[str, Any]) -> list[Act]:
    permit = scene.permit
    if rule.get("round") and scene.tests_gas and not _good_round(scene, cause.at):
        return [round_of(scene, scene.dice.choice(permit.crew.analysts, "analyst", scene.version))]
    if rule.get("guardian") and not _on_post(scene, cause.at):
        return scene.one("stand_by", str(permit.crew.guardian))
    stale = [m for m in permit.measures if m.at is None or m.at < cause.at]
    if rule.get("measures") and stale:
        who = permit.crew.confirmers[0]
        return scene.series("answer_measure", [(who, measure_body(scene, m)) for m in stale])
    if cause.kind == "shift":
        return shift_signatures(scene, ahead=False)
    return []


def _word(scene: Scene, cause: Cause, rule: Mapping[str, Any]) -> list[Act]:
    who = _closer(scene, list(rule.get("by", ())))
    if who is None:
        return []
    if f"refused:{cause.kind}" in scene.tried:
        return _void(scene, "停工原因短时间无法消除")
    note = scene.dice.choice(sources.jobs()["resolve"], "resolve", scene.version)
    return scene.one("resolve_cause", who, {"cause": cause.id, "note": note})


def _closer(scene: Scene, duties: list[str]) -> str | None:
    named = {"responsible": scene.permit.crew.responsible, "guardian": scene.permit.crew.guardian}
    for duty in duties:
        post = {"shift_leader": "shift_leader", "issuer": "area_head", "control": "control_room"}.get(duty)
        who = scene.holder(post) if post else named.get(duty)
        if who:
            return who
    return None


def _void(scene: Scene, reason: str) -> list[Act]:
    who = scene.holder("area_head")
    return scene.one("void", who, {"reason": reason}) if who else []


def _back_to_work(scene: Scene, guardian: str, responsible: str) -> list[Act]:
    permit = scene.permit
    pause = permit.pause
    assert pause is not None  # noqa: S101 - `paused` has looked
    if not permit.started:
        return scene.one("resume", responsible, {"changed": False})
    own_break = any(c.kind == "break" for c in permit.causes)
    over = pause.decided_at + _length(scene) if own_break else scene.since
    if not _on_post(scene, pause.decided_at):
        return [Act(max(over, scene.after("stand_by")), guardian, "stand_by")]
    hasty = not pause.by_gas and "resume" not in scene.tried and scene.dice.chance(0.5, "hasty")
    if _needs_round(scene) and not hasty:
        who = scene.dice.choice(permit.crew.analysts, "analyst", scene.version)
        return [round_of(scene, who, at=max(over, scene.after("record_round")))]
    anew = _new_morning(scene)
    if anew:
        return anew
    checked = permit.five_checks_at
    if permit.type == "height" and (checked is None or checked <= pause.began_at):
        return scene.one("five_checks", guardian, dict.fromkeys(FIVE, True))  # 8.2.11
    signatures = shift_signatures(scene, ahead=False)
    if signatures:
        return signatures
    leader = scene.holder("shift_leader") if _new_day(scene) else None
    if leader is not None:
        return scene.one("verify_ticket", leader, {"signature": scene.signature(leader, "ticket")})
    first = "resume" not in scene.tried
    return [Act(max(over, scene.after("resume")), responsible, "resume", {"changed": False}, daring=first)]


def _new_day(scene: Scene) -> bool:
    """Whether the break has gone on into a day for which nobody has verified the ticket (S11)."""
    seen, pause = scene.permit.ticket_verified, scene.permit.pause
    days = {at.astimezone(ZONE).date() for at in (seen and seen.at, pause and pause.began_at) if at}
    return scene.now.astimezone(ZONE).date() not in days


def _new_morning(scene: Scene) -> list[Act]:
    """After a night everybody checks in again and every measure is looked at again (S11)."""
    permit, today = scene.permit, scene.now.astimezone(ZONE).date()
    began = permit.pause.began_at if permit.pause else scene.now
    if began.astimezone(ZONE).date() == today or scene.now - began < ALMOST_AN_HOUR:
        return []
    named = [str(permit.crew.responsible), *permit.crew.workers]
    seen = {p: permit.check_ins[p].at.astimezone(ZONE).date() for p in named if p in permit.check_ins}
    away: list[tuple[str, Mapping[str, Any]]] = [(p, {}) for p in named if seen.get(p) != today]
    if away:
        return scene.series("check_in", away)
    stale = [m for m in permit.measures if m.at is None or m.at.astimezone(ZONE).date() != today]
    who = permit.crew.confirmers[0]
    return scene.series("answer_measure", [(who, measure_body(scene, m)) for m in stale])


def _length(scene: Scene) -> timedelta:
    began = scene.permit.pause.decided_at if scene.permit.pause else scene.now
    if scene.pace.waits == 0:
        return timedelta(0)
    if scene.dice.chance(LONG_BREAK, "long break", began):
        return scene.dice.minutes(32, 44, "break", began)
    return scene.dice.minutes(6, 17, "break", began)


def _needs_round(scene: Scene) -> bool:
    pause, permit = scene.permit.pause, scene.permit
    if pause is None or not scene.tests_gas:
        return False
    rounds = [r for r in permit.rounds if r.complete and r.sampled_at]
    newest = max((r.sampled_at for r in rounds if r.sampled_at), default=None)
    if newest is None or permit.rounds[-1].verdict != "pass":
        return True
    if permit.type == "hot" and newest.astimezone(ZONE).date() != scene.now.astimezone(ZONE).date():
        return True
    soon = scene.now + timedelta(minutes=3)
    if pause.by_gas or soon - pause.began_at > SHORT:
        return newest <= pause.began_at or soon - newest > SHORT
    return permit.type == "confined" and soon - newest > RECORD


def _good_round(scene: Scene, since: datetime) -> bool:
    if not scene.permit.rounds:
        return False
    latest = scene.permit.rounds[-1]
    fresh = latest.sampled_at is not None and latest.sampled_at >= since
    return latest.complete and latest.verdict == "pass" and fresh


def _on_post(scene: Scene, since: datetime) -> bool:
    at = scene.permit.stood_by_at
    return at is not None and at >= since and scene.permit.guard_on_site == "inside"
