"""One small bundle made by hand, and one for each kind of doubt: davy-verify and the page in the browser must
say the same of it.

``main`` writes them anew; their signatures are new each time, and what is expected is read before it is kept.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from davy.archive import gas
from davy.archive.tests.forged import KEY, joined, note, shown, signed_files
from davy.archive.tests.taken import zipped
from davy.building.authenticator import Authenticator
from davy.devices import p256
from davy.evidence.log.keys import LogKey
from davy.evidence.log.succession import statement
from davy_core.evidence.chain import START, link_hash
from davy_core.evidence.checkpoint import Checkpoint
from davy_core.evidence.entry import Entry
from davy_core.evidence.note import signed

FILE = Path(__file__).parents[4] / "verify/vectors/bundles.json"
COMPANY = KEY.name.removeprefix("davy/")
STEP = "log/succession/1.note"
PERMIT, DEVICE = "0197e000-0000-7000-8000-00000000000a", "0197e000-0000-7000-8000-00000000000d"
ZHAO, WANG = "0197e000-0000-7000-8000-0000000000a1", "0197e000-0000-7000-8000-0000000000a2"
FOLDER, PHONE = f"streams/permit-{PERMIT}", f"streams/device-{DEVICE}"
ACCOUNT = f"streams/account-{ZHAO}"
AGREED = "本人同意\n---\nI agree\n".encode()
AT = "2026-11-22T00:00:00.000Z"
PHOTO, INK = b"a photo", "[[[0,0],[9,9]]]"
RULES = json.dumps({"packs": [{"id": "gb30871-2022", "version": "1.0.0"}]}).encode()
READING = {
    "point": "p1", "substance": "methanol", "value": {"value": "0.1", "unit": "%vol"}, "limit": "0.5",
    "sampled_at": AT, "verdict": "pass", "clock": "server", "source": "manual", "instrument": "=GX-3R, 2",
}  # fmt: skip
Files = dict[str, bytes]


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def _line(told: Mapping[str, Any]) -> bytes:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


@dataclass
class Maker:
    """The keys of the people in it."""

    passkey: Authenticator
    phone: ec.EllipticCurvePrivateKey

    def command(self, number: int, kind: str, body: Mapping[str, Any], **more: Any) -> bytes:
        """The bytes of the command that event `number` of the permit came of."""
        told = {"v": 1, "id": f"c{number}", "company": COMPANY, "stream": f"permit/{PERMIT}", "kind": kind}
        return _line({**told, "body": body, **more})


@dataclass(frozen=True)
class Twist:
    """What whoever has the log's key made otherwise than it was: of the phone's command and its event, of the
    proof, of the phone's enrolment and where the log has it. `thief`: another key than the phone's signed.
    What the account's stream tells: `register` of its passkey (None: nothing), whether it `agreed`;
    `unlogged`: there is none; when its passkey was `revoked`."""

    kind: str = "sign_stage"
    body: Mapping[str, Any] = field(default_factory=dict)
    data: Mapping[str, Any] = field(default_factory=dict)
    what: str = "StageSigned"
    pin: bool = True
    enrolled: Mapping[str, Any] = field(default_factory=dict)
    late: bool = False
    thief: bool = False
    register: Mapping[str, Any] | None = field(default_factory=dict)
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
    return _line(told)


def good(twist: Twist | None = None) -> Files:
    """A permit with rules, gas, a passkey's, a phone's and a password's signature, a photo and a queue."""
    twist = twist or Twist()
    maker, phone_key = _keys(twist)
    sign = {"stage": "area", "confirmed": ["a"], "signature": INK}
    by_passkey = maker.command(3, "sign_stage", sign)
    by_phone = maker.command(4, twist.kind, {**sign, "stage": "safety", "face": _digest(PHOTO), **twist.body})
    queued = maker.command(6, "add_photo", {"photo": _digest(PHOTO)}, device=DEVICE, seq=1, prev="0" * 64)
    first, passkeys = _by_passkey(maker, by_passkey)
    second = _by_phone(maker, by_phone, pin=twist.pin)
    private = {"signature": _digest(bytes(16) + INK.encode())}
    permit = f"permit/{PERMIT}"
    events = [
        event(permit, 1, "PermitSubmitted", {"basis": _digest(RULES)}),
        event(permit, 2, "RoundRecorded", {"round": "r1", "by": WANG, "readings": [READING]}),
        event(permit, 3, "StageSigned", {"stage": "area", "confirmed": ["a"], "signed": _told(first, 3)},
              private=private),
        event(permit, 4, twist.what, {"stage": "safety", "confirmed": ["a"],
              "signed": {**_told(second, 2), "face": _digest(PHOTO)}, **twist.data}, actor=WANG),
        event(permit, 5, "BriefingSigned", {"signed": {"way": "password", "level": 1}}),
        event(permit, 6, "PhotoAdded", {"photo": _digest(PHOTO)}, actor=WANG),
    ]  # fmt: skip
    enrolled = {"account": WANG, "key": p256.point(phone_key), **twist.enrolled}
    phone = [event(f"device/{DEVICE}", 1, "DeviceEnrolled", enrolled, actor=WANG)]
    said = {"event": "permit3", "label": "signature", "salt": bytes(16).hex(), "bytes": _b64(INK.encode())}
    proofs = [{**first, "bytes": _b64(by_passkey)}, {**second, "bytes": _b64(by_phone)}]
    return of_streams(
        {permit: events, f"device/{DEVICE}": phone, **_account(passkeys, twist)},
        {
            f"{FOLDER}/private.jsonl": joined([_line(said)]),
            f"{FOLDER}/gas.csv": gas.table(json.loads(one) for one in events),
            "signatures/proofs.jsonl": joined([_line(one) for one in proofs]),
            "signatures/passkeys.jsonl": joined(_listed(passkeys, maker, twist)),
            "signatures/phones.jsonl": joined([_line(_sent(phone_key, queued))]),
            f"rules/{_digest(RULES)}.json": RULES,
            f"attachments/{_digest(PHOTO)}": PHOTO,
            **({"signatures/agreement-1.txt": AGREED} if twist.agreed and not twist.unlogged else {}),
        },
        late=twist.late,
    )


