"""A signed text: read by anybody, believed only from a known key, in one spelling."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from davy_core.evidence.checkpoint import Checkpoint, cosigned, cosigned_at, cosigned_text
from davy_core.evidence.note import (
    ED25519,
    NoteError,
    Signature,
    opened,
    parsed,
    signed,
    vkey,
    vkey_parts,
)
from davy_core.evidence.tests.keys import Key

KNOWN: dict[str, Any] = json.loads(
    Path(__file__).with_name("golden").joinpath("tlog.json").read_text(encoding="utf-8")
)


ONE = Key.of("davy.test/one", bytes([7]) * 32)
WITNESS = Key.of("park.test/witness", bytes([8]) * 32)
STRANGER = Key.of("davy.test/one", bytes([9]) * 32)
TEXT = "davy.test/one\n5\n" + "A" * 43 + "=\n"


def test_what_others_signed_is_read_and_ours_is_spelled_alike() -> None:
    note = KNOWN["note"]
    key = Key.of("davy.test/one", bytes.fromhex(note["seed"]))
    text, lines = opened(note["signed"], [key])
    assert signed(text, [key]) == note["signed"]
    assert [line.name for line in lines] == ["davy.test/one"]
    assert vkey(key.name, ED25519, key.public) == note["vkey"]
    assert vkey_parts(note["vkey"]) == (key.name, ED25519, key.public)
    told = Checkpoint.of(text)
    far = KNOWN["far"]
    assert (told.origin, told.size, told.root.hex()) == (key.name, far["size"], far["root"])


def test_who_knows_one_of_two_believes_that_one() -> None:
    note = signed(TEXT, [ONE, WITNESS])
    assert [line.name for line in opened(note, [WITNESS])[1]] == ["park.test/witness"]
    assert [line.name for line in opened(note, [ONE, WITNESS])[1]] == ["davy.test/one", "park.test/witness"]


def test_a_note_of_strangers_is_not_believed_whatever_name_they_take() -> None:
    with pytest.raises(NoteError, match="nobody known"):
        opened(signed(TEXT, [STRANGER]), [ONE])
    posing = Signature(ONE.name, ONE.id, STRANGER.sign(TEXT.encode()))
    with pytest.raises(NoteError, match="does not hold"):
        opened(signed(TEXT, [ONE], [posing]), [ONE])


def test_one_changed_byte_of_the_note_is_found() -> None:
    note = signed(TEXT, [ONE]).encode()
    for at in range(len(note)):
        for flip in (1, 0x20):
            changed = note[:at] + bytes([note[at] ^ flip]) + note[at + 1 :]
            with pytest.raises((NoteError, UnicodeDecodeError)):
                opened(changed.decode(), [ONE])


@pytest.mark.parametrize(
    "note",
    [
        "",
        "no signature\n",
        "text\n\n",
        "text\n\nno signature\n",
        "text\n\n— name notbase64\n",
        "text\n\n— name AAAAAAAA",
        "te\txt\n\n— name AAAAAAAA\n",
        "text\n\n— na+me AAAAAAAA\n",
        "text\n\n— name AAAA\n",
        "text\n\n" + "— name AAAAAAAA\n" * 101,
        "x" * 1_000_001,
    ],
)
def test_what_is_no_note_is_refused(note: str) -> None:
    with pytest.raises(NoteError):
        parsed(note)


@pytest.mark.parametrize(
    "text",
    [
        "origin\n05\n" + "A" * 43 + "=\n",
        "origin\n-1\n" + "A" * 43 + "=\n",
        "origin\n5\nAAAA\n",
        "origin\n5\n" + "A" * 43 + "=",
        "origin\n5\n" + "A" * 42 + "B=\n",
        "\n5\n" + "A" * 43 + "=\n",
        "origin\n5\n" + "A" * 43 + "=\n\nmore\n",
        "origin\n99999999999999999999\n" + "A" * 43 + "=\n",
    ],
)
def test_a_checkpoint_has_one_spelling(text: str) -> None:
    with pytest.raises(NoteError, match="no checkpoint"):
        Checkpoint.of(text)


def test_a_checkpoint_may_say_more() -> None:
    told = Checkpoint("davy.test/one", 5, bytes(32), ("time 2026-11-23",))
    assert Checkpoint.of(told.text) == told


def test_a_witness_signs_the_time_as_well() -> None:
    at = 1_795_392_000
    signature = WITNESS.sign(cosigned_text(TEXT, at))
    told, made = cosigned_at(cosigned(at, signature))
    assert told == at
    assert WITNESS.holds(cosigned_text(TEXT, told), made)
    assert not WITNESS.holds(cosigned_text(TEXT, told + 1), made)
    with pytest.raises(NoteError):
        cosigned_at(bytes(8))


@pytest.mark.parametrize("told", ["", "name+00000000+AQ==", "a b+00000000+AQAA", KNOWN["note"]["vkey"] + "="])
def test_a_key_has_one_spelling(told: str) -> None:
    with pytest.raises(NoteError):
        vkey_parts(told)
