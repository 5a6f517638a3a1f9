"""Enter later what somebody wrote on a printed sheet: kept, flagged, checked by a second person.

An entry from paper makes nothing live and meets no condition: for gas it counts as a reading of a clock
nobody vouches for (S4), which may fail and never pass. What it says is wrong, and what nobody can read,
stops the work at once, also where it was resumed meanwhile: who resumed did not know of it (S7, S15). Only
gas is history once a later whole round has passed (S18).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from davy_core.instants import instant, iso
from davy_core.outcome import Event, Outcome, Reason, Refused, accept, refuse
from davy_core.permits.command import Command
from davy_core.permits.facts import Actor, Facts
from davy_core.permits.gas_plan import plan_of
from davy_core.permits.paper import Captured
from davy_core.permits.paper_checks import decision
from davy_core.permits.paper_gas import kept, over, unread
from davy_core.permits.paper_moves import MOVES, amiss, moved
from davy_core.permits.rounds import overtaken
from davy_core.permits.sheets import FILL, sheet
from davy_core.permits.stamp import stamp
from davy_core.permits.state import Permit
from davy_core.permits.stopping import paused

Data = Mapping[str, Any]
FOUND = frozenset({"guard_round", "value", "acceptance"})
"""Entries that say whether something was found in order: nothing said is not in order."""
LIVE = frozenset({"issued", "active", "paused"})
"""In these states bad news pauses; in the others it raises an alarm."""
IMPOSSIBLE = frozenset({"paper_before_print", "paper_in_future"})
"""What speaks against the time that stands on the paper."""
CAUSES: Mapping[str, str] = {"stop": "stopped"}
"""By which cause bad news pauses: gas as gas, everything else as an anomaly."""


def capture_entry(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """One line of a sheet, by whom and when it was written as the paper says. Bad news is kept in spite of
    what speaks against the line, and that is kept with it."""
    body = command.body
    written = instant(body["written_at"])
    reasons = _against(permit, body, facts, written)
    # A time that cannot be true makes no gas history: such a line counts as of now.
    timeless = body["what"] == "gas" and any(r.code in IMPOSSIBLE for r in reasons)
    as_of = facts.now if timeless else written
    late = replace(
        facts, occurred_at=min(as_of, facts.now), clock="device_free", actor=Actor("person", body["wrote"])
    )
    measured = over(permit, command, late, as_of)
    blind = unread(permit, command, late, as_of)
    bad = bool(measured or blind) or _says_bad(body) or amiss(permit, body)
    if _known_already(permit, body, written, bad=bad):
        return refuse("paper_entry_twice", sheet=body["sheet"])
    if reasons and not bad:
        return Refused(tuple(reasons))
    readings = list(kept(body.get("readings", ()), blind))
    data: dict[str, Any] = {
        **stamp(facts),
        "entry": len(permit.captured) + 1,
        "written_at": iso(written),
        "bad": bad,
        **{k: body[k] for k in ("sheet", "what", "wrote", "person", "photos", "good") if k in body},
        **({"readings": [row for row, _ in readings]} if readings else {}),
    }
    if reasons:
        data["doubts"] = list(dict.fromkeys(r.code for r in reasons))
    words = {f"reading:{n}": said for n, (_, said) in enumerate(readings) if said is not None}
    text = {"text": str(body["text"])} if body.get("text") else {}
    stops = _stops(permit, body, late, measured=bool(measured)) if bad else []
    return accept(Event("PaperCaptured", data, {**text, **words}), *measured, *stops)


def _says_bad(body: Data) -> bool:
    """Whether the line itself says that something is wrong, or does not say that it was in order."""
    good = body.get("good")
    return good is False or body["what"] == "stop" or (body["what"] in FOUND and good is not True)


def _wrong(permit: Permit, entry: Captured) -> bool:
    """A second person found that it is not so, and no third that it is."""
    found = decision(permit, entry)
    return entry.agrees is False and (found is None or not found.stands)


def _known_already(permit: Permit, body: Data, written: datetime, *, bad: bool) -> bool:
    """Bad news is never the same as good news of the same minute, and bad gas may be of another point."""
    if bad and body["what"] == "gas":
        return False
    mine = (body["sheet"], body["what"], body["wrote"], written)
    who = {m.entry: m.person for m in permit.paper_moves}
    return any(
        (c.sheet, c.what, c.wrote, c.written_at) == mine
        and (c.bad or not bad)
        and not _wrong(permit, c)  # what was read wrongly is entered anew
        and who.get(c.n) == (body.get("person") if body["what"] in MOVES else None)
        for c in permit.captured
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
    lacks = (
        (body["what"] == "gas") != ("readings" in body),
        body["what"] in FOUND and "good" not in body,
        (body["what"] in MOVES) != ("person" in body),
    )
    if any(lacks):
        reasons.append(Reason("paper_entry_incomplete"))
    return reasons


def _there(permit: Permit) -> frozenset[str]:
    """Who was at the work, by name or by signing in: nobody else wrote on its sheet."""
    signed = {permit.ticket_by} if permit.ticket_by else set()
    named = {*permit.crew.on_site(), *permit.crew.analysts, *permit.released, *permit.check_ins, *signed}
    return frozenset(named | permit.approvers())


def _stops(permit: Permit, body: Data, late: Facts, *, measured: bool) -> list[Event]:
    """What bad news brings where no failing round has brought it already: the pause, else an alarm."""
    gas = body["what"] == "gas" and plan_of(permit, late) is not None
    if measured and body["what"] == "gas":
        return []
    history = gas and overtaken(permit, late.occurred_at)
    if permit.state in LIVE and not history:
        return [paused(permit, late, "gas" if gas else CAUSES.get(body["what"], "anomaly"))]
    return [Event("AlarmRaised", {**stamp(late), "kind": "paper_bad_news", "subject": permit.id})]


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
    return moved(replace(permit, captured=(*permit.captured, new)), data)


HANDLERS = {"capture_entry": capture_entry}
STEPS: Mapping[str, Callable[[Permit, Data], Permit]] = {
    "PaperCaptured": _captured,
}