def _account(passkey: Mapping[str, Any], twist: Twist) -> dict[str, list[bytes]]:
    """The stream of who signed with a passkey."""
    stream, told = f"account/{ZHAO}", list[tuple[str, Mapping[str, Any]]]()
    if twist.unlogged:
        return {}
    if twist.register is not None:
        key = {"credential": passkey["credential"], "rp_id": passkey["rp_id"], "key": passkey["public_key"]}
        told.append(("PasskeyEnrolled", {**key, **twist.register}))
    if twist.agreed:
        told.append(("SigningAgreed", {"version": 1, "text": _digest(AGREED)}))
    found = [event(stream, seq, kind, data) for seq, (kind, data) in enumerate(told, 1)]
    if twist.revoked:
        ended = {"credential": passkey["credential"]}
        found.append(event(stream, len(found) + 1, "PasskeyRevoked", ended, recorded_at=twist.revoked))
    return {stream: found} if found else {}


def _listed(passkey: dict[str, Any], maker: Maker, twist: Twist) -> list[bytes]:
    """The lines of the passkeys; a thief lists his own key under the name of the phone."""
    stolen = {**passkey, "credential": DEVICE, "account": WANG, "public_key": p256.point(maker.phone)}
    return [_line(one) for one in ([passkey, stolen] if twist.thief else [passkey])]


def _keys(twist: Twist) -> tuple[Maker, ec.EllipticCurvePrivateKey]:
    """Who signs, and the phone that was enrolled."""
    phone = ec.generate_private_key(ec.SECP256R1())
    signer = ec.generate_private_key(ec.SECP256R1()) if twist.thief else phone
    return Maker(Authenticator("davy.example"), signer), phone


def _sent(phone: ec.EllipticCurvePrivateKey, raw: bytes) -> dict[str, Any]:
    told = {"device": DEVICE, "seq": 1, "prev": "0" * 64, "sha256": _digest(raw), "command": "c6"}
    return {**told, "signature": p256.sign(phone, raw), "bytes": _b64(raw)}


