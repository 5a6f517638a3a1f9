"""Freeze and lift an area. Freezing pauses every live permit in it; lifting resumes none (S7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from davy_core.instants import instant, iso
from davy_core.outcome import Event, Outcome, accept, refuse

FREEZERS = ("control_room", "safety_dept", "shift_leader")
"""The posts that may freeze, the higher one first: its freeze is lifted by nobody below."""


@dataclass(frozen=True)
class Area:
    """One area as its stream tells it; `post` is the post that froze it, None when it is not frozen."""

    id: str
    post: str | None = None
    by: str | None = None
    at: datetime | None = None


@dataclass(frozen=True)
class Facts:
    """Who asks, with the freezing posts he holds here; whether the area exists; and where he stands, as far
    as his phone knows."""

    now: datetime
    person: str | None
    posts: tuple[str, ...] = ()
    known: bool = True
    spot: str = ""


def decide(area: Area | None, area_id: str, kind: str, body: Mapping[str, Any], facts: Facts) -> Outcome:
    """Accept a freeze from a post that may; accept lifting from that post or a higher one."""
    if not facts.known:
        return refuse("not_found")
    if kind == "call_help":
        return _help(area_id, facts)
    held = [post for post in FREEZERS if post in facts.posts]
    if not held:
        return refuse("not_your_duty", command=kind, duties=list(FREEZERS))
    stamp = {"at": iso(facts.now), "by": facts.person, "area": area_id, "post": held[0]}
    if kind == "freeze_area":
        words = {"reason": str(body["reason"])} if body.get("reason") else {}
        whole: dict[str, Any] = {"whole_site": True} if body.get("whole_site") else {}
        return accept(Event("AreaFrozen", {**stamp, **whole}, words))
    if area is None or area.post is None:
        return refuse("area_not_frozen")
    if FREEZERS.index(held[0]) > FREEZERS.index(area.post):
        return refuse("not_your_duty", command=kind, duties=[area.post])
    return accept(Event("AreaLifted", stamp, {"note": str(body["note"])}))


def _help(area_id: str, facts: Facts) -> Outcome:
    """Somebody needs help here, whoever he is and without a permit. It freezes nothing by itself."""
    stamp = {"at": iso(facts.now), "by": facts.person or "nobody", "area": area_id}
    where = {"place": facts.spot} if facts.spot else {}
    alarm = {"at": stamp["at"], "by": stamp["by"], "kind": "sos", "subject": area_id}
    return accept(Event("HelpCalled", stamp, where), Event("AlarmRaised", alarm, where))


def apply(area: Area | None, event_type: str, data: Mapping[str, Any]) -> Area:
    """The area after the event. Raises KeyError for an unknown type."""
    before = area or Area(str(data.get("area")))
    if event_type == "AreaFrozen":
        higher = min((data["post"], before.post or data["post"]), key=FREEZERS.index)
        return replace(before, post=higher, by=data["by"], at=instant(data["at"]))
    if event_type == "AreaLifted":
        return Area(before.id)
    if event_type in {"AttemptRefused", "AlarmRaised", "HelpCalled"}:
        return before
    raise KeyError(event_type)
