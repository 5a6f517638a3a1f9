"""Hold an entry from paper against the sheet: a second person looks, and where he finds it is not so, a third
decides. Until then nothing that ends the work passes over it (S18).

A way in without a name that stands on the sheet is settled only when somebody tells who it was, or that
everybody was counted and nobody is inside: who is inside must be got out (GB 30871 6.8, S6)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from davy_core.instants import iso
from davy_core.outcome import Event, Outcome, Reason, accept, refuse
from davy_core.permits.command import Command
from davy_core.permits.facts import Facts
from davy_core.permits.paper import Captured, Decision
from davy_core.permits.paper_moves import moved, out_agreed
from davy_core.permits.stamp import stamp
from davy_core.permits.state import Permit

Data = Mapping[str, Any]
CHECK_WITHIN = timedelta(hours=1)
"""How soon somebody ought to have held an entry against the sheet (our judgement)."""


def confirm_capture(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """Somebody held the entry against the photo of the sheet. It stays an entry from paper."""
    body = command.body
    found = next((c for c in permit.captured if c.n == body["entry"]), None)
    if found is None:
        return refuse("paper_entry_unknown", entry=body["entry"])
    against = _against(permit, found, facts.actor.person or "") or _untold(permit, found, body)
    if against is not None:
        return refuse(against.code, **against.values)
    data = {**stamp(facts), "entry": found.n, "agrees": body["agrees"]}
    data |= {k: body[k] for k in ("person", "counted") if k in body}
    checked = Event("CaptureChecked", data)
    if body["agrees"] or found.agrees is False:
        return accept(checked)
    alarm = {**stamp(facts), "kind": "paper_doubtful", "subject": f"{permit.id}/{found.n}"}
    return accept(checked, Event("AlarmRaised", alarm))


def _against(permit: Permit, found: Captured, person: str) -> Reason | None:
    if person in {found.by, found.wrote}:
        return Reason("paper_own_entry")
    if not is_open(permit, found):
        return Reason("paper_checked_already", {"entry": found.n})
    if found.agrees is False and person == found.checked_by:
        return Reason("paper_own_doubt")
    return None


def _untold(permit: Permit, found: Captured, body: Data) -> Reason | None:
    """What the answer must tell of who went in: a name, or that all were counted, where the sheet has no
    name; nothing where it has one."""
    told = [k for k in ("person", "counted") if k in body]
    if not nameless(permit, found):
        return Reason("paper_person_known", {"entry": found.n}) if told else None
    if not body["agrees"]:
        return None
    if len(told) != 1:
        return Reason("paper_person_untold", {"entry": found.n})
    if "counted" in body and permit.inside:
        return Reason("people_inside", {"count": len(permit.inside), "tools": len(permit.tools_inside)})
    return None


def nameless(permit: Permit, entry: Captured) -> bool:
    """A way in of which nobody has told whose it was."""
    named = any(m.entry == entry.n for m in permit.paper_moves)
    return entry.what == "entry" and not named and entry.n not in permit.counted


def is_open(permit: Permit, entry: Captured) -> bool:
    """Whether somebody still has to look: nobody did, who did found it is not so and nobody decided, or
    nobody knows who went in."""
    if entry.agrees is None:
        return True
    if entry.agrees is False:
        found = decision(permit, entry)
        return found is None or (found.stands and nameless(permit, entry))
    return nameless(permit, entry)


def decision(permit: Permit, entry: Captured) -> Decision | None:
    """What a third person decided of it, the last time."""
    return next((d for d in reversed(permit.decisions) if d.entry == entry.n), None)


def unsettled(permit: Permit) -> tuple[int, ...]:
    """The numbers of the entries that nobody has settled."""
    return tuple(c.n for c in permit.captured if is_open(permit, c))


def to_check(permit: Permit, person: str) -> datetime | None:
    """By when this person ought to look at the oldest entry that he may; None when there is none."""
    mine = (c.at for c in permit.captured if is_open(permit, c) and _against(permit, c, person) is None)
    oldest = min(mine, default=None)
    return oldest + CHECK_WITHIN if oldest is not None else None


def oldest_open(permit: Permit) -> datetime | None:
    """When the oldest entry was entered that nobody has settled."""
    return min((c.at for c in permit.captured if is_open(permit, c)), default=None)


def _checked(permit: Permit, data: Data) -> Permit:
    found = next(c for c in permit.captured if c.n == data["entry"])
    agrees = data["agrees"]
    if found.agrees is False:
        checked = replace(permit, decisions=(*permit.decisions, Decision(found.n, data["by"], agrees)))
    else:
        told = replace(found, checked_by=data["by"], agrees=agrees)
        checked = replace(permit, captured=tuple(told if c.n == found.n else c for c in permit.captured))
    if data.get("counted") is True:
        checked = replace(checked, counted=(*checked.counted, found.n))
    if "person" in data:
        checked = moved(checked, {**data, "what": found.what, "written_at": iso(found.written_at)})
    return out_agreed(checked, found.n) if agrees else checked


HANDLERS = {"confirm_capture": confirm_capture}
STEPS: Mapping[str, Callable[[Permit, Data], Permit]] = {"CaptureChecked": _checked}
