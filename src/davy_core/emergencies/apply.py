"""The emergency after an event. Nothing is judged here; what was decided is folded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from davy_core.emergencies.state import Called, Emergency, Present, Trigger
from davy_core.instants import instant
from davy_core.outcome import RECORDED_WHEN_REFUSED
from davy_core.streams import Mark

__all__ = ["STEPS", "apply"]

Data = Mapping[str, Any]


def apply(emergency: Emergency | None, event_type: str, data: Data) -> Emergency:
    """The emergency after this event; it never refuses. Raises KeyError for an unknown type, ValueError for
    an event before it was opened."""
    if event_type == "EmergencyOpened":
        return _joined(_opened(data), data)
    if emergency is None:
        raise ValueError(f"{event_type} before the emergency was opened")
    if event_type in RECORDED_WHEN_REFUSED:
        return emergency
    return STEPS[event_type](emergency, data)


def _mark(data: Data) -> Mark:
    return Mark(instant(data["at"]), str(data["by"]))


def _opened(data: Data) -> Emergency:
    return Emergency(
        id=data["emergency"],
        number=data["number"],
        opened=_mark(data),
        site=data.get("site"),
        area=data.get("area"),
        point=data.get("point"),
        permit=data.get("permit"),
    )


def _joined(emergency: Emergency, data: Data) -> Emergency:
    """Another alarm, people who came to the roll, tasks and persons told that came with it."""
    roll = tuple(Present(p["person"], p["permit"], p["inside"]) for p in data["people"])
    trigger = Trigger(data["alarm"], data["kind"], _mark(data), data.get("permit"))
    return replace(
        emergency,
        triggers=(*emergency.triggers, trigger),
        roll=(*emergency.roll, *roll),
        tasks=tuple(dict.fromkeys((*emergency.tasks, *data["tasks"]))),
        told=tuple(dict.fromkeys((*emergency.told, *data["told"]))),
    )


def _ticked(emergency: Emergency, data: Data) -> Emergency:
    return replace(emergency, done={**emergency.done, data["task"]: _mark(data)})


def _unticked(emergency: Emergency, data: Data) -> Emergency:
    return replace(emergency, done={k: v for k, v in emergency.done.items() if k != data["task"]})


def _called(emergency: Emergency, data: Data) -> Emergency:
    said = Called(data["status"], _mark(data))
    return replace(emergency, called={**emergency.called, data["person"]: said})


STEPS: Mapping[str, Callable[[Emergency, Data], Emergency]] = {
    "EmergencyJoined": _joined,
    "TaskTicked": _ticked,
    "TaskUnticked": _unticked,
    "PersonCalled": _called,
    "EmergencyNoted": lambda emergency, _: emergency,
    "EmergencyEnded": lambda emergency, data: replace(emergency, ended=_mark(data)),
}
