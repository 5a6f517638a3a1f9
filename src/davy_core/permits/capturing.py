"""Enter later what somebody wrote on a printed sheet: kept, flagged, checked by a second person.

An entry from paper makes nothing live and meets no condition: for gas it counts as a reading of a clock
nobody vouches for (S4), which may fail and never pass. What it says is wrong stops the work at once, unless
the work went on after it by the electronic ticket: then it is history (S18).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from davy_core.instants import instant, iso
from davy_core.outcome import Accepted, Event, Outcome, Reason, Refused, accept, refuse
from davy_core.permits.command import Command
from davy_core.permits.facts import Actor, Facts
from davy_core.permits.paper import Captured
from davy_core.permits.rounds import failing, record_round
from davy_core.permits.sheets import FILL, sheet
from davy_core.permits.stamp import stamp
from davy_core.permits.state import Permit
from davy_core.permits.stopping import paused

Data = Mapping[str, Any]
FOUND = frozenset({"guard_round", "value", "acceptance"})
"""Entries that say whether something was found in order: nothing said is not in order."""
PAUSES: Mapping[str, str] = {"guard_round": "anomaly", "value": "anomaly", "stop": "stopped"}
"""What pauses work when it says that something is wrong, and by which cause. Gas pauses as gas."""


def capture_entry(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """One line of a sheet, by whom and when it was written as the paper says. Bad news is kept in spite of
    what speaks against the line, and that is kept with it."""
    body = command.body
    written = instant(body["written_at"])
    late = replace(
        facts,
        occurred_at=min(written, facts.now),
        clock="device_free",
        actor=Actor("person", body["wrote"]),
    )
    over = _over(permit, command, late, written)
    good = body.get("good")
    bad = (
        bool(over) or good is False or body["what"] == "stop" or (body["what"] in FOUND and good is not True)
    )
    if _known_already(permit, body, written, bad=bad):
        return refuse("paper_entry_twice", sheet=body["sheet"])
    reasons = _against(permit, body, facts, written)
    if reasons and not bad:
        return Refused(tuple(reasons))
    data: dict[str, Any] = {
        **stamp(facts),
        "entry": len(permit.captured) + 1,
        "written_at": iso(written),
        "bad": bad,
        **{k: body[k] for k in ("sheet", "what", "wrote", "photos", "good", "readings") if k in body},
    }
    if reasons:
        data["doubts"] = list(dict.fromkeys(r.code for r in reasons))
    text = {"text": str(body["text"])} if body.get("text") else {}
    return accept(Event("PaperCaptured", data, text), *over, *_stops(permit, body, late, bad=bad))


def confirm_capture(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """A second person held the entry against the photo of the sheet. It stays an entry from paper."""
    found = next((c for c in permit.captured if c.n == command.body["entry"]), None)
    if found is None:
        return refuse("paper_entry_unknown", entry=command.body["entry"])
    if facts.actor.person in {found.by, found.wrote}:
        return refuse("paper_own_entry")
    if found.checked_by is not None:
        return refuse("paper_checked_already", entry=found.n)
    agrees = command.body["agrees"]
    checked = Event("CaptureChecked", {**stamp(facts), "entry": found.n, "agrees": agrees})
    if agrees:
        return accept(checked)
    alarm = {**stamp(facts), "kind": "paper_doubtful", "subject": f"{permit.id}/{found.n}"}
    return accept(checked, Event("AlarmRaised", alarm))


def unchecked(permit: Permit) -> tuple[int, ...]:
    """The numbers of the entries that no second person has held against the paper."""
    return tuple(c.n for c in permit.captured if c.checked_by is None)


def _known_already(permit: Permit, body: Data, written: datetime, *, bad: bool) -> bool:
    """Bad news is never the same as good news of the same minute."""
    mine = (body["sheet"], body["what"], body["wrote"], written)
    return any(
        (c.sheet, c.what, c.wrote, c.written_at) == mine and (c.bad or not bad) for c in permit.captured
    )


def _against(permit: Permit, body: Data, facts: Facts, written: datetime) -> list[Reason]:
    """All that speaks against the line: the sheet, its time, its writer, its photo."""
    reasons = []
    printed = sheet(permit, body["sheet"])
    if printed is None or printed.purpose != FILL:
        reasons.append(Reason("paper_sheet_unknown", {"sheet": body["sheet"]}))
    elif written < printed.at.replace(second=0, microsecond=0):  # people write the minute
        reasons.append(Reason("paper_before_print", {"sheet": body["sheet"]}))
    if written > facts.now:
        reasons.append(Reason("paper_in_future"))
    if body["wrote"] not in _there(permit):
        reasons.append(Reason("paper_writer_not_there", {"person": body["wrote"]}))
    reasons += [Reason("photo_unknown", {"photo": p}) for p in body["photos"] if p not in facts.attachments]
    if (body["what"] == "gas") != ("readings" in body) or (body["what"] in FOUND and "good" not in body):
        reasons.append(Reason("paper_entry_incomplete"))
    return reasons


def _there(permit: Permit) -> frozenset[str]:
    """Who was at the work, by name or by signing in: nobody else wrote on its sheet."""
    signed = {permit.ticket_by} if permit.ticket_by else set()
    named = {*permit.crew.on_site(), *permit.crew.analysts, *permit.released, *permit.check_ins, *signed}
    return frozenset(named | permit.approvers())


def _over(permit: Permit, command: Command, late: Facts, written: datetime) -> list[Event]:
    """The readings over a limit as a round of their own, with what follows from it (S3, S4)."""
    rows = [
        {"point": r["point"], "substance": r["substance"], "value": r["value"], "sampled_at": iso(written)}
        for r in command.body.get("readings", ())
    ]
    bad = failing(permit, replace(command, body={"readings": rows}), late)
    if not bad:
        return []
    told = record_round(permit, replace(command, body={"readings": bad}), late)
    return list(told.events) if isinstance(told, Accepted) else []


def _stops(permit: Permit, body: Data, late: Facts, *, bad: bool) -> list[Event]:
    """The pause that bad news brings. Only while work is live, and went on after the written minute, is it
    history: people write the minute, so the minute of the start itself is not before it."""
    cause = PAUSES.get(body["what"])
    if not bad or cause is None or permit.state not in {"issued", "active", "paused"}:
        return []
    went_on = [at for at in (permit.started_at, permit.stood_by_at) if at is not None]
    if permit.state == "active" and late.occurred_at < max(went_on).replace(second=0, microsecond=0):
        return []
    return [paused(permit, late, cause)]


def _captured(permit: Permit, data: Data) -> Permit:
    new = Captured(
        n=data["entry"],
        sheet=data["sheet"],
        what=data["what"],
        wrote=data["wrote"],
        written_at=instant(data["written_at"]),
        by=data["by"],
        at=instant(data["at"]),
        bad=data["bad"],
    )
    return replace(permit, captured=(*permit.captured, new))


def _checked(permit: Permit, data: Data) -> Permit:
    rows = (
        replace(c, checked_by=data["by"], agrees=data["agrees"]) if c.n == data["entry"] else c
        for c in permit.captured
    )
    return replace(permit, captured=tuple(rows))


HANDLERS = {"capture_entry": capture_entry, "confirm_capture": confirm_capture}
STEPS: Mapping[str, Callable[[Permit, Data], Permit]] = {
    "PaperCaptured": _captured,
    "CaptureChecked": _checked,
}
