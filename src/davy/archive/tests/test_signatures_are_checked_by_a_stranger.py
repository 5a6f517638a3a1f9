"""A passkey's and a phone's signature on a permit is checked by the program of a stranger, key and all."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from davy.accounts.models import Account
from davy.archive.tests.signing_plant import Signed, signed_plant
from davy.archive.tests.taken import bundle, files, key, zipped
from davy.db import tenant
from davy.evidence.log.keys import log_key
from davy_core.evidence.note import signed
from davy_verify.checks import check
from davy_verify.finding import BROKEN, OPEN, PROVEN, Finding, worst
from davy_verify.words import said

pytestmark = pytest.mark.django_db
PROOFS, PHONES = "signatures/proofs.jsonl", "signatures/phones.jsonl"


@pytest.fixture
def plant(step_clock: Callable[[timedelta], None]) -> Signed:
    return signed_plant(step_clock)


def _found(plant: Signed, content: Mapping[str, bytes], path: Path) -> list[Finding]:
    """What is said of these files when the plant's own key signs them."""
    own = {name: bytes_ for name, bytes_ in content.items() if name != "manifest.note"}
    made = log_key(plant.hands.plant.company)
    lines = "".join(f"{sha256(bytes_).hexdigest()}  {name}\n" for name, bytes_ in sorted(own.items()))
    manifest = signed(f"davy-bundle/v1\n2026-11-23T00:30:00.000Z\n{made.name}\n{lines}", [made])
    path.joinpath("b.zip").write_bytes(zipped({**own, "manifest.note": manifest.encode()}))
    found = check(path / "b.zip", key(plant.hands.plant))
    assert all(said(one, "zh") and said(one, "en") for one in found)
    return found


def _codes(found: list[Finding], *levels: int) -> set[str]:
    return {one.code for one in found if one.level in levels}


def _lines(content: Mapping[str, bytes], name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in content[name].splitlines()]


def _joined(lines: list[dict[str, Any]]) -> bytes:
    return b"".join(json.dumps(line, ensure_ascii=False).encode() + b"\n" for line in lines)


def _of(content: Mapping[str, bytes], way: str) -> tuple[list[dict[str, Any]], int]:
    lines = _lines(content, PROOFS)
    return lines, next(n for n, line in enumerate(lines) if json.loads(line["proof"])["way"] == way)


def test_each_way_is_proven_and_says_what_is_not(plant: Signed, tmp_path: Path) -> None:
    content = files(bundle(plant.hands))
    found = _found(plant, content, tmp_path)
    assert worst(found) == PROVEN, [one for one in found if one.level in {OPEN, BROKEN}]
    assert {"signature_passkey", "signature_device", "commands_signed"} <= _codes(found, PROVEN)
    assert {"gas_tables_whole", "rules_whole"} <= _codes(found, PROVEN)
    one = next(f for f in found if f.code == "signature_device")
    assert (one.about["level"], one.about["key"]) == (2, str(plant.phone))
    assert "未证明" in said(one, "zh")
    table = next(bytes_ for name, bytes_ in content.items() if name.endswith("gas.csv")).decode("utf-8-sig")
    assert "物质" in table.splitlines()[0]
    assert len(table.splitlines()) > 1


def test_other_bytes_another_key_another_event_and_more_than_was_kept(plant: Signed, tmp_path: Path) -> None:
    """What an insider with the log's key may try on the proofs beside a log he did not rewrite."""
    content = files(bundle(plant.hands))
    for way in ("passkey", "device"):
        lines, at = _of(content, way)
        raw = base64.b64decode(lines[at]["bytes"]).replace(b'"9', b'"8').replace(b"[9,9]", b"[8,8]")
        lines[at]["bytes"] = base64.b64encode(raw).decode()
        assert "signature_false" in _codes(
            _found(plant, {**content, PROOFS: _joined(lines)}, tmp_path), BROKEN
        )
        lines, at = _of(content, way)
        lines[at]["proof"] = lines[at]["proof"].replace('"v":1', '"v":2')
        assert "proofs_unreadable" in _codes(
            _found(plant, {**content, PROOFS: _joined(lines)}, tmp_path), BROKEN
        )
        lines, at = _of(content, way)
        lines[at]["bytes"] = None
        found = _found(plant, {**content, PROOFS: _joined(lines)}, tmp_path)
        assert (worst(found), _codes(found, OPEN)) == (OPEN, {"signature_bytes_withheld"})
        lines, at = _of(content, way)
        del lines[at]
        found = _found(plant, {**content, PROOFS: _joined(lines)}, tmp_path)
        assert (worst(found), _codes(found, OPEN)) == (OPEN, {"proof_withheld"})
    strange = {"v": 1, "way": "device", "command": "0" * 64, "device": str(plant.phone)}
    proof = json.dumps({**strange, "public_key": "x", "signature": "x", "pin": True})
    lines = [*_lines(content, PROOFS), _line(proof)]
    assert "proof_unnamed" in _codes(_found(plant, {**content, PROOFS: _joined(lines)}, tmp_path), BROKEN)


