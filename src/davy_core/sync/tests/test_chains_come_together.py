"""However the envelopes of a device arrive, its chain comes out the same, and nothing is taken twice (ADR
0011)."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from davy_core.sync.chain import ZERO, Head, Link, Place, advance, place

LONGEST = 12


def chain(count: int, salt: str = "") -> list[Link]:
    """An honest chain of that many envelopes."""
    found: list[Link] = []
    prev = ZERO
    for seq in range(1, count + 1):
        digest = hashlib.sha256(f"{salt}{seq}{prev}".encode()).hexdigest()
        found.append(Link(seq, digest, prev))
        prev = digest
    return found


class Server:
    """What a server keeps of one device: what arrived, how far it goes, what was carried out in which
    order."""

    def __init__(self, stops: frozenset[int] = frozenset()) -> None:
        self.head, self.known, self.done, self.stops = Head(), dict[int, Link](), list[int](), stops

    def take(self, link: Link) -> Place:
        """Take one envelope as it arrives; those numbered in `stops` are not held back by a gap."""
        where = place(self.head, link, self.known.get(link.seq))
        if where == "next" or (where == "gap" and link.seq in self.stops):
            self.known[link.seq] = link
            self.done.append(link.seq)
            waiting = [one for seq, one in self.known.items() if seq > self.head.seq]
            self.head, torn = advance(self.head, waiting)
            assert torn == ()
        return where


def _deliver(server: Server, links: Sequence[Link], order: Sequence[int]) -> None:
    """Everything in this order, then in its own order until nothing waits: a phone sends until it has its
    answer."""
    for index in (*order, *range(len(links))):
        server.take(links[index])


@given(st.data(), st.integers(1, LONGEST))
def test_any_order_with_repetitions_ends_at_the_same_head_and_does_each_once(
    data: st.DataObject, count: int
) -> None:
    links = chain(count)
    order = data.draw(st.lists(st.integers(0, count - 1), max_size=3 * count))
    stops = data.draw(st.frozensets(st.integers(1, count)))
    server = Server(stops)
    _deliver(server, links, order)
    assert server.head == Head(count, links[-1].sha256)
    assert sorted(server.done) == list(range(1, count + 1))
    others = [seq for seq in server.done if seq not in stops]
    assert others == sorted(others)


@given(st.integers(2, LONGEST), st.data())
def test_an_envelope_that_was_changed_left_out_or_replaced_is_never_in_line(
    count: int, data: st.DataObject
) -> None:
    links, other = chain(count), chain(count, "other")
    server = Server()
    cut = data.draw(st.integers(1, count - 1))
    for link in links[:cut]:
        server.take(link)
    assert server.take(other[cut]) == "broken"
    assert server.take(other[cut - 1]) == "forked"
    skipped = Link(cut + 1, other[cut].sha256, links[cut - 1].prev)
    assert server.take(skipped) == "broken"
    assert server.take(links[cut]) == "next"


def test_a_stop_that_came_early_and_does_not_fit_is_told_when_its_turn_comes() -> None:
    links = chain(3)
    wrong = Link(3, links[2].sha256, "f" * 64)
    head, torn = advance(Head(1, links[0].sha256), [links[1], wrong])
    assert (head, torn) == (Head(3, wrong.sha256), (3,))
