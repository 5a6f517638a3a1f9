"""One queue arriving: every envelope is placed in its device's chain, carried out or held, and answered by
itself.

Each has a transaction of its own, under the lock of its device, so that a queue that breaks off in the
middle has done exactly what it was answered. A gap, a doubt about the chain or a revoked device never holds
back what stops work: the session says who it is, and stopping is for anybody (S15). Nor does a gap hold back
a measurement that says something is wrong, or a sheet of paper by which somebody works, lest work start over
it (S3, S5, S18).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast
from uuid import UUID

from django.db import IntegrityError, OperationalError, transaction

from davy import clock
from davy.accounts.models import Account
from davy.db import tenant
from davy.devices import p256, queries
from davy.devices.models import DeviceRow
from davy.door import commanding
from davy.door import store as door
from davy.door.answers import plain_refusal
from davy.door.envelope import Envelope, MalformedError, parse
from davy.door.execute import LOCK_TIMEOUT, busy, execute_in, same_id_elsewhere
from davy.door.proofs import proven
from davy.door.stopping import stops
from davy.door.strict import read
from davy.evidence.queries import events
from davy.problems.response import Problem
from davy.sync import store
from davy.sync.doubts import doubt
from davy.sync.keys import sign_receipt
from davy_core.sync.chain import Link, place
from davy_core.sync.clocks import Clock, believed
from davy_core.sync.receipt import Receipt

__all__ = ["Item", "receive"]

FINAL = frozenset({"accepted", "refused"})
LATER = frozenset({"too_new", "unknown_command"})
"""What this server does not know and a later one may: the phone keeps it."""
MISFIT = {"forked": "chain_forked", "broken": "chain_broken"}
TRIES = 3
BAD_NEWS = frozenset({"record_round", "record_value", "register_sheet"})
BAD = frozenset({"WorkPaused", "AlarmRaised", "SheetRegistered"})
"""What says that something is wrong: before the start nothing is there to pause, and the alarm alone tells of
a measurement; a sheet stands in the way of every start beside it."""


@dataclass(frozen=True)
class Item:
    """One envelope as text, its signature (base64url), and a passkey's answer over it."""

    text: str
    signature: str
    assertion: Mapping[str, str] | None = None


@dataclass(frozen=True)
class _Came:
    """An envelope whose place in the chain could be read. `envelope` None: `wrong` tells why it is none."""

    sent: store.Sent
    envelope: Envelope | None
    wrong: str | None
    assertion: Mapping[str, str] | None = None

    @property
    def stops(self) -> bool:
        """Whether it is a command that nothing may hold back."""
        return self.envelope is not None and stops(self.envelope)


def receive(device: DeviceRow, account: Account, items: Sequence[Item]) -> Iterator[dict[str, Any]]:
    """The result of every item, in order. The device must be the account's own."""
    for item in items:
        yield _one(device, account, item)


def _one(device: DeviceRow, account: Account, item: Item) -> dict[str, Any]:
    came = _came(device, item)
    if came is None:
        return _result("", 0, plain_refusal("body_malformed"))
    named = (came.sent.command, came.sent.link.seq)
    if came.envelope is not None and came.envelope.device != str(device.id):
        return _doubtful(device, named, "chain_broken")
    if not p256.verifies(device.key, item.signature, came.sent.raw):
        return _doubtful(device, named, "device_signature_wrong")
    for attempt in range(TRIES):
        try:
            with tenant.company(device.company_id, patience=LOCK_TIMEOUT):
                return _placed(device.id, account, came)
        except OperationalError as error:
            if not busy(error):
                raise
            return _result(*named, {**plain_refusal("door_busy"), "verdict": "held"})
        except IntegrityError as error:
            if not same_id_elsewhere(error) or attempt == TRIES - 1:
                raise
    raise AssertionError("unreachable")


def _came(device: DeviceRow, item: Item) -> _Came | None:
    """Read as far as the chain needs it; None for text that has no place in any chain."""
    raw = item.text.encode()
    try:
        data = read(raw)
        link = Link(int(data["seq"]), hashlib.sha256(raw).hexdigest(), str(data["prev"]))
        sent = store.Sent(raw, item.signature, link, str(UUID(data["id"])))
        bytes.fromhex(link.prev)
    except (MalformedError, KeyError, TypeError, ValueError):
        return None
    try:
        envelope = parse(raw)
    except MalformedError as error:
        return _Came(sent, None, error.code)
    if envelope.company != device.company_id:
        return _Came(sent, None, "stranger")
    return _Came(sent, envelope, None, item.assertion)


