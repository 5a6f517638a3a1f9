"""A bundle that witnesses signed: counted are those whom the reader named, and only of this very log."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from davy.archive.tests import forged
from davy.archive.tests.test_a_time_stamp_is_judged import AFTERWARDS, EVENTS, FIRST, LATER, LEAVES
from davy.watch.witness.keys import OurKey
from davy_core.evidence.note import parsed
from davy_core.instants import instant
from davy_verify.cli import main
from davy_verify.finding import BROKEN, OPEN, PROVEN
from davy_verify.note import Witness
from davy_verify.outside import Trust

NOW = instant(AFTERWARDS)
PARK, HEAD = (OurKey(f"w/{n}", Ed25519PrivateKey.from_private_bytes(bytes([n]) * 32)) for n in (1, 2))
KNOWN = tuple(Witness.of(key.told) for key in (PARK, HEAD))
FILES = {
    f"{forged.FOLDER}/events.jsonl": forged.joined(EVENTS),
    f"{forged.FOLDER}/entries.jsonl": forged.shown(LATER, 5, 6),
}


def _bundle(then: list[bytes], *lines: str) -> dict[str, bytes]:
    outside = forged.vouched(then, LATER)
    name = f"log/outside/{len(then)}/note"
    outside[name] += "".join(lines).encode()
    return forged.signed_files(LATER, {**FILES, **outside})


def _line(key: OurKey, then: list[bytes]) -> str:
    return key.line(parsed(forged.note(then).decode())[0], NOW)


def test_as_many_as_the_reader_asks_for(tmp_path: Path) -> None:
    both = _bundle(LATER, _line(PARK, LATER), _line(HEAD, LATER))
    one = _bundle(LATER, _line(PARK, LATER))
    assert forged.told(both, tmp_path, trust=Trust(witnesses=KNOWN)) == (PROVEN, set())
    assert forged.told(one, tmp_path, trust=Trust(witnesses=KNOWN)) == (OPEN, {"too_few_witnesses"})
    assert forged.told(one, tmp_path, trust=Trust(witnesses=KNOWN, needed=1)) == (PROVEN, set())
    assert forged.told(one, tmp_path) == (PROVEN, set())  # nobody named: said, not judged
    earlier = _bundle(LEAVES, _line(PARK, LEAVES))
    found = forged.told(earlier, tmp_path, trust=Trust(witnesses=KNOWN[:1]))
    assert found == (OPEN, {"events_not_witnessed"})


def test_a_line_over_another_log_is_false(tmp_path: Path) -> None:
    anew = [*LEAVES[:4], FIRST, LATER[6]]
    made = _bundle(LEAVES, _line(PARK, anew))
    assert forged.told(made, tmp_path, trust=Trust(witnesses=KNOWN[:1])) == (
        BROKEN,
        {"witness_false", "too_few_witnesses"},
    )


def test_wrong_use_of_the_command(tmp_path: Path) -> None:
    path = str(tmp_path / "b.zip")
    assert main([path, "--witness", "x"]) == 3
    assert main([path, "--witness", forged.KEY.public.told]) == 3  # a log's key is no witness's
    assert main([path, "--witness", PARK.told, "--witnesses", "2"]) == 3
