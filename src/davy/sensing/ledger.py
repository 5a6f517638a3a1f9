"""Which permit was told of which episode: one that an instrument comes to serve is told what is open already,
and one that was told is told of the end, wherever the instrument is by then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from davy import clock
from davy.db import rows
from davy.sensing.heeding import call, tell
from davy.sensing.kept import Episode, Known
from davy.sensing.watched import Served, gas_kinds, is_relied, measures, standing
from davy_core.instants import iso
from davy_core.watch.episodes import When, name_of
from davy_core.watch.episodes import told as told_of
from davy_core.watch.happening import Happening, Kind
from davy_core.watch.reading import Spot, millis
from davy_core.watch.setting import Setting
from davy_core.watch.state import State
from davy_core.watch.telling import heeding

__all__ = ["Ledger"]

_LIVE = """
SELECT id::text FROM permits_permit WHERE company_id = %s AND id = ANY(%s::uuid[])
  AND state IN ('submitted', 'issued', 'active', 'paused')
"""
_OTHERS = """
SELECT i.kind FROM instruments_binding b
JOIN instruments_instrument i ON i.company_id = b.company_id AND i.id = b.instrument_id
WHERE b.company_id = %s AND b.permit_id = %s AND b.until_at IS NULL
"""
_WORE = """
SELECT b.person_id::text AS person, EXISTS (
    SELECT 1 FROM instruments_binding o WHERE o.company_id = b.company_id AND o.person_id = b.person_id
      AND o.until_at IS NULL AND o.instrument_id <> b.instrument_id AND EXISTS (
        SELECT 1 FROM instruments_instrument i
        WHERE i.company_id = o.company_id AND i.id = o.instrument_id AND i.kind = ANY(%s))) AS another
