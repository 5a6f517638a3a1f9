"""A bundle with a time stamp: believed by whom the reader trusts, told of plainly when he named nobody, and
no help to a log that was written anew."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from davy import clock
from davy.archive.tests import forged
from davy.archive.tests.taken import at_work, bundle, key
from davy.evidence.log import stamps
from davy.evidence.log.integrate import integrate
from davy.watch.stamping import stamp
from davy.watch.tests.authority import Authority, serving
from davy_core.evidence.tree import consistency_proof
from davy_core.instants import iso
from davy_verify.checks import check
from davy_verify.cli import main
from davy_verify.finding import BROKEN, OPEN, PROVEN, TOLD, worst
from davy_verify.hashes import grown
from davy_verify.outside import Trust
from davy_verify.stamp import certificates

AFTERWARDS = iso(
    clock.now() + timedelta(hours=2)
)  # of the stamp, which the tests ask for when it is their turn
EVENTS = [*(forged.event(n, "Went") for n in (1, 2)), forged.event(3, "Went", recorded_at=AFTERWARDS)]
FILLED = [
    forged.entry([forged.event(1, "Else", n=n)], None, f"0197e000-0000-7000-8000-{n:012d}") for n in range(5)
]
FIRST = forged.entry(EVENTS[:2], None)
LEAVES = [*FILLED, FIRST]
LATER = [*LEAVES, forged.entry(EVENTS, 5)]


@pytest.fixture(scope="module")
def tsa(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority.made(tmp_path_factory.mktemp("tsa") / "good")


def _stamped(tsa: Authority, note: bytes) -> bytes:
    return tsa.answer(stamps.request(note.decode()).as_bytes())


def _files(leaves: list[bytes], count: int, *indexes: int) -> dict[str, bytes]:
    events = {f"{forged.FOLDER}/events.jsonl": forged.joined(EVENTS[:count])}
    return {**events, f"{forged.FOLDER}/entries.jsonl": forged.shown(leaves, *indexes)}


def test_who_is_trusted_decides(tsa: Authority, tmp_path: Path) -> None:
    outside = forged.vouched(LEAVES, LATER, stamp_tsr=_stamped(tsa, forged.note(LEAVES)))
    made = forged.signed_files(LATER, {**_files(LATER, 3, 5, 6), **outside})
    ours = Trust(certificates(tsa.root.read_bytes()))
    assert forged.told(made, tmp_path) == (PROVEN, set())
    assert forged.told(made, tmp_path, trust=ours) == (OPEN, {"events_not_stamped"})
    stranger = Trust(certificates(Authority.made(tmp_path / "stranger").root.read_bytes()))
    assert forged.told(made, tmp_path, trust=stranger) == (BROKEN, {"stamp_false"})
    without = forged.signed_files(LATER, _files(LATER, 3, 5, 6))
    assert forged.told(without, tmp_path, trust=ours) == (OPEN, {"no_stamp"})


def test_no_stamp_helps_a_log_written_anew(tsa: Authority, tmp_path: Path) -> None:
    ours = Trust(certificates(tsa.root.read_bytes()))
    anew = [*FILLED[:4], forged.entry([forged.event(1, "Else", n=9)], None, forged.OTHER), FIRST]
    true = _stamped(tsa, forged.note(LEAVES))
    for then, stamp_, code in (
        (LEAVES, true, "outside_not_prefix"),  # the true state, which the new log did not grow out of
        (anew, true, "stamp_false"),  # the new state, with the stamp over the true one
    ):
        outside = forged.vouched(then, anew, stamp_tsr=stamp_)
        made = forged.signed_files(anew, {**_files(anew, 2, 5), **outside})
        assert forged.told(made, tmp_path, trust=ours) == (BROKEN, {code})
    lonely = {name: b for name, b in forged.vouched(LEAVES, LEAVES, stamp_tsr=true).items() if "tsr" in name}
    made = forged.signed_files(LEAVES, {**_files(LEAVES, 2, 5), **lonely})
    assert forged.told(made, tmp_path, trust=ours) == (BROKEN, {"outside_unreadable"})


def test_growth_is_judged_as_everybody_does() -> None:
    node = forged.node(LATER)
    for size in range(1, len(LATER) + 1):
        for old in range(1, size + 1):
            roots, proof = (
                (forged.root_of(LATER[:old]), forged.root_of(LATER[:size])),
                consistency_proof(old, size, node),
            )
            assert grown(old, size, *roots, proof)
            assert not grown(old, size, bytes(32), roots[1], proof)
            assert not grown(old, size, roots[0], bytes(32), proof)
            assert not grown(old, size, *roots, [*proof, bytes(32)])
            assert not (proof and grown(old, size, *roots, proof[:-1]))


@pytest.mark.django_db
def test_a_plants_bundle_carries_its_stamp(
    tsa: Authority,
    settings: object,
    tmp_path: Path,
    step_clock: Callable[[timedelta], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    hands = at_work(step_clock)
    integrate(hands.plant.company)
    with serving(tsa):
        for name, value in {"TSA": [tsa.url], "TSA_ROOTS": tsa.root}.items():
            setattr(settings, name, value)
        assert stamp(hands.plant.company)
    path = tmp_path / "b.zip"
    path.write_bytes(bundle(hands))
    known, trust = key(hands.plant), Trust(certificates(tsa.root.read_bytes()))
    found = check(path, known, None, trust)
    assert worst(found) == PROVEN, [one for one in found if one.level]
    assert {"stamped", "stamp_bounds"} <= {one.code for one in found}
    told = [one.code for one in check(path, known) if one.level == TOLD]
    assert "stamp_not_judged" in told
    assert main([str(path), "--key", known.told, "--tsa", str(tsa.root)]) == PROVEN
    assert "时间戳成立" in capsys.readouterr().out
    (tmp_path / "none.pem").write_text("nothing")
    assert main([str(path), "--tsa", str(tmp_path / "none.pem")]) == 3
