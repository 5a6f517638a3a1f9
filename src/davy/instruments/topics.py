"""How a gateway is called on the wire: its user name, and the topics that are its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from uuid import UUID

__all__ = ["PARTITIONS", "Wire", "fnv1a", "partition_of", "read_subject", "slug", "user_parts"]

PARTITIONS = 16
"""Of the log. Changing it would move instruments between partitions and is not supported."""

_PLAIN = re.compile(r"[A-Za-z0-9_-]{1,32}", re.ASCII)
_COMPANY = re.compile(r"[A-Za-z0-9_-]{1,33}", re.ASCII)


@dataclass(frozen=True)
class Wire:
    """Company, site and gateway as they stand in topics."""

    company: str
    site: str
    gateway: str

    @property
    def user(self) -> str:
        """User name and client id: they must be the same."""
        return f"{self.gateway}@{self.company}"

    @property
    def up(self) -> str:
        """The MQTT topic it publishes to, but for the serial number at its end."""
        return f"davy/up/{self.company}/{self.site}/{self.gateway}"

    @property
    def down(self) -> str:
        """The MQTT topic it may listen to, and all below it."""
        return f"davy/down/{self.company}/{self.gateway}"

    @property
    def publish(self) -> tuple[str, ...]:
        """The subjects it may publish to. The broker holds rights against the mapped subject."""
        return (f"davy.r.*.{self.company}.{self.site}.{self.gateway}.*",)

    @property
    def subscribe(self) -> tuple[str, ...]:
        """The subjects it may listen to, with those by which the broker gives it messages."""
        base = f"davy.down.{self.company}.{self.gateway}"
        return (base, f"{base}.>", "$MQTT.sub.>")


def slug(code: str, row_id: UUID) -> str:
    """The code where it can stand in a topic as it is, else a name made of the id."""
    return code if _PLAIN.fullmatch(code) else f"x{row_id.hex}"


def user_parts(user: str) -> tuple[str, str] | None:
    """Company and gateway of a user name, None for another spelling."""
    gateway, at, company = user.partition("@")
    fits = at and _PLAIN.fullmatch(gateway) and _COMPANY.fullmatch(company)
    return (company, gateway) if fits else None


def read_subject(subject: str) -> tuple[int, Wire, str] | None:
    """Partition, gateway and serial number of a subject of the log; None for one that is no reading's."""
    parts = subject.removeprefix("$MQTT.msgs.").split(".")
    if len(parts) != 7 or parts[:2] != ["davy", "r"] or not parts[2].isdecimal():
        return None
    return int(parts[2]), Wire(parts[3], parts[4], parts[5]), parts[6]


def partition_of(wire: Wire, serial: str) -> int:
    """The partition in which the broker puts this instrument's messages."""
    return fnv1a(f"{wire.company}{wire.gateway}{serial}".encode()) % PARTITIONS


def fnv1a(raw: bytes) -> int:
    """The 32-bit hash of the broker's partitions."""
    found = 0x811C9DC5
    for byte in raw:
        found = (found ^ byte) * 0x01000193 & 0xFFFFFFFF
    return found