def of_streams(streams: Mapping[str, list[bytes]], more: Files, *, late: bool = False) -> Files:
    """The files of these streams, by `kind/id`, with a log that enters each once, the permit last or, where
    it is `late` with the rest, first; signed."""
    order = list(streams) if late else list(streams)[::-1]
    leaves = [_entry(name, streams[name]) for name in order]
    found: Files = {}
    for index, name in enumerate(order):
        folder = f"streams/{name.replace('/', '-', 1)}"
        found[f"{folder}/events.jsonl"] = joined(streams[name])
        found[f"{folder}/entries.jsonl"] = shown(leaves, index)
    return signed_files(leaves, {**found, **more})


def _entry(stream: str, events: list[bytes]) -> bytes:
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
    told = {"v": 1, "way": "passkey", "command": _digest(raw), "rp_id": "davy.example", "public_key": key}
    told |= {"credential": given.pop("id"), **given}
    kept = _line(told).decode()
    listed = {"credential": told["credential"], "rp_id": "davy.example", "public_key": key, "account": ZHAO}
    listed |= {"synced": False, "created_at": AT, "revoked_at": None}
    return {"sha256": _digest(kept.encode()), "proof": kept}, listed


def _by_phone(maker: Maker, raw: bytes, *, pin: bool) -> dict[str, str]:
    told = {"v": 1, "way": "device", "command": _digest(raw), "device": DEVICE, "pin": pin}
    told |= {"public_key": p256.point(maker.phone), "signature": p256.sign(maker.phone, raw)}
    kept = _line(told).decode()
    return {"sha256": _digest(kept.encode()), "proof": kept}


def _b64(content: bytes) -> str:
    return base64.b64encode(content).decode()


def resigned(files: Files) -> Files:
    """These files under a new manifest of the same key."""
    own = {name: content for name, content in files.items() if name != "manifest.note"}
    lines = "".join(f"{_digest(content)}  {name}\n" for name, content in sorted(own.items()))
    text = f"davy-bundle/v1\n{AT}\n{KEY.name}\n{lines}"
    return {**own, "manifest.note": signed(text, [KEY]).encode()}


Change = Callable[[Files], Files]


def _swap(name: str, old: bytes, new: bytes, *, anew: bool = True) -> Change:
    def change(files: Files) -> Files:
        assert old in files[name], (name, old)
        found = {**files, name: files[name].replace(old, new, 1)}
        return resigned(found) if anew else found

    return change


def _without(*ends: str) -> Change:
    return lambda files: resigned({n: b for n, b in files.items() if not n.endswith(ends)})


def _lines(name: str, how: Callable[[list[bytes]], list[bytes]]) -> Change:
    return lambda files: resigned({**files, name: b"".join(how(files[name].splitlines(keepends=True)))})


def _parts(name: str, at: int, **parts: Any) -> Change:
    def how(lines: list[bytes]) -> list[bytes]:
        told = {**json.loads(lines[at]), **parts}
        return [*lines[:at], _line(told) + b"\n", *lines[at + 1 :]]

    return _lines(name, how)


ERASURE = "0197e000-0000-7000-8000-00000000000e"
LATER = "2027-12-01T00:00:00.000Z"
QIAN = "0197e000-0000-7000-8000-0000000000a3"
FEW = {"permit3": ["signature"]}
Made = Mapping[str, list[bytes]]


def _gone(
    streams: Callable[[list[str]], Made], photos: Any = (), *, bytes_too: bool, first: str = ""
) -> Change:
    """Words and photo are gone, perhaps the signed bytes too, and so these streams in the bundle say, which
    take the hashes of all signed commands. Entered last in the log, or before the stream of id `first`."""

    def change(files: Files) -> Files:
        kept = {name: [json.loads(line) for line in files[name].splitlines()] for name in (PROOFS, PHONES)}
        commands = [
            *(json.loads(one["proof"])["command"] for one in kept[PROOFS]),
            *(one["sha256"] for one in kept[PHONES]),
        ]
        made, leaves = streams(commands), files["log/entries.jsonl"].splitlines()
        place = next((i for i, leaf in enumerate(leaves) if Entry.of(leaf).stream == first), len(leaves))
        leaves[place:place] = [_entry(name, events) for name, events in made.items()]
        gone = ("private.jsonl", "manifest.note", *photos)
        rest = {n: b for n, b in files.items() if not n.startswith("log/") and not n.endswith(gone)}
        for name, lines in kept.items() if bytes_too else ():
            rest[name] = joined([_line({**one, "bytes": None}) for one in lines])
        for name, events in made.items():
            folder = f"streams/{name.replace('/', '-', 1)}"
            rest |= {f"{folder}/events.jsonl": joined(events), f"{folder}/entries.jsonl": b""}
        at = {(one.kind, one.stream): index for index, one in enumerate(map(Entry.of, leaves))}
        for name in [name for name in rest if name.endswith("/entries.jsonl")]:
            kind, _, own = name.split("/")[1].partition("-")
            rest[name] = shown(leaves, at[kind, own])
        return signed_files(leaves, rest)

    return change


