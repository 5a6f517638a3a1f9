"""A small bundle made by hand, with every kind of signature, for the vectors of davy-verify."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec

from davy.archive import gas
from davy.archive.tests.forged import KEY, joined, shown, signed_files
from davy.building.authenticator import Authenticator
from davy.devices import p256
from davy_core.evidence.chain import START, link_hash
from davy_core.evidence.entry import Entry
from davy_core.evidence.note import signed

COMPANY = KEY.name.removeprefix("davy/")
PERMIT, DEVICE = "0197e000-0000-7000-8000-00000000000a", "0197e000-0000-7000-8000-00000000000d"
ZHAO, WANG = "0197e000-0000-7000-8000-0000000000a1", "0197e000-0000-7000-8000-0000000000a2"
FOLDER, PHONE = f"streams/permit-{PERMIT}", f"streams/device-{DEVICE}"
ACCOUNT = f"streams/account-{ZHAO}"
AGREED = "本人同意\n---\nI agree\n".encode()
AT = "2026-11-22T00:00:00.000Z"
RULES_OF, LATER = f"retention/{COMPANY}", "2027-12-01T00:00:00.000Z"
ORDER: Mapping[str, Any] = {"batch": "b1", "records": [f"permit/{PERMIT}"]}
PHOTO, INK = b"a photo", "[[[0,0],[9,9]]]"
RULES = json.dumps({"packs": [{"id": "gb30871-2022", "version": "1.0.0"}]}).encode()
READING = {
    "point": "p1", "substance": "methanol", "value": {"value": "0.1", "unit": "%vol"}, "limit": "0.5",
    "sampled_at": AT, "verdict": "pass", "clock": "server", "source": "manual", "instrument": "=GX-3R, 2",
}  # fmt: skip
Files = dict[str, bytes]


def digest(content: bytes) -> str:
    """SHA-256 in hex."""
    return sha256(content).hexdigest()


def one_line(told: Mapping[str, Any]) -> bytes:
    """As it stands on one line."""
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


@dataclass
class Maker:
    """The keys of the people in it."""

    passkey: Authenticator
    phone: ec.EllipticCurvePrivateKey

    def command(self, number: int, kind: str, body: Mapping[str, Any], **more: Any) -> bytes:
        """The bytes of the command that event `number` of the permit came of."""
        told = {"v": 1, "id": f"c{number}", "company": COMPANY, "stream": f"permit/{PERMIT}", "kind": kind}
        return one_line({**told, "body": body, **more})


@dataclass(frozen=True)
class Twist:
    """What whoever has the log's key made otherwise than it was: of the phone's command and its event, of the
    proof, of the phone's enrolment and where the log has it. `thief`: another key than the phone's signed.
    What the account's stream tells: `register` of its passkey (None: nothing), whether it `agreed`;
    `unlogged`: there is none; when its passkey was `revoked`. `order`: a removal was confirmed by passkey,
    and its event says this otherwise than was signed."""

    kind: str = "sign_stage"
    body: Mapping[str, Any] = field(default_factory=dict)
    data: Mapping[str, Any] = field(default_factory=dict)
    what: str = "StageSigned"
    pin: bool = True
    enrolled: Mapping[str, Any] = field(default_factory=dict)
    late: bool = False
    thief: bool = False
    register: Mapping[str, Any] | None = field(default_factory=dict)
    order: Mapping[str, Any] | None = None
    agreed: bool = True
    unlogged: bool = False
    revoked: str | None = None


def event(stream: str, seq: int, kind: str, data: Mapping[str, Any], **more: Any) -> bytes:
    """One event of a stream, `kind/id`."""
    name, _, own = stream.partition("/")
    told = {
        "v": 1, "type": kind, "stream": {"kind": name, "id": own}, "seq": seq, "id": f"{name}{seq}",
        "company": COMPANY, "command": f"c{seq}", "actor": ZHAO, "occurred_at": AT, "recorded_at": AT,
        "clock": "server", "data": data, "private": {}, **more,
    }  # fmt: skip
    return one_line(told)


def good(twist: Twist | None = None) -> Files:
    """A permit with rules, gas, a passkey's, a phone's and a password's signature, a photo and a queue."""
    twist = twist or Twist()
    maker, phone_key = _keys(twist)
    sign = {"stage": "area", "confirmed": ["a"], "signature": INK}
    by_passkey = maker.command(3, "sign_stage", sign)
    by_phone = maker.command(4, twist.kind, {**sign, "stage": "safety", "face": digest(PHOTO), **twist.body})
    queued = maker.command(6, "add_photo", {"photo": digest(PHOTO)}, device=DEVICE, seq=1, prev="0" * 64)
    first, passkeys = _by_passkey(maker, by_passkey)
    second = _by_phone(maker, by_phone, pin=twist.pin)
    private = {"signature": digest(bytes(16) + INK.encode())}
    permit = f"permit/{PERMIT}"
    events = [
        event(permit, 1, "PermitSubmitted", {"basis": digest(RULES)}),
        event(permit, 2, "RoundRecorded", {"round": "r1", "by": WANG, "readings": [READING]}),
        event(permit, 3, "StageSigned", {"stage": "area", "confirmed": ["a"], "signed": _told(first, 3)},
              private=private),
        event(permit, 4, twist.what, {"stage": "safety", "confirmed": ["a"],
              "signed": {**_told(second, 2), "face": digest(PHOTO)}, **twist.data}, actor=WANG),
        event(permit, 5, "BriefingSigned", {"signed": {"way": "password", "level": 1}}),
        event(permit, 6, "PhotoAdded", {"photo": digest(PHOTO)}, actor=WANG),
    ]  # fmt: skip
    enrolled = {"account": WANG, "key": p256.point(phone_key), **twist.enrolled}
    phone = [event(f"device/{DEVICE}", 1, "DeviceEnrolled", enrolled, actor=WANG)]
    said = {"event": "permit3", "label": "signature", "salt": bytes(16).hex(), "bytes": b64(INK.encode())}
    proofs = [{**first, "bytes": b64(by_passkey)}, {**second, "bytes": b64(by_phone)}]
    ordered = _confirmed(maker, twist.order, proofs) if twist.order is not None else {}
    return of_streams(
        {**ordered, permit: events, f"device/{DEVICE}": phone, **_account(passkeys, twist)},
        {
            f"{FOLDER}/private.jsonl": joined([one_line(said)]),
            f"{FOLDER}/gas.csv": gas.table(json.loads(one) for one in events),
            "signatures/proofs.jsonl": joined([one_line(one) for one in proofs]),
            "signatures/passkeys.jsonl": joined(_listed(passkeys, maker, twist)),
            "signatures/phones.jsonl": joined([one_line(_sent(phone_key, queued))]),
            f"rules/{digest(RULES)}.json": RULES,
            f"attachments/{digest(PHOTO)}": PHOTO,
            **({"signatures/agreement-1.txt": AGREED} if twist.agreed and not twist.unlogged else {}),
        },
        late=twist.late,
    )


