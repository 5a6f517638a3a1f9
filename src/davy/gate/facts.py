"""Gather what a decision about a gate may know: once, under the lock of the gate.

The permits behind it are read and not locked: one that changes meanwhile tells the gate behind this decision,
on the same stream, and so has the last word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from davy.accounts.access import may
from davy.accounts.models import Account
from davy.door.envelope import Envelope
from davy.door.streams import Gathered, Sender
from davy.gate import queries
from davy.gate.contract import book
from davy.ids import uuid7
from davy.permits import facts as permits
from davy.permits.papers import papers
from davy_core.gate.facts import GateFacts
from davy_core.gate.seen import PermitSeen, PersonSeen, duties_on, seen_of
from davy_core.gate.state import Gate
from davy_core.permits.facts import Person
from davy_core.permits.fitness import barred
from davy_core.permits.state import Permit

__all__ = ["gather", "of_gate", "seen"]

NONE = timedelta(0)


def gather(envelope: Envelope, sender: Sender, now: datetime) -> Gathered:
    """The gate and the snapshot for one command."""
    state = queries.load(envelope.company, envelope.stream_id)
    lists = envelope.kind == "issue_list"
    judged = lists or envelope.kind == "judge_passes"
    facts = of_gate(envelope.company, envelope.stream_id, state, sender.kind, now, judged=judged)
    if lists:
        person = str(sender.person) if sender.person else None
        facts = replace(facts, person=person, lists=person is not None and _lists(envelope, sender))
    return Gathered(state, facts)


def _lists(envelope: Envelope, sender: Sender) -> bool:
    if sender.kind != "person" or sender.account is None:
        return False
    account = Account.objects.filter(id=sender.account, company_id=envelope.company, is_active=True).first()
    return account is not None and may(account.roles, "gates", "export")


def of_gate(
    company_id: UUID, gate_id: UUID, state: Gate | None, sender: str, now: datetime, *, judged: bool
) -> GateFacts:
    """What may be known of a gate; the permits behind it only where they are judged."""
    row = queries.controller(company_id, gate_id)
    if row is None:
        return GateFacts(now, book(), sender, known=False)
    shown = row["way"] != "list"
    ahead = NONE if shown else book().list_for
    found = tuple(seen(company_id, row, state, now, ahead)) if judged else ()
    return GateFacts(
        now=now,
        book=book(),
        sender=sender,
        code=row["code"],
        open=row["enabled"],
        only_ours=row["only_ours"],
        shown=shown,
        permits=found,
        fresh=uuid7().hex,
    )


def seen(
    company_id: UUID, row: dict[str, Any], state: Gate | None, now: datetime, ahead: timedelta = NONE
) -> Iterator[PermitSeen]:
    """The permits behind a gate that let somebody in now, did until now, or will within `ahead`."""
    held = {permit for one in state.live() for permit in one.permits} if state else set()
    if state and state.listed and state.listed.until > now:
        held |= {line.permit for line in state.listed.rows}
    opens = now + book().lead + ahead
    due = queries.due_permits(company_id, row, held, states=book().states, opens=opens, now=now)
    loaded: list[tuple[Permit, bool]] = []
    for permit_id, frozen in due:
        known = permits.load(company_id, permit_id)
        if known is not None:
            loaded.append((known[0], frozen))
    wanted = {person for permit, _ in loaded for person in duties_on(permit)}
    people = permits.persons(company_id, wanted, now)
    for permit, frozen in loaded:
        on_it = duties_on(permit)
        told = papers(company_id, permit, {p: people[p] for p in on_it if p in people}, on_it, now)
        known_people = {p: _person(people[p], told.get(p, {}), permit.type) for p in on_it if p in people}
        yield seen_of(permit, known_people, frozen=frozen)


def _person(known: Person, papers_: Mapping[str, str], work_type: str) -> PersonSeen:
    """Of somebody whose fitness nobody looked up nothing is held against him here: the permit asks for it."""
    kept_from = known.fitness is not None and barred(known.fitness, work_type) != "none"
    return PersonSeen(known.status, papers_, barred=kept_from)