def _line(proof: str) -> dict[str, Any]:
    return {"sha256": sha256(proof.encode()).hexdigest(), "proof": proof, "bytes": None}


def test_a_key_that_is_not_enrolled_or_is_anothers_and_what_is_beside_the_events(
    plant: Signed, tmp_path: Path
) -> None:
    content = files(bundle(plant.hands))
    name = "signatures/passkeys.jsonl"
    assert "signature_passkey" in _codes(_found(plant, content, tmp_path), PROVEN)
    (line,) = _lines(content, name)
    # What the plant's register says otherwise than the log is told, and what it says alone proves nothing.
    unlogged = {n: b for n, b in content.items() if "/account-" not in n}
    assert "signature_key_unlogged" in _codes(_found(plant, unlogged, tmp_path), OPEN)
    stranger = "0197e000-0000-7000-8000-000000000001"
    for given, change, code, level in (
        (content, {"public_key": "AAAA"}, "proofs_unreadable", BROKEN),
        (content, {"account": stranger}, "proofs_unreadable", BROKEN),
        (content, {"revoked_at": "2026-01-01T00:00:00.000Z"}, "signature_false", BROKEN),
        (unlogged, {"public_key": "AAAA"}, "signature_false", BROKEN),
        (unlogged, {"account": stranger}, "signature_false", BROKEN),
        (unlogged, {"created_at": "2027-01-01T00:00:00.000Z"}, "signature_false", BROKEN),
        (unlogged, {"credential": "AAAA"}, "signature_key_unknown", OPEN),
    ):
        found = _found(plant, {**given, name: _joined([{**line, **change}])}, tmp_path)
        assert code in _codes(found, level), change
    without = {n: b for n, b in content.items() if "/device-" not in n}
    assert {"signature_key_unknown", "commands_withheld"} <= _codes(_found(plant, without, tmp_path), OPEN)
    _phones_are_held_to_their_bytes(plant, content, tmp_path)
    _tables_and_rules_are_those_of_the_events(plant, content, tmp_path)


def _phones_are_held_to_their_bytes(plant: Signed, content: Mapping[str, bytes], tmp_path: Path) -> None:
    for change in ({"signature": "A" * 86}, {"seq": 99}, {"sha256": "0" * 64}, {"command": "x"}):
        lines = [{**line, **change} for line in _lines(content, PHONES)]
        found = _found(plant, {**content, PHONES: _joined(lines)}, tmp_path)
        assert "command_false" in _codes(found, BROKEN), change


def _tables_and_rules_are_those_of_the_events(
    plant: Signed, content: Mapping[str, bytes], tmp_path: Path
) -> None:
    table = next(name for name in content if name.endswith("gas.csv"))
    rules = next(name for name in content if name.startswith("rules/"))
    other = {**content, table: content[table].replace(b"pass", b"fail", 1)}
    assert "gas_table_false" in _codes(_found(plant, other, tmp_path), BROKEN)
    assert "rules_false" in _codes(_found(plant, {**content, rules: b"{}"}, tmp_path), BROKEN)
    less = {name: bytes_ for name, bytes_ in content.items() if name not in {table, rules}}
    assert _codes(_found(plant, less, tmp_path), OPEN) == {"gas_table_missing", "rules_missing"}


def test_who_may_not_read_names_gets_no_bytes_that_were_signed(plant: Signed, tmp_path: Path) -> None:
    with tenant.company(plant.hands.plant.company):
        account = Account.objects.get(id=plant.hands.plant.people["zheng"].account)
        account.roles = ["auditor"]
        account.save()
    content = files(bundle(plant.hands))
    assert all(line["bytes"] is None for name in (PROOFS, PHONES) for line in _lines(content, name))
    assert not [name for name in content if name.endswith(("private.jsonl", ".pdf"))]
    opens = _codes(_found(plant, content, tmp_path), OPEN)
    assert opens == {"private_withheld", "signature_bytes_withheld", "commands_withheld"}
