"""The stream of what a company decides on keeping: longer periods, confirmed removals, the nights' rule."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.door.envelope import Envelope
from davy.door.known import alarm_commands
from davy.door.streams import Follow, Gathered, Saving, Sender, Stream
from davy.keeping import clocked, records
from davy.keeping.entitled import entitled
from davy.keeping.models import Batch, Period, Standing, Task
from davy.keeping.terms import own, terms, terms_of
from davy.people.officers import ROLES, called
from davy_core.instants import instant
from davy_core.keeping import retaining
from davy_core.keeping.periods import Own
from davy_core.keeping.terms import stays
from davy_core.outcome import Outcome

__all__ = ["RETENTION", "rules"]

_TOLD = (*ROLES, "admin")
_PERIODS = frozenset({"PeriodSet", "PeriodShortening", "ShorteningWithdrawn"})


def rules(company_id: UUID) -> retaining.Rules | None:
    """What the rows tell; None before the first decision. Inside a tenant block."""
    periods = own(company_id)
    row = Standing.objects.filter(company_id=company_id).first()
    if not periods and row is None and not Batch.objects.filter(company_id=company_id).exists():
        return None
    on = row is not None and row.on
    standing = retaining.Standing(str(row.switched_by), row.switched_at, row.most) if on and row else None
    return retaining.Rules(periods, standing)


def _gather(envelope: Envelope, sender: Sender, now: datetime) -> Gathered:
    company = envelope.company
    its = envelope.stream_id == company
    facts = retaining.RulesFacts(
        now=now,
        person=str(sender.person) if sender.person else None,
        may=its and entitled(envelope, sender, "retention"),
        proof=sender.proof,
        law=terms(),
        clock=clocked.found(),
        due=_due(envelope, now) if envelope.kind == "confirm_removal" else {},
    )
    return Gathered(rules(company), facts)


def _due(envelope: Envelope, now: datetime) -> dict[str, bool]:
    """Of each record that he names, whether it may go now."""
    company = envelope.company
    records.alone(company)
    keys = [(kind, UUID(name)) for kind, _, name in (str(r).partition("/") for r in envelope.body["records"])]
    standing, law = records.holds(company), terms_of(company, now)
    waiting = set(
        Task.objects.filter(company_id=company, state__in=["waiting", "removed"]).values_list(
            "kind", "stream_id"
        )
    )
    return {
        f"{kind}/{name}": (kind, name) not in waiting and stays(trace, standing, law, now) is None
        for (kind, name), trace in records.traces(company, keys, standing).items()
    }


def _decide(state: Any, envelope: Envelope, facts: Any) -> Outcome:
    return retaining.decide_rules(state, envelope.kind, envelope.body, facts)


def _save(saving: Saving) -> None:
    event, company = saving.events[0], saving.envelope.company
    data: Any = event.data
    by, at, reason = UUID(data["by"]), instant(data["at"]), event.private["reason"]
    if event.type in _PERIODS:
        _save_period(company, event.type, data, saving.after.periods[data["what"]], reason)
    elif event.type == "RemovalSwitched":
        values = {"on": data["on"], "most": data.get("most", 0), "reason": reason}
        values |= {"switched_by": by, "switched_at": at}
        Standing.objects.update_or_create(company_id=company, defaults=values)
    else:
        batch = UUID(data["batch"])
        told = {"standing": False, "ordered_by": by, "ordered_at": at, "reason": reason}
        Batch.objects.create(company_id=company, id=batch, **told)
        Task.objects.bulk_create(
            Task(company_id=company, batch_id=batch, kind=kind, stream_id=UUID(name))
            for kind, _, name in (record.partition("/") for record in data["records"])
        )


def _save_period(company: UUID, event_type: str, data: Mapping[str, Any], kept: Own, reason: str) -> None:
    coming = kept.shorter
    values: dict[str, Any] = {
        "days": kept.days,
        "shorter_days": coming.days if coming else None,
        "shorter_from": coming.starts if coming else None,
        "shorter_by": coming.by if coming else None,
        "shorter_at": coming.at if coming else None,
        "shorter_why": reason if coming else "",
    }
    if event_type == "PeriodSet":
        values |= {"reason": reason, "set_by": UUID(data["by"]), "set_at": instant(data["at"])}
    Period.objects.update_or_create(company_id=company, what=data["what"], defaults=values)


def _follow(saving: Saving) -> Follow:
    told = [_call(saving, event.data) for event in saving.events if event.type == "PeriodShortening"]
    confirmed = any(event.type == "RemovalConfirmed" for event in saving.events)
    return Follow(commands=alarm_commands(saving, told), jobs=[("keeping.remove", {})] if confirmed else [])


def _call(saving: Saving, data: Mapping[str, Any]) -> dict[str, Any]:
    """The alarm to the safety people: what is shorter, and until when they can take it back."""
    return {
        "permit": None,
        "number": None,
        "kind": "retention_shortened",
        "code": None,
        "subject": f"{data['before']} → {data['days']} · {data['from'][:10]}",
        "at": data["at"],
        "by": data["by"],
        "tell": [one for one in called(saving.envelope.company, roles=_TOLD) if one != data["by"]],
    }


RETENTION = Stream(
    kind="retention",
    gather=_gather,
    decide=_decide,
    apply=retaining.apply_rules,
    save=_save,
    follow=_follow,
)
