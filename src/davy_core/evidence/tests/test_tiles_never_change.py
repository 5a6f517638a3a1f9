"""A tree in files: a full one is written once, a partial one is named by its width, nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from davy_core.evidence.tests.logs import Log
from davy_core.evidence.tiles import Tile, bundle, bundled, grown, node_of, tiles_of
from davy_core.evidence.tree import hash_leaf, root

NAMES = [
    (Tile(0, 0), "tile/0/000"),
    (Tile(0, 0, 7), "tile/0/000.p/7"),
    (Tile(3, 1234067), "tile/3/x001/x234/067"),
    (Tile(1, 1000, 255), "tile/1/x001/000.p/255"),
    (Tile(None, 256), "tile/entries/256"),
]


@pytest.mark.parametrize(("tile", "path"), NAMES, ids=[path for _, path in NAMES])
def test_its_name(tile: Tile, path: str) -> None:
    assert tile.path == path
    assert Tile.of_path(path) == tile


@pytest.mark.parametrize(
    "path",
    [
        "tile/0/0",
        "tile/00/000",
        "tile/0/x000/001",
        "tile/0/001/002",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/07",
        "tile/64/000",
        "tile/0/../000",
        "tile/0/٠٠٠",
        "tile/0/000\n",
        "",
    ],
)
def test_no_other_name(path: str) -> None:
    with pytest.raises(ValueError, match="names no tile"):
        Tile.of_path(path)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 400), min_size=1, max_size=6))
def test_growing_in_steps_is_growing_at_once(steps: list[int]) -> None:
    log = Log()
    for step in steps:
        before = dict(log.tiles)
        log.add([b"%d" % (log.size + i) for i in range(step)])
        assert all(log.tiles[tile] == content for tile, content in before.items()), "a file was changed"
    at_once = Log.of([b"%d" % i for i in range(log.size)])
    assert root(log.size, log.node()) == root(log.size, at_once.node())
    assert all(log.tiles[tile] == at_once.read(tile) for tile in tiles_of(log.size))


def test_only_what_is_new_is_written() -> None:
    log = Log.of([b"%d" % i for i in range(300)])
    fresh = grown(300, [hash_leaf(b"300")], log.read)
    assert set(fresh) == {Tile(0, 1, 45)}


def test_a_tile_that_is_too_short_is_no_tile() -> None:
    log = Log.of([b"%d" % i for i in range(300)])
    node = node_of(300, lambda tile: log.read(tile)[:-1])
    with pytest.raises(ValueError, match="a tile of 1 hashes has 31 bytes"):
        root(300, node)


def test_a_node_beyond_the_tree_is_nobodys() -> None:
    log = Log.of([b"%d" % i for i in range(5)])
    for level, index in ((0, 5), (2, 1), (8, 0), (1, 2)):
        with pytest.raises(ValueError, match="no complete node"):
            log.node()(level, index)


@given(st.lists(st.binary(max_size=300), max_size=256))
def test_entries_come_back_as_they_were(entries: list[bytes]) -> None:
    assert bundled(bundle(entries)) == entries


def test_a_torn_bundle_is_refused() -> None:
    whole = bundle([b"one", b"two"])
    for end in (1, 4, 6, len(whole) - 1):
        with pytest.raises(ValueError, match="ends within an entry"):
            bundled(whole[:end])
    with pytest.raises(ValueError, match="256 entries"):
        bundle([b""] * 257)
