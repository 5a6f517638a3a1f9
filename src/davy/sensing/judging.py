"""Holds the readings of a batch to the rules, and the passing of time where nothing is read. The state of
each instrument is a row, moved on in the transaction of its readings, so that it survives whoever kept it."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from davy import clock
from davy.readings.store import Row
from davy.sensing.as_read import as_read
from davy.sensing.heeding import UntoldError
from davy.sensing.kept import NEW, Keep, Known, keep, known_of
from davy.sensing.ledger import Ledger
from davy.sensing.watched import Served, served, setting_of
from davy_core.watch.reading import millis, moment
from davy_core.watch.setting import Setting
from davy_core.watch.state import State
from davy_core.watch.step import step
from davy_core.watch.tick import began, next_look, tick

__all__ = ["judge", "look", "lose"]

_AGAIN = timedelta(seconds=15)
"""After how long one that could not be judged is tried again."""
_log = logging.getLogger(__name__)


def judge(company_id: UUID, partition: int, read: Sequence[Row]) -> None:
    """Step every instrument of the batch through its readings, in their order, and tell what happened."""
    by_instrument: dict[UUID, list[Row]] = {}
    for row in read:
        by_instrument.setdefault(row.instrument, []).append(row)
    ones = served(company_id, by_instrument)
    kept = known_of(company_id, by_instrument)
    after = [
        _judge(company_id, ones[instrument], kept.get(instrument, NEW), its)
        for instrument, its in by_instrument.items()
        if instrument in ones
    ]
    keep(company_id, partition, after)


def look(company_id: UUID, partition: int, instrument: UUID) -> None:
    """Look at an instrument without a reading: what lasted counts, what is silent is told."""
    one = served(company_id, [instrument]).get(instrument)
    if one is not None:
        known = known_of(company_id, [instrument]).get(instrument, NEW)
        keep(company_id, partition, [_judge(company_id, one, known, [])])


def lose(company_id: UUID, partition: int, one: Served) -> None:
    """Nobody judges this instrument: tell whom it serves, once until somebody does."""
    known = known_of(company_id, [one.id]).get(one.id, NEW)
    ledger = Ledger(company_id, one, dict(known.told))
    try:
        ledger.left(known)
    except UntoldError:
        after = _untold(ledger, known)
    else:
        after = _lose(ledger, known)
    keep(company_id, partition, [after])


def _judge(company_id: UUID, one: Served, known: Known, read: Sequence[Row]) -> Keep:
    ledger, now = Ledger(company_id, one, dict(known.told)), clock.now()
    try:
        ledger.left(known)
        setting = None if one.retired else setting_of(company_id, one)
        state = _stepped(ledger, setting, known.state, read) if setting else None
        if setting and state:
            ledger.settle(state, setting, millis(now))
        else:
            ledger.end()
    except UntoldError:
        return _untold(ledger, known)
    except (KeyError, ValueError, TypeError):
        _log.exception("instrument %s cannot be watched", one.id)
        return _lose(ledger, known)
    looks = next_look(state, setting) if state and setting else None
    after = Known(state, ledger.told, one.binding, one.permit)
    return one.id, after, moment(looks) if looks is not None else None


def _stepped(ledger: Ledger, setting: Setting, before: State | None, read: Sequence[Row]) -> State:
    state = before or began(setting)
    if not read:
        state, happened = tick(state, millis(clock.now()), setting)
        for what in happened:
            ledger.happened(what, None)
    for row in read:
        reading = as_read(row)
        state, happened = step(state, reading, setting)
        for what in happened:
            ledger.happened(what, reading.spot)
    return state


def _untold(ledger: Ledger, known: Known) -> Keep:
    """What was told is kept; what was judged is not, so that it is judged and told again."""
    after = replace(known, told=ledger.told)
    return ledger.one.id, after, clock.now() + _AGAIN


def _lose(ledger: Ledger, known: Known) -> Keep:
    one, now = ledger.one, clock.now()
    since = known.lost_at or now
    with suppress(UntoldError):
        ledger.lost(since)
    after = Known(known.state, ledger.told, one.binding, one.permit, since)
    return one.id, after, now + _AGAIN
