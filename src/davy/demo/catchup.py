"""After a night or a month: what ran past its end is cleared away, and the plant is full of work again.

Everybody hurries for a few seconds; nothing is left out, because the door would not have it.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from davy import clock
from davy.clock import beat
from davy.demo import booked
from davy.demo.dice import Dice
from davy.demo.paperwork import FATES
from davy.demo.personas import ALIVE, Item, Personas, group_of
from davy.demo.player import Run
from davy.demo.scene import RUSH, Act
from davy.door.execute import DoorBusyError
from davy.ids import uuid7

__all__ = ["catch_up", "hurry", "lucky"]

_log = logging.getLogger(__name__)

LONGEST = 9.0  # seconds; what is not done by then is done at leisure
CLOCK_PATIENCE = 5.0  # seconds to wait for the clock, without which nobody may start
STEPS = 200  # acts on one permit at most
RUNNING = frozenset({"submitted", "issued", "active", "paused"})
# How many permits there should be of each, at least; what is missing is made, the longest way first.
WANTED: Mapping[str, int] = {
    "active": 5, "paused": 1, "clearance": 1, "issued": 2, "submitted": 2, "draft": 1,
}  # fmt: skip


def catch_up(personas: Personas, stop: threading.Event) -> None:
    """Bring the company up to date. Takes a few seconds at most."""
    end = time.monotonic() + LONGEST
    personas.weather(clock.now())
    booked.book(personas.cast, clock.now())
    _wait_for_clock(stop, end)
    items = personas.board()
    for item in items:
        personas.sign_of_life(item, clock.now())
    for item in _unwatched(items):
        if time.monotonic() < end and not stop.is_set():
            hurry(personas, personas.run_of(item), "active")
    for item in _stale(items):
        if time.monotonic() < end and not stop.is_set():
            hurry(personas, personas.run_of(item), None)
    for group in _missing(personas):
        if time.monotonic() < end and not stop.is_set():
            _make(personas, group)
    _log.info("the demo caught up: %s", dict(personas.counts))


def _wait_for_clock(stop: threading.Event, end: float) -> None:
    patience = min(end, time.monotonic() + CLOCK_PATIENCE)
    while not beat.state().ok and time.monotonic() < patience and not stop.is_set():
        stop.wait(0.1)


def _unwatched(items: list[Item]) -> list[Item]:
    """What a stop of the demo paused (S18): its people look after it, measure again and go on."""
    return [i for i in items if i["state"] == "paused" and "watch_gap" in i["causes"]]


def _stale(items: list[Item]) -> list[Item]:
    """What nobody finished in time: drafts whose time has passed, places that are not clear but one."""
    now = clock.now()
    drafts = [i for i in items if i["state"] == "draft" and _end(i) <= now]
    places = [i for i in items if group_of(i) == "clearance"]
    return [*drafts, *places[1:]]


def _end(item: Item) -> datetime:
    return datetime.fromisoformat(item["window"]["to"])


def _missing(personas: Personas) -> Iterator[str]:
    """The states of which there are too few, one after the other; then work, until there is enough."""
    personas.board()
    for group, number in WANTED.items():
        for _ in range(number - personas.counts[group]):
            yield group
    personas.board()
    for _ in range(ALIVE - sum(personas.counts.values()) - 1):
        yield "active"


def _make(personas: Personas, group: str) -> None:
    """A new permit, brought to that state by the people on it."""
    now = clock.now()
    lead = timedelta(minutes=12) if group in {"draft", "submitted"} else timedelta(minutes=-2)
    # A space is ventilated for half an hour at least: nobody gets to work in it at once.
    only = None if group in {"draft", "submitted"} else "hot"
    run = personas.request(personas.board(), lucky(), now, lead, only)
    if run is None or group == "draft":
        return
    target = group if group in {"submitted", "issued"} else "active"
    hurry(personas, run, target)
    if run.state == "active" and group in {"paused", "clearance"}:
        _end_otherwise(personas, run, group)


def lucky() -> str:
    """An id whose permit is going to end well: those that fail early would never get there."""
    while True:
        permit = str(uuid7())
        if Dice(permit).weighted(FATES, "fate") == "closed":
            return permit


def hurry(personas: Personas, run: Run, target: str | None) -> None:
    """Everything at once, until the permit is in the target state, or nothing is left to do."""
    for _ in range(STEPS):
        now = clock.now()
        if not run.acts:
            personas.think(run, now, RUSH)
            if run.state == target or not run.acts:
                run.acts.clear()
                return
        if run.acts[0].at > now + timedelta(seconds=1):
            run.acts.clear()
            return
        try:
            personas.player.do(run, now)
        except DoorBusyError:
            return


def _end_otherwise(personas: Personas, run: Run, group: str) -> None:
    """Somebody takes a break, or the work is called off."""
    now = clock.now()
    found = personas.player.look(run)
    if found is None:
        return
    crew, area = found[0].crew, found[0].place.area
    head = personas.cast.posts[area]["area_head"].holder
    if group == "paused":
        act = Act(now, str(crew.responsible), "pause", {"cause": "break", "reason": "等待备件"})
    else:
        act = Act(now, str(head), "void", {"reason": "装置工况变化，停止作业"})
    run.acts.clear()
    run.acts.append(act)
    personas.player.do(run, now)
