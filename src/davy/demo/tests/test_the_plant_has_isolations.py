"""The simulated plant has an isolation that is verified and locked, and one half done."""

import pytest

from davy.db import tenant
from davy.demo import isolations, phones, registers
from davy.isolations import queries

pytestmark = pytest.mark.django_db


def test_one_is_verified_and_one_half_done() -> None:
    company = registers.build()
    phones.build(company.id)
    isolations.build(company.id)
    with tenant.company(company.id):
        found = {row["title"]: row for row in queries.board(company.id, state="standing")}
    pump, tank = found["P-101 泵检修隔离"], found["V-102 储罐检修隔离"]
    assert (pump["verified"], pump["points"], pump["locks"]) == (3, 3, 1)
    assert (tank["verified"], tank["points"]) == (1, 3)