FROM instruments_binding b WHERE b.company_id = %s AND b.id = %s AND b.person_id IS NOT NULL
"""
_PERMIT = "permit/"


@dataclass
class Ledger:
    """The telling of one instrument in one transaction. `told` is moved on with each telling."""

    company: UUID
    one: Served
    told: dict[str, Episode] = field(default_factory=dict)

    def left(self, known: Known) -> None:
        """It serves somebody else than it did, or nobody: the permit that relied on it is told that nothing
        watches there any more, unless another instrument does, and what it was told of is over."""
        off = known.permit is None and known.binding not in {None, self.one.binding}
        if off:
            self._taken_off(known)
        if off or self.one.breathes is not None:
            self._walked_off()
        old = known.permit
        if old is None or old == self.one.permit:
            return
        if is_relied(self.one.kind) and not self._another(old):
            episode = f"released.{self.one.id}.{known.binding}"[:80]
            self._tell(episode, _lapsed(episode, self.one.id, clock.now(), "released"), [str(old)])
        for name in list(self.told):
            self._close(name, [p for p in self.told[name].permits if p == str(old)], "released")

    def _taken_off(self, known: Known) -> None:
        """Who is in a space whose air nothing else measures took it off, or it was taken from him."""
        row = rows.one(_WORE, (gas_kinds(), self.company, known.binding)) if measures(self.one.kind) else None
        if row is None or row["another"]:
            return
        episode = f"released.{self.one.id}.{known.binding}"[:80]
        relying = [
            one.permit for one in standing(self.company, [row["person"]]).get(row["person"], ()) if one.relies
        ]
        body = _lapsed(episode, self.one.id, clock.now(), "released")
        self._tell(episode, {**body, "person": row["person"]}, relying)

    def _walked_off(self) -> None:
        """Its wearer stands elsewhere: what was told to work that he left says nothing of its air now."""
        here = {str(self.one.permit), *(one.permit for one in self.one.stands)}
        for name in list(self.told):
            self._close(name, [p for p in self.told[name].permits if p not in here], "released")

    def end(self) -> None:
        """Nothing is watched any more: whoever was told of anything is told of its end."""
        for name in list(self.told):
            self._close(name, list(self._of(name)), "retired")

    def happened(self, what: Happening, spot: Spot | None) -> None:
        """Something happened in a reading, or by the passing of time."""
        if what.kind == "closed":
            self._close(what.episode, list(self._of(what.episode)), what.reason)
            return
        permits = self._targets(what.subject)
        self._tell(what.episode, self._heeding(what, spot), permits)
        if not permits and what.kind == "opened":
            call(self.company, self.one.id, what, self.one.breathes)

    def settle(self, state: State, setting: Setting, now: int) -> None:
        """What is open is told to whoever came since, what is not open any more is told to be over."""
        open_now = {}
        for key, track in state.tracks.items():
            check = setting.checks.get(key)
            if track.opened is None or check is None:
                continue
            name = name_of(setting.instrument, key, track.opened)
            open_now[name] = check
            missing = [p for p in map(str, self._targets(check.subject)) if p not in self._of(name)]
            if missing and (live := self._live(missing)):
                kind: Kind = "unknown" if check.rule.unknown else "opened"
                when = When(now, now, live=True, trusted=True, instrument=setting.instrument)
                self._tell(name, self._heeding(told_of(kind, track, check, when), None), live)
        for name in list(self.told):
            if name not in open_now:
                self._close(name, list(self._of(name)), None)

    def lost(self, since: datetime) -> None:
        """Nobody judges it: that is unknown, and unknown is not yes (S18, S27)."""
        name = f"unjudged.{self.one.id}.{millis(since)}"
        targets = self._targets("") if self.one.breathes is None else self.one.relying
        missing = [p for p in map(str, targets) if p not in self._of(name)]
        if missing and (live := self._live(missing)):
            self._tell(name, _lapsed(name, self.one.id, since, "unjudged"), live)

    def _heeding(self, what: Happening, spot: Spot | None) -> dict[str, Any]:
        """What is told of it; who wears a gas detector is named with what it measured."""
        body = heeding(what, spot, self.one.point)
        return body if self.one.breathes is None else {"person": self.one.breathes, **body}

    def _targets(self, subject: str) -> list[UUID | str]:
        """The permit that it is about; else all that its wearer, or it itself, has to do with now."""
        if subject.startswith(_PERMIT):
            return [subject.removeprefix(_PERMIT)]
        return list(self.one.permits(self.company))

    def _of(self, name: str) -> tuple[str, ...]:
        return self.told[name].permits if name in self.told else ()

    def _tell(self, name: str, body: Mapping[str, Any], permits: Iterable[UUID | str]) -> None:
        took = tell(self.company, permits, body)
        before = self.told.get(name, Episode(str(body["rule"]), str(body["since"]), ()))
        permits_told = tuple(dict.fromkeys([*before.permits, *took]))
        if permits_told:
            self.told[name] = Episode(before.rule, before.since, permits_told)
        else:
            self.told.pop(name, None)

    def _close(self, name: str, permits: list[str], reason: str | None) -> None:
        episode = self.told.get(name)
        if episode is None:
            return
        body = {
            "episode": name,
            "step": "closed",
            "rule": episode.rule,
            "instrument": str(self.one.id),
            "since": episode.since,
            "taken": iso(clock.now()),
            **({"reason": reason} if reason else {}),
        }
        tell(self.company, permits, body)
        left = tuple(p for p in episode.permits if p not in permits)
        if left:
            self.told[name] = Episode(episode.rule, episode.since, left)
        else:
            del self.told[name]

    def _live(self, permits: list[str]) -> list[str]:
        return [row["id"] for row in rows.many(_LIVE, (self.company, permits))]

    def _another(self, permit: UUID) -> bool:
        return any(is_relied(row["kind"]) for row in rows.many(_OTHERS, (self.company, permit)))


def _lapsed(name: str, instrument: UUID, since: datetime, reason: str) -> dict[str, Any]:
    """Nothing watches there."""
    return {
        "episode": name,
        "step": "opened",
        "rule": "gap",
        "instrument": str(instrument),
        "since": iso(since),
        "taken": iso(clock.now()),
        "reason": reason,
        "pause": "watch_gap",
        "alarm": "sensor_unknown",
    }
