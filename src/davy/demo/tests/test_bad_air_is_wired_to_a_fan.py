"""The people of a simulated plant put a table in force where they work: bad air runs a fan, sounds a siren
and cuts the tools; once, and with what is free."""

from pathlib import Path

import pytest

from davy.accounts.models import Company
from davy.actuation import queries
from davy.building.plant import small_plant
from davy.db import tenant
from davy.demo import wiring
from davy.sensing.tests.watching import live
from davy.simulator import enrolling


@pytest.mark.django_db
def test_a_live_place_gets_what_is_free_and_once(tmp_path: Path) -> None:
    work = live(small_plant("hh", "hh.davy.test", simulated=True))
    company = Company.objects.get(id=work.plant.company)
    plant = enrolling.enrol(company, 1, 8, tmp_path / "plant.json")
    serials = [one.serial for _, one in plant.instruments]
    assert wiring.wire(company.id, serials) == 1
    assert wiring.wire(company.id, serials) == 0
    with tenant.company(company.id):
        found = queries.load(company.id, work.plant.point)
    assert found is not None
    assert found.table is not None
    assert [(row.cause, row.effect) for row in found.table.rows] == [
        ("gas", "start_ventilation"), ("gas", "sound_siren"), ("gas", "cut_energy"),
    ]  # fmt: skip
