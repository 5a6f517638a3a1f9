"""A hash chain: each link's hash covers the link before, so nothing in between changes or goes unnoticed."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["START", "Broken", "Link", "Verified", "link_hash", "verify"]

START = bytes(32)  # what stands before the first link

_DOMAIN = b"davy-event-v1\0"


@dataclass(frozen=True, slots=True)
class Link:
    """One stored link: its number from 1, the hash before it, its bytes and its own hash (32 bytes each)."""

    seq: int
    prev: bytes
    body: bytes
    hash: bytes


@dataclass(frozen=True, slots=True)
class Verified:
    """Every link holds. ``count`` links; ``head`` is the last hash, START for an empty chain."""

    count: int
    head: bytes


@dataclass(frozen=True, slots=True)
class Broken:
    """The first link that does not hold, by number, and why: gap, prev, hash, body, private or head."""

    seq: int
    why: str


def link_hash(prev: bytes, body: bytes) -> bytes:
    """The hash of a link: SHA-256 over the domain, the 32 bytes before and the body as stored.

    Raises ValueError when ``prev`` is not 32 bytes long, because then the border to the body would be open.
    """
    if len(prev) != len(START):
        raise ValueError("the hash before is not 32 bytes long")
    return hashlib.sha256(_DOMAIN + prev + body).digest()


def verify(links: Iterable[Link]) -> Verified | Broken:
    """Walk links in the order given; they must be 1, 2, 3, … and each must hold."""
    count, head = 0, START
    for link in links:
        if link.seq != count + 1:
            return Broken(count + 1, "gap")
        if link.prev != head:
            return Broken(link.seq, "prev")
        if link.hash != link_hash(head, link.body):
            return Broken(link.seq, "hash")
        count, head = link.seq, link.hash
    return Verified(count, head)
