"""What the watching of instruments tells a permit: a breach stops the work, its end resumes nothing (S3, S7).

The sender is the watch alone. What a rule asks for comes with the command; whether it stops this permit now
is decided here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from davy_core.instants import instant, iso
from davy_core.outcome import Event, Outcome, accept
from davy_core.permits.command import Command
from davy_core.permits.episode import Episode
from davy_core.permits.facts import Facts
from davy_core.permits.rounds import overtaken
from davy_core.permits.stamp import stamp
from davy_core.permits.state import Permit
from davy_core.permits.stopping import paused

Data = Mapping[str, Any]
STOPPABLE = frozenset({"issued", "active", "paused"})
MOST_CLOSED = 12
"""How many ended episodes the permit itself remembers; all of them stand in its chain."""
TOLD = (
    "rule",
    "instrument",
    "channel",
    "value",
    "limit",
    "side",
    "reason",
    "pause",
    "person",
    "point",
    "level",
)


def heed_episode(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """An episode opened, got worse, or closed. Told twice it is once; a worse one that nobody told before is
    told as it stands."""
    body = command.body
    known = next((e for e in permit.episodes if e.id == body["episode"]), None)
    if body["step"] == "closed":
        return _closed(command, known, facts)
    if known is not None and (body["step"] == "opened" or not known.is_open):
        return accept()
    kind = "EpisodeOpened" if known is None else "EpisodeWorsened"
    data = {**stamp(facts), "episode": body["episode"], **_times(body, "since", "taken")}
    data |= {key: body[key] for key in TOLD if body.get(key) is not None}
    if body.get("late"):
        data["late"] = True
    place = body.get("place")
    private = {"place": _place(place)} if place else {}
    return accept(Event(kind, data, private), *_stop(permit, body, facts), *_alarm(body, facts))


def _times(body: Data, *names: str) -> dict[str, str]:
    """Instants in the one spelling of the chain."""
    return {name: iso(instant(body[name])) for name in names}


def _closed(command: Command, known: Episode | None, facts: Facts) -> Outcome:
    if known is None or not known.is_open:
        return accept()
    data = {**stamp(facts), "episode": known.id, **_times(command.body, "taken")}
    reason = command.body.get("reason")
    return accept(Event("EpisodeClosed", {**data, "reason": reason} if reason else data))


def _stop(permit: Permit, body: Data, facts: Facts) -> list[Event]:
    """The stop that the rule asks for. Bad air out of history is history only when a later whole round found
    it good (S18). The break begins when the breach did, never before the work."""
    cause = body.get("pause")
    if cause is None or permit.state not in STOPPABLE:
        return []
    taken = instant(body["taken"])
    if body.get("late") and cause == "gas" and overtaken(permit, taken):
        return []
    begun = permit.started_at or facts.now
    return [paused(permit, facts, cause, began=min(max(begun, instant(body["since"])), facts.now))]


def _alarm(body: Data, facts: Facts) -> list[Event]:
    kind = body.get("alarm")
    if kind is None:
        return []
    subject = body.get("person") or body["instrument"]
    return [Event("AlarmRaised", {**stamp(facts), "kind": kind, "subject": subject})]


def _place(place: Data) -> str:
    accuracy = place.get("accuracy_m")
    near = f" ±{accuracy:g} m" if accuracy is not None else ""
    return f"{place['lat']:.6f}, {place['lon']:.6f}{near}"


def going_on(permit: Permit, cause: str | None = None) -> list[Episode]:
    """The open episodes that ask for a stop; `cause`: for this one."""
    asked = (e for e in permit.episodes if e.is_open and e.pause is not None)
    return [e for e in asked if cause is None or e.pause == cause]


def _opened(permit: Permit, data: Data) -> Permit:
    closed = [e for e in permit.episodes if not e.is_open][-MOST_CLOSED:]
    others = [e for e in permit.episodes if e.is_open and e.id != data["episode"]]
    value, limit = data.get("value"), data.get("limit")
    told = value or limit
    found = Episode(
        id=data["episode"],
        rule=data["rule"],
        instrument=data["instrument"],
        since=instant(data["since"]),
        at=instant(data["at"]),
        channel=data.get("channel"),
        value=Decimal(value["value"]) if value else None,
        limit=Decimal(limit["value"]) if limit else None,
        unit=told["unit"] if told else None,
        side=data.get("side"),
        reason=data.get("reason"),
        pause=data.get("pause"),
        person=data.get("person"),
        late=bool(data.get("late")),
    )
    return replace(permit, episodes=(*closed, *others, found))


def _ended(permit: Permit, data: Data) -> Permit:
    at = instant(data["at"])
    over = tuple(replace(e, closed_at=at) if e.id == data["episode"] else e for e in permit.episodes)
    return replace(permit, episodes=over)


STEPS: Mapping[str, Callable[[Permit, Data], Permit]] = {
    "EpisodeOpened": _opened,
    "EpisodeWorsened": _opened,
    "EpisodeClosed": _ended,
}
HANDLERS = {"heed_episode": heed_episode}
