"""The table of a work point: proposed by one person, approved by another, every fault of a row told (S19)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from davy_core.actuation.book import Effect
from davy_core.actuation.facts import ActuationCommand, ActuationFacts, InstrumentSeen
from davy_core.actuation.state import Actuation, Row
from davy_core.explosion.marks import fits
from davy_core.outcome import Event, Outcome, Reason, Refused, accept, refuse


def propose(state: Actuation | None, command: ActuationCommand, facts: ActuationFacts) -> Outcome:
    """Another table is proposed. One without rows takes the table away, and needs two people as well."""
    if not facts.proposes:
        return refuse("actuation_not_yours")
    if facts.site is None:
        return refuse("actuation_place_unknown")
    told: Sequence[Mapping[str, Any]] = command.body["rows"]
    rows = tuple(_row(f"r{n}", one) for n, one in enumerate(told, 1))
    wrong = faults(rows, facts)
    if wrong:
        return Refused(wrong)
    data = {
        **facts.mark(),
        "point": command.point,
        "version": (state.versions if state else 0) + 1,
        "rows": [_plain(row) for row in rows],
    }
    private = {
        f"position:{row.id}": one["position"] for row, one in zip(rows, told, strict=True) if row.positioned
    }
    return accept(Event("TableProposed", data, private))


def approve(state: Actuation | None, command: ActuationCommand, facts: ActuationFacts) -> Outcome:
    """Somebody else puts it in force; whatever changed since it was proposed is looked at again."""
    if state is None or state.proposal is None:
        return refuse("actuation_nothing_proposed")
    proposal = state.proposal
    if not facts.approves:
        return refuse("actuation_not_yours")
    if proposal.version != command.body["version"]:
        return refuse("actuation_proposal_changed", version=proposal.version)
    if proposal.proposed.by == facts.person:
        return refuse("actuation_own_proposal")
    wrong = faults(proposal.rows, facts)
    if wrong:
        return Refused(wrong)
    data = {**facts.mark(), "version": proposal.version, "proposed_by": proposal.proposed.by}
    return accept(Event("TableApproved", data))


def withdraw(state: Actuation | None, command: ActuationCommand, facts: ActuationFacts) -> Outcome:
    """The proposal goes; the table in force stays."""
    if state is None or state.proposal is None:
        return refuse("actuation_nothing_proposed")
    if not (facts.approves or facts.proposes):
        return refuse("actuation_not_yours")
    if state.proposal.version != command.body["version"]:
        return refuse("actuation_proposal_changed", version=state.proposal.version)
    data = {**facts.mark(), "version": state.proposal.version}
    return accept(Event("TableWithdrawn", data, {"reason": str(command.body["reason"])}))


def _row(name: str, told: Mapping[str, Any]) -> Row:
    feeds = tuple(told.get("feeds", ()))
    positioned = bool(str(told.get("position") or "").strip())
    return Row(name, told["cause"], told["effect"], told["instrument"], feeds, positioned)


def _plain(row: Row) -> dict[str, Any]:
    same = {"id": row.id, "cause": row.cause, "effect": row.effect, "instrument": row.instrument}
    return {**same, "feeds": list(row.feeds), "positioned": row.positioned}


def faults(rows: Sequence[Row], facts: ActuationFacts) -> tuple[Reason, ...]:
    """Everything that speaks against these rows."""
    found = [reason for row in rows for reason in against(row, facts)]
    twice = Counter((row.cause, row.instrument) for row in rows)
    found += [Reason("actuation_row_twice", _named(row, facts)) for row in rows if _again(row, rows, twice)]
    effects: dict[str, str] = {}
    for row in rows:
        if effects.setdefault(row.instrument, row.effect) != row.effect:
            found.append(Reason("actuation_two_effects", _named(row, facts)))
    return tuple(found)


def _again(row: Row, rows: Sequence[Row], twice: Counter[tuple[str, str]]) -> bool:
    key = (row.cause, row.instrument)
    return twice[key] > 1 and next(r for r in rows if (r.cause, r.instrument) == key) is not row


def _named(row: Row, facts: ActuationFacts) -> dict[str, Any]:
    seen = facts.instruments.get(row.instrument)
    return {"row": row.id.removeprefix("r"), "serial": seen.serial if seen else row.instrument}


def against(row: Row, facts: ActuationFacts) -> list[Reason]:
    """What speaks against one row. It is asked again when the row is to act: places and marks change."""
    named = _named(row, facts)
    if row.cause not in facts.book.causes:
        return [Reason("actuation_cause_unknown", {**named, "cause": row.cause})]
    effect = facts.book.effects.get(row.effect)
    if effect is None or effect.manual:
        return [Reason("actuation_effect_unknown", {**named, "effect": row.effect})]
    seen = facts.instruments.get(row.instrument)
    if seen is None or seen.retired:
        return [Reason("actuation_instrument_unknown", named)]
    if seen.site != facts.site or seen.elsewhere:
        return [Reason("actuation_instrument_elsewhere", named)]
    if seen.kind not in effect.kinds:
        return [Reason("actuation_kind_cannot", named)]
    found = [] if seen.gateway else [Reason("actuation_no_gateway", named)]
    return [*found, *_cut(row, effect, facts, named), *_classed(row, effect, seen, facts, named)]


def _cut(row: Row, effect: Effect, facts: ActuationFacts, named: Mapping[str, Any]) -> list[Reason]:
    """What hangs on the circuit is told, and nothing that keeps people alive is among it."""
    if not effect.feeds:
        return [Reason("actuation_feeds_nothing", named)] if row.feeds else []
    if not row.feeds or any(load not in facts.book.loads for load in row.feeds):
        return [Reason("actuation_feeds_untold", named)]
    never = sorted(load for load in row.feeds if facts.book.loads[load])
    return [Reason("actuation_never_cut", {**named, "loads": never})] if never else []


def _classed(
    row: Row, effect: Effect, seen: InstrumentSeen, facts: ActuationFacts, named: Mapping[str, Any]
) -> list[Reason]:
    """A fan in a classed area, or in one that nobody classed: Ex mark and approved position."""
    if not effect.ex or facts.zone.zone == "none":
        return []
    found = []
    if not seen.ex or not fits(seen.ex, facts.zone):
        found.append(Reason("actuation_not_ex", {**named, "asks": facts.zone.asks, "mark": seen.ex or "—"}))
    if not row.positioned:
        found.append(Reason("actuation_position_missing", named))
    return found
