"""The stream of instruments as the door knows it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.accounts.access import may
from davy.accounts.models import Account
from davy.alarms.duties import duties
from davy.door.envelope import Envelope
from davy.door.streams import Follow, Gathered, Saving, Sender, Stream
from davy.ids import uuid7
from davy.instruments import queries, store
from davy.instruments.kinds import kinds
from davy.people import queries as people
from davy.permits.facts import load, snapshot
from davy.sites.models import Site
from davy_core.instruments.apply import apply
from davy_core.instruments.decide import decide
from davy_core.instruments.facts import InstrumentCommand, InstrumentFacts, PermitSeen
from davy_core.instruments.state import Instrument
from davy_core.outcome import Outcome
from davy_core.permits.gas_plan import plan_of

__all__ = ["INSTRUMENT"]


def _gather(envelope: Envelope, sender: Sender, now: datetime) -> Gathered:
    company, body = envelope.company, envelope.body
    found = queries.instrument(company, envelope.stream_id)
    person = str(sender.person) if sender.person and sender.kind == "person" else None
    named = {p for p in (person, body.get("person")) if p}
    facts = InstrumentFacts(
        now=now,
        sender="watch" if sender.kind in {"watch", "clock", "driver"} else sender.kind,
        kinds=kinds(),
        person=person,
        keeps=_keeps(company, sender),
        code_fits="code" in body and body["code"] == queries.code_of(company, envelope.stream_id),
        serial_taken="serial" in body and queries.serial_taken(company, str(body["serial"])),
        place_known=_place_known(company, found, body),
        permit=_permit(company, found, body, sender.person, now),
        people={p: f.status for p, f in people.facts(company, named, now.date()).items()},
        binding=str(uuid7()),
    )
    return Gathered(found, facts)


def _keeps(company: UUID, sender: Sender) -> bool:
    if sender.kind != "person" or sender.account is None:
        return False
    account = Account.objects.filter(id=sender.account, company_id=company, is_active=True).first()
    return account is not None and may(account.roles, "instruments", "write")


def _place_known(company: UUID, found: Instrument | None, body: Mapping[str, Any]) -> bool:
    site, gateway = body.get("site") or (found.site if found else None), body.get("gateway")
    if site is None or not Site.objects.filter(company_id=company, id=site).exists():
        return False
    return gateway is None or queries.gateway_at(company, gateway, site)


def _permit(
    company: UUID, found: Instrument | None, body: Mapping[str, Any], person: UUID | None, now: datetime
) -> PermitSeen | None:
    """The permit that is to be served, with the points of its own pinned plan, or that is served now."""
    asked = body.get("permit")
    named = asked or (found.binding.permit if found and found.binding else None)
    if named is None:
        return None
    permit_id = UUID(str(named))
    known = load(company, permit_id)
    if known is None:
        return None
    permit, _ = known
    held = duties(company, permit_id, person) if person else frozenset()
    plan = plan_of(permit, snapshot(company, permit, permit.place.point, {}, now=now)) if asked else None
    return PermitSeen(permit.state, frozenset(held), frozenset(plan.points if plan else ()))


def _decide(state: Any, envelope: Envelope, facts: Any) -> Outcome:
    return decide(state, InstrumentCommand(str(envelope.stream_id), envelope.kind, envelope.body), facts)


def _save(saving: Saving) -> None:
    told = [(e.type, e.data, e.private) for e in saving.events]
    store.save(saving.envelope.company, saving.after, saving.version, told)


def _follow(_: Saving) -> Follow:
    return Follow()


INSTRUMENT = Stream(
    kind="instrument", gather=_gather, decide=_decide, apply=apply, save=_save, follow=_follow
)
