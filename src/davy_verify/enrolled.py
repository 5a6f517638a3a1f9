"""Since when a key counts: by the log itself, or a passkey's by what the plant alone keeps of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
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


def passkeys(bundle: Bundle, streams: Iterable[Stream]) -> dict[str, Enrolled]:
    """Passkeys by credential: as the streams of their accounts tell, else as the plant's register. Raises
    ValueError for a line that is none or says otherwise than the log, and for one that is there twice."""
    logged, listed = _enrolled(streams), dict[str, Enrolled]()
    for line in bundle.lines(PASSKEYS, _LONGEST) if PASSKEYS in bundle.names else ():
        told = form(line, _PASSKEY)
        name = told["credential"]
        if name in listed:
            raise ValueError("a passkey twice")
        since, until = told["created_at"], told["revoked_at"]
        listed[name] = Enrolled(
            told["public_key"], "passkey", told["account"], since, until, host=told["rp_id"]
        )
        if name in logged and not _same(listed[name], logged[name]):
            raise ValueError("a passkey of the register is not the one that was enrolled")
    ended = {name: _ended(key, listed.get(name)) for name, key in logged.items()}
    return listed | ended


def _enrolled(streams: Iterable[Stream]) -> dict[str, Enrolled]:
    found: dict[str, Enrolled] = {}
    for stream in streams:
        for event in stream.events if stream.kind == "account" and stream.whole else ():
            data, at = event["data"], event["recorded_at"]
            if event["type"] == "PasskeyEnrolled":
                if data["credential"] in found:
                    raise ValueError("a passkey twice")
                told = (data["key"], "passkey", stream.id, at, None)
                entry = stream.entered_at(event["seq"])
                found[data["credential"]] = Enrolled(*told, entry, data["rp_id"])
            elif event["type"] == "PasskeyRevoked":
                found[data["credential"]] = replace(found[data["credential"]], until=at)
    return found


def _ended(key: Enrolled, listed: Enrolled | None) -> Enrolled:
    """The key, ended by the log or by the register, whichever was earlier."""
    ends = [one.until for one in (key, listed) if one is not None and one.until is not None]
    return replace(key, until=min(ends)) if ends else key


def _same(one: Enrolled, other: Enrolled) -> bool:
    return (one.key, one.account, one.host) == (other.key, other.account, other.host)
