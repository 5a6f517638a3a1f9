"""The ways in which a person can sign, and how much each proves. Three is the most.

3 a passkey over the exact bytes, unlocked by its owner; 2 a device key over the bytes with PIN, handwriting
and a live photo; 1 the password or a shared terminal's badge and PIN, with handwriting.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Way = Literal["passkey", "device", "kiosk", "password"]

LEVELS: Mapping[str, int] = MappingProxyType({"passkey": 3, "device": 2, "kiosk": 1, "password": 1})
LEAST = 1
MOST = 3


@dataclass(frozen=True)
class Proof:
    """How the sender proved that it is he who signs. `evidence`: SHA-256 (hex) of what is kept of it; a
    password leaves nothing behind."""

    way: Way
    evidence: str | None = None


PASSWORD = Proof("password")


def told(proof: Proof) -> dict[str, object]:
    """The proof as an event keeps it."""
    found: dict[str, object] = {"way": proof.way, "level": LEVELS[proof.way]}
    return {**found, "evidence": proof.evidence} if proof.evidence else found
