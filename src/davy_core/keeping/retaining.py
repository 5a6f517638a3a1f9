"""Remove what is past its period: a person confirms the records, or switched on that a night does it.

Nothing goes by its age alone. Every record is judged once more in the transaction that removes it, so that a
hold placed after the confirmation still keeps it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from davy_core.instants import instant, iso
from davy_core.keeping.doubting import Clock, doubted
from davy_core.keeping.periods import Deciding, Own, decide_period, set_by
from davy_core.keeping.terms import Hold, Terms, Trace, due, stays
from davy_core.outcome import Event, Outcome, Reason, Refused, accept, refuse
from davy_core.signatures.ways import told

MOST = 500
"""Records of one confirmation, and of one night."""


@dataclass(frozen=True)
class Standing:
    """That each night so many records are removed that are past their period, and who switched it on."""

    by: str
    at: datetime
    most: int


@dataclass(frozen=True)
class Rules:
    """What a company decided on keeping: its periods where it keeps longer than the law, and whether records
    past their period go by themselves."""

    periods: Mapping[str, Own] = field(default_factory=lambda: MappingProxyType({}))
    standing: Standing | None = None


@dataclass(frozen=True)
class RulesFacts(Deciding):
    """Who decides; `due`: of each record that he names, whether it may go now."""

    due: Mapping[str, bool] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class Ordered:
    """Who wants a record removed: the person who confirmed the batch, or who switched the nights on."""

    by: str
    batch: str
    standing: bool


@dataclass(frozen=True)
class Record:
    """A record with what of it is somebody's own: words by event and label, attachments, and the hashes of
    commands whose exact bytes are kept because somebody signed or sent them."""

    trace: Trace
    words: Sequence[tuple[str, str]] = ()
    files: Sequence[str] = ()
    commands: Sequence[str] = ()


@dataclass(frozen=True)
class RemovalFacts:
    """What the removal of one record is judged by; `record` is None for one that is not there."""

    now: datetime
    ordered: Ordered | None
    terms: Terms
    clock: Clock
    record: Record | None = None
    holds: Sequence[Hold] = ()


def decide_rules(found: Rules | None, kind: str, body: Mapping[str, Any], facts: RulesFacts) -> Outcome:
    """Accept another period, the switch of the nights, and a confirmed list of records."""
    if not facts.may or facts.person is None:
        return refuse("keeping_role_needed", command=kind)
    if kind in {"set_period", "withdraw_shortening"}:
        return decide_period((found or Rules()).periods, kind, body, facts)
    if facts.proof is None:
        return refuse("reauth_failed")
    off = kind == "switch_removal" and not body["on"]
    until = None if off else doubted(facts.clock, facts.now)
    if until is not None:
        return refuse("removal_clock_doubted", until=iso(until)[:10])
    if kind == "switch_removal":
        return _switch(found or Rules(), body, facts)
    return _confirm(body, facts)


def _switch(found: Rules, body: Mapping[str, Any], facts: RulesFacts) -> Outcome:
    if found.standing is None and not body["on"]:
        return refuse("removal_off_already")
    data: dict[str, Any] = {"at": iso(facts.now), "by": facts.person, "on": body["on"]}
    if body["on"]:
        data["most"] = body["most"]
    signed = {"signed": told(facts.proof)} if facts.proof else {}
    return accept(Event("RemovalSwitched", {**data, **signed}, {"reason": str(body["reason"])}))


def _confirm(body: Mapping[str, Any], facts: RulesFacts) -> Outcome:
    wanted = list(body["records"])
    early = [record for record in wanted if not facts.due.get(record)]
    if early:
        return refuse("removal_not_due", n=len(early), of=len(wanted))
    data: dict[str, Any] = {
        "at": iso(facts.now),
        "by": facts.person,
        "batch": body["batch"],
        "records": wanted,
    }
    signed = {"signed": told(facts.proof)} if facts.proof else {}
    return accept(Event("RemovalConfirmed", {**data, **signed}, {"reason": str(body["reason"])}))


def apply_rules(found: Rules | None, event_type: str, data: Mapping[str, Any]) -> Rules:
    """The rules after the event. Raises KeyError for an unknown type."""
    rules = found or Rules()
    if event_type in {"PeriodSet", "PeriodShortening", "ShorteningWithdrawn"}:
        return replace(rules, periods=set_by(rules.periods, event_type, data))
    if event_type == "RemovalSwitched":
        on = Standing(data["by"], instant(data["at"]), data["most"]) if data["on"] else None
        return replace(rules, standing=on)
    if event_type == "RemovalConfirmed":
        return rules
    raise KeyError(event_type)


def decide_removal(done: bool | None, record: str, facts: RemovalFacts) -> Outcome:
    """Remove one record, when somebody ordered it and nothing keeps it; `done`: it was removed before."""
    if facts.ordered is None:
        return refuse("removal_not_ordered")
    if done:
        return refuse("removal_done")
    found = facts.record
    if found is None or f"{found.trace.kind}/{found.trace.id}" != record:
        return refuse("not_found")
    until = doubted(facts.clock, facts.now)
    if until is not None:
        return refuse("removal_clock_doubted", until=iso(until)[:10])
    why = stays(found.trace, facts.holds, facts.terms, facts.now)
    if why is not None:
        day = iso(why.until)[:10] if why.until else "—"
        return Refused((Reason("removal_kept", {"why": why.why, "until": day}),))
    period = facts.terms.periods["record"]
    events = sorted({event for event, _ in found.words})
    data = {
        "at": iso(facts.now),
        "by": facts.ordered.by,
        "batch": facts.ordered.batch,
        "standing": facts.ordered.standing,
        "record": record,
        "last": iso(found.trace.last),
        "due": iso(due(found.trace, facts.terms)),
        "days": period.days,
        "clause": period.clause,
        "words": {event: sorted(label for e, label in found.words if e == event) for event in events},
        "files": sorted(found.files),
        "commands": sorted(found.commands),
    }
    return accept(Event("RecordRemoved", data))


def apply_removal(_: bool | None, event_type: str, __: Mapping[str, Any]) -> bool:
    """Whether the record was removed. Raises KeyError for an unknown type."""
    if event_type != "RecordRemoved":
        raise KeyError(event_type)
    return True
