"""The people of the simulated company at work: they keep a dozen permits alive in every state, in real time.

They use what everybody uses: commands through the door, signs of life, photos. A permit that somebody real
has touched is his; they leave it alone for good.
"""

from __future__ import annotations

import json
import logging
from collections import Counter, deque
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from davy import clock
from davy.accounts.models import Company
from davy.db import tenant
from davy.demo import calendars, sources
from davy.demo.bells import Bells
from davy.demo.cast import Cast, gather
from davy.demo.dice import Dice
from davy.demo.hand import APP, here
from davy.demo.history import TYPES
from davy.demo.plans import Busy, Wish, plan
from davy.demo.player import Player, Run
from davy.demo.scene import CLOCK, LIVE, Act, Pace
from davy.door.execute import DoorBusyError
from davy.door.queries import sent_by_others
from davy.ids import uuid7
from davy.notify import queries as inboxes
from davy.notify import store as letters
from davy.permits import contact, listing

__all__ = ["ALIVE", "Personas", "group_of"]

_log = logging.getLogger(__name__)

ALIVE = 15  # permits they keep alive; those of real people come on top
MOST = 18
OWN = frozenset({APP, "clock", "davy", "watch"})  # programs that are not somebody real
OPEN = ("draft", "submitted", "issued", "active", "paused", "finished")
LEAD = (8, 16)  # minutes from a request to the begin of its validity
SIGN_OF_LIFE = timedelta(seconds=40)
WIND = timedelta(minutes=20)
LOOK_AGAIN = timedelta(seconds=30)
ALARMS = timedelta(seconds=5)
LETTERS = timedelta(minutes=3)
ENOUGH = 4  # active permits, of which one may be called off
CALL_OFF = timedelta(minutes=35)
NEWS = timedelta(minutes=5)
UNREAD = timedelta(hours=1)  # an inbox is not looked into for so long
NEXT_REQUEST = timedelta(seconds=45)
# The last permit of a state stays there for a while, so that every state can be seen.
STAY: Mapping[str, timedelta] = {
    "draft": timedelta(minutes=8), "submitted": timedelta(minutes=25), "issued": timedelta(minutes=15),
    "paused": timedelta(minutes=20), "finished": timedelta(minutes=20), "clearance": timedelta(minutes=25),
}  # fmt: skip
LEAVING = frozenset({"submit", "sign_stage", "start", "resume", "accept", "confirm_clear"})
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
Item = Mapping[str, Any]


def group_of(item: Item) -> str:
    """The column of the board a permit stands in: its state, or `clearance` while its place is not clear."""
    return "clearance" if item["clearance"] == "open" else str(item["state"])


