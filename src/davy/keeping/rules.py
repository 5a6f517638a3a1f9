"""The stream of what a company decides on keeping: longer periods, confirmed removals, the nights' rule."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from davy.door.envelope import Envelope
from davy.door.streams import Follow, Gathered, Saving, Sender, Stream
from davy.keeping import clocked, records
from davy.keeping.entitled import entitled
from davy.keeping.models import Batch, Period, Standing, Task
from davy.keeping.terms import terms, terms_of
from davy_core.instants import instant
from davy_core.keeping import retaining
from davy_core.keeping.terms import stays
from davy_core.outcome import Outcome

__all__ = ["RETENTION", "rules"]


def rules(company_id: UUID) -> retaining.Rules | None:
    """What the rows tell; None before the first decision. Inside a tenant block."""
    days = dict(Period.objects.filter(company_id=company_id).values_list("what", "days"))
    row = Standing.objects.filter(company_id=company_id).first()
    if not days and row is None and not Batch.objects.filter(company_id=company_id).exists():
        return None
    on = row is not None and row.on
    standing = retaining.Standing(str(row.switched_by), row.switched_at, row.most) if on and row else None
    return retaining.Rules(days, standing)


def _gather(envelope: Envelope, sender: Sender, now: datetime) -> Gathered:
    company = envelope.company
    own = envelope.stream_id == company
    facts = retaining.RulesFacts(
        now=now,
        person=str(sender.person) if sender.person else None,
        may=own and entitled(envelope, sender, "retention"),
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
    standing, law = records.holds(company), terms_of(company)
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
    if event.type == "PeriodSet":
        values = {"days": data["days"], "reason": reason, "set_by": by, "set_at": at}
        Period.objects.update_or_create(company_id=company, what=data["what"], defaults=values)
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


def _follow(saving: Saving) -> Follow:
    confirmed = any(event.type == "RemovalConfirmed" for event in saving.events)
    return Follow(jobs=[("keeping.remove", {})] if confirmed else [])


RETENTION = Stream(
    kind="retention",
    gather=_gather,
    decide=_decide,
    apply=retaining.apply_rules,
    save=_save,
    follow=_follow,
)
