"""What signs: a person's phone, or a shared terminal (kiosk). Enrolled by an invitation, marked for explosive
areas, revoked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from davy_core.instants import instant, iso
from davy_core.outcome import Event, Outcome, accept, refuse


@dataclass(frozen=True)
class Device:
    """One device. `key` is its public P-256 point (base64url), `ex` its explosion protection mark as it
    stands on its plate (S26), None = it has none. A `kiosk` stands at a site and belongs to nobody: `account`
    is whoever let it in, and it signs only for who is identified there by badge and PIN."""

    id: str
    account: str
    person: str | None
    key: str
    enrolled_at: datetime
    ex: str | None = None
    revoked_at: datetime | None = None
    kind: str = "phone"
    site: str | None = None


@dataclass(frozen=True)
class Facts:
    """Who asks. `invited` is the account the invitation is for, None when it is unknown, used up or too old;
    `invited_as` what it lets in, and `site` where a kiosk will stand.
    `proven`: the key is a good one, and whoever enrols holds its other half. `manages`: may change the
    devices of others."""

    now: datetime
    account: str | None
    person: str | None
    invited: str | None = None
    invited_by: str | None = None
    proven: bool = False
    key_taken: bool = False
    manages: bool = False
    invited_as: str = "phone"
    site: str | None = None


def decide(device: Device | None, stream: str, kind: str, body: Mapping[str, Any], facts: Facts) -> Outcome:
    """Accept a device that proves its key with a good invitation for this very account, a kiosk with one for
    a kiosk; accept a mark by whoever manages devices, and an end by its owner too."""
    if kind == "enrol_kiosk":
        return _let_in(device, stream, body, facts)
    if facts.account is None:
        return refuse("not_your_duty", command=kind, duties=["owner"])
    if kind == "enrol_device":
        return _enrol(device, stream, body, facts)
    if device is None:
        return refuse("not_found")
    own = device.kind == "phone" and device.account == facts.account
    if not (facts.manages or (kind == "revoke_device" and own)):
        return refuse("device_not_yours")
    if device.revoked_at is not None:
        return refuse("device_revoked")
    stamp = {"at": iso(facts.now), "by": facts.account, "device": device.id}
    if kind == "mark_device":
        return accept(Event("DeviceMarked", {**stamp, "ex": body["ex"]}))
    return accept(Event("DeviceRevoked", stamp, {"reason": str(body["reason"])}))


def _enrol(device: Device | None, stream: str, body: Mapping[str, Any], facts: Facts) -> Outcome:
    if device is not None or facts.key_taken:
        return refuse("device_known")
    if facts.invited is None or facts.invited != facts.account or facts.invited_as != "phone":
        return refuse("invitation_not_valid")
    if not facts.proven:
        return refuse("device_key_unusable")
    data = {
        "at": iso(facts.now),
        "by": facts.account,
        "device": stream,
        "account": facts.account,
        "person": facts.person,
        "key": body["key"],
        "invited_by": facts.invited_by,
    }
    return accept(Event("DeviceEnrolled", data, {"name": str(body["name"])}))


def _let_in(device: Device | None, stream: str, body: Mapping[str, Any], facts: Facts) -> Outcome:
    """A kiosk comes in without a session: the invitation alone says who let it in, and where it stands."""
    if device is not None or facts.key_taken:
        return refuse("device_known")
    if facts.invited is None or facts.invited_as != "kiosk":
        return refuse("invitation_not_valid")
    if not facts.proven:
        return refuse("device_key_unusable")
    data = {
        "at": iso(facts.now),
        "by": facts.invited_by,
        "device": stream,
        "account": facts.invited,
        "person": None,
        "key": body["key"],
        "invited_by": facts.invited_by,
        "kind": "kiosk",
        "site": facts.site,
    }
    return accept(Event("DeviceEnrolled", data, {"name": str(body["name"])}))


def apply(device: Device | None, event_type: str, data: Mapping[str, Any]) -> Device:
    """The device after the event. Raises KeyError for an unknown type, ValueError for a change of nothing."""
    if event_type == "DeviceEnrolled":
        made = Device(data["device"], data["account"], data["person"], data["key"], instant(data["at"]))
        return replace(made, kind=data.get("kind", "phone"), site=data.get("site"))
    if device is None:
        raise ValueError(f"{event_type} before it was enrolled")
    if event_type == "DeviceMarked":
        return replace(device, ex=data["ex"])
    if event_type == "DeviceRevoked":
        return replace(device, revoked_at=instant(data["at"]))
    raise KeyError(event_type)
