"""Gather what a decision about actuation may know: once, under the lock of the work point.

The permits of the place are read and not locked: a stop that comes meanwhile asks for its effects behind this
decision, on the same stream, and so has the last word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from davy.accounts.access import may
from davy.accounts.models import Account
from davy.actuation import queries
from davy.actuation.contract import asks, book
from davy.alarms.duties import duties
from davy.door.envelope import Envelope
from davy.door.streams import Gathered, Sender
from davy.ids import uuid7
from davy.people import queries as people
from davy.permits import facts as permits
from davy.sites import queries as sites
from davy_core.actuation.facts import ActuationFacts, PermitSeen
from davy_core.actuation.state import Actuation
from davy_core.explosion.marks import UNKNOWN, Zone
from davy_core.permits.heeding import going_on
from davy_core.permits.state import Permit
from davy_core.place.distance import Circle

__all__ = ["gather", "seen_at"]

TABLES = frozenset({"propose_table", "approve_table", "request_effects", "look_at_orders"})
PERMITS = frozenset({"restore_effect", "look_at_orders"})


def gather(envelope: Envelope, sender: Sender, now: datetime) -> Gathered:
    """The work point and the snapshot for one command."""
    company, point = envelope.company, envelope.stream_id
    state = queries.load(company, point)
    by_person = sender.kind == "person"
    person = str(sender.person) if sender.person and by_person else None
    place = sites.place(company, point_id=point) if by_person or envelope.kind in TABLES else None
    around = envelope.kind in PERMITS
    account = _account(company, sender) if by_person else None
    facts = ActuationFacts(
        now=now,
        occurred_at=min(envelope.occurred_at, now),
        book=book(),
        sender=sender.kind,
        person=person,
        active=bool(person) and _active(company, person, now),
        proposes=account is not None and may(account.roles, "effects", "write"),
        approves=account is not None and may(account.roles, "effect_approvals", "write"),
        site=str(place.site_id) if place else None,
        zone=Zone(place.ex_zone, place.ex_group, place.ex_temperature) if place else UNKNOWN,
        instruments=queries.instruments(company, point, _wanted(state, envelope)),
        permits=seen_at(company, point, sender.person if by_person else None) if around else {},
        fix=permits.fix_of(envelope, place),
        fence_m=place.fence.radius_m if place and isinstance(place.fence, Circle) else None,
        asks=asks(),
        fresh=uuid7().hex,
    )
    return Gathered(state, facts)


def _account(company: UUID, sender: Sender) -> Account | None:
    if sender.account is None:
        return None
    return Account.objects.filter(id=sender.account, company_id=company, is_active=True).first()


def _active(company: UUID, person: str | None, now: datetime) -> bool:
    found = people.facts(company, [person] if person else [], now.date())
    return all(one.status == "active" for one in found.values()) and bool(found)


def _wanted(state: Actuation | None, envelope: Envelope) -> Iterable[str]:
    if envelope.kind == "restore_effect" and state is not None:
        held = state.order(str(envelope.body["order"]))
        return [held.instrument] if held else []
    if envelope.kind not in TABLES:
        return []
    tables = [t for t in (state.table, state.proposal) if t] if state else []
    asked = [str(row["instrument"]) for row in envelope.body.get("rows", ())]
    return [*asked, *(row.instrument for table in tables for row in table.rows)]


def seen_at(company: UUID, point: UUID, person: UUID | None) -> Mapping[str, PermitSeen]:
    """The permits that count at this place, with the person's duties on each."""
    found = {}
    for permit_id in queries.permits_at(company, point):
        known = permits.load(company, permit_id)
        if known is not None:
            held = duties(company, permit_id, person) if person else frozenset()
            found[str(permit_id)] = _seen(known[0], held)
    return found or _nobody(company, person)


def _nobody(company: UUID, person: UUID | None) -> Mapping[str, PermitSeen]:
    """No permit counts there any more: the shift leader may still take back what is left."""
    if person is None:
        return {}
    return {"": PermitSeen("", on_place=False, duties=duties(company, None, person))}


def _seen(permit: Permit, held: frozenset[str]) -> PermitSeen:
    stopped = permit.pause is not None and permit.pause.confirmed_at is not None
    asked = permit.started and (permit.pause is not None or permit.clearance == "open")
    return PermitSeen(
        number=permit.number or "",
        on_place=permit.on_place,
        causes=tuple(cause.kind for cause in permit.causes),
        going_on=len(going_on(permit)),
        confirmed=stopped or not asked,
        inside=len(permit.inside),
        duties=held,
    )
