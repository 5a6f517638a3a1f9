"""One small bundle made by hand, and one for each kind of doubt: davy-verify and the page in the browser must
say the same of it.

``main`` writes them anew; their signatures are new each time, and what is expected is read before it is kept.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from davy.archive.tests.curved import CURVES
from davy.archive.tests.forged import KEY, note
from davy.archive.tests.gone import (
    CONFIRMED,
    ERASURE,
    FEW,
    NIGHT,
    QIAN,
    Change,
    borrowed,
    erased,
    forged_and_gone,
    outlived,
    removed,
)
from davy.archive.tests.handmade import (
    AGREED,
    FOLDER,
    INK,
    PERMIT,
    PHONE,
    PHOTO,
    RULES,
    WANG,
    Files,
    Twist,
    b64,
    digest,
    good,
    one_line,
    resigned,
)
from davy.archive.tests.taken import zipped
from davy.evidence.log.keys import LogKey
from davy.evidence.log.succession import statement
from davy_core.evidence.checkpoint import Checkpoint
from davy_core.evidence.note import signed

FILE = Path(__file__).parents[4] / "verify/vectors/bundles.json"
STEP = "log/succession/1.note"


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
        return [*lines[:at], one_line(told) + b"\n", *lines[at + 1 :]]

    return _lines(name, how)


EVENTS, PROOFS = f"{FOLDER}/events.jsonl", "signatures/proofs.jsonl"
PASSKEYS, PHONES = "signatures/passkeys.jsonl", "signatures/phones.jsonl"
OTHER_BYTES = b64(b'{"id":"c3"}')
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
    "names erased on record": erased(),
    "a name and a photo erased on record": erased(FEW, [digest(PHOTO)]),
    "names gone, and others were erased": erased({"permit3": ["opinion"], "permit4": ["signature"]}),
    "an erasure that nobody can read": erased(["permit3", 7]),
    "an erasure in another kind of record": erased(kind="permit"),
    "an erasure that nobody asked for": erased(asked=None),
    "an erasure by who asked for it": erased(asked=WANG),
    "an erasure of who asked for it": erased(asked=QIAN),
    "an erasure of another than was asked": erased(person=ERASURE),
    "an erasure within the year": erased(at="2027-11-01T00:00:00.000Z"),
    "an erasure in the future": erased(at="2028-01-02T00:00:00.001Z"),
    "an erasure that names no record": erased(records=[]),
    "an erasure of an old record that names another's": borrowed("erasure"),
    "a removal of an old record that names another's": borrowed("removal"),
    "all removed when its period was over": removed(),
    "removed before its period was over": removed(at="2027-11-01T00:00:00.000Z"),
    "removed after days of its own": removed(days=30),
    "removed by days that are none": removed(days="366"),
    "the removal of another record": removed(record=ERASURE),
    "removed at no instant": removed(at="2027-99-01T00:00:00.000Z"),
    "removed on a day that no calendar has": removed(at="2027-11-31T00:00:00.000Z"),
    "removed at an instant of another form": removed(at="Wed, 01 Dec 2027 00:00:00 GMT"),
    "removed in the future": removed(at="2030-01-01T00:00:00.000Z"),
    "removed before the log had it": removed(first=PERMIT),
    "removed before its last event": outlived(),
    "removed and nobody ordered it": removed(orders=()),
    "removed as the nights were on": removed(orders=[NIGHT], standing=True),
    "removed by a night that was off": removed(orders=[NIGHT, {**NIGHT, "on": False}], standing=True),
    "removed by a night of no number": removed(orders=[{**NIGHT, "most": None}], standing=True),
    "removed by a night of another": removed(orders=[{**NIGHT, "by": WANG}], standing=True),
    "removed by a person as the nights were on": removed(orders=[NIGHT]),
    "removed and confirmed later": removed(orders=[{**CONFIRMED, "at": "2027-12-02T00:00:00.000Z"}]),
    "removed and confirmed by another": removed(orders=[{**CONFIRMED, "by": WANG}]),
    "removed and confirmed in another batch": removed(orders=[{**CONFIRMED, "batch": "b2"}]),
    "removed and another record confirmed": removed(orders=[{**CONFIRMED, "records": [f"permit/{ERASURE}"]}]),
    "removed and confirmed by passkey": lambda _: removed(orders=())(good(Twist(order={}))),
    "another removal confirmed than was signed": lambda _: removed(orders=())(
        good(Twist(order={"records": [f"permit/{PERMIT}", f"permit/{ERASURE}"]}))
    ),
    "a phone that the log has only later, and no bytes": forged_and_gone(Twist(late=True)),
    "what nobody knows, and no bytes": forged_and_gone(Twist(what="PermitBlessed", kind="bless")),
    "made-up time, and no bytes": forged_and_gone(Twist(data={"simulated": True})),
    "another name": _parts(f"{FOLDER}/private.jsonl", 0, bytes="YW5vdGhlcg=="),
    "a photo less": _without(digest(PHOTO)),
    "a photo more": lambda files: resigned({**files, f"attachments/{digest(b'x')}": b"x"}),
    "a photo swapped": lambda files: resigned({**files, f"attachments/{digest(PHOTO)}": b"x"}),
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
    "other rules": lambda files: resigned({**files, f"rules/{digest(RULES)}.json": b"{}"}),
    "a key that followed another": lambda files: resigned({**files, STEP: _step(KEY.name, 3)}),
    "a history that was ended": lambda files: resigned({**files, STEP: _step(f"{KEY.name}/1", 9)}),
    "a step that one key did not sign": lambda files: resigned(
        {**files, STEP: _step(KEY.name, 3).rpartition("— ".encode())[0]}
    ),
    "a step that is missing": lambda files: resigned({**files, STEP.replace("1", "2"): _step(KEY.name, 3)}),
    "a form and no signed PDF": lambda files: resigned({**files, "papers/DH-1.pdf": b"%PDF"}),
    "form and signed PDF of all": lambda files: resigned(
        {**files, "papers/DH-1.pdf": b"%PDF", "papers/DH-1-evidence.pdf": b"%PDF"}
    ),
    "no rules": _without(f"{digest(RULES)}.json"),
    "a salt that swallowed a letter": _parts(
        f"{FOLDER}/private.jsonl", 0, salt=(bytes(16) + INK[:1].encode()).hex(), bytes=b64(INK[1:].encode())
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
    **CURVES,
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
        {"name": "a log seen before", "files": {}, "seen": b64(base["log/checkpoint"]),
         "expected": verdict(base, KEY.public.told, base["log/checkpoint"])},
        _by_old_key(base, KEY.name, 3, "an older key given"),
        _by_old_key(base, f"{KEY.name}/1", 9, "what was lost seen before", seen=9),
        {"name": "another log seen before", "files": {}, "seen": b64(other),
         "expected": verdict(base, KEY.public.told, other)},
    ]  # fmt: skip
    cases += vouched_cases(base, resigned, KEY.public.told)
    for name, (member, place, new) in ZIPS.items():
        raw = _spoilt(zipped(base), member, place, new)
        cases.append({"name": name, "files": {}, "zip": b64(raw), "expected": judged(raw, KEY.public.told)})
    kept = {"key": KEY.public.told, "files": {n: b64(b) for n, b in base.items()}, "cases": cases}
    FILE.write_text(json.dumps(kept, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def _by_old_key(base: Files, name: str, ended: int, case: str, seen: int = 0) -> dict[str, Any]:
    """The bundle after a step, judged by who holds the older key and perhaps an older checkpoint."""
    from davy.archive.tests.doubting import verdict

    files, old = resigned({**base, STEP: _step(name, ended)}), _old(name)
    told: dict[str, Any] = {"name": case, "files": _differing(base, files), "key": old.public.told}
    kept = signed(Checkpoint(name, seen, bytes(32)).text, [old]).encode() if seen else None
    return {
        **told,
        **({"seen": b64(kept)} if kept else {}),
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
    found: dict[str, str | None] = {n: b64(b) for n, b in files.items() if base.get(n) != b}
    return {**found, **{name: None for name in base if name not in files}}
