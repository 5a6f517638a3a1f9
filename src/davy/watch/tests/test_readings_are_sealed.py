"""Hour by hour what instruments told is sealed into the chain; the night finds what was changed since."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from davy.actuation.tests.plant import enrolled
from davy.archive.around import leaned_on
from davy.archive.bundle import Contents, bundle
from davy.archive.tests.taken import files, key
from davy.building.envelopes import envelope
from davy.building.plant import Plant, small_plant
from davy.db import rows, tenant
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.evidence import queries as evidence
from davy.evidence.log.integrate import integrate
from davy.ids import uuid7
from davy.readings import sealed, store
from davy.readings.store import Known, Row
from davy.watch.night import readings
from davy.watch.night.looking import look
from davy.watch.night.store import open_faults
from davy.watch.sealing.sealing import seal
from davy_core.instants import iso
from davy_core.instruments.order import Order

T0 = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
NOW = T0 + timedelta(hours=3)
PERMIT = uuid7()
Insider = Callable[[str], None]


@pytest.fixture
def instrument(committed_db: str, step_clock: Callable[[timedelta], None]) -> tuple[Plant, UUID]:
    """A detector that told something every ten seconds for two hours, and served a permit."""
    del committed_db
    step_clock(NOW - datetime.now(UTC))  # noqa: TID251 - from the machine's own clock
    plant = small_plant()
    made = enrolled(plant, "SN-1", "multi_gas", None)
    with tenant.company(plant.company):
        rows.run(
            "INSERT INTO instruments_binding (company_id, id, instrument_id, permit_id, point, from_at,"
            " until_at) VALUES (%s, %s, %s, %s, 'upper', %s, %s)",
            (plant.company, uuid7(), made, PERMIT, T0, T0 + timedelta(hours=2)),
        )
    _tells(plant, made, [(10 * n, n) for n in range(720)])
    return plant, made


def _tells(plant: Plant, instrument: UUID, at: list[tuple[int, int]]) -> None:
    with tenant.company(plant.company):
        found = [
            Row(
                instrument=instrument,
                taken_at=T0 + timedelta(seconds=seconds),
                boot="a",
                seq=n,
                received_at=T0 + timedelta(seconds=seconds),
                clock="server",
                gateway=plant.site,
                binding=None,
                log_seq=n,
                channels={"lel": "0.5"},
                doubts=None,
            )
            for seconds, n in at
        ]
        store.make_days({store.day_of(row.taken_at) for row in found})
        known = Known()
        for row in found:
            known.move(row, Order(), None, None, None)
        store.keep(plant.company, found, {instrument: known})


def _seals(plant: Plant) -> list[tuple[int, bool, int]]:
    """Hour, whether late, and how many readings, of every seal of the day."""
    name = sealed.stream_of(plant.company, T0.date())
    with tenant.company(plant.company):
        told = [event.data for event in evidence.events(plant.company, "readings", name)]
    return [(int(one["from"][11:13]), one["late"], one["count"]) for one in told]


def _faults(plant: Plant) -> set[tuple[str, str]]:
    found = look(plant.company)[1]
    return {(fault.part, fault.why) for fault in found if fault.part == "reading"}


def test_hours_that_are_over_are_sealed_once_and_late_readings_apart(instrument: tuple[Plant, UUID]) -> None:
    plant, detector = instrument
    assert seal(plant.company, timedelta(hours=6)) == 2
    assert _seals(plant) == [(8, False, 360), (9, False, 360)]
    assert seal(plant.company, timedelta(hours=6)) == 0
    _tells(plant, detector, [(15, 900), (25, 901), (7205, 902)])
    assert seal(plant.company, timedelta(hours=6)) == 1  # the third hour is not over
    assert _seals(plant)[2:] == [(8, True, 2)]
    assert _faults(plant) == set()


PUT_IN = """
INSERT INTO readings_reading (company_id, instrument_id, taken_at, boot, seq, received_at, clock, gateway_id,
  log_seq, channels)
SELECT company_id, instrument_id, taken_at, 'b', seq, received_at, clock, gateway_id, log_seq, channels
FROM readings_reading WHERE seq = 7
"""
CHANGES = (
    ('UPDATE readings_reading SET channels = \'{"lel": "0.1"}\' WHERE seq = 7', "changed"),
    ("UPDATE readings_reading SET taken_at = taken_at + interval '1 microsecond' WHERE seq = 7", "changed"),
    ("DELETE FROM readings_reading WHERE seq = 7", "fewer"),
    ("DELETE FROM readings_reading", "fewer"),
    (PUT_IN, "changed"),
)


def test_what_an_insider_changed_took_away_or_put_in_is_found_and_holds_again(
    instrument: tuple[Plant, UUID], insider: Insider
) -> None:
    plant, _ = instrument
    seal(plant.company, timedelta(hours=6))
    for change, why in CHANGES:
        insider("CREATE TABLE kept AS TABLE readings_reading")
        insider(change)
        assert _faults(plant) == {("reading", why)}, change
        insider("DELETE FROM readings_reading")
        insider("INSERT INTO readings_reading SELECT * FROM kept")
        insider("DROP TABLE kept")
        assert _faults(plant) == set()
    with tenant.company(plant.company):
        assert not [fault for fault in open_faults(plant.company) if fault.part == "reading"]


def test_each_night_has_its_share_and_what_is_open_its_turn(instrument: tuple[Plant, UUID]) -> None:
    plant, _ = instrument
    seal(plant.company, timedelta(hours=6))
    seen: set[str] = set()
    for night in range(20):
        share = [
            subject for subject, _ in readings.faults(plant.company, NOW + timedelta(days=night), most=400)
        ]
        assert len(share) == 1
        seen |= set(share)
    assert len(seen) == 2
    again = [subject for subject, _ in readings.faults(plant.company, NOW, seen, most=0)]
    assert set(again) == seen


def test_after_its_days_readings_are_gone_and_the_seal_stays(
    instrument: tuple[Plant, UUID], insider: Insider, step_clock: Callable[[timedelta], None]
) -> None:
    plant, _ = instrument
    seal(plant.company, timedelta(hours=6))
    insider("DROP TABLE readings_day_20261120")
    assert _faults(plant) == {("reading", "fewer")}
    step_clock(NOW + timedelta(days=91) - datetime.now(UTC))  # noqa: TID251 - as above
    assert not list(readings.faults(plant.company, NOW + timedelta(days=91)))
    assert len(_seals(plant)) == 2


def test_nobody_seals_for_davy(instrument: tuple[Plant, UUID]) -> None:
    plant, _ = instrument
    name = sealed.stream_of(plant.company, T0.date())
    made = envelope(
        plant.company, name, "seal_readings", {"from": iso(T0)}, occurred_at=NOW, stream_kind="readings"
    )
    zheng = plant.people["zheng"]
    answer = execute(made, Sender("person", zheng.person, zheng.account))
    assert [reason["code"] for reason in answer["reasons"]] == ["sealing_by_itself"]
    assert _seals(plant) == []


def test_a_bundle_of_its_permit_carries_the_seals(instrument: tuple[Plant, UUID]) -> None:
    plant, _ = instrument
    seal(plant.company, timedelta(hours=6))
    integrate(plant.company)
    with tenant.company(plant.company):
        beside = leaned_on(plant.company, [PERMIT])
    name = sealed.stream_of(plant.company, T0.date())
    assert beside == [("readings", name)]
    made = b"".join(bundle(plant.company, Contents(beside, private=False), NOW))
    assert f"streams/readings-{name}/events.jsonl" in files(made)
    assert key(plant) is not None