def _erased(
    words: Any = FEW, photos: Any = (), kind: str = "erasure", at: str = LATER, asked: Any = ZHAO, **told: Any
) -> Change:
    """One asked (None: nobody), another erased, so long after."""

    def streams(commands: list[str]) -> Made:
        data = {"person": QIAN, "by": WANG, "records": [f"permit/{PERMIT}"], "words": words}
        data |= {"files": list(photos), "commands": commands, **told}
        request = {"person": QIAN, "by": asked}
        name = f"{kind}/{ERASURE}"
        events = [event(name, 1, "ErasureRequested", request, recorded_at=at)] if asked else []
        events.append(event(name, len(events) + 1, "ErasureCarriedOut", data, recorded_at=at, actor=WANG))
        return {name: events}

    return _gone(streams, photos, bytes_too=False)


def _removed(at: str = LATER, record: str = PERMIT, first: str = "", **told: Any) -> Change:
    """The period was over."""

    def streams(commands: list[str]) -> Made:
        data = {
            "record": f"permit/{PERMIT}",
            "days": 366,
            "clause": "AQ 3064.2-2025 4.2",
            "commands": commands,
        }
        data |= {"words": FEW, "files": [_digest(PHOTO)], **told}
        return {f"removal/{record}": [event(f"removal/{record}", 1, "RecordRemoved", data, recorded_at=at)]}

    return _gone(streams, [_digest(PHOTO)], bytes_too=True, first=first)


def _borrowed(how: str) -> Change:
    """The removal or the erasure of another, old record names what this young one lacks."""
    other = f"permit/{ERASURE}"

    def streams(commands: list[str]) -> Made:
        lost = {"words": FEW, "files": [_digest(PHOTO)], "commands": commands}
        old = [
            event(other, 1, "PhotoAdded", {"photo": _digest(PHOTO)}, recorded_at="2024-01-01T00:00:00.000Z")
        ]
        if how == "removal":
            data = {"record": other, "days": 366, "clause": "AQ 3064.2-2025 4.2", **lost}
            gone = {f"removal/{ERASURE}": [event(f"removal/{ERASURE}", 1, "RecordRemoved", data)]}
        else:
            name, data = f"erasure/{ERASURE}", {"person": QIAN, "by": WANG, "records": [other], **lost}
            asked = event(name, 1, "ErasureRequested", {"person": QIAN, "by": ZHAO})
            gone = {name: [asked, event(name, 2, "ErasureCarriedOut", data, actor=WANG)]}
        return {other: old, **gone}

    return _gone(streams, [_digest(PHOTO)], bytes_too=True)


def _outlived() -> Change:
    """A removal that is dated between the old beginning of its record and what came last and is hidden."""
    record, gone = f"permit/{ERASURE}", f"removal/{ERASURE}"
    old = event(record, 1, "Went", {}, id="old", recorded_at="2024-01-01T00:00:00.000Z")
    young = event(record, 2, "Went", {}, id="young", private={"opinion": "0" * 64})
    data = {"record": record, "days": 366, "clause": "x", "words": {"young": ["opinion"]}}
    removal = event(gone, 1, "RecordRemoved", data, recorded_at="2025-06-01T00:00:00.000Z")
    keep = f"{FOLDER}/private.jsonl"

    def change(files: Files) -> Files:
        made = _gone(lambda _: {record: [old, young], gone: [removal]}, bytes_too=False)(files)
        return resigned({**made, keep: files[keep]})

    return change


def _forged_and_gone(twist: Twist) -> Change:
    """What the phone signed is no such thing, and its bytes went with the removal."""
    return lambda _: _removed()(good(twist))


