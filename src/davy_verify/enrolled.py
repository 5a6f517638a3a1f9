"""Since when a key counts: a phone's by the log itself, a passkey's by what the plant keeps of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from davy_verify.opening import Bundle
from davy_verify.streams import Stream
from davy_verify.strict import form

__all__ = ["PASSKEYS", "Enrolled", "devices", "passkeys"]

PASSKEYS = "signatures/passkeys.jsonl"
_LONGEST = 16 << 10
_PASSKEY = {
    **dict.fromkeys(("credential", "rp_id", "public_key", "account", "created_at"), (str,)),
    "synced": (bool,),
    "revoked_at": (str, type(None)),
}


@dataclass(frozen=True)
class Enrolled:
    """One key: of what kind, whose account's (None: a terminal is nobody's), from when until when. `entry`:
    where the log has its enrolment; None: it has none. `host`: whose pages a passkey answers."""

    key: str
    kind: str
    account: str | None
    since: str
    until: str | None
    entry: int | None = None
    host: str | None = None

    def counts(self, event: Mapping[str, Any]) -> bool:
        """Whether it counted when the event was recorded."""
        at: str = event["recorded_at"]
        return self.since <= at and (self.until is None or at <= self.until)

    def before(self, entry: int | None) -> bool:
        """Whether the log has its enrolment before this entry (None: one that is still to come)."""
        return self.entry is not None and (entry is None or self.entry < entry)


def devices(streams: Iterable[Stream]) -> dict[str, Enrolled]:
    """Phones and terminals by id, as their own whole streams tell."""
    found = {}
    for stream in streams:
        if stream.kind != "device" or not stream.whole:
            continue
        first = stream.events[0]
        if first["type"] != "DeviceEnrolled":
            continue
        ended = next((e["recorded_at"] for e in stream.events if e["type"] == "DeviceRevoked"), None)
        data, since = first["data"], first["recorded_at"]
        kind = data.get("kind", "phone")
        account = None if kind == "kiosk" else data["account"]
        found[stream.id] = Enrolled(data["key"], kind, account, since, ended, stream.entered_at(1))
    return found


def passkeys(bundle: Bundle) -> dict[str, Enrolled]:
    """Passkeys by credential. Raises ValueError for a line that is none, or one that is there twice."""
    found: dict[str, Enrolled] = {}
    for line in bundle.lines(PASSKEYS, _LONGEST) if PASSKEYS in bundle.names else ():
        told = form(line, _PASSKEY)
        if told["credential"] in found:
            raise ValueError("a passkey twice")
        found[told["credential"]] = Enrolled(
            told["public_key"],
            "passkey",
            told["account"],
            told["created_at"],
            told["revoked_at"],
            host=told["rp_id"],
        )
    return found
