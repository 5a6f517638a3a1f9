"""The curve of a permit: least and greatest a minute, gaps told, from fresh readings and from those rolled
up."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from davy.building.plant import Plant, small_plant
from davy.db import rows, tenant
from davy.ids import uuid7
from davy.readings import queries, rolling, store
from davy.readings.store import Known, Row
from davy_core.instruments.order import Order

pytestmark = pytest.mark.django_db

T0 = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
PERMIT, GATEWAY = uuid7(), uuid7()


def _told(plant: Plant, instrument: UUID, at: list[tuple[float, str]]) -> None:
    with tenant.company(plant.company):
        found = [
            Row(
                instrument=instrument,
                taken_at=T0 + timedelta(seconds=seconds),
                boot="a",
                seq=n,
                received_at=T0 + timedelta(seconds=seconds),
                clock="server",
                gateway=GATEWAY,
                binding=None,
                log_seq=n,
                channels={"lel": value},
                doubts=None,
            )
            for n, (seconds, value) in enumerate(at)
        ]
        store.make_days({store.day_of(row.taken_at) for row in found})
        known = Known()
        for row in found:
            gap = (7, 9) if row.seq == 2 else None
            known.move(row, Order(), None, gap, None)
        store.keep(plant.company, found, {instrument: known})


@pytest.fixture
def instrument() -> tuple[Plant, UUID]:
    plant, made = small_plant(), uuid7()
    with tenant.company(plant.company):
        rows.run(
            "INSERT INTO instruments_instrument (company_id, id, version, kind, serial, site_id, name, token,"
            " enrolled_at, doc) VALUES (%s, %s, 1, 'multi_gas', 'SN-1', %s, '一号', 't', %s, '{}')",
            (plant.company, made, plant.site, T0),
        )
        rows.run(
            "INSERT INTO instruments_binding (company_id, id, instrument_id, permit_id, point, from_at,"
            " until_at) VALUES (%s, %s, %s, %s, 'upper', %s, %s)",
            (plant.company, uuid7(), made, PERMIT, T0, T0 + timedelta(minutes=30)),
        )
    return plant, made


def _curve(plant: Plant) -> list[dict[str, Any]]:
    with tenant.company(plant.company):
        return queries.curve(plant.company, PERMIT, T0 - timedelta(days=1), T0 + timedelta(days=1))


def test_spikes_and_gaps_stay_and_what_others_measured_is_not_in_it(instrument: tuple[Plant, UUID]) -> None:
    plant, made = instrument
    _told(plant, made, [(0, "1.5"), (10, "44"), (600, "2"), (3600, "99")])
    with tenant.company(plant.company), CaptureQueriesContext(connection) as asked:
        [one] = queries.curve(plant.company, PERMIT, T0 - timedelta(days=1), T0 + timedelta(days=1))
    assert len(asked.captured_queries) == 1
    assert (one["point"], one["channel"]) == ("upper", "lel")
    assert one["at"] == [T0, T0 + timedelta(minutes=10)]
    assert (one["least"], one["greatest"]) == (["1.5", "2"], ["44", "2"])
    [gap] = json.loads(one["gaps"])
    assert gap["missing"] == 3


def test_it_is_the_same_when_it_was_rolled_up(instrument: tuple[Plant, UUID]) -> None:
    plant, made = instrument
    _told(plant, made, [(0, "1.5"), (10, "44"), (600, "2")])
    before = _curve(plant)
    with tenant.company(plant.company):
        assert rolling.roll(plant.company, T0, T0 + timedelta(hours=1)) == 2
        assert rolling.roll(plant.company, T0, T0 + timedelta(hours=1)) == 2
    assert _curve(plant) == before


def test_a_long_span_is_told_in_long_steps_and_keeps_its_peaks(instrument: tuple[Plant, UUID]) -> None:
    plant, made = instrument
    _told(plant, made, [(0, "1.5"), (10, "44"), (600, "2"), (700, "0.5")])
    asked = (plant.company, PERMIT, T0 - timedelta(days=1), T0 + timedelta(days=1))
    with tenant.company(plant.company):
        [long] = queries.curve(*asked, 1800)
        [short] = queries.curve(*asked, 5)
        rolling.roll(plant.company, T0, T0 + timedelta(hours=1))
        assert queries.curve(*asked, 1800) == [long]
    assert (long["at"], long["least"], long["greatest"]) == ([T0], ["0.5"], ["44"])
    assert [at - T0 for at in short["at"]] == [timedelta(seconds=s) for s in (0, 10, 600, 700)]


def test_a_neighbour_sees_none_of_it(instrument: tuple[Plant, UUID]) -> None:
    plant, made = instrument
    _told(plant, made, [(0, "1.5")])
    other = small_plant("nn", "nn.davy.test")
    with tenant.company(other.company):
        assert rows.many("SELECT 1 FROM readings_reading") == []
        assert queries.curve(plant.company, PERMIT, T0, T0 + timedelta(days=1)) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE readings_reading SET channels = '{}'",
        "DELETE FROM readings_reading",
        "TRUNCATE readings_reading",
    ],
)
def test_what_was_measured_is_never_changed(statement: str, instrument: tuple[Plant, UUID]) -> None:
    plant, made = instrument
    _told(plant, made, [(0, "1.5")])
    refused = pytest.raises(DatabaseError, match="permission denied")
    with tenant.company(plant.company), refused, transaction.atomic():
        connection.cursor().execute(statement)


def test_nothing_of_the_last_thirty_days_is_dropped(db: None) -> None:
    today = datetime.now(UTC).date()  # noqa: TID251 - the floor is the clock of the database
    store.make_days({today, today - timedelta(days=20), date(2021, 1, 1)})
    assert store.drop_days(date(2119, 1, 1)) == 1


def test_a_day_that_another_process_dropped_is_made_again(instrument: tuple[Plant, UUID]) -> None:
    plant, made = instrument
    years_ago = -6 * 366 * 86_400.0
    _told(plant, made, [(years_ago, "1.5")])
    rows.one("SELECT readings_drop_days(%s) AS dropped", (T0.date(),))
    _told(plant, made, [(years_ago + 1, "1.6")])
    with tenant.company(plant.company):
        kept = rows.many("SELECT channels FROM readings_reading WHERE instrument_id = %s", (made,))
    assert [json.loads(row["channels"])["lel"] for row in kept] == ["1.6"]
