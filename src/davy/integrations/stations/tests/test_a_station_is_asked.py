"""A24: a station asked over HTTP, in good days and in bad: outage, slowness, wrong data, old data, traps."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from davy import clock
from davy.accounts.models import Account, AuditRow
from davy.building.plant import Plant, small_plant
from davy.db import tenant
from davy.integrations.stations.models import Station
from davy.integrations.stations.poll import poll, poll_company
from davy.outside import ask as asking
from davy.permits import weather
from tests.plant import Browser

pytestmark = pytest.mark.django_db

FIELDS: dict[str, Any] = {
    "observed_at": {"path": "now.time"},
    "wind_force": {"path": "now.wind", "unit": "m/s"},
    "gust": {"path": "now.gusts.0", "unit": "km/h"},
    "temperature_c": {"path": "now.temp", "unit": "C"},
    "rain": {"path": "now.text", "words": {"晴": "none", "小雨": "light", "暴雨": "heavy"}},
    "fog": {"path": "now.fog", "words": {"无": "none", "大雾": "dense"}},
}
Answer = Callable[[BaseHTTPRequestHandler], None]


def _says(**over: Any) -> bytes:
    now = {
        "time": clock.now().isoformat(),
        "wind": 8.0,
        "gusts": ["45"],
        "temp": "-3.25",
        "text": "暴雨",
        "fog": "无",
    }
    return json.dumps({"now": {**now, **over}}).encode()


def _gives(body: bytes, status: int = 200, **headers: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


@pytest.fixture
def station_server() -> Iterator[Any]:
    """A server on this machine whose answer a test may change."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.server.answer(self)  # type: ignore[attr-defined]  # set below

        def log_message(self, *_: Any) -> None:
            """Quiet."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    server.answer = _gives(_says())  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def _station(plant: Plant, server: Any, **over: Any) -> Station:
    url = f"http://127.0.0.1:{server.server_port}/now?key=secret"
    with tenant.company(plant.company):
        return Station.objects.create(
            company_id=plant.company,
            site_id=plant.site,
            **{"url": url, "fields": FIELDS, "private_net": True, **over},
        )


def _known(plant: Plant) -> dict[str, Any]:
    with tenant.company(plant.company):
        return weather.latest(plant.company, plant.site) or {}


def test_what_the_station_tells_is_the_weather_of_the_site(station_server: Any) -> None:
    plant = small_plant()
    _station(plant, station_server)
    poll_company(plant.company)
    found = _known(plant)
    told = {name: found[name] for name in ("source", "wind_force", "gust", "rain", "snow", "fog")}
    assert told == {
        "source": "station",
        "wind_force": 5,
        "gust": 6,
        "rain": "heavy",
        "snow": None,
        "fog": "none",
    }
    assert str(found["temperature_c"]) == "-3.2"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"<html>", "not_json"),
        (b"[" * 60_000, "not_json"),
        (b"{}", "wrong"),
        (_says(wind=-1), "wrong"),
        (_says(wind=True), "wrong"),
        (_says(wind="NaN"), "wrong"),
        (_says(wind=900), "wrong"),
        (_says(temp=400), "wrong"),
        (_says(time="yesterday"), "wrong"),
        (_says(time="2026-11-22T10:00:00"), "wrong"),
        (_says(time=(datetime.fromtimestamp(0, UTC)).isoformat()), "stale"),
        (b" " * 70_000, "too_large"),
    ],
)
def test_wrong_and_old_data_tell_nothing(station_server: Any, body: bytes, code: str) -> None:
    plant = small_plant()
    station_server.answer = _gives(body)
    assert poll(_station(plant, station_server)) == code
    assert _known(plant)["observed_at"] is None


def test_a_clock_that_runs_ahead_is_wrong_and_a_little_ahead_is_now(station_server: Any) -> None:
    plant = small_plant()
    station = _station(plant, station_server)
    station_server.answer = _gives(_says(time=(clock.now() + timedelta(minutes=9)).isoformat()))
    assert poll(station) == "ahead"
    station_server.answer = _gives(_says(time=(clock.now() + timedelta(seconds=60)).isoformat()))
    assert poll(station) == ""
    assert _known(plant)["observed_at"] <= clock.now()


def test_an_outage_is_counted_and_an_answer_ends_it(station_server: Any) -> None:
    plant = small_plant()
    station = _station(plant, station_server)
    station_server.answer = _gives(b"", 503)
    for failures in (1, 2):
        assert poll(station) == "status"
        station = _again(plant)
        assert (station.failures, station.problem, station.answered_at) == (failures, "status", None)
    station_server.answer = _gives(_says())
    assert poll(station) == ""
    assert (_again(plant).failures, _again(plant).problem) == (0, "")


def _again(plant: Plant) -> Station:
    with tenant.company(plant.company):
        return Station.objects.get(company_id=plant.company)


def test_nobody_at_home_is_an_outage(station_server: Any) -> None:
    assert poll(_station(small_plant(), station_server, url="http://127.0.0.1:1/now")) == "unreachable"


def test_a_station_that_drips_is_slow(station_server: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "WHOLE_S", 0.6)
    done = threading.Event()

    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while not done.is_set():
            try:
                handler.wfile.write(b" ")
            except OSError:
                return
            time.sleep(0.05)

    station_server.answer = drip
    try:
        assert poll(_station(small_plant(), station_server)) == "slow"
    finally:
        done.set()


def test_it_follows_nobody_elsewhere(station_server: Any) -> None:
    station_server.answer = _gives(b"", 302, Location="http://127.0.0.1/elsewhere")
    assert poll(_station(small_plant(), station_server)) == "status"


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1/x", "http://localhost/x", "http://10.0.0.8/x", "http://[::1]/x", "http://169.254.169.254/x",
     "http://[::ffff:10.0.0.8]/x", "http://0.0.0.0/x", "http://2130706433/x", "http://93.184.216.34:8443/x"],
)  # fmt: skip
def test_without_leave_it_reaches_no_private_address_and_no_odd_port(station_server: Any, url: str) -> None:
    assert poll(_station(small_plant(), station_server, url=url, private_net=False)) == "private_address"


def test_with_leave_it_still_reaches_no_metadata_service(station_server: Any) -> None:
    assert poll(_station(small_plant(), station_server, url="http://169.254.169.254/x")) == "private_address"


def _browser(plant: Plant, who: str, *roles: str) -> Browser:
    account = Account.objects.get(id=plant.people[who].account)
    account.roles = [*account.roles, *roles]
    account.save()
    browser = Browser("testserver")
    browser.force_login(account)
    return browser


def test_an_administrator_sets_it_and_nobody_reads_its_key_back(station_server: Any) -> None:
    plant = small_plant()
    path = f"/api/v1/sites/{plant.site}/weather-station"
    body = {"url": "https://weather.example/now?key=secret", "fields": FIELDS}
    assert _browser(plant, "zheng").send("PUT", path, body).status_code == 403
    admin = _browser(plant, "chen", "admin")
    told = admin.send("PUT", path, body)
    assert (told.status_code, told.json()["host"]) == (200, "weather.example")
    assert "secret" not in told.content.decode()
    with tenant.company(plant.company):
        assert "secret" not in str(
            [row.after for row in AuditRow.objects.filter(resource="weather_stations")]
        )
    assert _browser(plant, "li").get(path).json()["enabled"] is True


@pytest.mark.parametrize(
    "wrong",
    [{"url": "ftp://weather.example/"}, {"url": "https://user:pw@weather.example/"}, {"url": "https:///now"},
     {"fields": {}}, {"fields": {**FIELDS, "sun": {"path": "x"}}},
     {"fields": {**FIELDS, "wind_force": {"path": "x", "unit": "furlong"}}},
     {"fields": {**FIELDS, "rain": {"path": "x", "words": {"雨": "wet"}}}}],
)  # fmt: skip
def test_what_cannot_be_asked_or_read_is_not_stored(wrong: dict[str, Any]) -> None:
    plant = small_plant()
    body = {"url": "https://weather.example/now", "fields": FIELDS, **wrong}
    answer = _browser(plant, "chen", "admin").send("PUT", f"/api/v1/sites/{plant.site}/weather-station", body)
    assert (answer.status_code, answer.json()["code"]) == (422, "station_invalid")
