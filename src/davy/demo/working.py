"""While the work is live: rounds, gas records, people in and out, breaks, what goes wrong, the end of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta
from typing import Any

from davy.demo import sources
from davy.demo.cast import ZONE
from davy.demo.paperwork import fate, round_of
from davy.demo.scene import Act, Scene

__all__ = ["active", "leaving", "shift_signatures"]

HOURS: Mapping[str, tuple[float, float]] = {"hot": (1.0, 2.8), "confined": (1.2, 3.2)}  # of work
OTHER_HOURS = (0.8, 2.4)
OF_GAS = frozenset({"bad_air", "round"})
RESERVE = timedelta(minutes=35)  # they stop so long before the end of validity
SHIFTS = (time(8), time(20))
SHIFT = timedelta(hours=12)
SHIFT_KEYS = tuple(
    (side, duty) for side in ("outgoing", "incoming") for duty in ("responsible", "guardian", "shift_leader")
)
# What may happen in a permit, beside its fate: how likely, and in which part of the working time.
SURPRISES: Mapping[str, tuple[float, float, float]] = {
    "break": (0.85, 0.25, 0.5),
    "second_break": (0.35, 0.6, 0.8),
    "bad_air": (0.09, 0.3, 0.7),
    "stop": (0.04, 0.2, 0.8),
    "guardian_left": (0.03, 0.3, 0.6),
    "anomaly": (0.04, 0.3, 0.7),
    "photo": (0.6, 0.1, 0.4),
    "round": (0.45, 0.45, 0.6),
}
ENDINGS: Mapping[str, tuple[str, float]] = {
    "voided": ("void", 0.5), "changed": ("report_change", 0.45), "cancelled": ("request_cancel", 0.4),
}  # fmt: skip


def active(scene: Scene) -> list[Act]:
    """The next thing that happens."""
    steps = [step for step in _steps(scene) if step]
    return min(steps, key=lambda step: step[0].at, default=[])


def _steps(scene: Scene) -> Iterator[list[Act]]:
    """Everything that is going to happen, each with its time; the earliest comes first."""
    permit = scene.permit
    guardian, responsible = permit.crew.guardian, permit.crew.responsible
    if guardian is None or responsible is None:
        return
    yield from ([act] for act in _agenda(scene))
    yield [_guard_round(scene, guardian)]
    yield shift_signatures(scene)
    ends = _ends(scene)
    somebody = bool(permit.inside or permit.tools_inside)
    if permit.type == "confined":
        yield from ([act] for act in _gas_record(scene, guardian))
        if somebody:
            yield leaving(scene, ends - timedelta(minutes=5))
        elif ends > scene.since + timedelta(minutes=15):
            yield _entering(scene, guardian)
    if fate(scene) != "expired" and not somebody:
        yield [Act(max(ends, scene.after("finish")), responsible, "finish")]


def _ends(scene: Scene) -> datetime:
    """When the crew means to be done."""
    permit = scene.permit
    started = permit.started_at or scene.now
    length = scene.dice.minutes(*(60 * h for h in HOURS.get(permit.type, OTHER_HOURS)), "length")
    return min(started + length, permit.window.end - RESERVE)


def _agenda(scene: Scene) -> Iterator[Act]:
    """Surprises and the fate, each at its own time; what lies before the last change is past."""
    started = scene.permit.started_at or scene.now
    length = _ends(scene) - started
    for name, (likely, first, last) in SURPRISES.items():
        if scene.tests_gas or name not in OF_GAS:
            if not scene.dice.chance(likely, name):
                continue
            at = started + length * scene.dice.of("when", name).uniform(first, last)
            if at > scene.since + timedelta(seconds=1):  # not the one that has just happened
                yield _surprise(scene, name, at)
    if fate(scene) in ENDINGS:
        kind, part = ENDINGS[fate(scene)]
        at = started + length * part
        yield _ending(scene, kind, max(at, scene.since + timedelta(seconds=20)))


def _surprise(scene: Scene, name: str, at: datetime) -> Act:
    crew = scene.permit.crew
    guardian, responsible = str(crew.guardian), str(crew.responsible)
    said = sources.jobs()
    if name in {"break", "second_break"}:
        reason = scene.dice.choice(said["break"], "break", name)
        return Act(at, responsible, "pause", {"cause": "break", "reason": reason})
    if name == "bad_air":
        return round_of(scene, guardian, bad=True, at=at)
    if name == "round":
        return round_of(scene, guardian, at=at)
    if name == "stop":
        who = scene.holder("safety_dept", "control_room") or guardian
        return Act(at, who, "stop", {"reason": scene.dice.choice(said["stop"], "stop")})
    if name == "guardian_left":
        return Act(at, guardian, "take_back", {"cause": "guardian_left", "reason": "监护人临时离岗"})
    if name == "anomaly":
        reason = scene.dice.choice(said["anomaly"], "anomaly")
        return Act(at, guardian, "pause", {"cause": "anomaly", "reason": reason})
    return Act(at, guardian, "add_photo", {"photo": scene.photo("working"), "purpose": "working"})


def _ending(scene: Scene, kind: str, at: datetime) -> Act:
    said = sources.jobs()
    responsible = str(scene.permit.crew.responsible)
    if kind == "void":
        who = scene.holder("area_head") or responsible
        return Act(at, who, "void", {"reason": scene.dice.choice(said["void"], "void")})
    if kind == "report_change":
        what = scene.dice.choice(said["change"], "change")
        return Act(at, responsible, "report_change", {"kind": "condition", "what": what})
    return Act(at, responsible, "request_cancel", {"reason": scene.dice.choice(said["cancel"], "cancel")})


def _guard_round(scene: Scene, guardian: str) -> Act:
    permit = scene.permit
    last = max(at for at in (permit.guard_round_at, permit.started_at, permit.stood_by_at) if at)
    at = last + scene.dice.minutes(20, 27, "guard", last)
    body: dict[str, Any] = {"notes": scene.dice.choice(sources.jobs()["notes"], "notes", last)}
    if scene.dice.chance(0.3, "guard photo", last):
        body["photo"] = scene.photo("working")
    return Act(max(at, scene.since), guardian, "guard_round", body)


def _gas_record(scene: Scene, guardian: str) -> Iterator[Act]:
    """The record of the confined space, every two hours at the latest."""
    newest = max((r.sampled_at for r in scene.permit.rounds if r.complete and r.sampled_at), default=None)
    if newest is not None:
        at = newest + scene.dice.minutes(70, 105, "record", newest)
        yield round_of(scene, guardian, at=max(at, scene.since))


def _entering(scene: Scene, guardian: str) -> list[Act]:
    """One or two go in with a tool; the guardian registers them."""
    workers = scene.dice.some(scene.permit.crew.workers, 2, "inside", scene.version)
    tool = scene.dice.choice(sources.jobs()["tools"], "tool", scene.version)
    going: list[Mapping[str, Any]] = [*({"person": w} for w in workers), {"tool": tool}]
    return scene.series("enter_space", [(guardian, body) for body in going])


def leaving(scene: Scene, earliest: datetime | None = None) -> list[Act]:
    """Everybody and everything comes out, now or when it is time."""
    guardian = str(scene.permit.crew.guardian)
    out: list[Mapping[str, Any]] = [{"tool": t} for t in scene.permit.tools_inside]
    out += [{"person": p} for p in scene.permit.inside]
    return scene.series("leave_space", [(guardian, body) for body in out], earliest)


def shift_signatures(scene: Scene, *, ahead: bool = True) -> list[Act]:
    """The signatures that are missing at the last change of shift, else with `ahead` those of the next one
    (S11)."""
    started = scene.permit.started_at
    last = _change_before(scene.now)
    for change in (last, last + SHIFT) if ahead else (last,):
        rows = _unsigned(scene, change) if started is not None and started < change else []
        if rows:
            return scene.series("sign_shift", rows, change + timedelta(minutes=1))
    return []


def _unsigned(scene: Scene, change: datetime) -> list[tuple[str, Mapping[str, Any]]]:
    rows: list[tuple[str, Mapping[str, Any]]] = []
    for side, duty in SHIFT_KEYS:
        signed = scene.permit.shift_signed.get(f"{side}:{duty}")
        who = _of_duty(scene, duty, side)
        if who and (signed is None or signed < change):
            rows.append((who, {"side": side, "signature": scene.signature(who, f"shift {side}")}))
    return rows


def _of_duty(scene: Scene, duty: str, side: str) -> str | None:
    crew = scene.permit.crew
    if duty == "shift_leader":
        leaders = [p for p in scene.facts.holders("shift_leader") if p not in crew.doing_the_work()]
        return leaders[-1 if side == "incoming" else 0] if leaders else None
    return crew.responsible if duty == "responsible" else crew.guardian


def _change_before(now: datetime) -> datetime:
    """The last change of shift before this instant."""
    local = now.astimezone(ZONE)
    changes = [
        datetime.combine(local.date() - timedelta(days=back), at, ZONE) for back in (0, 1) for at in SHIFTS
    ]
    return max(change for change in changes if change <= local)
