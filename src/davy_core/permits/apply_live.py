"""The events of the work itself, from issued to the end."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from davy_core.instants import instant
from davy_core.permits.arrival import arrival, without
from davy_core.permits.paper_moves import told_out, went_in
from davy_core.permits.parts import Cause, Pause, Rectification
from davy_core.permits.state import Permit

Data = Mapping[str, Any]
GRAVE = frozenset({"sos", "stopped", "gas", "anomaly", "area_frozen"})
"""Causes that must be received and confirmed on site anew, whatever was confirmed for an earlier one."""
FRESH: Mapping[str, Any] = {"stood_by_at": None}


def _proven(permit: Permit, at: datetime) -> datetime:
    return at if permit.proven_at is None else max(at, permit.proven_at)


def _checked_in(permit: Permit, data: Data) -> Permit:
    return replace(permit, check_ins=MappingProxyType({**permit.check_ins, data["by"]: arrival(data)}))


def _ticket_verified(permit: Permit, data: Data) -> Permit:
    return replace(permit, ticket_verified=arrival(data), ticket_by=data["by"])


def _five_checks(permit: Permit, data: Data) -> Permit:
    return replace(permit, five_checks_at=instant(data["at"]), five_checks_ok=data["ok"])


def _started(permit: Permit, data: Data) -> Permit:
    at = instant(data["at"])
    return replace(permit, state="active", started_at=at, proven_at=at)


def _guard_round(permit: Permit, data: Data) -> Permit:
    at = instant(data["at"])
    if permit.guard_round_at is not None and at < permit.guard_round_at:
        return permit  # it waited in a phone, and a later one came before it
    return replace(permit, guard_round_at=at, guard_on_site=data["on_site"], proven_at=_proven(permit, at))


def _entered(permit: Permit, data: Data) -> Permit:
    if data["what"] == "tool":
        return _tool_in(permit, data["id"], instant(data["at"]))
    return went_in(permit, data["id"], instant(data["at"]))


def _tool_in(permit: Permit, tool: str, at: datetime) -> Permit:
    inside = permit.tools_inside if tool in permit.tools_inside else (*permit.tools_inside, tool)
    entered = MappingProxyType({**permit.tools_entered, tool: at})
    return replace(permit, tools_inside=inside, tools_entered=entered)


def _tool_out(permit: Permit, tool: str, at: datetime) -> Permit:
    """A way out that waited in a phone ends no later way in."""
    since = permit.tools_entered.get(tool)
    if since is not None and since > at:
        return permit
    entered = MappingProxyType({name: then for name, then in permit.tools_entered.items() if name != tool})
    return replace(permit, tools_inside=without(permit.tools_inside, tool), tools_entered=entered)


def _left(permit: Permit, data: Data) -> Permit:
    if data["what"] == "tool":
        return _tool_out(permit, data["id"], instant(data.get("left_at", data["at"])))
    return told_out(permit, data["id"], instant(data.get("left_at", data["at"])))


def _paused(permit: Permit, data: Data) -> Permit:
    at, began = instant(data["at"]), instant(data["began_at"])
    cause = Cause(data["cause"], data["kind"], at, data["by"], data.get("detail"))
    # Told again it is new: what closes it must be later than the last time it was told.
    causes = (*(c for c in permit.causes if c.id != cause.id), cause)
    by_gas = data["kind"] == "gas"
    if permit.state == "paused" and permit.pause:
        earlier = min(began, permit.pause.began_at)
        pause = replace(permit.pause, began_at=earlier, by_gas=permit.pause.by_gas or by_gas)
        if data["kind"] in GRAVE and permit.cause(cause.id) is None:
            pause = replace(pause, decided_at=at, received_at=None, confirmed_at=None)
    else:
        pause = Pause(decided_at=at, began_at=began, by_gas=by_gas)
    told = MappingProxyType({**permit.causes_told, cause.id: began})
    return replace(permit, state="paused", causes=causes, causes_told=told, pause=pause, **FRESH)


def _pause_received(permit: Permit, data: Data) -> Permit:
    assert permit.pause is not None
    return replace(permit, pause=replace(permit.pause, received_at=instant(data["at"])))


def _stop_confirmed(permit: Permit, data: Data) -> Permit:
    assert permit.pause is not None
    at = instant(data["at"])
    received = permit.pause.received_at or at
    return replace(permit, pause=replace(permit.pause, received_at=received, confirmed_at=at))


def _cause_resolved(permit: Permit, data: Data) -> Permit:
    return replace(permit, causes=tuple(c for c in permit.causes if c.id != data["cause"]))


def _stood_by(permit: Permit, data: Data) -> Permit:
    return replace(permit, stood_by_at=instant(data["at"]), guard_on_site=data["on_site"])


def _resumed(permit: Permit, data: Data) -> Permit:
    at = instant(data["at"])
    state = "active" if permit.started else "issued"
    left = MappingProxyType(_signed_out(permit, at))
    proven = _proven(permit, at)
    return replace(permit, state=state, causes=(), pause=None, proven_at=proven, lapsed=(), shift_signed=left)


def _signed_out(permit: Permit, at: datetime) -> dict[str, datetime]:
    """The signatures of a change of shift. Whoever signed out after the work had stopped answers until it
    begins again: nothing was done in between (S11)."""
    stopped = permit.pause.decided_at if permit.pause else at
    signed = permit.shift_signed.items()
    return {k: at if k.startswith("outgoing:") and then >= stopped else then for k, then in signed}


def _ended(permit: Permit, data: Data, state: str) -> Permit:
    """Ending live work is a stop as well: its three times are asked until the site has confirmed (S6, S8)."""
    clearance = "open" if permit.started else "none"
    at = instant(data["at"])
    pause = permit.pause or (Pause(decided_at=at, began_at=at) if permit.started else None)
    return replace(
        permit, state=state, ended_at=at, end_reason=data["reason"], clearance=clearance, pause=pause
    )


def _voided(permit: Permit, data: Data) -> Permit:
    ended = _ended(permit, data, "voided")
    return replace(ended, is_changed=permit.is_changed or data["reason"] == "changed")


def _cancelled(permit: Permit, data: Data) -> Permit:
    return replace(_ended(permit, data, "withdrawn"), is_cancelled=True)


def _change_reported(permit: Permit, data: Data) -> Permit:
    return replace(permit, is_changed=True)


def _finished(permit: Permit, data: Data) -> Permit:
    return replace(permit, state="finished", finished_at=instant(data["at"]), causes=(), pause=None)


def _fire_checked(permit: Permit, data: Data) -> Permit:
    return replace(permit, fire_checked_at=instant(data["at"]), fire_clear=data["clear"])


def _accepted(permit: Permit, data: Data) -> Permit:
    return replace(permit, state="closed", ended_at=instant(data["at"]), end_reason="accepted")


def _rejected(permit: Permit, data: Data) -> Permit:
    items = tuple(Rectification(i["id"], instant(i["due"])) for i in data["items"])
    return replace(permit, rectifications=(*permit.rectifications, *items))


def _rectified(permit: Permit, data: Data) -> Permit:
    at = instant(data["at"])
    items = tuple(replace(r, done_at=at) if r.id == data["item"] else r for r in permit.rectifications)
    return replace(permit, rectifications=items)


def _cleared(permit: Permit, data: Data) -> Permit:
    return replace(permit, clearance="confirmed")


def _place_handed(permit: Permit, data: Data) -> Permit:
    return replace(permit, place_handed_to=data["to"])


def _photo_added(permit: Permit, data: Data) -> Permit:
    return replace(permit, photos=(*permit.photos, data["photo"]))


def _reminded(permit: Permit, data: Data) -> Permit:
    return replace(permit, reminders=(*permit.reminders, data["reminder"]))


def _watch_lapsed(permit: Permit, data: Data) -> Permit:
    return replace(permit, lapsed=tuple(dict.fromkeys((*permit.lapsed, data["requirement"]))))


def _watch_restored(permit: Permit, data: Data) -> Permit:
    unknown = {k: v for k, v in permit.unknown_since.items() if k != data["requirement"]}
    return replace(
        permit, lapsed=without(permit.lapsed, data["requirement"]), unknown_since=MappingProxyType(unknown)
    )


def _watch_unknown(permit: Permit, data: Data) -> Permit:
    since = {**permit.unknown_since, data["requirement"]: instant(data["at"])}
    return replace(permit, unknown_since=MappingProxyType(since))


LIVE: Mapping[str, Callable[[Permit, Data], Permit]] = {
    "CheckedIn": _checked_in,
    "TicketVerified": _ticket_verified,
    "FiveChecksDone": _five_checks,
    "WorkStarted": _started,
    "GuardRoundDone": _guard_round,
    "SpaceEntered": _entered,
    "SpaceLeft": _left,
    "WorkPaused": _paused,
    "PauseReceived": _pause_received,
    "StopConfirmed": _stop_confirmed,
    "CauseResolved": _cause_resolved,
    "GuardianStoodBy": _stood_by,
    "WorkResumed": _resumed,
    "PermitVoided": _voided,
    "PermitCancelled": _cancelled,
    "ChangeReported": _change_reported,
    "WorkFinished": _finished,
    "ResidualFireChecked": _fire_checked,
    "WorkAccepted": _accepted,
    "WorkRejected": _rejected,
    "ItemRectified": _rectified,
    "ClearanceConfirmed": _cleared,
    "PlaceHandedOver": _place_handed,
    "PhotoAdded": _photo_added,
    "ReminderSent": _reminded,
    "WatchLapsed": _watch_lapsed,
    "WatchRestored": _watch_restored,
    "WatchUnknown": _watch_unknown,
}
