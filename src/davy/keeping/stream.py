"""The streams of legal holds and of erasures."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from davy.door.envelope import Envelope
from davy.door.streams import Follow, Gathered, Saving, Sender, Stream
from davy.keeping import clocked, records, removing, traces
from davy.keeping.entitled import entitled
from davy.keeping.models import ErasedRecord
from davy.keeping.models import Erasure as ErasureRow
from davy.keeping.models import Hold as HoldRow
from davy.keeping.terms import terms_of
from davy.people import queries as people
from davy.people.models import Person
from davy.permits import queries as permits
from davy_core.keeping import erasing, holding
from davy_core.outcome import Outcome

__all__ = ["ERASURE", "HOLD", "subject"]


def _gather_hold(envelope: Envelope, sender: Sender, now: datetime) -> Gathered:
    records.alone(envelope.company)
    row = HoldRow.objects.filter(company_id=envelope.company, id=envelope.stream_id).first()
    facts = holding.Facts(
        now=now,
        person=_text(sender.person),
        may=entitled(envelope, sender, "holds"),
        known=_known(envelope),
    )
    return Gathered(_placed(row) if row else None, facts)


def _known(envelope: Envelope) -> bool:
    body = envelope.body
    if body.get("about") == "permit":
        return bool(permits.items(envelope.company, [UUID(body["permit"])]))
    if body.get("about") == "person":
        return Person.objects.filter(company_id=envelope.company, id=UUID(body["person"])).exists()
    return True


def _placed(row: HoldRow) -> holding.Placed:
    return holding.Placed(
        id=str(row.id),
        about=row.about,
        by=str(row.placed_by),
        at=row.placed_at,
        permit=_text(row.permit_id),
        person=_text(row.person_id),
        starts=row.starts_at,
        ends=row.ends_at,
        lifted_by=_text(row.lifted_by),
        lifted_at=row.lifted_at,
    )


def _decide_hold(state: Any, envelope: Envelope, facts: Any) -> Outcome:
    return holding.decide(state, str(envelope.stream_id), envelope.kind, envelope.body, facts)


def _save_hold(saving: Saving) -> None:
    made: holding.Placed = saving.after
    company, words = saving.envelope.company, saving.events[0].private["reason"]
    if saving.before is not None:
        values = {"lifted_by": made.lifted_by, "lifted_at": made.lifted_at, "lifted_why": words}
        HoldRow.objects.filter(company_id=company, id=UUID(made.id)).update(**values)
        return
    HoldRow.objects.create(
        company_id=company,
        id=UUID(made.id),
        about=made.about,
        permit_id=made.permit,
        person_id=made.person,
        starts_at=made.starts,
        ends_at=made.ends,
        reason=words,
        placed_by=made.by,
        placed_at=made.at,
    )


def _gather_erasure(envelope: Envelope, sender: Sender, now: datetime) -> Gathered:
    if envelope.kind == "carry_out_erasure":
        records.alone(envelope.company)
    row = ErasureRow.objects.filter(company_id=envelope.company, id=envelope.stream_id).first()
    asked = row.person_id if row else UUID(envelope.body["person"]) if "person" in envelope.body else None
    about = subject(envelope.company, asked) if asked else None
    carrying = about is not None and envelope.kind == "carry_out_erasure"
    standing = records.holds(envelope.company) if carrying else []
    name = _name(envelope, asked) if asked else ""
    his = (envelope.company, asked, name) if carrying and asked else None
    facts = erasing.Facts(
        now=now,
        person=_text(sender.person),
        may=entitled(envelope, sender, "erasures"),
        proof=sender.proof,
        terms=terms_of(envelope.company, now),
        clock=clocked.found(),
        subject=about,
        found=traces.found(*his, standing) if his else [],
        holds=standing,
        requests=traces.requests(*his) if his else [],
    )
    return Gathered(_erasure(row) if row else None, facts)


def _name(envelope: Envelope, person_id: UUID) -> str:
    return people.names(envelope.company, [person_id]).get(str(person_id), "")


def subject(company_id: UUID, person_id: UUID) -> erasing.Subject | None:
    """Whom it is about, as the registers know him; None for nobody. Inside a tenant block."""
    person = Person.objects.filter(company_id=company_id, id=person_id).first()
    if person is None:
        return None
    standing = ErasureRow.objects.filter(
        company_id=company_id, person_id=person_id, state__in=["requested", "part"]
    )
    held = sorted({post.name for post in people.posts_of(company_id, person_id)})
    return erasing.Subject(str(person_id), person.status, tuple(held), standing.exists())


def _erasure(row: ErasureRow) -> erasing.Erasure:
    return erasing.Erasure(
        id=str(row.id),
        person=str(row.person_id),
        state=row.state,
        requested_by=str(row.requested_by),
        requested_at=row.requested_at,
        carried_by=_text(row.carried_by),
        carried_at=row.carried_at,
        times=row.times,
    )


def _decide_erasure(state: Any, envelope: Envelope, facts: Any) -> Outcome:
    return erasing.decide(state, str(envelope.stream_id), envelope.kind, envelope.body, facts)


def _save_erasure(saving: Saving) -> None:
    made: erasing.Erasure = saving.after
    company, row_id = saving.envelope.company, UUID(made.id)
    event = saving.events[0]
    if saving.before is None:
        ErasureRow.objects.create(
            company_id=company,
            id=row_id,
            person_id=UUID(made.person),
            state=made.state,
            reason=event.private["reason"],
            requested_by=made.requested_by,
            requested_at=made.requested_at,
        )
        return
    values: dict[str, Any] = {
        "state": made.state,
        "carried_by": made.carried_by,
        "carried_at": made.carried_at,
        "times": made.times,
    }
    if event.type == "ErasureCarriedOut":
        told = removing.carry_out(company, UUID(made.person), event.data)
        values |= {"words": told.words, "files": told.files, "kept": len(event.data["kept"])}  # type: ignore[arg-type]  # a list, by the core
        _note(company, row_id, event.data["records"])
    ErasureRow.objects.filter(company_id=company, id=row_id).update(**values)


def _note(company_id: UUID, erasure_id: UUID, records: Any) -> None:
    touched = [record.split("/") for record in records]
    ErasedRecord.objects.bulk_create(
        [
            ErasedRecord(company_id=company_id, erasure_id=erasure_id, kind=kind, stream_id=UUID(stream_id))
            for kind, stream_id in touched
        ],
        ignore_conflicts=True,
    )


def _text(value: UUID | None) -> str | None:
    return str(value) if value else None


def _follow(_: Saving) -> Follow:
    return Follow()


HOLD = Stream(
    kind="hold",
    gather=_gather_hold,
    decide=_decide_hold,
    apply=holding.apply,
    save=_save_hold,
    follow=_follow,
)
ERASURE = Stream(
    kind="erasure",
    gather=_gather_erasure,
    decide=_decide_erasure,
    apply=erasing.apply,
    save=_save_erasure,
    follow=_follow,
)