class Personas:
    """Everybody who works in the simulated company."""

    cast: Cast
    player: Player
    bells: Bells

    def __init__(self, company: Company) -> None:
        """They look around; nothing has been done yet."""
        self.company = company
        self.look_around()
        self.runs: dict[str, Run] = {}
        self.left: set[str] = set()
        self.counts: Counter[str] = Counter()
        self._crews: dict[str, set[str]] = {}
        self._lives: dict[str, datetime] = {}
        self._thought: dict[str, datetime] = {}
        self._wind_at = self._alarms_at = self._request_at = self._letters_at = NEVER
        self._cleared_at = clock.now()
        self._looked_at = clock.now()

    def look_around(self) -> None:
        """Learn who is there and who holds which post: somebody real may have changed it."""
        self.cast = gather(self.company)
        self.player = Player(self.cast, simulated=False)
        self.bells = Bells(self.cast, self.player.hand, simulated=False)

    def turn(self) -> None:
        """Look at everything once, and do what is due."""
        now = clock.now()
        if now - self._looked_at >= NEWS:
            self._looked_at = now
            self.look_around()
        self.weather(now)
        items = self.board()
        for item in items:
            self._busy(self._live_on, item, now)
        self._alarms(items, now)
        self._read_letters(now)
        few = not self.counts["draft"] or not self.counts["submitted"]
        if len(items) < ALIVE or (few and len(items) < MOST):
            self._busy(self._ask, items, now)
        self._busy(self._call_off, items, now)

    def board(self) -> list[Item]:
        """Every open permit that is theirs; those of real people are counted but left alone."""
        with tenant.company(self.cast.company):
            found = self._everything()
            changed = [i["id"] for i in found if self._changed(i)]
            self.left |= sent_by_others(self.cast.company, "permit", changed, OWN)
        known = {i["id"] for i in found}
        self.runs = {k: run for k, run in self.runs.items() if k in known and k not in self.left}
        for kept in (self._crews, self._lives, self._thought):
            for gone in kept.keys() - known:
                del kept[gone]
        items = [i for i in found if i["id"] not in self.left and i["point"]["id"] in self.cast.spots]
        self.counts = Counter(group_of(i) for i in items)
        return items

    def _changed(self, item: Item) -> bool:
        run = self.runs.get(item["id"])
        return item["id"] not in self.left and (run is None or run.version != item["version"])

    def run_of(self, item: Item) -> Run:
        """The run of a permit, brought up to date when somebody else changed it."""
        run = self.runs.get(item["id"])
        if run is None:
            run = self.runs[item["id"]] = Run(item["id"], item["point"]["id"])
        if run.version != item["version"]:
            run.version, run.since = item["version"], datetime.fromisoformat(item["changed_at"])
            run.acts.clear()
            self._thought.pop(run.permit, None)
        return run

    def think(self, run: Run, now: datetime, pace: Pace = LIVE) -> None:
        """Let the people of a permit decide what to do next."""
        permit = self.player.think(run, now, pace)
        self._thought[run.permit] = now
        if permit is not None:
            self._crews[run.permit] = {p for p in (permit.crew.responsible, *permit.crew.workers) if p}
        if run.acts and run.acts[0].who == CLOCK:
            run.acts.clear()  # the real clock speaks for itself

    def _live_on(self, item: Item, now: datetime) -> None:
        run = self.run_of(item)
        self.sign_of_life(item, now)
        thought = self._thought.get(run.permit)
        if not run.acts and (thought is None or now - thought > LOOK_AGAIN):
            self.think(run, now)
        if run.acts and run.acts[0].at <= now and not self._stays(item, run, now):
            self.player.do(run, now)
            if not run.acts:
                self._thought.pop(run.permit, None)

    def _stays(self, item: Item, run: Run, now: datetime) -> bool:
        group = group_of(item)
        if run.acts[0].kind not in LEAVING or self.counts[group] > 1 or group not in STAY:
            return False
        return now - datetime.fromisoformat(item["changed_at"]) < STAY[group]

    def sign_of_life(self, item: Item, now: datetime) -> None:
        """The guardian's phone says where it is."""
        guardian = item["guardian"]["id"]
        if item["state"] not in {"issued", "active", "paused"} or guardian is None:
            return
        last = self._lives.get(item["id"])
        if last is not None and now - last < SIGN_OF_LIFE:
            return
        self._lives[item["id"]] = now
        spot = self.cast.spots[item["point"]["id"]]
        with tenant.company(self.cast.company):
            contact.note(self.cast.company, UUID(item["id"]), UUID(guardian), here(spot, f"{now:%H%M}"))

    def weather(self, now: datetime) -> None:
        """Somebody looks at the wind sock."""
        if now - self._wind_at >= WIND:
            self._wind_at = now
            calendars.keep_up(self.cast.company, self.cast.site, now)
            calendars.observe_wind(self.cast.company, self.cast.site, now)

    def _alarms(self, items: list[Item], now: datetime) -> None:
        if now - self._alarms_at < ALARMS:
            return
        self._alarms_at = now
        areas = {i["id"]: i["area"]["id"] for i in items}
        for alarm in self.bells.open():
            if alarm["permit"] not in self.left:
                self._busy(self._alarm, alarm, areas, now)

    def _alarm(self, alarm: dict[str, Any], areas: dict[str, str], now: datetime) -> None:
        permit = alarm["permit"]
        area = areas.get(permit or "")
        if permit is not None and area is None:
            found = self.player.look(Run(permit, ""))
            area = found[0].place.area if found else None
        self.bells.attend(alarm, area, now)

    def _read_letters(self, now: datetime) -> None:
        """Everybody looks into his inbox now and then."""
        if now - self._letters_at < LETTERS:
            return
        self._letters_at = now
        company = self.cast.company
        with tenant.company(company):
            for person in map(UUID, self.cast.people):
                told = inboxes.inbox(company, person, only_unread=True, size=500)
                old = [row["id"] for row in told if now - row["at"] > UNREAD]
                if old:
                    letters.read(company, person, old)

    def _ask(self, items: list[Item], now: datetime) -> None:
        if now - self._request_at < NEXT_REQUEST:
            return
        self._request_at = now
        permit = str(uuid7())
        self.request(items, permit, now, Dice(permit).minutes(*LEAD, "lead"))

    def _call_off(self, items: list[Item], now: datetime) -> None:
        """When no place waits to be cleared for long, the head of an area calls some work off."""
        if self.counts["clearance"] or self.counts["active"] < ENOUGH:
            self._cleared_at = now if self.counts["clearance"] else self._cleared_at
            return
        if now - self._cleared_at < CALL_OFF:
            return
        self._cleared_at = now
        longest = min((i for i in items if i["state"] == "active"), key=lambda i: str(i["started_at"]))
        who = self.cast.posts[longest["area"]["id"]]["area_head"].holder
        if who is not None:
            reason = {"reason": Dice(longest["id"]).choice(sources.jobs()["void"], "called off")}
            run = self.run_of(longest)
            run.acts = deque([Act(now, who, "void", reason)])
            self.player.do(run, now)

    def request(
        self, items: list[Item], permit: str, now: datetime, lead: timedelta, only: str | None = None
    ) -> Run | None:
        """Draft a new request of the type there is less of, or `only` of this one; None when nobody or no
        place is free."""
        types = Counter(str(i["type"]) for i in items)
        work_type = only or min(TYPES, key=lambda kind: (types[kind] + 1) / TYPES[kind])
        wanted = plan(self.cast, Wish(permit, work_type, now, lead), self._taken())
        if wanted is None:
            return None
        run = self.runs[permit] = Run(permit, wanted.spot.id, since=now)
        run.acts.append(wanted.act)
        self.player.do(run, now)
        return run

    def _taken(self) -> Busy:
        """Who and what is taken, by the permits of real people too."""
        busy = Busy()
        with tenant.company(self.cast.company):
            found = self._everything()
        for item in found:
            busy.points.add(item["point"]["id"])
            busy.guardians.add(item["guardian"]["id"])
            busy.people.update(self._crew(item["id"]))
        return busy

    def _crew(self, permit: str) -> set[str]:
        """Who does the work of an open permit."""
        if permit not in self._crews:
            found = self.player.look(Run(permit, ""))
            crew = found[0].crew if found else None
            self._crews[permit] = {crew.responsible or "", *crew.workers} if crew else set()
        return self._crews[permit]

    def _everything(self) -> list[Item]:
        """Every open permit, whoever it belongs to."""
        asked = (
            listing.BoardFilter(states=OPEN, size=200),
            listing.BoardFilter(clearance="open", size=200),
        )
        return [i for a in asked for i in json.loads(listing.board(self.cast.company, a))["items"]]

    def _busy(self, doing: Any, *about: Any) -> None:
        try:
            doing(*about)
        except DoorBusyError:
            _log.info("somebody else was faster; later again")
