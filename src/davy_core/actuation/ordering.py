"""A cause comes up: which orders follow from the approved table. Asked twice it is one order; nothing here
ever switches anything on again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from davy_core.actuation.book import Cause, Effect
from davy_core.actuation.facts import ActuationCommand, ActuationFacts
from davy_core.actuation.state import Actuation, Order, Row, Table
from davy_core.actuation.tables import against
from davy_core.instants import iso
from davy_core.outcome import Event, Outcome, accept

FAILED = "effect_failed"
Told = Sequence[Mapping[str, str]]


def request(state: Actuation | None, command: ActuationCommand, facts: ActuationFacts) -> Outcome:
    """The permit tells what happened to it; what the table has for that is ordered."""
    if state is None or state.table is None:
        return accept()
    permit, events = str(command.body["permit"]), []
    for row, causes in _wanted(state.table, command.body["told"], facts):
        unfit = against(row, facts)
        if unfit:
            events += _withheld(row, permit, unfit[0].code, facts)
            continue
        events += _asked(state, row, causes, permit, facts=facts, number=len(events))
    return accept(*events)


def _wanted(table: Table, told: Told, facts: ActuationFacts) -> list[tuple[Row, tuple[str, ...]]]:
    """The rows that act, one for each instrument, with all the causes that ask for it."""
    found: dict[str, tuple[Row, list[str]]] = {}
    for row in (*table.rows, *_sirens(table, facts)):
        effect, cause = facts.book.effects.get(row.effect), facts.book.causes.get(row.cause)
        if effect is not None and cause is not None and _acts(cause, effect, told, facts):
            causes = found.setdefault(row.instrument, (row, []))[1]
            causes += [row.cause] if row.cause not in causes else []
    return [(row, tuple(causes)) for row, causes in found.values()]


def _sirens(table: Table, facts: ActuationFacts) -> list[Row]:
    """Every siren of the table sounds when a pause is not received, or not confirmed (S8)."""
    sirens = {
        r.instrument: r
        for r in table.rows
        if r.effect in facts.book.effects and facts.book.effects[r.effect].siren
    }
    causes = [cause.code for cause in facts.book.causes.values() if cause.siren]
    return [Row(row.id, cause, row.effect, row.instrument) for row in sirens.values() for cause in causes]


def _acts(cause: Cause, effect: Effect, told: Told, facts: ActuationFacts) -> bool:
    return any(_fits(cause, effect, one["kind"], one.get("code", ""), facts) for one in told)


def _fits(cause: Cause, effect: Effect, kind: str, code: str, facts: ActuationFacts) -> bool:
    if kind == "rule":
        rule = code.partition(".")[0]
        asked = cause.asked and effect.group is not None and effect.group in facts.asks.get(rule, frozenset())
        return asked or rule in cause.rules
    return {"pause": code in cause.pause, "alarm": code in cause.alarms, "ended": cause.ended}.get(
        kind, False
    )


def _withheld(row: Row, permit: str, why: str, facts: ActuationFacts) -> list[Event]:
    data = {**facts.mark(), "row": row.id, "instrument": row.instrument, "effect": row.effect, "why": why}
    return [
        Event("EffectWithheld", {**data, "permit": permit}),
        alarm(FAILED, row.instrument, [permit], facts),
    ]


def _asked(
    state: Actuation, row: Row, causes: tuple[str, ...], permit: str, *, facts: ActuationFacts, number: int
) -> list[Event]:
    last = state.last(row.instrument)
    if last is not None and last.effect == row.effect and last.stands(facts.now):
        if permit in last.permits and set(causes) <= set(last.causes):
            return []
        joined = {**facts.mark(), "order": last.id, "permits": [permit], "causes": list(causes)}
        return [Event("OrderJoined", joined)]
    table = state.table.version if state.table else 0
    late = failing(last, facts) if last is not None and overdue(last, facts.now) else []
    return [
        *late,
        ordered(
            row.effect, row.instrument, facts, number=number, table=table, causes=causes, permits=(permit,)
        ),
    ]


def ordered(
    effect: str,
    instrument: str,
    facts: ActuationFacts,
    *,
    number: int = 0,
    table: int = 0,
    causes: Sequence[str] = (),
    permits: Sequence[str] = (),
    restores: str | None = None,
    reason: str | None = None,
) -> Event:
    """The event of one order; valid until, and to be proven by, what its effect says."""
    known = facts.book.effects[effect]
    data: dict[str, Any] = {
        **facts.mark(),
        "order": f"{facts.fresh}{number:02d}",
        "instrument": instrument,
        "effect": effect,
        "due": iso(facts.now + known.confirm_in),
        "until": iso(facts.now + known.valid_for),
        "table": table,
        "causes": list(causes),
        "permits": list(permits),
    }
    if restores is not None:
        data["restores"] = restores
    return Event("OrderRequested", data, {"reason": reason} if reason else {})


def alarm(kind: str, instrument: str, permits: Sequence[str], facts: ActuationFacts) -> Event:
    """Somebody must see to this effect now."""
    data = {**facts.mark(), "kind": kind, "subject": instrument}
    return Event("AlarmRaised", {**data, "permit": permits[-1]} if permits else data)


def failing(order: Order, facts: ActuationFacts) -> list[Event]:
    """Nobody proved it in time, and somebody is called."""
    timed_out = Event("OrderTimedOut", {**facts.mark(), "order": order.id})
    return [timed_out, alarm(FAILED, order.instrument, order.permits, facts)]


def overdue(order: Order, now: datetime) -> bool:
    """Whether its proof is late and nobody said so yet."""
    return order.waits and order.timed_out_at is None and now >= order.due


def sendable(order: Order, now: datetime) -> bool:
    """Whether the order is still to be sent: nobody has it, and it is not void."""
    return order.waits and order.delivered_at is None and now <= order.until
