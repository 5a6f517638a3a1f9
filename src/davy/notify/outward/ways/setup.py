"""How a messenger of a company is set up, and why one did not take a message."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from davy.outside.reach import OutsideError

__all__ = ["Addressed", "SendError", "Setup", "came"]


@dataclass(frozen=True)
class Setup:
    """What an administrator told of a messenger: plain `settings`, the `secret` ones apart, and whether it
    stands in the plant's own network."""

    settings: Mapping[str, Any]
    secret: Mapping[str, str]
    private_net: bool


@dataclass(frozen=True)
class Addressed:
    """One message: its id, the address of whoever gets it, and what it says."""

    id: UUID
    to: str
    text: str


class SendError(Exception):
    """The messenger did not take the message; `final` when it never will."""

    def __init__(self, code: str, *, final: bool = False) -> None:
        """Keep why."""
        super().__init__(code)
        self.code = code
        self.final = final


def came(error: OutsideError) -> SendError:
    """What the trouble of a connection means for the message. Nothing of it is final: an address, a password
    or an account without credit may be mended while the message is still news."""
    if error.status in {401, 403, 407}:
        return SendError("credentials")
    refused = error.status is not None and 400 <= error.status < 500 and error.status not in {404, 408, 429}
    return SendError("refused" if refused else error.code)
