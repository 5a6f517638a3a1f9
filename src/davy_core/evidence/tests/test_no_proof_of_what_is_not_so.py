"""Whatever somebody changes in a tree, a size, a leaf or a proof: it is not believed."""

from hypothesis import given, settings
from hypothesis import strategies as st

from davy_core.evidence.tests.logs import Log
from davy_core.evidence.tree import (
    EMPTY,
    consistency_proof,
    consistent,
    hash_leaf,
    included,
    inclusion_proof,
    root,
)

MOST = 600
"""Beyond two tiles."""


@st.composite
def trees(draw: st.DrawFn) -> tuple[Log, int]:
    """A log that grew in steps, and an older size of it."""
    log, number = Log(), 0
    for step in draw(st.lists(st.integers(1, 200), min_size=1, max_size=4)):
        log.add([f"{number + i}".encode() for i in range(step)])
        number += step
    return log, draw(st.integers(1, log.size))


@settings(max_examples=60, deadline=None)
@given(trees(), st.data())
def test_a_leaf_is_at_its_place_and_at_no_other(found: tuple[Log, int], data: st.DataObject) -> None:
    log, size = found
    index = data.draw(st.integers(0, size - 1))
    node = log.node(size)
    proof, top, leaf = inclusion_proof(index, size, node), root(size, node), log.leaf(index)
    assert included(index, size, leaf, proof, top)
    elsewhere = data.draw(st.integers(-1, size).filter(lambda i: i != index))
    assert not included(elsewhere, size, leaf, proof, top)
    assert not included(index, size, hash_leaf(b"another"), proof, top)
    assert not included(index, size, leaf, [*proof, top], top)
    if proof:
        assert not included(index, size, leaf, proof[:-1], top)
        at = data.draw(st.integers(0, len(proof) - 1))
        forged = [*proof[:at], _flipped(proof[at]), *proof[at + 1 :]]
        assert not included(index, size, leaf, forged, top)


@settings(max_examples=60, deadline=None)
@given(trees(), st.data())
def test_a_tree_grew_out_of_its_own_past_only(found: tuple[Log, int], data: st.DataObject) -> None:
    log, old = found
    new = data.draw(st.integers(old, log.size))
    before, after = root(old, log.node(old)), root(new, log.node(new))
    proof = consistency_proof(old, new, log.node(new))
    assert consistent(old, new, before, after, proof)
    other = Log.of([b"rewritten" if i == old // 2 else f"{i}".encode() for i in range(log.size)])
    rewritten = root(new, other.node(new))
    assert not consistent(old, new, before, rewritten, consistency_proof(old, new, other.node(new)))
    assert not consistent(old, new, _flipped(before), after, proof)
    assert not consistent(old, new, before, after, [*proof, after])
    if proof:
        at = data.draw(st.integers(0, len(proof) - 1))
        assert not consistent(old, new, before, after, [*proof[:at], _flipped(proof[at]), *proof[at + 1 :]])
        assert not consistent(old, new, before, after, proof[:-1])


@given(st.binary(max_size=64))
def test_nothing_is_a_beginning_of_everything_and_has_one_root(entry: bytes) -> None:
    log = Log.of([entry])
    assert consistent(0, 1, EMPTY, root(1, log.node()), [])
    assert not consistent(0, 1, bytes(32), root(1, log.node()), [])
    assert not consistent(2, 1, EMPTY, EMPTY, [])
    assert root(0, log.node()) == EMPTY


def test_a_node_is_no_leaf() -> None:
    """Without domains of their own, two leaves could be passed off as one."""
    log = Log.of([b"a", b"b"])
    assert hash_leaf(log.leaf(0) + log.leaf(1)) != root(2, log.node())


def _flipped(content: bytes) -> bytes:
    return bytes([content[0] ^ 1]) + content[1:]
