"""A stream's entries stand in the order of its growth; whatever is out of place is found by reading them."""

from __future__ import annotations

import pytest

from davy_core.evidence.entry import Entry, Place, misplaced

STREAM = "0197e000-0000-7000-8000-000000000001"
KNOWN = {("permit", STREAM): Place(4, 7)}


def _entry(seq: int = 9, previous: int | None = 4, stream: str = STREAM) -> Entry:
    return Entry("permit", stream, seq, bytes(32), previous)


def test_it_is_read_as_it_was_written() -> None:
    for entry in (_entry(), _entry(previous=None)):
        assert Entry.of(entry.content) == entry


def test_in_its_place() -> None:
    assert misplaced(5, _entry(), KNOWN) is None
    assert misplaced(0, _entry(1, None, "another"), KNOWN) is None


@pytest.mark.parametrize(
    ("index", "entry", "why"),
    [
        (5, _entry(previous=None), "previous"),  # begins anew what began before
        (5, _entry(previous=3), "previous"),
        (4, _entry(), "previous"),
        (5, _entry(seq=7), "seq"),
        (5, _entry(seq=6), "seq"),
        (5, _entry(0, None, "another"), "seq"),
        (5, _entry(1, 4, "another"), "previous"),
    ],
)
def test_out_of_place(index: int, entry: Entry, why: str) -> None:
    assert misplaced(index, entry, KNOWN) == why


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        _entry().content + b" ",
        _entry().content.replace(b'"v":1', b'"v":2'),
        _entry().content.replace(b'"seq":9', b'"seq":true'),
        _entry().content.replace(b'"seq":9', b'"seq":"9"'),
        _entry().content.replace(b"00" * 32, b"00" * 31),
        _entry().content.replace(b"00" * 32, b"zz" * 32),
        _entry().content.replace(b'"previous":4', b'"previous":-4'),
        _entry().content.replace(b"}", b',"x":1}'),
    ],
)
def test_what_is_no_entry_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="no entry"):
        Entry.of(content)
