"""A device that says the same of an order two hundred times a second gives the door one command."""

import pytest

from davy import clock
from davy.actuation.tests.plant import Desk
from davy.building.plant import small_plant
from davy.db import rows, tenant
from davy.ids import uuid7
from davy.readings.store import Aside
from davy.sensing.messages import Taker
from davy.sensing.proving import prove
from davy.sensing.tests.watching import live

pytestmark = pytest.mark.django_db


def test_what_is_known_is_no_command_and_what_is_unknown_is_set_aside() -> None:
    hands = live(small_plant(simulated=True))
    company = hands.plant.company
    desk = Desk(hands.plant).in_force()
    hands.give("sun", "stop", {"reason": "看到明火"})
    [order] = desk.orders()
    batch = [(str(desk.relay), order["id"], "received")] * 200
    batch += [(str(desk.relay), "f" * 34, "received"), (str(uuid7()), order["id"], "done")]
    for turn in range(2):
        taker = Taker(company, "hh", 0, {}, {}, {})
        for n, (instrument, number, did) in enumerate(batch, turn * len(batch)):
            aside = Aside(0, n, "order_unknown", number, "t", None, None, clock.now(), 1, b"x")
            taker.answers.append(({"instrument": instrument, "order": number, "did": did}, aside))
        with tenant.company(company):
            prove(company, taker)
    with tenant.company(company):
        given = rows.many("SELECT 1 AS one FROM door_command WHERE kind = 'note_answer'")
        aside_ = rows.many("SELECT log_seq FROM readings_set_aside ORDER BY log_seq")
    assert len(given) == 1
    assert [row["log_seq"] for row in aside_] == [200, 201, 402, 403]
    assert desk.orders()[0]["delivered_at"] is not None