EVENTS, PROOFS = f"{FOLDER}/events.jsonl", "signatures/proofs.jsonl"
PASSKEYS, PHONES = "signatures/passkeys.jsonl", "signatures/phones.jsonl"
OTHER_BYTES = _b64(b'{"id":"c3"}')
CASES: Mapping[str, Change] = {
    "good": dict,
    "a byte of an event, unsigned": _swap(EVENTS, b"methanol", b"methanal", anew=False),
    "a file more, unsigned": lambda files: {**files, "more": b"x"},
    "a file that nobody knows": lambda files: resigned({**files, "more.txt": b"x"}),
    "a file less, unsigned": lambda files: {n: b for n, b in files.items() if not n.endswith("gas.csv")},
    "no manifest": lambda files: {n: b for n, b in files.items() if n != "manifest.note"},
    "another manifest": lambda files: {**files, "manifest.note": b"davy-bundle/v1\n\nx\n"},
    "an edited event": _swap(EVENTS, b"methanol", b"methanal"),
    "an event twice": _lines(EVENTS, lambda lines: [*lines, lines[-1]]),
    "an event less": _lines(EVENTS, lambda lines: lines[:-1]),
    "a key of an event twice": _swap(EVENTS, b'{"v":1,', b'{"v":1,"v":1,'),
    "a fraction in an event": _swap(EVENTS, b'"round":"r1"', b'"round":1.5'),
    "an end torn off": lambda files: resigned({**files, EVENTS: files[EVENTS][:-1]}),
    "an entry of the log less": _lines("log/entries.jsonl", lambda lines: lines[:-1]),
    "no entries of the log": _without("log/entries.jsonl"),
    "another proof of an entry": _swap(f"{FOLDER}/entries.jsonl", b'"index": 2', b'"index": 0'),
    "names withheld": _without("private.jsonl"),
    "names erased on record": _erased(),
    "a name and a photo erased on record": _erased(FEW, [_digest(PHOTO)]),
    "names gone, and others were erased": _erased({"permit3": ["opinion"], "permit4": ["signature"]}),
    "an erasure that nobody can read": _erased(["permit3", 7]),
    "an erasure in another kind of record": _erased(kind="permit"),
    "an erasure that nobody asked for": _erased(asked=None),
    "an erasure by who asked for it": _erased(asked=WANG),
    "an erasure of who asked for it": _erased(asked=QIAN),
    "an erasure of another than was asked": _erased(person=ERASURE),
    "an erasure within the year": _erased(at="2027-11-01T00:00:00.000Z"),
    "an erasure in the future": _erased(at="2028-01-02T00:00:00.001Z"),
    "an erasure that names no record": _erased(records=[]),
    "an erasure of an old record that names another's": _borrowed("erasure"),
    "a removal of an old record that names another's": _borrowed("removal"),
    "all removed when its period was over": _removed(),
    "removed before its period was over": _removed(at="2027-11-01T00:00:00.000Z"),
    "removed after days of its own": _removed(days=30),
    "removed by days that are none": _removed(days="366"),
    "the removal of another record": _removed(record=ERASURE),
    "removed at no instant": _removed(at="2027-99-01T00:00:00.000Z"),
    "removed on a day that no calendar has": _removed(at="2027-11-31T00:00:00.000Z"),
    "removed at an instant of another form": _removed(at="Wed, 01 Dec 2027 00:00:00 GMT"),
    "removed in the future": _removed(at="2030-01-01T00:00:00.000Z"),
    "removed before the log had it": _removed(first=PERMIT),
    "removed before its last event": _outlived(),
    "a phone that the log has only later, and no bytes": _forged_and_gone(Twist(late=True)),
    "what nobody knows, and no bytes": _forged_and_gone(Twist(what="PermitBlessed", kind="bless")),
    "made-up time, and no bytes": _forged_and_gone(Twist(data={"simulated": True})),
    "another name": _parts(f"{FOLDER}/private.jsonl", 0, bytes="YW5vdGhlcg=="),
    "a photo less": _without(_digest(PHOTO)),
    "a photo more": lambda files: resigned({**files, f"attachments/{_digest(b'x')}": b"x"}),
    "a photo swapped": lambda files: resigned({**files, f"attachments/{_digest(PHOTO)}": b"x"}),
    "signed bytes withheld": _parts(PROOFS, 0, bytes=None),
    "a phone's signed bytes withheld": _parts(PROOFS, 1, bytes=None),
    "other bytes under a signature": _parts(PROOFS, 0, bytes=OTHER_BYTES),
    "a proof less": _lines(PROOFS, lambda lines: lines[1:]),
    "a proof under another name": _parts(PROOFS, 0, sha256="0" * 64),
    "a passkey that is not enrolled": lambda _: _without("passkeys.jsonl")(good(Twist(unlogged=True))),
    "a passkey of another account": _parts(PASSKEYS, 0, account=WANG),
    "a passkey that came later": lambda _: _parts(PASSKEYS, 0, created_at="2027-01-01T00:00:00.000Z")(
        good(Twist(unlogged=True))
    ),
    "a passkey revoked before, by the log": lambda _: good(Twist(revoked="2026-11-21T00:00:00.000Z")),
    "a passkey revoked before": _parts(PASSKEYS, 0, revoked_at="2026-01-01T00:00:00.000Z"),
    "another passkey under the name": _parts(PASSKEYS, 0, public_key="oA"),
    "a passkey that the log has never seen": lambda _: good(Twist(unlogged=True)),
    "a passkey that its account did not enrol": lambda _: good(Twist(register=None)),
    "a passkey enrolled otherwise than it is listed": lambda _: good(Twist(register={"key": "oA"})),
    "a passkey of the log without the register": _without("passkeys.jsonl"),
    "who signed had not agreed": lambda _: good(Twist(agreed=False)),
    "another text than was agreed to": lambda files: resigned({**files, "signatures/agreement-1.txt": b"x"}),
    "a text of a version nobody agreed to": lambda files: resigned(
        {**files, "signatures/agreement-2.txt": AGREED}
    ),
    "a phone without its enrolment": lambda files: resigned(
        {n: b for n, b in files.items() if not n.startswith(PHONE)}
    ),
    "a queue's signature": _parts(PHONES, 0, signature="A" * 86),
    "a queue's bytes withheld": _parts(PHONES, 0, bytes=None),
    "a queue's command of nobody": _parts(PHONES, 0, command="x"),
    "a table that says otherwise": _swap(f"{FOLDER}/gas.csv", b"pass", b"fail"),
    "no table": _without("gas.csv"),
    "other rules": lambda files: resigned({**files, f"rules/{_digest(RULES)}.json": b"{}"}),
    "a key that followed another": lambda files: resigned({**files, STEP: _step(KEY.name, 3)}),
    "a history that was ended": lambda files: resigned({**files, STEP: _step(f"{KEY.name}/1", 9)}),
    "a step that one key did not sign": lambda files: resigned(
        {**files, STEP: _step(KEY.name, 3).rpartition("— ".encode())[0]}
    ),
    "a step that is missing": lambda files: resigned({**files, STEP.replace("1", "2"): _step(KEY.name, 3)}),
    "no rules": _without(f"{_digest(RULES)}.json"),
    "a salt that swallowed a letter": _parts(
        f"{FOLDER}/private.jsonl", 0, salt=(bytes(16) + INK[:1].encode()).hex(), bytes=_b64(INK[1:].encode())
    ),
    "a passkey under the name of a phone": lambda _: good(Twist(thief=True)),
    "a passkey of another host": _parts(PASSKEYS, 0, rp_id="evil.example"),
    "a terminal that signs as a phone": lambda _: good(Twist(enrolled={"kind": "kiosk"})),
    "a phone of nobody": lambda _: good(Twist(enrolled={"account": ""})),
    "a phone that the log has only later": lambda _: good(Twist(late=True)),
    "a phone that was not asked for its PIN": lambda _: good(Twist(pin=False)),
    "a signature in made-up time": lambda _: good(Twist(data={"simulated": True})),
    "a refusal shown as a signature": lambda _: good(Twist(kind="refuse")),
    "another stage than was signed": lambda _: good(Twist(body={"stage": "area"})),
    "a stage that its signer did not name": lambda _: good(Twist(body={"confirmed": None})),
    "another photo of who signed": lambda _: good(Twist(body={"face": "0" * 64})),
    "a signature under what nobody knows": lambda _: good(Twist(what="PermitBlessed", kind="bless")),
    "a stage that nobody signed": lambda _: good(Twist(data={"signed": None})),
    "a level that is no number": lambda _: good(Twist(data={"signed": {"way": "password", "level": True}})),
    "a file nobody knows beside an older state": lambda files: resigned(
        {**files, "log/outside/1/more.txt": b"x"}
    ),
    "an older state larger than any": lambda files: resigned(
        {**files, "log/outside/9007199254740993/proof": b"\n"}
    ),
}
ZIPS: Mapping[str, tuple[str, int, bytes]] = {
    "a file with two names": ("streams/permit", 30, b"streams/permiT"),
    "a manifest with two names": ("manifest.note", 30, b"manifest.notE"),
    "a file that is locked": ("signatures/proofs", 6, b"\1\0"),
    "a file packed as nobody packs": ("signatures/proofs", 8, b"\14\0"),
}
"""The name of a member, and what stands at which place of its own header in the ZIP."""