def _confirmed(
    maker: Maker, twist: Mapping[str, Any], proofs: list[dict[str, str]]
) -> dict[str, list[bytes]]:
    """The order to remove the permit, confirmed by passkey; its proof is put beside the others."""
    told = {"v": 1, "id": "c1", "company": COMPANY, "stream": RULES_OF, "kind": "confirm_removal"}
    raw = one_line({**told, "body": {**ORDER, "reason": "x"}})
    kept, _ = _by_passkey(maker, raw)
    proofs.append({**kept, "bytes": b64(raw)})
    data = {**ORDER, "by": ZHAO, "signed": _told(kept, 3), **twist}
    return {RULES_OF: [event(RULES_OF, 1, "RemovalConfirmed", data, recorded_at=LATER)]}


def _account(passkey: Mapping[str, Any], twist: Twist) -> dict[str, list[bytes]]:
    """The stream of who signed with a passkey."""
    stream, told = f"account/{ZHAO}", list[tuple[str, Mapping[str, Any]]]()
    if twist.unlogged:
        return {}
    if twist.register is not None:
        key = {"credential": passkey["credential"], "rp_id": passkey["rp_id"], "key": passkey["public_key"]}
        told.append(("PasskeyEnrolled", {**key, **twist.register}))
    if twist.agreed:
        told.append(("SigningAgreed", {"version": 1, "text": digest(AGREED)}))
    found = [event(stream, seq, kind, data) for seq, (kind, data) in enumerate(told, 1)]
    if twist.revoked:
        ended = {"credential": passkey["credential"]}
        found.append(event(stream, len(found) + 1, "PasskeyRevoked", ended, recorded_at=twist.revoked))
    return {stream: found} if found else {}


