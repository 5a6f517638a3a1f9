"""The line from a station to the centre over a network: by the plant's own authority alone, and a cut of it
loses nothing."""

from pathlib import Path

import pytest

from davy import clock
from davy.edge.tests.station import Station, stored, tell
from davy.sensing.tests.field import Field, until
from davy.serve import tls
from davy.serve.broker import Broker, Options

pytestmark = pytest.mark.kill

CENTRE = "localhost"  # by name, as the certificate has it
EACH = 20


def _secure(field: Field, tmp_path: Path) -> tls.Tls:
    made = tls.make(tmp_path / "tls", CENTRE, clock.now())
    field.broker = Broker(field.home, Options("127.0.0.1", field.port, "100ms", secure=made))
    return made


def test_once_and_in_order_over_a_cut(field: Field, tmp_path: Path) -> None:
    made = _secure(field, tmp_path)
    station = Station(tmp_path / "edge", field, centre=CENTRE)
    station.options = ["--cafile", str(made.authority)]
    field.start()
    station.start()
    try:
        device = station.device()
        tell(device, field, 1, EACH)
        until(lambda: len(field.readings()) == EACH * 3)
        field.broker.stop(2.0)
        tell(device, field, EACH + 1, 2 * EACH)
        field.broker._launch()
        until(lambda: len(field.readings()) >= 2 * EACH * 3, 90)
        for numbers in stored(field).values():
            assert numbers == list(range(1, 2 * EACH + 1))
    finally:
        station.kill()


def test_to_a_centre_of_another_authority_it_tells_nothing(field: Field, tmp_path: Path) -> None:
    _secure(field, tmp_path)
    foreign = tls.make(tmp_path / "foreign", CENTRE, clock.now())
    station = Station(tmp_path / "edge", field, centre=CENTRE)
    station.options = ["--cafile", str(foreign.authority)]
    field.start()
    station.start()
    try:
        device = station.device()
        tell(device, field, 1, 2)
        until(lambda: "the line to the centre: not connected yet" in station.said())
        assert field.readings() == []
    finally:
        station.kill()


def test_without_an_authority_no_password_goes_over_a_network(field: Field, tmp_path: Path) -> None:
    station = Station(tmp_path / "edge", field, centre="davy.plant.lan")
    station.start()
    assert station.process is not None
    assert station.process.wait(60) == 1
    assert "no password goes in the clear" in station.said()