def _old(name: str) -> LogKey:
    return LogKey(name, Ed25519PrivateKey.from_private_bytes(bytes([7]) * 32))


def _step(name: str, ended: int) -> bytes:
    """The note by which another key was followed by KEY."""
    states = (Checkpoint(name, ended, bytes(32)), Checkpoint(KEY.name, 3, bytes(32)))
    return statement(_old(name), KEY, states, "2026-11-22T00:00:00.000Z", "磁盘损坏").encode()


def main() -> None:
    """Write the vectors with what davy-verify says of them now: to be read before they are kept."""
    from davy.archive.tests.doubting import judged, verdict
    from davy.archive.tests.vouching import vouched_cases

    base = good()
    cases: list[dict[str, Any]] = []
    for name, change in CASES.items():
        files = change(dict(base))
        told: dict[str, Any] = {"name": name, "files": _differing(base, files)}
        cases.append({**told, "expected": verdict(files, KEY.public.told, None)})
    other = note([b"another log"])
    cases += [
        {"name": "nobody's key", "files": {}, "key": None, "expected": verdict(base, None, None)},
        {"name": "a log seen before", "files": {}, "seen": _b64(base["log/checkpoint"]),
         "expected": verdict(base, KEY.public.told, base["log/checkpoint"])},
        _by_old_key(base, KEY.name, 3, "an older key given"),
        _by_old_key(base, f"{KEY.name}/1", 9, "what was lost seen before", seen=9),
        {"name": "another log seen before", "files": {}, "seen": _b64(other),
         "expected": verdict(base, KEY.public.told, other)},
    ]  # fmt: skip
    cases += vouched_cases(base, resigned, KEY.public.told)
    for name, (member, place, new) in ZIPS.items():
        raw = _spoilt(zipped(base), member, place, new)
        cases.append({"name": name, "files": {}, "zip": _b64(raw), "expected": judged(raw, KEY.public.told)})
    kept = {"key": KEY.public.told, "files": {n: _b64(b) for n, b in base.items()}, "cases": cases}
    FILE.write_text(json.dumps(kept, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def _by_old_key(base: Files, name: str, ended: int, case: str, seen: int = 0) -> dict[str, Any]:
    """The bundle after a step, judged by who holds the older key and perhaps an older checkpoint."""
    from davy.archive.tests.doubting import verdict

    files, old = resigned({**base, STEP: _step(name, ended)}), _old(name)
    told: dict[str, Any] = {"name": case, "files": _differing(base, files), "key": old.public.told}
    kept = signed(Checkpoint(name, seen, bytes(32)).text, [old]).encode() if seen else None
    return {
        **told,
        **({"seen": _b64(kept)} if kept else {}),
        "expected": verdict(files, old.public.told, kept),
    }


def _spoilt(raw: bytes, name: str, place: int, new: bytes) -> bytes:
    """The ZIP with this in the header of a member; flags and packing are told in its list too."""
    found = _put(raw, b"PK\3\4.{26}" + name.encode(), place, new)
    return found if place == 30 else _put(found, b"PK\1\2.{42}" + name.encode(), place + 2, new)


def _put(raw: bytes, head: bytes, place: int, new: bytes) -> bytes:
    found = re.search(head, raw, re.DOTALL)
    assert found is not None, head
    at = found.start() + place
    return raw[:at] + new + raw[at + len(new) :]


def _differing(base: Files, files: Files) -> dict[str, str | None]:
    found: dict[str, str | None] = {n: _b64(b) for n, b in files.items() if base.get(n) != b}
    return {**found, **{name: None for name in base if name not in files}}
