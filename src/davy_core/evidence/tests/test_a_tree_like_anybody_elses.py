"""Roots and proofs are, bit for bit, what an independent implementation makes of the same leaves."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from davy_core.evidence.tests.logs import Log
from davy_core.evidence.tree import consistency_proof, consistent, included, inclusion_proof, root

KNOWN: dict[str, Any] = json.loads(
    Path(__file__).with_name("golden").joinpath("tlog.json").read_text(encoding="utf-8")
)
"""Made by golang.org/x/mod/sumdb; ``golden/tlog.go`` tells how."""


def _leaves(size: int) -> list[bytes]:
    return [f"leaf {number}".encode() for number in range(size)]


def _digest(proofs: list[list[bytes]]) -> str:
    told = b"".join(len(proof).to_bytes(2) + b"".join(proof) for proof in proofs)
    return hashlib.sha256(told).hexdigest()


@pytest.fixture(scope="module")
def far() -> Log:
    return Log.of(_leaves(KNOWN["far"]["size"]))


def test_every_proof_of_every_small_tree() -> None:
    log = Log()
    for known in KNOWN["sizes"]:
        size = known["size"]
        log.add(_leaves(size)[log.size :])
        assert root(size, log.node()).hex() == known["root"]
        assert _digest([inclusion_proof(i, size, log.node()) for i in range(size)]) == known["inclusion"]
        older = [consistency_proof(m, size, log.node()) for m in range(1, size + 1)]
        assert _digest(older) == known["consistency"]


def test_a_tree_of_seventy_thousand(far: Log) -> None:
    assert root(far.size, far.node()).hex() == KNOWN["far"]["root"]


@pytest.mark.parametrize("known", KNOWN["inclusion"], ids=lambda k: f"{k['of']}-in-{k['size']}")
def test_inclusion_far_out(far: Log, known: dict[str, Any]) -> None:
    size, index, proof = known["size"], known["of"], [bytes.fromhex(h) for h in known["hashes"]]
    assert inclusion_proof(index, size, far.node(size)) == proof
    assert included(index, size, far.leaf(index), proof, root(size, far.node(size)))


@pytest.mark.parametrize("known", KNOWN["consistency"], ids=lambda k: f"{k['of']}-to-{k['size']}")
def test_consistency_far_out(far: Log, known: dict[str, Any]) -> None:
    size, old, proof = known["size"], known["of"], [bytes.fromhex(h) for h in known["hashes"]]
    assert consistency_proof(old, size, far.node(size)) == proof
    assert consistent(old, size, root(old, far.node(old)), root(size, far.node(size)), proof)
