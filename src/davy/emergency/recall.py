"""The rulebook stream: a recall becomes a pause of every live permit on those rules, in one transaction
(S27)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from davy.accounts.access import may
from davy.accounts.models import Account
from davy.door.envelope import Envelope
from davy.door.fanning import following
from davy.door.streams import Follow, Gathered, Saving, Sender, Stream
from davy.permits import queries as permits
from davy.rulebook import books, recalls
from davy_core.outcome import Outcome
from davy_core.rulebooks.recall import Facts, apply, decide

__all__ = ["RULEBOOK"]


def _gather(envelope: Envelope, sender: Sender, now: datetime) -> Gathered:
    basis = envelope.body.get("basis")
    known = basis is None or books.is_known(envelope.company, basis)
    person = str(sender.person) if sender.person else None
    return Gathered(
        recalls.of(envelope.company, envelope.stream_id), Facts(now, person, _may(envelope, sender), known)
    )


def _may(envelope: Envelope, sender: Sender) -> bool:
    """Whether the account that sends, and no driver in its name, may change the rulebook."""
    if sender.kind != "person" or sender.account is None:
        return False
    account = Account.objects.filter(id=sender.account, company_id=envelope.company, is_active=True).first()
    return account is not None and may(account.roles, "rulebook", "write")


def _decide(state: Any, envelope: Envelope, facts: Any) -> Outcome:
    return decide(state, str(envelope.stream_id), envelope.kind, envelope.body, facts)


def _save(saving: Saving) -> None:
    words = [event.private["reason"] for event in saving.events if "reason" in event.private]
    recalls.save(saving.envelope.company, saving.after, words[-1] if words else None)


def _follow(saving: Saving) -> Follow:
    if not any(event.type == "BasisRecalled" for event in saving.events):
        return Follow()
    live = permits.live_on_basis(saving.envelope.company, saving.after.basis)
    return Follow(commands=[following(saving, f"permit/{one}", "recall_basis", {}) for one in live])


RULEBOOK = Stream(kind="rulebook", gather=_gather, decide=_decide, apply=apply, save=_save, follow=_follow)
