"""Between issue and start: check-in, 验票, the guardian's five checks, the start itself."""

from __future__ import annotations

from davy_core.outcome import Event, Outcome, Reason, Refused, accept, refuse
from davy_core.permits.command import Command
from davy_core.permits.facts import Facts
from davy_core.permits.heeding import going_on
from davy_core.permits.stamp import absence, presence, seen, stamp
from davy_core.permits.state import Permit

FIVE_CHECKS = ("ventilation", "isolation", "detection", "protection", "communication")
HOLD_MS = 1500


def check_in(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """A named person arrives. Outside the fence he is refused and an alarm is raised (A11)."""
    away = absence(facts)
    if away is None and facts.actor.person not in permit.briefing.signed:
        return refuse("briefing_missing", person=facts.actor.person)
    if away is None:
        return accept(Event("CheckedIn", {**seen(facts), **presence(facts)}))
    if away.code != "not_on_site":
        return Refused((away,))
    alarm = {**stamp(facts), "kind": "check_in_far", "subject": facts.actor.person or ""}
    return Refused((away,), (Event("AlarmRaised", alarm),))


def verify_ticket(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """当班班长验票: the shift leader reads the ticket on site. A start gate, not an approval (S5)."""
    if facts.actor.person in permit.ever_worked():
        return refuse("separation_of_duties", duty="shift_leader")
    away = absence(facts)
    if away is not None:
        return Refused((away,))
    private = {"signature": str(command.body.get("signature", ""))}
    return accept(Event("TicketVerified", {**stamp(facts), **presence(facts)}, private))


def five_checks(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """五必查: ventilation, isolation, detection, protection, communication, each answered by itself."""
    answers = {name: command.body[name] is True for name in FIVE_CHECKS}
    data = {**seen(facts), "checks": answers, "ok": all(answers.values())}
    return accept(Event("FiveChecksDone", data))


def start(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """The work goes live: scanned at the point and held deliberately (S5). All else is gates."""
    reasons = []
    if not command.body.get("scan"):
        reasons.append(Reason("scan_missing"))
    elif not facts.scan_ok:
        reasons.append(Reason("scan_wrong_permit"))
    away = absence(facts)
    if away is not None:
        reasons.append(away)
    if facts.ground is not None and facts.ground.frozen_by is not None:
        reasons.append(Reason("area_still_frozen"))
    if going_on(permit):
        reasons.append(Reason("episode_open", {"episodes": [e.rule for e in going_on(permit)]}))
    if command.body.get("held_ms", 0) < HOLD_MS:
        reasons.append(Reason("hold_too_short"))
    if reasons:
        return Refused(tuple(reasons))
    return accept(Event("WorkStarted", {**stamp(facts), **presence(facts)}))


HANDLERS = {"check_in": check_in, "verify_ticket": verify_ticket, "five_checks": five_checks, "start": start}
