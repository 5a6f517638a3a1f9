"""The stream of an account as one who signs: its passkeys, and the agreements to sign electronically.

Ids, public keys and hashes only: nothing that names a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from davy_core.instants import instant, iso
from davy_core.outcome import Event, Outcome, accept, refuse
from davy_core.signatures.agreement import Text

__all__ = ["Account", "Agreed", "Facts", "Key", "apply", "decide"]


@dataclass(frozen=True)
class Key:
    """A passkey: `credential` is its name (base64url), `key` its public half (COSE, base64url), `host`
    whose pages it answers; `synced` that it lives in an account of its owner and not in one device."""

    id: str
    credential: str
    host: str
    key: str
    synced: bool
    since: datetime
    until: datetime | None = None


@dataclass(frozen=True)
class Agreed:
    """An agreement to a version of the text, by the hash of what was shown."""

    version: int
    text: str
    at: datetime


@dataclass(frozen=True)
class Account:
    """What the account's stream came to."""

    id: str
    keys: tuple[Key, ...] = ()
    agreed: tuple[Agreed, ...] = ()

    @property
    def version(self) -> int | None:
        """The version agreed to last."""
        return self.agreed[-1].version if self.agreed else None


@dataclass(frozen=True)
class Facts:
    """Who asks, when, and the text in force. `verified`: the server itself, which has checked what the
    authenticator answered."""

    now: datetime
    account: str | None
    verified: bool
    text: Text


def decide(account: Account | None, stream: str, kind: str, body: Mapping[str, Any], facts: Facts) -> Outcome:
    """Take in and end passkeys that the server verified; accept an agreement by the account itself to the
    text in force, once."""
    if kind == "agree_to_signing":
        return _agree(account, stream, body, facts)
    if not facts.verified:
        return refuse("not_your_duty", command=kind, duties=["owner"])
    stamp = {"at": iso(facts.now), "by": facts.account, "account": stream}
    known = {key.credential: key for key in account.keys} if account else {}
    if kind == "enrol_passkey":
        if body["credential"] in known:
            return refuse("passkey_known")
        return accept(Event("PasskeyEnrolled", {**stamp, **body}))
    found = known.get(body["credential"])
    if found is None or found.until is not None:
        return refuse("passkey_unknown")
    return accept(Event("PasskeyRevoked", {**stamp, "credential": body["credential"]}))


def _agree(account: Account | None, stream: str, body: Mapping[str, Any], facts: Facts) -> Outcome:
    if facts.account != stream:
        return refuse("not_your_duty", command="agree_to_signing", duties=["owner"])
    if (body["version"], body["text"]) != (facts.text.version, facts.text.sha256):
        return refuse("agreement_other_text", version=facts.text.version)
    if account is not None and account.version == facts.text.version:
        return refuse("agreement_given")
    stamp = {"at": iso(facts.now), "by": facts.account, "account": stream}
    return accept(Event("SigningAgreed", {**stamp, "version": body["version"], "text": body["text"]}))


def apply(account: Account | None, event_type: str, data: Mapping[str, Any]) -> Account:
    """The account after the event. Raises KeyError for an unknown type, ValueError for the end of no
    passkey."""
    now = account or Account(data["account"])
    at = instant(data["at"])
    if event_type == "SigningAgreed":
        return replace(now, agreed=(*now.agreed, Agreed(data["version"], data["text"], at)))
    if event_type == "PasskeyEnrolled":
        told = (data["passkey"], data["credential"], data["rp_id"], data["key"], data["synced"])
        return replace(now, keys=(*now.keys, Key(*told, since=at)))
    if event_type != "PasskeyRevoked":
        raise KeyError(event_type)
    if data["credential"] not in {key.credential for key in now.keys}:
        raise ValueError("the end of a passkey that was never enrolled")
    keys = [replace(key, until=at) if key.credential == data["credential"] else key for key in now.keys]
    return replace(now, keys=tuple(keys))
