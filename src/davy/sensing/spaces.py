"""What several instruments say together, looked at every few seconds: the fixed detectors of one permit that
vote, and the persons of one site who stand close together. How each stands is a row, so that it survives
whoever looked. What one of them says by itself never waits for this (S3)."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import OperationalError, transaction

from davy import clock
from davy.accounts.models import Company
from davy.db import rows, tenant
from davy.door.execute import LOCK_TIMEOUT, busy
from davy.instruments.kinds import kinds
from davy.instruments.watching import book
from davy.sensing.gathered import Heard, located, newest, voting
from davy.sensing.heeding import crowd, tell
from davy.sensing.whereabouts import area_at
from davy_core.instants import iso
from davy_core.watch.episodes import name_of
from davy_core.watch.fences import plane_at
from davy_core.watch.happening import Happening
from davy_core.watch.reading import millis, moment
from davy_core.watch.space import (
    LINGERS,
    Space,
    crowded,
    kept_tracks,
    look,
    member,
    prepare_space,
    tracks_of,
)
from davy_core.watch.state import Track
from davy_core.watch.telling import heeding

__all__ = ["look_at_all"]

_log = logging.getLogger(__name__)
VOTE, CROWD = "vote", "crowd"
NOBODY = str(UUID(int=0))
"""Where too few are left to vote, no instrument of theirs is named with the end."""
_MINE = "SELECT pg_try_advisory_xact_lock(hashtext('sensing_space'), hashtext(%s)) AS mine"
_KEPT = "SELECT space, tracks::text AS tracks FROM sensing_space WHERE company_id = %s"
_KEEP = """
INSERT INTO sensing_space (company_id, space, tracks) VALUES (%s, %s, %s)
ON CONFLICT (company_id, space) DO UPDATE SET tracks = excluded.tracks
WHERE sensing_space.tracks IS DISTINCT FROM excluded.tracks
"""
_FORGET = "DELETE FROM sensing_space WHERE company_id = %s AND space = %s"


@dataclass(frozen=True)
class _Place:
    """One space with those whose newest reading counts in it: `who` by instrument is what stands for it."""

    kind: str
    id: UUID
    who: Mapping[UUID, str]
    voters: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def key(self) -> str:
        return f"{self.kind}/{self.id}"


def look_at_all() -> None:
    """Look at every space of every company. One that another worker looks at just now is left to it; where a
    stream is locked it is looked at again the next time. Opens its own tenant blocks."""
    for company_id in Company.objects.order_by("id").values_list("id", flat=True):
        try:
            with tenant.company(company_id, patience=LOCK_TIMEOUT):
                _company(company_id, clock.now())
        except OperationalError as error:
            if not busy(error):
                raise
            _log.info("the spaces of %s are looked at again in a moment", company_id)


def _company(company_id: UUID, now: datetime) -> None:
    places = _places(company_id)
    mine = rows.one(_MINE, (str(company_id),))
    if mine is None or not mine["mine"]:
        return
    kept = {row["space"]: tracks_of(json.loads(row["tracks"])) for row in rows.many(_KEPT, (company_id,))}
    if not places and not kept:
        return
    lingers = max(rule.counts["stale_s"] for rule in book().of_kind(VOTE, CROWD)) * LINGERS
    heard = newest(company_id, [i for p in places for i in p.who], now - timedelta(seconds=lingers))
    for place in places:
        _safely(company_id, place.key, lambda p=place: _look(company_id, p, kept.get(p.key, {}), heard, now))
    for key in kept.keys() - {place.key for place in places}:
        _safely(company_id, key, lambda k=key: _let_go(company_id, k, kept[k], now))


def _safely(company_id: UUID, key: str, work: Any) -> None:
    """A fault of one space keeps nobody from looking at the others; what it was stands as it was."""
    try:
        with transaction.atomic():
            work()
    except OperationalError:
        raise
    except Exception:  # noqa: BLE001 - see above
        _log.exception("%s of %s cannot be looked at", key, company_id)


def _places(company_id: UUID) -> list[_Place]:
    """Where enough detectors serve one permit, and the sites at which enough persons are located."""
    found = []
    for permit, detectors in voting(company_id).items():
        voters: dict[str, frozenset[str]] = {}
        for rule in book().of_kind(VOTE):
            measuring = {str(i) for i, kind in detectors.items() if rule.channel in kinds()[kind].channels}
            voters[str(rule.channel)] = frozenset(measuring)
        if any(len(voters[str(rule.channel)]) >= rule.counts["of"] for rule in book().of_kind(VOTE)):
            found.append(_Place(VOTE, permit, {i: str(i) for i in detectors}, voters))
    return found + [_Place(CROWD, site, who) for site, who in located(company_id).items()]


def _look(
    company_id: UUID, place: _Place, tracks: Mapping[str, Track], heard: Mapping[UUID, Heard], now: datetime
) -> None:
    its = {i: heard[i] for i in place.who if i in heard}
    spots = [one.spot for one in its.values() if one.spot is not None]
    # Laid out anew each time, at whoever is there: only how far they are apart is asked.
    plane = plane_at(spots[0].lat, spots[0].lon) if place.kind == CROWD and spots else None
    setting = prepare_space(Space(str(place.id), place.voters, plane), book())
    members = {}
    for instrument, one in sorted(its.items(), key=lambda item: item[1].heard):
        members[place.who[instrument]] = member(one, setting)
    after, happened = look(tracks, members, setting, millis(now))
    for what in happened:
        if place.kind == VOTE:
            _told(company_id, place.id, what, now)
        elif what.kind != "closed":
            together = crowded(book().rules[what.rule], members, setting.space, millis(now))
            _called(company_id, place, what, [its[i] for i, who in place.who.items() if who in together])
    rows.run(_KEEP, (company_id, place.key, json.dumps(kept_tracks(after))))


def _told(company_id: UUID, permit: UUID, what: Happening, now: datetime) -> None:
    if what.kind == "closed":
        tell(company_id, [permit], _over(what.episode, what.rule, what.instrument, what.since, now))
    else:
        tell(company_id, [permit], heeding(what))


def _called(company_id: UUID, place: _Place, what: Happening, together: Sequence[Heard]) -> None:
    """The area in which they stand is named, where somebody drew its border; else the site."""
    spot = next((one.spot for one in together if one.spot is not None), None)
    area = area_at(company_id, place.id, spot) if spot is not None else None
    crowd(company_id, what, area or place.id)


def _let_go(company_id: UUID, key: str, tracks: Mapping[str, Track], now: datetime) -> None:
    """Too few are left to say anything together: what they said is over, and that is the reason told."""
    kind, _, permit = key.partition("/")
    for track_key, track in tracks.items():
        if kind == VOTE and track.opened is not None:
            rule, _, _ = track_key.partition("@")
            over = _over(name_of("", track_key, track.opened), rule, NOBODY, track.opened, now)
            tell(company_id, [permit], {**over, "reason": "released"})
    rows.run(_FORGET, (company_id, key))


def _over(episode: str, rule: str, instrument: str, since: int, now: datetime) -> dict[str, Any]:
    return {
        "episode": episode,
        "step": "closed",
        "rule": rule,
        "instrument": instrument or NOBODY,
        "since": iso(moment(since)),
        "taken": iso(now),
    }