def _placed(device_id: UUID, account: Account, came: _Came) -> dict[str, Any]:
    """Judge the place of one envelope under the lock of its device, and carry it out where its turn has
    come."""
    device = queries.locked(account.company_id, device_id)
    if device is None:
        raise LookupError("a device is never taken away")
    sent, named = came.sent, (came.sent.command, came.sent.link.seq)
    before = store.known(device, sent.link.seq)
    where = place(store.head_of(device), sent.link, store.link_of(before) if before else None)
    if where == "again" and before is not None:
        return _result(*named, _answered(came, before.verdict, before.code, before.version), device)
    if came.wrong in LATER:
        return _result(*named, {**plain_refusal(came.wrong or ""), "verdict": "too_new"})
    if device.revoked_at is not None and not came.stops:
        return _doubtful(device, named, "device_revoked")
    early = _bad_news(device, account, came) if where == "gap" and not came.stops else None
    if where == "gap" and not came.stops and early is None:
        wants = device.seq + 1
        held = {**plain_refusal("chain_gap", wants=wants), "verdict": "held", "wants": wants}
        return _result(*named, held)
    if where in MISFIT:
        if not came.stops:
            return _doubtful(device, named, MISFIT[where])
        doubt(device, MISFIT[where], named[1])
    told = early or _carry_out(device, account, came, in_turn=where != "gap")
    if where in {"next", "gap"}:
        for torn in store.keep(device, sent, told, clock.now()):
            doubt(device, "chain_broken", torn)
    return _result(*named, told, device, sent.link.sha256)


def _bad_news(device: DeviceRow, account: Account, came: _Came) -> Mapping[str, Any] | None:
    """The answer to a measurement that says something is wrong, or to a sheet by which somebody works, before
    its turn: bad news waits for no photo of an earlier one (S3, S5, S15, S18). None: it says nothing of the
    kind, and nothing was done."""
    if came.envelope is None or came.envelope.kind not in BAD_NEWS:
        return None
    with transaction.atomic():
        told = _carry_out(device, account, came, in_turn=False)
        if told["verdict"] == "accepted" and _is_bad(came.envelope, told["events"]):
            return told
        transaction.set_rollback(True)
    return None


def _is_bad(envelope: Envelope, kinds: Sequence[str]) -> bool:
    """Whether what was just recorded says that something is wrong."""
    if not BAD.isdisjoint(kinds):
        return True
    if "ValueRecorded" not in kinds:
        return False
    recorded = events(envelope.company, envelope.stream_kind, envelope.stream_id)
    return not recorded[-1].data["ok"]


def _carry_out(device: DeviceRow, account: Account, came: _Came, *, in_turn: bool) -> Mapping[str, Any]:
    """What came before its turn moves no clock: those before it in the chain are not late because of it."""
    envelope = came.envelope
    if envelope is None:
        return plain_refusal(came.wrong or "body_malformed")
    told = cast("Clock | None", envelope.clock)
    said = believed(told, envelope.occurred_at, clock.now(), device.last_occurred_at, device.enrolled_at)
    if in_turn:
        device.last_occurred_at = envelope.occurred_at
    try:
        beside = came.assertion or {"device": str(device.id), "signature": came.sent.signature}
        sender = proven(envelope, came.sent.raw, commanding.sender_of(account), beside)
    except Problem as refused:
        return plain_refusal(refused.code, **refused.values)
    return execute_in([replace(envelope, clock=said)], replace(sender, device=device.id))[0]


def _answered(came: _Came, verdict: str, code: str | None, version: int) -> Mapping[str, Any]:
    """What was answered the first time."""
    earlier = door.answer_of(came.envelope) if came.envelope else None
    if earlier is not None and earlier[1]["verdict"] == verdict:
        return earlier[1]
    return {**plain_refusal(code or "body_malformed"), "version": version}


def _doubtful(device: DeviceRow, named: tuple[str, int], code: str) -> dict[str, Any]:
    """Refused, recorded, and nothing changed in the chain."""
    with tenant.company(device.company_id):
        doubt(device, code, named[1])
    return _result(*named, plain_refusal(code))


def _result(
    command: str,
    seq: int,
    told: Mapping[str, Any],
    device: DeviceRow | None = None,
    sha256: str = "",
) -> dict[str, Any]:
    accepted, final = told["verdict"] == "accepted", told["verdict"] in FINAL
    return {
        "id": command,
        "seq": seq,
        "verdict": told["verdict"],
        "version": told["version"],
        "events": list(told.get("events", ())),
        "problem": None if accepted else commanding.problem_body(told),
        "wants": told.get("wants"),
        "receipt": _receipt(device, command, seq, told, sha256) if device and final else None,
    }


def _receipt(
    device: DeviceRow, command: str, seq: int, told: Mapping[str, Any], sha256: str
) -> dict[str, str]:
    found = store.known(device, seq)
    text = Receipt(
        device=str(device.id),
        seq=seq,
        command=command,
        sha256=sha256 or (bytes(found.sha256).hex() if found else ""),
        verdict=told["verdict"],
        code=told.get("code"),
        version=told["version"],
        recorded_at=found.received_at if found else clock.now(),
        head=bytes(device.head).hex(),
    ).text()
    return {"text": text, "signature": sign_receipt(text)}
