"""Reads what was kept of one signature and checks it against the bytes that were signed."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from davy_verify.keys import by_device, by_passkey, plain
from davy_verify.strict import form

__all__ = ["LEVELS", "Proof", "proof"]

LEVELS = {"passkey": 3, "device": 2, "kiosk": 1, "password": 1}
_TEXT = (str,)
_EVERY: Mapping[str, tuple[type, ...]] = {"v": (int,), "way": _TEXT, "command": _TEXT}
_FORMS: Mapping[str, Mapping[str, tuple[type, ...]]] = {
    "passkey": dict.fromkeys(
        ("rp_id", "credential", "public_key", "client_data", "authenticator_data", "signature"), _TEXT
    ),
    "device": {"device": _TEXT, "public_key": _TEXT, "signature": _TEXT, "pin": (bool,)},
    "kiosk": {
        **dict.fromkeys(("kiosk", "public_key", "signature", "badge", "visit"), _TEXT),
        "pin": (bool,),
    },
}
_LINE = {"sha256": _TEXT, "proof": _TEXT, "bytes": (str, type(None))}
_TOUCHED_AND_UNLOCKED = 0x05


@dataclass(frozen=True)
class Proof:
    """What was kept, by its SHA-256. `signed` are the bytes of the command, None when they are withheld."""

    sha256: str
    told: Mapping[str, Any]
    signed: bytes | None

    @property
    def way(self) -> str:
        """passkey, device or kiosk."""
        return str(self.told["way"])

    @property
    def command(self) -> str:
        """The hash of the command that was signed."""
        return str(self.told["command"])

    @property
    def signer(self) -> str:
        """The passkey, phone or terminal that signed."""
        return str(self.told[{"passkey": "credential", "device": "device", "kiosk": "kiosk"}[self.way]])

    def must_hold(self) -> None:
        """Raises ValueError unless this key made the signature; a phone's is told by its bytes alone."""
        if self.signed is not None and sha256(self.signed).hexdigest() != self.told["command"]:
            raise ValueError("the signature is over other bytes")
        if not self._holds():
            raise ValueError("the signature does not hold")

    def _holds(self) -> bool:
        if self.way == "passkey":
            return _assertion_holds(self.told)
        if self.signed is None:
            return True
        return by_device(self.told["public_key"], self.told["signature"], self.signed)


def proof(line: bytes) -> Proof:
    """The proof on this line. Raises ValueError."""
    told = form(line, _LINE)
    kept = told["proof"].encode()
    if sha256(kept).hexdigest() != told["sha256"]:
        raise ValueError("a proof under another name")
    way = str(json.loads(kept).get("way")) if kept.startswith(b"{") else ""
    if way not in _FORMS:
        raise ValueError("a way of signing that nobody knows")
    found = form(kept, {**_EVERY, **_FORMS[way]})
    if found["v"] != 1:
        raise ValueError("a proof of another version")
    signed = None if told["bytes"] is None else base64.b64decode(told["bytes"], validate=True)
    return Proof(told["sha256"], found, signed)


def _assertion_holds(told: Mapping[str, Any]) -> bool:
    """Whether a passkey of this host, unlocked by its owner, answered to exactly this command."""
    client, data = plain(told["client_data"]), plain(told["authenticator_data"])
    asked = json.loads(client)
    if (asked["type"], plain(asked["challenge"]).hex()) != ("webauthn.get", told["command"]):
        raise ValueError("the passkey was asked for something else")
    if not _at_home(str(asked["origin"]), told["rp_id"]):
        raise ValueError("the passkey was asked by another page")
    if len(data) < 37 or data[:32] != sha256(told["rp_id"].encode()).digest():
        raise ValueError("the passkey belongs to another host")
    if data[32] & _TOUCHED_AND_UNLOCKED != _TOUCHED_AND_UNLOCKED:
        raise ValueError("the passkey was not unlocked")
    return by_passkey(told["public_key"], told["signature"], data + sha256(client).digest())


def _at_home(origin: str, host: str) -> bool:
    """Whether a page of this origin is one of the host: by https, or by http on this very machine."""
    found = urlsplit(origin)
    near = host == "localhost" or host.endswith(".localhost")
    safe = found.scheme == "https" or (found.scheme == "http" and near)
    return safe and found.hostname == host and not found.path and not found.username
