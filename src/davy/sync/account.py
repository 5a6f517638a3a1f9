"""The stream of an account as one who signs: its passkeys as the server verified them, and its agreements."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from davy import clock
from davy.devices import p256
from davy.door.envelope import Envelope, parse, seal
from davy.door.execute import execute_in
from davy.door.streams import Follow, Gathered, Saving, Sender, Stream
from davy.evidence import queries as evidence
from davy.ids import uuid7
from davy.signatures import agreement
from davy.signatures.models import Passkey
from davy_core.instants import iso
from davy_core.outcome import Outcome
from davy_core.signatures.account import Facts, apply, decide

__all__ = ["ACCOUNT", "enrolled", "revoked", "told_all"]

_KIND = "account"


class NotToldError(RuntimeError):
    """The register and the account's stream do not fit: nothing was written."""


def _gather(envelope: Envelope, sender: Sender, now: datetime) -> Gathered:
    state = None
    for event in evidence.events(envelope.company, _KIND, envelope.stream_id):
        state = apply(state, event.type, event.data)
    account = str(sender.account) if sender.account else None
    return Gathered(state, Facts(now, account, sender.kind == "driver", agreement.in_force()))


def _decide(state: Any, envelope: Envelope, facts: Any) -> Outcome:
    return decide(state, str(envelope.stream_id), envelope.kind, envelope.body, facts)


def _save(saving: Saving) -> None:
    if saving.envelope.kind == "agree_to_signing":
        given = saving.after.agreed[-1]
        company, account = saving.envelope.company, saving.envelope.stream_id
        agreement.keep(company, account, given.version, given.text, given.at)


def _follow(_: Saving) -> Follow:
    return Follow()


ACCOUNT = Stream(kind=_KIND, gather=_gather, decide=_decide, apply=apply, save=_save, follow=_follow)


def enrolled(passkey: Passkey, by: UUID | None) -> None:
    """Tell of a passkey that the server verified. Inside the transaction that keeps it. Raises
    NotToldError."""
    body = {
        "passkey": str(passkey.id),
        "credential": passkey.credential,
        "rp_id": passkey.rp_id,
        "key": p256.encoded(bytes(passkey.public_key)),
        "synced": passkey.synced,
    }
    _tell(passkey, by, "enrol_passkey", body)


def revoked(passkey: Passkey, by: UUID | None) -> None:
    """Tell of its end, and before that of its enrolment when that was before streams told of it. Inside the
    transaction that ends it. Raises NotToldError."""
    state = _state(passkey)
    keys = {key.credential: key for key in state.keys} if state else {}
    if passkey.credential not in keys:
        enrolled(passkey, None)
    elif keys[passkey.credential].until is not None:
        return
    _tell(passkey, by, "revoke_passkey", {"credential": passkey.credential})


def told_all(company_id: UUID) -> int:
    """Tell of each passkey of the register that no event tells of: those from before there were streams of
    accounts. They count in the log from then on; how many there were. Inside a tenant block."""
    count = 0
    for passkey in Passkey.objects.filter(company_id=company_id).order_by("created_at", "id"):
        state = _state(passkey)
        if state is not None and any(key.credential == passkey.credential for key in state.keys):
            continue
        enrolled(passkey, None)
        if passkey.revoked_at is not None:
            revoked(passkey, None)
        count += 1
    return count


def _state(passkey: Passkey) -> Any:
    state = None
    for event in evidence.events(passkey.company_id, _KIND, passkey.account_id):
        state = apply(state, event.type, event.data)
    return state


def _tell(passkey: Passkey, by: UUID | None, kind: str, body: Mapping[str, Any]) -> None:
    data = {
        "v": 1,
        "id": str(uuid7()),
        "company": str(passkey.company_id),
        "stream": f"{_KIND}/{passkey.account_id}",
        "kind": kind,
        "base_version": None,
        "body": body,
        "occurred_at": iso(clock.now()),
        "app": "davy",
    }
    (answer,) = execute_in([parse(seal(data))], Sender("driver", account=by))
    if answer["verdict"] != "accepted":
        raise NotToldError(f"{kind}: {answer['reasons'][0]['code']}")
