"""Whatever is changed in a chain, the first link that no longer holds is named."""

from dataclasses import replace

import pytest

from davy_core.evidence.chain import START, Broken, Link, Verified, link_hash, verify
from davy_core.evidence.tests.vectors import cases


def chain(count: int) -> list[Link]:
    links, prev = [], START
    for seq in range(1, count + 1):
        body = f'{{"seq":{seq}}}'.encode()
        links.append(Link(seq, prev, body, link_hash(prev, body)))
        prev = links[-1].hash
    return links


def test_the_vector_chain_has_its_hashes() -> None:
    links = [
        Link(item["seq"], bytes.fromhex(item["prev"]), item["body"].encode(), bytes.fromhex(item["hash"]))
        for item in cases("chain.json", "links")
    ]
    assert verify(links) == Verified(3, links[-1].hash)


def test_an_untouched_chain_holds() -> None:
    links = chain(20)
    assert verify(links) == Verified(20, links[-1].hash)


def test_an_empty_chain_holds() -> None:
    assert verify([]) == Verified(0, START)


@pytest.mark.parametrize("position", range(8))
def test_a_flipped_bit_in_any_body_is_found_with_its_number(position: int) -> None:
    links = chain(8)
    body = bytearray(links[position].body)
    body[3] ^= 1
    links[position] = replace(links[position], body=bytes(body))
    assert verify(links) == Broken(position + 1, "hash")


def test_a_body_changed_together_with_its_hash_is_found_at_the_next_link() -> None:
    links = chain(8)
    links[3] = replace(links[3], body=b"{}", hash=link_hash(links[3].prev, b"{}"))
    assert verify(links) == Broken(5, "prev")


def test_a_removed_link_is_a_gap() -> None:
    links = chain(8)
    del links[4]
    assert verify(links) == Broken(5, "gap")


def test_swapped_links_are_a_gap() -> None:
    links = chain(8)
    links[2], links[3] = links[3], links[2]
    assert verify(links) == Broken(3, "gap")


def test_a_missing_beginning_is_a_gap() -> None:
    assert verify(chain(8)[1:]) == Broken(1, "gap")


def test_bytes_cannot_move_between_the_hash_before_and_the_body() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        link_hash(START[:-1], b"\0{}")
