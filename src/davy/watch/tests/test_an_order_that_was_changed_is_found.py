"""What the rows of a work point's actuation tell is held against its events: in force, due, every order."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from davy.actuation.tests.plant import Desk
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.clockwork.proofs import look_due
from davy.db import tenant
from davy.sensing.tests.watching import live
from davy.watch.night.comparing import differs, without_events

POINT, ORDER = "actuation_point", "actuation_order"
LIES = (
    (POINT, "in_force = false"),
    (POINT, "looks_at = NULL"),
    (POINT, "looks_at = looks_at + interval '1 hour'"),
    (POINT, "positions = jsonb_set(positions, '{1}', '{}')"),
    (ORDER, "waits = false"),
    (ORDER, "superseded = NOT superseded"),
    (ORDER, "until_at = until_at + interval '1 hour'"),
    (ORDER, "due_at = due_at + interval '1 hour'"),
    (ORDER, "instrument_id = point_id"),
    (ORDER, "effect = 'sound_siren'"),
    (ORDER, "confirmed_at = requested_at"),
    (ORDER, "timed_out_at = NULL"),
    (ORDER, "contradicted_at = requested_at"),
    (ORDER, "causes = '{}'"),
    (ORDER, "permits = '{}'"),
    (ORDER, "restores = 'x'"),
    (ORDER, "requested_by = 'x'"),
    (ORDER, "reason = 'x'"),
)
MADE_UP = """
INSERT INTO {table} SELECT (jsonb_populate_record(o, jsonb_build_object('id', 'made-up'))).* FROM {table} o
LIMIT 1
"""
CHANGES = [
    *((table, f"UPDATE {{table}} SET {lie}") for table, lie in LIES),  # noqa: S608 - constants
    (ORDER, "DELETE FROM {table} WHERE superseded"),
    (ORDER, MADE_UP),
]
Insider = Callable[[str], None]


@pytest.fixture
def hands(committed_db: str) -> Hands:
    """A stop cut the power, nobody proved it, and it was ordered anew."""
    del committed_db
    hands = live(small_plant(simulated=True))
    Desk(hands.plant).in_force()
    hands.give("sun", "stop", {})
    assert [look_due(), look_due()] == [1, 1]
    return hands


def _differs(hands: Hands) -> bool:
    with tenant.company(hands.plant.company):
        return differs(hands.plant.company, "actuation", hands.plant.point)


def test_whatever_was_changed_of_it_is_found(hands: Hands, insider: Insider) -> None:
    assert not _differs(hands)
    insider(f"UPDATE {ORDER} SET tries = 9, sent_at = due_at, next_try_at = due_at")  # noqa: S608
    assert not _differs(hands)  # what sending writes for itself
    for table, change in CHANGES:
        insider(f"CREATE TABLE kept AS TABLE {table}")
        insider(change.replace("{table}", table))
        assert _differs(hands), change
        insider(f"DELETE FROM {table}")  # noqa: S608 - his own words
        assert _differs(hands)
        insider(f"INSERT INTO {table} SELECT * FROM kept")  # noqa: S608 - his own words
        insider("DROP TABLE kept")
        assert not _differs(hands)


def test_an_order_of_a_work_point_that_no_event_made_is_found(hands: Hands, insider: Insider) -> None:
    with tenant.company(hands.plant.company):
        assert "actuation" not in {kind for kind, _ in without_events(hands.plant.company)}
    insider(f"UPDATE {ORDER} SET point_id = instrument_id")  # noqa: S608 - his own words
    with tenant.company(hands.plant.company):
        assert "actuation" in {kind for kind, _ in without_events(hands.plant.company)}
