"""A work point that cannot decide undoes no stop: somebody is called, and the order is owed until given."""

import json

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from davy.actuation import tasks
from davy.actuation.tests.plant import Desk
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.db import rows, tenant
from davy.sensing.tests.watching import live

pytestmark = pytest.mark.django_db


@pytest.fixture
def hands() -> Hands:
    return live(small_plant(simulated=True))


def _doc(hands: Hands, doc: str | None = None) -> str:
    """What is kept of the work point; with `doc` it is that from now on."""
    with tenant.company(hands.plant.company):
        row = rows.one("SELECT doc::text AS doc FROM actuation_point")
        if doc is not None:
            rows.run("UPDATE actuation_point SET doc = %s", (doc,))
    assert row is not None
    return str(row["doc"])


def test_the_stop_stands_and_the_cut_follows(hands: Hands) -> None:
    desk = Desk(hands.plant).in_force()
    sound = _doc(hands, json.dumps({"nobody": "can read this"}))
    hands.give("sun", "stop", {"reason": "看到明火"})
    with tenant.company(hands.plant.company):
        permit = rows.one("SELECT state FROM permits_permit WHERE id = %s", (hands.permit,))
    assert permit == {"state": "paused"}
    assert desk.orders() == []
    assert "effect_failed" in desk.rung(hands)
    [owed] = ProcrastinateJob.objects.filter(task_name="actuation.request_again")
    with pytest.raises(Exception, match="id"):
        tasks.request_again(**owed.args)
    _doc(hands, sound)
    tasks.request_again(**owed.args)
    tasks.request_again(**owed.args)
    [order] = desk.orders()
    assert (order["serial"], order["effect"], order["causes"]) == ("SN-R", "cut_energy", ["any_stop"])
