"""A sheet that was worked on: registered first, filled in later, reviewed by a second person, cleared.

What is found on site is never refused for the sake of the register: a sheet that should not be there is taken
in all the same, marked, and somebody is called (S15, S18). Nothing here makes work go on.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from davy_core.instants import instant, iso
from davy_core.outages.air import is_bad
from davy_core.outages.facts import OutageCommand, OutageFacts
from davy_core.outages.stamp import alarm, stamp
from davy_core.outages.state import Block, Outage, Sheet, Used
from davy_core.outages.todo import named
from davy_core.outcome import Event, Outcome, Reason, Refused, accept, refuse


def register(block: Block, command: OutageCommand, facts: OutageFacts) -> Outcome:
    """Serial, place and how it was found, and at once it stands in the way of other work there. It waits for
    no photo: one that is still in the phone is named, and comes under that name."""
    body, sheet = command.body, _sheet(block, command)
    if not facts.place_known:
        return refuse("outage_place_unknown")
    under = _under(block, sheet, body["place"]["area"], facts)
    data: dict[str, Any] = {
        **stamp(facts),
        "serial": sheet.serial,
        "place": dict(body["place"]),
        "condition": body["condition"],
        "before": sheet.state,
        **({"outage": under.id} if under else {}),
        **({"photos": list(body["photos"])} if body.get("photos") else {}),
    }
    words = {"text": str(body["text"])} if body.get("text") else {}
    here = body["place"]["site"] == block.site and block.covers(body["place"]["area"])
    odd = sheet.state not in {"blank", "doubted"} or not here
    alarms = [alarm(facts, "sheet_contradicts", sheet.serial)] if odd else []
    if under is None:
        alarms.append(alarm(facts, "sheet_outside_outage", sheet.serial))
    return accept(Event("SheetRegistered", data, words), *alarms)


def fill_in(block: Block, command: OutageCommand, facts: OutageFacts) -> Outcome:
    """The rest of what stands on the sheet, with its photo. It is a copy of paper and meets no condition."""
    body, used = command.body, _used(block, command)
    starts = instant(body["from"])
    ends = instant(body["to"]) if "to" in body else None
    reasons = [Reason("photo_unknown", {"photo": p}) for p in body["photos"] if p not in facts.attachments]
    if starts > facts.now or (ends is not None and not starts < ends <= facts.now):
        reasons.append(Reason("paper_in_future"))
    if (body["outcome"] == "going_on") != (ends is None):
        reasons.append(Reason("sheet_end_missing"))
    if used.reviewed is not None and used.agrees:
        reasons.append(Reason("sheet_reviewed_already"))
    if reasons:
        return Refused(tuple(reasons))
    # Work that still goes on was taken in as live; of that the beginning alone must lie in the outage.
    outside = not any(o.holds_at(used.place.area, starts, ends or starts) for o in facts.others)
    reopens = _reopens(used, body["outcome"], ends)
    data: dict[str, Any] = {
        **stamp(facts),
        "serial": body["serial"],
        **({"reopens": True} if reopens else {}),
        "from": iso(starts),
        **({"to": iso(ends)} if ends else {}),
        **{k: body[k] for k in ("outcome", "responsible", "guardian", "photos") if k in body},
        "workers": list(body.get("workers", ())),
        "readings": list(body.get("readings", ())),
        "outside": outside,
    }
    words = {"text": str(body["text"])} if body.get("text") else {}
    rings = {
        "sheet_contradicts": reopens,
        "sheet_outside_outage": outside,
        "gas_limit": is_bad(data["readings"], facts.limits, facts.now),
    }
    alarms = (alarm(facts, kind, body["serial"]) for kind, so in rings.items() if so)
    return accept(Event("SheetFilledIn", data, words), *alarms)


def _reopens(used: Used, outcome: str, ends: datetime | None) -> bool:
    """Whether what stands on a sheet denies that its place was cleared: then it is live again until somebody
    has looked once more (S6)."""
    if used.closed is None:
        return False
    return outcome != "finished" or ends is None or ends > used.closed.at


def review(block: Block, command: OutageCommand, facts: OutageFacts) -> Outcome:
    """A second person held what was filled in against the photo."""
    serial, used = command.body["serial"], _used(block, command)
    if used.filled is None:
        return refuse("sheet_not_filled_in", serial=serial)
    if used.reviewed is not None and used.agrees:
        return refuse("sheet_reviewed_already")
    if facts.person in named(used):
        return refuse("sheet_second_person")
    agrees = command.body["agrees"]
    told = Event("SheetReviewed", {**stamp(facts), "serial": serial, "agrees": agrees})
    return accept(told) if agrees else accept(told, alarm(facts, "paper_doubtful", serial))


def close(block: Block, command: OutageCommand, facts: OutageFacts) -> Outcome:
    """Whoever saw the place says what he saw, item by item; every one of them must be so (S6). A work that
    goes on does so under a permit of its own, with everything fresh (S12): it is only named here."""
    body = command.body
    seen = {row["item"]: row["so"] for row in body["items"]}
    missing = [item for item in facts.book.clear if seen.get(item) is not True]
    if missing:
        return refuse("sheet_not_clear", items=missing)
    if "carried_to" in body and not facts.permit_known:
        return refuse("permit_not_found")
    lost = [p for p in body.get("photos", ()) if p not in facts.attachments]
    if lost:
        return Refused(tuple(Reason("photo_unknown", {"photo": p}) for p in lost))
    data = {
        **stamp(facts),
        "serial": body["serial"],
        "items": sorted(seen),
        **{k: body[k] for k in ("carried_to", "photos") if k in body},
    }
    return accept(Event("SheetClosed", data))


def _sheet(block: Block, command: OutageCommand) -> Sheet:
    found = block.sheet(command.body["serial"])
    if found is None:
        raise KeyError(command.body["serial"])
    return found


def _used(block: Block, command: OutageCommand) -> Used:
    found = _sheet(block, command).used
    if found is None:
        raise KeyError(command.body["serial"])
    return found


def _under(block: Block, sheet: Sheet, area: str, facts: OutageFacts) -> Outage | None:
    """The outage that a sheet found now was worked under: the one that goes on, else the last that ended."""
    fits = [o for o in facts.others if o.covers(area) and _fits(o, block, sheet, facts)]
    return max(fits, key=lambda o: (o.ended_at is None, o.ended_at or facts.now, o.id), default=None)


def _fits(outage: Outage, block: Block, sheet: Sheet, facts: OutageFacts) -> bool:
    """One that is over counts for a sheet that was printed in it or before, was not told to be unused since,
    and turns up while its account is still due."""
    if outage.starts_at > facts.now or not outage.happened:
        return False
    over = outage.over_at
    if over is None:
        return True
    unused = sheet.unused_at is not None and sheet.unused_at >= over
    return block.printed.at < over and not unused and facts.now - over <= facts.book.account


HANDLERS = {
    "register_sheet": register,
    "fill_in_sheet": fill_in,
    "review_sheet": review,
    "close_sheet": close,
}