def _listed(passkey: dict[str, Any], maker: Maker, twist: Twist) -> list[bytes]:
    """The lines of the passkeys; a thief lists his own key under the name of the phone."""
    stolen = {**passkey, "credential": DEVICE, "account": WANG, "public_key": p256.point(maker.phone)}
    return [one_line(one) for one in ([passkey, stolen] if twist.thief else [passkey])]


def _keys(twist: Twist) -> tuple[Maker, ec.EllipticCurvePrivateKey]:
    """Who signs, and the phone that was enrolled."""
    phone = ec.generate_private_key(ec.SECP256R1())
    signer = ec.generate_private_key(ec.SECP256R1()) if twist.thief else phone
    return Maker(Authenticator("davy.example"), signer), phone


def _sent(phone: ec.EllipticCurvePrivateKey, raw: bytes) -> dict[str, Any]:
    told = {"device": DEVICE, "seq": 1, "prev": "0" * 64, "sha256": digest(raw), "command": "c6"}
    return {**told, "signature": p256.sign(phone, raw), "bytes": b64(raw)}


def of_streams(streams: Mapping[str, list[bytes]], more: Files, *, late: bool = False) -> Files:
    """The files of these streams, by `kind/id`, with a log that enters each once, the permit last or, where
    it is `late` with the rest, first; signed."""
    order = list(streams) if late else list(streams)[::-1]
    leaves = [entry_of(name, streams[name]) for name in order]
    found: Files = {}
    for index, name in enumerate(order):
        folder = f"streams/{name.replace('/', '-', 1)}"
        found[f"{folder}/events.jsonl"] = joined(streams[name])
        found[f"{folder}/entries.jsonl"] = shown(leaves, index)
    return signed_files(leaves, {**found, **more})


def entry_of(stream: str, events: list[bytes]) -> bytes:
    """The entry of the log about the whole stream, `kind/id`."""
    head = START
    for body in events:
        head = link_hash(head, body)
    kind, _, own = stream.partition("/")
    return Entry(kind, own, len(events), head, None).content


def _told(kept: Mapping[str, str], level: int) -> dict[str, Any]:
    return {"way": json.loads(kept["proof"])["way"], "level": level, "evidence": kept["sha256"]}


def _by_passkey(maker: Maker, raw: bytes) -> tuple[dict[str, str], dict[str, Any]]:
    given = maker.passkey.sign(raw)
    key = p256.encoded(maker.passkey._cose())
    told = {"v": 1, "way": "passkey", "command": digest(raw), "rp_id": "davy.example", "public_key": key}
    told |= {"credential": given.pop("id"), **given}
    kept = one_line(told).decode()
    listed = {"credential": told["credential"], "rp_id": "davy.example", "public_key": key, "account": ZHAO}
    listed |= {"synced": False, "created_at": AT, "revoked_at": None}
    return {"sha256": digest(kept.encode()), "proof": kept}, listed


def _by_phone(maker: Maker, raw: bytes, *, pin: bool) -> dict[str, str]:
    told = {"v": 1, "way": "device", "command": digest(raw), "device": DEVICE, "pin": pin}
    told |= {"public_key": p256.point(maker.phone), "signature": p256.sign(maker.phone, raw)}
    kept = one_line(told).decode()
    return {"sha256": digest(kept.encode()), "proof": kept}


def b64(content: bytes) -> str:
    """In base64."""
    return base64.b64encode(content).decode()


def resigned(files: Files, at: str = AT) -> Files:
    """These files under a new manifest of the same key."""
    own = {name: content for name, content in files.items() if name != "manifest.note"}
    lines = "".join(f"{digest(content)}  {name}\n" for name, content in sorted(own.items()))
    text = f"davy-bundle/v1\n{at}\n{KEY.name}\n{lines}"
    return {**own, "manifest.note": signed(text, [KEY]).encode()}
