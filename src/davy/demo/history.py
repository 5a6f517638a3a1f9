"""The simulated past: two months of permits, every one through the door, in the order of their time.

Time jumps from act to act. Nobody sleeps, nothing is written past the door, and the events say that they are
simulated.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import count

from davy import clock
from davy.clock import beat
from davy.db import tenant
from davy.demo.bells import Bells
from davy.demo.cast import ZONE, Cast
from davy.demo.dice import Dice
from davy.demo.plans import Busy, Wish, permit_id, plan
from davy.demo.player import Player, Run
from davy.demo.scene import HISTORY

__all__ = ["TAIL", "History", "Request", "requests"]

TYPES = {
    "hot": 0.44, "confined": 0.26, "height": 0.08, "power": 0.06, "blind": 0.05, "digging": 0.04,
    "lifting": 0.04, "road": 0.03,
}  # fmt: skip
LEAD = (50, 100)  # minutes from the draft to the begin of validity
TAIL = 13  # permits that are still alive at the end, drafted in the last hours
TAIL_HOURS = 4.0
LATELY = (
    "hot",
    "confined",
    "height",
    "hot",
    "power",
    "confined",
    "hot",
    "digging",
    "hot",
    "blind",
    "lifting",
)
TOGETHER = 25  # acts in one transaction
ENDED = frozenset({"closed", "voided", "withdrawn"})


@dataclass(frozen=True, order=True)
class Request:
    """That somebody wants to work: when he drafts, what type of work, and a name for the dice."""

    at: datetime
    work_type: str
    seed: str


def requests(past: int, days: int, now: datetime, *, tail: int = TAIL) -> list[Request]:
    """`past` requests over so many days, mostly on weekday mornings; then the tail that leads to now."""
    dice = Dice(f"requests {past} {days}")
    today = now.astimezone(ZONE).date()
    weights = [_work_of(today - timedelta(days=back)) for back in range(days, 0, -1)]
    found = []
    for number in range(past):
        back = dice.of("day", number).choices(range(days, 0, -1), weights)[0]
        day = today - timedelta(days=back)
        kind = dice.weighted(TYPES, "type", number)
        found.append(Request(_moment(dice, day, number), kind, f"past {number}"))
    for number in range(tail):
        kind = LATELY[number % len(LATELY)]
        back_hours = TAIL_HOURS * (number + 0.5) / tail
        found.append(Request(now - timedelta(hours=back_hours), kind, f"tail {number} {now:%Y%m%d%H%M}"))
    latest = now - timedelta(hours=TAIL_HOURS + 10)
    return sorted(r for r in found if r.at < latest or r.seed.startswith("tail"))


def _work_of(day: date) -> float:
    return 0.35 if day.isoweekday() > 5 else 1.0


def _moment(dice: Dice, day: date, number: int) -> datetime:
    """Most drafts are written before eight and after lunch, a few for the night."""
    part = dice.weighted({"morning": 62, "noon": 30, "night": 8}, "part", number)
    begins = {"morning": 6.8, "noon": 11.7, "night": 18.5}[part]
    minutes = dice.of("minute", number).triangular(0, 150, 50)
    return datetime.combine(day, time(0), ZONE) + timedelta(hours=begins, minutes=minutes)


class History:
    """Plays requests until a moment that may move. `guardians` are those it may ask."""

    def __init__(
        self, cast: Cast, until: Callable[[], datetime], guardians: Sequence[str] | None = None
    ) -> None:
        """Nothing has happened yet."""
        self._cast, self._until, self._guardians = cast, until, guardians
        self._player = Player(cast, simulated=True)
        self._bells = Bells(cast, self._player.hand, simulated=True)
        self._queue: list[tuple[datetime, int, Request | Run | str]] = []
        self._numbers = count()
        self._open: dict[str, tuple[Run, list[str], str]] = {}
        self._areas: dict[str, str] = {}
        self.acts = self.begun = 0

    def play(self, wanted: Sequence[Request]) -> Iterator[int]:
        """Play them all; gives now and then how many requests have begun."""
        for request in wanted:
            self._push(request.at, request)
        while self._due():
            beat.strike(jumped=False)  # in the simulated past this player is the clock as well
            with tenant.company(self._cast.company):  # one commit for some acts: nobody else waits for them
                for _ in range(TOGETHER):
                    if self._due():
                        self._next()
            yield self.begun

    def _due(self) -> bool:
        return bool(self._queue) and self._queue[0][0] <= self._until()

    def _next(self) -> None:
        at, _, what = heapq.heappop(self._queue)
        if isinstance(what, Request):
            self._begin(clock.floor(at), what)
            self.begun += 1
        elif isinstance(what, Run):
            self._go_on(clock.floor(at), what)
        else:
            self._bell(clock.floor(at), what)

    def _push(self, at: datetime, what: Request | Run | str) -> None:
        heapq.heappush(self._queue, (at, next(self._numbers), what))

    def _begin(self, at: datetime, request: Request) -> None:
        permit = permit_id(self._cast.company, request.seed, at)
        lead = Dice(permit).minutes(*LEAD, "lead")
        wish = Wish(permit, request.work_type, at, lead)
        wanted = plan(self._cast, wish, self._busy(), self._guardians)
        if wanted is None:
            return
        run = Run(permit, wanted.spot.id, since=at)
        if self._player.look(run) is not None:
            return  # an earlier build that was cut short has played it; the clock has ended it since
        run.acts.append(wanted.act)
        crew = wanted.act.body["crew"]
        people = [crew["responsible"], *crew["workers"]]
        self._open[permit] = (run, people, crew["guardian"])
        self._areas[permit] = wanted.spot.area
        self._go_on(at, run)

    def _busy(self) -> Busy:
        busy = Busy()
        for run, people, guardian in self._open.values():
            busy.points.add(run.point)
            busy.people.update(people)
            busy.guardians.add(guardian)
        return busy

    def _go_on(self, at: datetime, run: Run) -> None:
        """One act; then the next one is queued at its own time."""
        if run.acts:
            self._player.do(run, at)
            self.acts += 1
        if run.alarmed:
            run.alarmed = False
            self._push(at + timedelta(minutes=1), run.permit)
        if not run.acts:
            self._player.think(run, at, HISTORY)
        if run.acts:
            self._push(max(run.acts[0].at, at), run)
        elif run.state in ENDED:
            self._open.pop(run.permit, None)

    def _bell(self, at: datetime, permit: str) -> None:
        """Somebody sees to the alarms of a permit until there is none."""
        again = []
        area = self._areas.get(permit)
        for alarm in self._bells.open(permit):
            later = self._bells.attend(alarm, area, at)
            again += [later] if later else []
            self.acts += 1
        if again:
            self._push(max(min(again), at + timedelta(seconds=30)), permit)
