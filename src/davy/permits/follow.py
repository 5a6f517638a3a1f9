"""What follows a permit's change in the same transaction: alarms, notices, the regulator's row,
references."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from davy.alarms.contract import book as alarm_book
from davy.attachments import store as attachments
from davy.door.known import alarm_commands
from davy.door.streams import Follow, Saving
from davy.outbox import aq3064
from davy.permits.effects import effects
from davy.permits.reporting import around_of
from davy.permits.telling import notice_book
from davy_core.alarms.from_permit import raised
from davy_core.notices.from_permit import notices
from davy_core.outcome import changes
from davy_core.permits.state import Permit

__all__ = ["follow"]

DELIVER = "notify.deliver"
LOOK = "insight.look"
ENDED = frozenset({"closed", "voided", "withdrawn"})


def follow(saving: Saving) -> Follow:
    """The commands and jobs that this change brings about; a refusal brings about its alarms only."""
    if saving.after is None:
        return Follow()
    holders = saving.facts.holders
    bodies = raised(saving.events, saving.after, holders, alarm_book())
    commands, apart = alarm_commands(saving, bodies), effects(saving)
    if not changes(saving.events):
        return Follow(commands=commands, apart=apart)
    _hold_photos(saving)
    if saving.before is None or _told(saving.before) != _told(saving.after):
        _report(saving)
    told = notices(saving.events, saving.before, saving.after, saving.facts.told, notice_book())
    jobs: list[tuple[str, dict[str, Any]]] = [(DELIVER, _letter(saving, told))] if told else []
    if saving.after.state in ENDED and (saving.before is None or saving.before.state not in ENDED):
        jobs.append((LOOK, {}))
    return Follow(commands=commands, jobs=jobs, apart=apart)


def _hold_photos(saving: Saving) -> None:
    """Bad news is kept even when its photo has not come (S3): the core doubted it, and the photo is held as
    soon as it is there."""
    company, photos = saving.envelope.company, sorted(set(_photos(saving.events)))
    doubts = (event.data.get("doubts") for event in saving.events)
    if not photos:
        return
    early = any(isinstance(told, list) and "photo_unknown" in told for told in doubts)
    hold = attachments.refer_when_there if early else attachments.refer
    hold(company, photos, stream_kind="permit", stream_id=saving.envelope.stream_id)


def _photos(events: Any) -> Iterator[str]:
    for event in events:
        for key in ("photo", "photos", "voice"):
            found = event.data.get(key)
            yield from [found] if isinstance(found, str) else found or ()
        face = event.data.get("signed", {}).get("face")
        yield from [face] if face else ()
        yield from (row["photo"] for row in event.data.get("readings", ()) if row.get("photo"))


def _told(permit: Permit) -> tuple[object, ...]:
    """What the authority's row tells of a permit: it is written again when any of it has changed."""
    return (
        permit.state, permit.number, permit.type, permit.level, permit.place, permit.window, permit.crew,
        permit.contractor, permit.rounds, permit.issued_at, permit.started_at, permit.finished_at,
        permit.ended_at, permit.is_changed, permit.is_cancelled,
    )  # fmt: skip


def _report(saving: Saving) -> None:
    """Every change that the authority's row tells has its row (S28)."""
    permit = saving.after
    status = saving.facts.rulebook.lifecycle.aq_status[permit.state]
    by = str(saving.sender.person or saving.sender.kind)
    known = saving.facts.rulebook.limits.substances
    substances = {code: found.zh for code, found in known.items()}
    around = {**around_of(saving.envelope.company, permit), "substances": substances}
    aq3064.put_ticket(permit, around, status, version=saving.version, at=saving.now, by=by)


def _letter(saving: Saving, told: list[dict[str, Any]]) -> dict[str, Any]:
    permit = saving.after
    return {"source": str(saving.envelope.id), "permit": permit.id, "number": permit.number, "notices": told}
