"""The stream of a person's papers: a definite no takes his rights, and with them the work he is on, in the
same transaction."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from davy.accounts.access import may
from davy.accounts.models import Account, Company
from davy.attachments import store as attachments
from davy.door.envelope import Envelope
from davy.door.fanning import following
from davy.door.known import alarm_commands
from davy.door.streams import Follow, Gathered, Saving, Sender, Stream
from davy.people import catalogues
from davy.people.officers import called
from davy.verification import queries, store
from davy.verification.words import reason
from davy_core.outcome import Event, Outcome
from davy_core.verification.decide import PersonFacts, decide
from davy_core.verification.state import apply
from davy_core.verification.verdict import AGAINST

__all__ = ["PERSON"]


def _gather(envelope: Envelope, sender: Sender, now: datetime) -> Gathered:
    company, person, body = envelope.company, envelope.stream_id, envelope.body
    named = UUID(body["certificate"]) if "certificate" in body else None
    claim = queries.claim_of(company, named, person) if named else None
    shown = body.get("screenshot")
    facts = PersonFacts(
        now=now,
        today=now.astimezone(ZoneInfo(Company.objects.get(id=company).timezone)).date(),
        sender=sender.kind,
        person=str(sender.person) if sender.person and sender.kind == "person" else None,
        may=_may(envelope, sender),
        status=queries.status(company, person),
        claim=claim,
        claim_sha256=queries.fingerprint(company, claim) if claim else "",
        attached=bool(shown) and not attachments.missing(company, [str(shown)]),
        held=queries.held(company, person),
        books=catalogues.catalogues(),
    )
    return Gathered(queries.load(company, person), facts)


def _may(envelope: Envelope, sender: Sender) -> bool:
    """Whether the account that sends, and no driver in its name, may verify."""
    if sender.kind != "person" or sender.account is None:
        return False
    account = Account.objects.filter(id=sender.account, company_id=envelope.company, is_active=True).first()
    return account is not None and may(account.roles, "verification", "write")


def _decide(state: Any, envelope: Envelope, facts: Any) -> Outcome:
    return decide(state, str(envelope.stream_id), envelope.kind, envelope.body, facts)


def _follow(saving: Saving) -> Follow:
    frozen = next((event for event in saving.events if event.type == "PersonFrozen"), None)
    if frozen is not None:
        return _stop(saving, frozen)
    doubted = [e for e in saving.events if e.type == "CertificateChecked" and _doubts(e)]
    return Follow(commands=alarm_commands(saving, [_alarm(saving, "certificate_doubted") for _ in doubted]))


def _doubts(event: Event) -> bool:
    """A source that proves nothing says something else: nobody is frozen, and somebody has to ask."""
    return event.data["source"] == "qr" and event.data["verdict"] in AGAINST


def _stop(saving: Saving, frozen: Event) -> Follow:
    """Every permit that he works or guards on is paused, and those who answer for safety are told."""
    company, person = saving.envelope.company, saving.envelope.stream_id
    body = {"person": str(person), "reason": _why(saving, frozen)}
    stops = [
        following(saving, f"permit/{permit}", "bar_person", body)
        for permit in queries.live_permits(company, person)
    ]
    told = [_alarm(saving, "certificate_mismatch")] if frozen.data["cause"] == "verification" else []
    return Follow(commands=[*stops, *alarm_commands(saving, told)])


def _why(saving: Saving, frozen: Event) -> str:
    """In the words of the people on the permit: whose paper, and what about it."""
    paper = frozen.data.get("certificate")
    row = queries.paper(saving.envelope.company, UUID(str(paper))) if paper else None
    standing = saving.after.papers.get(paper) if paper else None
    return reason(row, standing, frozen.private.get("reason", ""))


def _alarm(saving: Saving, kind: str) -> dict[str, Any]:
    by = str(saving.sender.person) if saving.sender.kind == "person" else "clock"
    return {
        "permit": None,
        "number": None,
        "kind": kind,
        "code": None,
        "subject": str(saving.envelope.stream_id),
        "at": saving.events[0].data["at"],
        "by": by,
        "tell": [one for one in called(saving.envelope.company) if one != by],
    }


PERSON = Stream(kind="person", gather=_gather, decide=_decide, apply=apply, save=store.save, follow=_follow)
