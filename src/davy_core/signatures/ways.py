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
WITH_FACE = frozenset({"device"})
"""Ways that need a photo of the signer, taken for this signature."""
LEAST = 1
MOST = 3


@dataclass(frozen=True)
class Proof:
    """How the sender proved that it is he who signs. `evidence`: SHA-256 (hex) of what is kept of it; a
    password leaves nothing behind."""

    way: Way
    evidence: str | None = None


PASSWORD = Proof("password")


def told(proof: Proof, face: str | None = None) -> dict[str, object]:
    """The proof as an event keeps it; `face` is the SHA-256 of the signer's live photo. A device and a PIN
    without one are of the least level: both can be lent."""
    level = LEAST if proof.way in WITH_FACE and face is None else LEVELS[proof.way]
    found = {"way": proof.way, "level": level, "evidence": proof.evidence, "face": face}
    return {name: value for name, value in found.items() if value is not None}
