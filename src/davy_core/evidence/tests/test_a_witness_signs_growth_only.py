"""A witness that knows a log: growth is signed, a fork and a shrunken log never, strangers not at all."""

from __future__ import annotations

import pytest

from davy_core.evidence.checkpoint import Checkpoint
from davy_core.evidence.note import NoteError, signed
from davy_core.evidence.tests.keys import Key
from davy_core.evidence.tests.logs import Log
from davy_core.evidence.tree import consistency_proof, root
from davy_core.evidence.witness import Asked, Refused, Witnessed, judge

ORIGIN = "davy.test/plant"
PLANT = Key.of(ORIGIN, bytes([1]) * 32)
STRANGER = Key.of(ORIGIN, bytes([2]) * 32)
LOGS = {ORIGIN: [PLANT]}
TRUE = Log.of([b"%d" % i for i in range(40)])
REWRITTEN = Log.of([b"%d" % (i if i != 3 else 99) for i in range(40)])


def _checkpoint(size: int, log: Log = TRUE, origin: str = ORIGIN) -> Checkpoint:
    return Checkpoint(origin, size, root(size, log.node(size)))


def _asked(old: int, size: int, log: Log = TRUE, key: Key = PLANT, origin: str = ORIGIN) -> Asked:
    proof = consistency_proof(old, size, log.node(size)) if old <= size else []
    return Asked(old, tuple(proof), signed(_checkpoint(size, log, origin).text, [key]))


KNOWN = {ORIGIN: _checkpoint(20)}


def test_growth_is_signed() -> None:
    assert judge(_asked(20, 33), LOGS, KNOWN) == Witnessed(_checkpoint(33))


def test_the_same_again_is_signed_again() -> None:
    assert judge(_asked(20, 20), LOGS, KNOWN) == Witnessed(_checkpoint(20))


def test_the_first_look_is_believed() -> None:
    assert judge(_asked(0, 20), LOGS, {}) == Witnessed(_checkpoint(20))


@pytest.mark.parametrize("size", [20, 21, 33, 40])
def test_a_rewritten_past_is_refused(size: int) -> None:
    found = judge(_asked(20, size, REWRITTEN), LOGS, KNOWN)
    assert isinstance(found, Refused)
    assert (found.status, found.fork) == ((409, True) if size == 20 else (422, False))


def test_a_log_never_shrinks() -> None:
    refused = judge(_asked(20, 12), LOGS, KNOWN)
    assert isinstance(refused, Refused)
    assert refused.status == 400
    replayed = judge(_asked(12, 12), LOGS, KNOWN)
    assert isinstance(replayed, Refused)
    assert (replayed.status, replayed.size) == (409, 20)


def test_who_forgot_where_we_stand_is_told() -> None:
    refused = judge(_asked(7, 33), LOGS, KNOWN)
    assert isinstance(refused, Refused)
    assert (refused.status, refused.size) == (409, 20)
    nothing = judge(_asked(7, 33), LOGS, {})
    assert isinstance(nothing, Refused)
    assert (nothing.status, nothing.size) == (409, 0)


def test_strangers_are_refused() -> None:
    unknown = judge(_asked(0, 5, origin="other.test/plant"), LOGS, KNOWN)
    posing = judge(_asked(20, 33, key=STRANGER), LOGS, KNOWN)
    assert isinstance(unknown, Refused)
    assert isinstance(posing, Refused)
    assert (unknown.status, posing.status) == (404, 403)


def test_a_first_checkpoint_with_a_proof_is_refused() -> None:
    refused = judge(Asked(0, (bytes(32),), _asked(0, 20).note), LOGS, {})
    assert isinstance(refused, Refused)
    assert refused.status == 422


def test_what_is_sent_is_what_is_read() -> None:
    for asked in (_asked(20, 33), _asked(0, 20), _asked(20, 20)):
        assert Asked.of(asked.body) == asked


@pytest.mark.parametrize(
    "body",
    [
        "",
        "old 5",
        "old 05\n\nnote",
        "new 5\n\nnote",
        "old 5\nAAAA\n\nnote",
        "old 5\n" + "x\n" * 64 + "\nnote",
    ],
)
def test_an_unreadable_request_is_refused(body: str) -> None:
    with pytest.raises(NoteError):
        Asked.of(body)


def test_what_is_no_checkpoint_is_refused() -> None:
    for note in ("hello", signed("hello\n", [PLANT])):
        refused = judge(Asked(20, (), note), LOGS, KNOWN)
        assert isinstance(refused, Refused)
        assert refused.status == 400
