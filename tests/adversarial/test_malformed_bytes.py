"""Bytes that are no command: told with their place and a code, never decided on, never half-written."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from davy import clock
from davy.accounts.models import Account
from davy.building.hands import AT_POINT, Hands
from davy.building.plant import small_plant
from davy.db import rows, tenant
from davy.ids import uuid7
from davy_core.instants import iso
from tests.adversarial.scenes import MORNING, bodies, reading

pytestmark = pytest.mark.django_db


def sent(hands: Hands, kind: str = "stop", body: Any = None, **over: Any) -> str:
    """An envelope as text, well formed but for what the test changes."""
    data = {
        "v": 1, "id": str(uuid7()), "company": str(hands.plant.company), "stream": f"permit/{hands.permit}",
        "kind": kind, "base_version": None, "body": body or {}, "occurred_at": iso(clock.now()),
        "app": "test/1", "position": AT_POINT,
    }  # fmt: skip
    return json.dumps({**data, **over})


def draft(hands: Hands, **over: Any) -> str:
    """A request for a permit, well formed but for what the test changes."""
    return sent(hands, "draft", {**bodies(hands)["draft"], **over})


def nested(opening: str, closing: str, times: int) -> str:
    return opening * times + "1" + closing * times


def _window(start: str, end: str) -> dict[str, str]:
    return {"from": start, "to": end}


Attack = Callable[[Hands], str | bytes]
SOON, FAR = "2026-11-23T01:00:00Z", "2026-11-23T09:00:00Z"

ATTACKS: dict[str, Attack] = {
    "nothing": lambda _: "",
    "a list": lambda _: "[]",
    "null": lambda _: "null",
    "half a text": lambda h: sent(h)[:-5],
    "more than half a megabyte": lambda h: sent(h) + " " * 600_000,
    "megabytes": lambda h: sent(h) + " " * 3_000_000,
    "a key twice": lambda h: sent(h).replace('"v": 1', '"v": 1, "v": 1'),
    "a key twice inside": lambda h: sent(h, "stop", {"reason": "B"}).replace('"B"', '"a", "reason": "b"'),
    "utf-16": lambda h: sent(h).encode("utf-16"),
    "a byte order mark": lambda h: b"\xef\xbb\xbf" + sent(h).encode(),
    "latin bytes": lambda h: sent(h, "stop", {"reason": "B"}).encode().replace(b'"B"', b'"\xfc\xff"'),
    "an encoded surrogate": lambda h: sent(h, app="B").encode().replace(b'"B"', b'"\xed\xa0\x80"'),
    "half a character": lambda h: sent(h, "stop", {"reason": "a\ud800b"}),
    "half a character in a key": lambda h: sent(h, "draft", {"\udfff": 1}),
    "half a character in the app": lambda h: sent(h, app="\ud800"),
    "NUL": lambda h: sent(h, "stop", {"reason": "a\0b"}),
    "NUL in the app": lambda h: sent(h, app="\0"),
    "NUL in a scan": lambda h: sent(h, "start", {"scan": "\0", "held_ms": 1800}),
    "five thousand levels": lambda h: sent(h).replace('"body": {}', f'"body": {nested("[", "]", 5000)}'),
    "nine hundred levels": lambda h: sent(h).replace('"body": {}', f'"body": {nested("[", "]", 900)}'),
    "twenty levels": lambda h: draft(h, work="B").replace('"B"', nested('{"a":', "}", 20)),
    "NaN": lambda h: sent(h, position={"lat": float("nan"), "lon": 1, "accuracy_m": 3}),
    "infinity": lambda h: sent(h, position={"lat": 1, "lon": 1, "accuracy_m": float("inf")}),
    "five thousand digits": lambda h: sent(h).replace("null", "9" * 5000),
    "a number no phone can hold": lambda h: sent(h, base_version=2**60),
    "a float in the work": lambda h: draft(h, work={"depth": 1.5}),
    "a whole float in the work": lambda h: draft(h, work={"depth": 1.0}),
    "a huge number in the work": lambda h: draft(h, work={"depth": 10**20}),
    "a number where a truth is asked": lambda h: sent(h, "resume", {"changed": 0}),
    "an error circle of nothing": lambda h: sent(h, position={**AT_POINT, "accuracy_m": 0}),
    "a place beyond the pole": lambda h: sent(h, position={**AT_POINT, "lat": 90.1}),
    "no accuracy": lambda h: sent(h, position={"lat": 1.0, "lon": 1.0}),
    "a line break after the id": lambda h: sent(h, id=f"{uuid7()}\n"),
    "a line break after the stream": lambda h: sent(h, stream=f"permit/{h.permit}\n"),
    "a line break after the kind": lambda h: sent(h, "stop\n"),
    "a line break after a code": lambda h: sent(h, "confirm_hazard", {"row": "residue\n", "applies": True}),
    "a line break after an instant": lambda h: sent(h, occurred_at=f"{iso(clock.now())}\n"),
    "Arabic digits": lambda h: sent(h, occurred_at="٢٠٢٦-11-23T00:30:00Z"),
    "the year 0": lambda h: sent(h, occurred_at="0000-01-01T00:00:00Z"),
    "the year 1 further east": lambda h: sent(h, occurred_at="0001-01-01T00:00:00+14:00"),
    "the year 9999 further west": lambda h: sent(h, occurred_at="9999-12-31T23:59:59-14:00"),
    "30 February": lambda h: sent(h, occurred_at="2026-02-30T00:00:00Z"),
    "an offset that is none": lambda h: sent(h, occurred_at="2026-01-01T00:00:00+99:99"),
    "a window from 30 February": lambda h: draft(h, window=_window("2026-02-30T00:00:00Z", FAR)),
    "a window from the year 1": lambda h: draft(h, window=_window("0001-01-01T00:00:00+14:00", FAR)),
    "a window to the year 9999": lambda h: draft(h, window=_window(SOON, "9999-12-31T23:59:59-14:00")),
    "sampled on 31 April": lambda h: sent(
        h, "record_round", {"readings": [reading(h, sampled_at="2026-04-31T00:00:00Z")]}
    ),
    "due on 30 February": lambda h: sent(
        h, "reject_work", {"items": [{"text": "a", "due": "2026-02-30T00:00:00Z"}]}
    ),
    "a number as a gas value": lambda h: sent(
        h, "record_round", {"readings": [reading(h, value={"value": 0.1, "unit": "%vol"})]}
    ),
    "a unit nobody has": lambda h: sent(
        h, "record_round", {"readings": [reading(h, value={"value": "1", "unit": "furlong"})]}
    ),
    "no readings": lambda h: sent(h, "record_round", {"readings": []}),
    "a clock of no quality": lambda h: sent(h, clock="perfect"),
}  # fmt: skip

UNKNOWN: dict[str, tuple[Attack, str, str]] = {
    "field of the envelope": (lambda h: sent(h, verdict="safe"), "unknown_field", "verdict"),
    "field of the body": (lambda h: sent(h, "stop", {"force": True}), "unknown_field", "body.force"),
    "verdict of the client": (
        lambda h: sent(h, "record_round", {"readings": [reading(h, verdict="pass")]}),
        "unknown_field", "body.readings.0.verdict",
    ),
    "command": (lambda h: sent(h, "explode"), "unknown_command", "kind"),
    "definition as a command": (lambda h: sent(h, "_uuid"), "unknown_command", "kind"),
    "stream": (lambda h: sent(h, stream=f"spaceship/{h.permit}"), "body_malformed", "stream"),
}  # fmt: skip


@pytest.fixture
def hands() -> Hands:
    return Hands(small_plant(simulated=True), at=MORNING)


@pytest.fixture
def client(hands: Hands) -> Client:
    client = Client()
    client.force_login(Account.objects.get(id=hands.plant.people["li"].account))
    return client


def _post(client: Client, data: str | bytes) -> Any:
    return client.post("/api/v1/commands", data, content_type="application/json")


def _nothing_written(hands: Hands) -> None:
    with tenant.company(hands.plant.company):
        found = rows.one(
            "SELECT (SELECT count(*) FROM door_command) + (SELECT count(*) FROM evidence_stream)"
            " + (SELECT count(*) FROM evidence_event) + (SELECT count(*) FROM permits_permit) AS n"
        )
    assert found == {"n": 0}


@pytest.mark.parametrize("name", ATTACKS)
def test_what_is_no_command_is_told_so(name: str, hands: Hands, client: Client) -> None:
    answer = _post(client, ATTACKS[name](hands))
    told = answer.json()
    assert (answer.status_code, told["code"]) == (422, "body_malformed"), told
    assert told["missing"], "the place is named"
    assert told["detail"]["zh"]
    assert told["detail"]["en"]
    _nothing_written(hands)


@pytest.mark.parametrize("name", UNKNOWN)
def test_what_the_contract_does_not_know_is_named(name: str, hands: Hands, client: Client) -> None:
    attack, code, place = UNKNOWN[name]
    answer = _post(client, attack(hands))
    told = answer.json()
    assert (answer.status_code, told["code"]) == (422, code)
    assert [row["at"] for row in told["missing"]] == [place]
    _nothing_written(hands)


def test_an_envelope_from_the_future_waits_for_the_server(hands: Hands, client: Client) -> None:
    answer = _post(client, sent(hands, v=2, colour="green"))
    assert (answer.status_code, answer.json()["code"]) == (409, "too_new")
    _nothing_written(hands)


def test_nothing_that_was_sent_is_repeated_in_the_answer(hands: Hands, client: Client) -> None:
    answer = _post(client, sent(hands, "stop", {"reason": 5, "secret": "张三的密码"}))
    assert "张三的密码" not in answer.content.decode()


def test_whole_characters_beyond_the_first_plane_pass(hands: Hands, client: Client) -> None:
    answer = _post(client, sent(hands, "stop", {"reason": "火\U0001f525" + "𠮷"}))
    assert answer.json()["code"] == "permit_not_found"
