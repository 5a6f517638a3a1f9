"""Everything that stops work. Nothing stands in its way: no requirement, no signature, no position (S15)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from davy_core.instants import iso
from davy_core.outcome import Event, Outcome, Refused, accept, refuse
from davy_core.permits.command import Command
from davy_core.permits.facts import Facts
from davy_core.permits.stamp import absence, stamp
from davy_core.permits.state import Permit


def paused(
    permit: Permit, facts: Facts, kind: str, *, detail: str | None = None, began: datetime | None = None
) -> Event:
    """The WorkPaused event of one cause. The break begins at the sender's instant, never later and never
    before the work began: a stop that arrives late makes it longer, nothing makes it shorter (S2)."""
    began_at = began if began is not None else _break_began(permit, facts)
    data: dict[str, Any] = {**stamp(facts), "kind": kind, "began_at": iso(began_at)}
    data["cause"] = f"{kind}:{detail}" if detail else kind
    if detail:
        data["detail"] = detail
    return Event("WorkPaused", data)


def _break_began(permit: Permit, facts: Facts) -> datetime:
    if permit.started_at is None:
        return facts.now
    return min(max(permit.started_at, facts.occurred_at), facts.now)


def _with_reason(event: Event, command: Command) -> Event:
    reason = command.body.get("reason") or command.body.get("what")
    return Event(event.type, event.data, {"reason": str(reason)}) if reason else event


def pause(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """A person pauses the work: own break, an anomaly, or gas."""
    return accept(_with_reason(paused(permit, facts, command.body["cause"]), command))


def take_back(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """The ticket is taken back: the guardian must leave, or a serious violation (GB 30871 4.10 e, f)."""
    event = _with_reason(paused(permit, facts, command.body["cause"]), command)
    if command.body["cause"] == "guardian_left" and permit.state == "active":
        alarm = {**stamp(facts), "code": "31", "kind": "guardian_away", "subject": permit.crew.guardian or ""}
        return accept(event, Event("AlarmRaised", alarm))
    return accept(event)


def stop(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """Anybody stops the work. From the public page guardian and control room are alarmed at once (S15)."""
    event = _with_reason(paused(permit, facts, "stopped"), command)
    alarm = {**stamp(facts), "kind": "stopped_by_bystander", "subject": permit.id}
    return accept(event, Event("AlarmRaised", alarm))


def freeze_work(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """The whole area is frozen: this permit is paused with it, and stays so until it is lifted (S7, S15)."""
    return accept(paused(permit, facts, "area_frozen", detail=command.body["area"]))


def recall_basis(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """The rules this permit stands on are recalled: paused until the recall is lifted, or ended (S27)."""
    return accept(paused(permit, facts, "basis_recalled"))


def bar_person(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """Somebody who works or guards here lost his rights: paused until he is replaced (GB 30871 4.9, S7). The
    cause is that of the watch over the crew, whose condition has to hold again."""
    if command.body["person"] not in permit.crew.on_site():
        return accept()
    event = paused(permit, facts, "person_ineligible", detail="crew.stays_cleared")
    return accept(_with_reason(event, command))


def sos(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """Somebody needs help: stop and alarm, with where he is as far as his phone knows."""
    data = {**stamp(facts), "kind": "sos", "subject": facts.actor.person or ""}
    alarm = Event("AlarmRaised", data, _whereabouts(facts))
    if permit.state not in {"issued", "active", "paused"}:
        return accept(alarm)
    return accept(paused(permit, facts, "sos"), alarm)


def _whereabouts(facts: Facts) -> dict[str, str]:
    fix = facts.fix
    if fix is None or fix.spot is None:
        return {}
    lat, lon = fix.spot
    return {"place": f"{lat:.6f}, {lon:.6f} ±{fix.accuracy_m:g} m"}


def receive_pause(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """The second time of a pause: those on site have got the message (S8). Twice is once."""
    if permit.pause is None or permit.pause.received_at is not None:
        return accept()
    return accept(Event("PauseReceived", stamp(facts)))


def confirm_stopped(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """The third time of a pause: the work is confirmed stopped on site (S8). Twice is once."""
    if permit.pause is None or permit.pause.confirmed_at is not None:
        return accept()
    if permit.inside:
        return refuse("people_inside", count=len(permit.inside), tools=len(permit.tools_inside))
    away = absence(facts)
    if facts.fix is not None and away is not None:
        return Refused((away,))
    return accept(Event("StopConfirmed", {**stamp(facts), "inside": len(permit.inside)}))


def report_change(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """Process, condition, method or environment changed: stop; the issuing side decides (4.17, S7)."""
    event = paused(permit, facts, "change_reported", detail=command.body["kind"])
    return accept(
        _with_reason(event, command), Event("ChangeReported", {**stamp(facts), "kind": command.body["kind"]})
    )


def request_cancel(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """First of two steps: asking to cancel stops the work at once (S13)."""
    return accept(_with_reason(paused(permit, facts, "cancel_requested"), command))


HANDLERS = {
    "pause": pause,
    "take_back": take_back,
    "stop": stop,
    "freeze_work": freeze_work,
    "recall_basis": recall_basis,
    "bar_person": bar_person,
    "sos": sos,
    "receive_pause": receive_pause,
    "confirm_stopped": confirm_stopped,
    "report_change": report_change,
    "request_cancel": request_cancel,
}
