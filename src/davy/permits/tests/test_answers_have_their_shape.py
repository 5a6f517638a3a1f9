"""Every answer about permits is exactly what the interface's description says: no field more, none less."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import best_match

from davy import clock
from davy.accounts.models import Account
from davy.building import journeys
from davy.building.hands import AT_POINT, Hands
from davy.building.plant import photo, small_plant
from davy.ids import uuid7
from davy.rulebook import law
from davy.urls import api
from davy_core.instants import iso

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)  # Monday, 08:30 in Shanghai
READERS = ("li", "wang", "zhao", "feng", "zhou")
ALL_CLEAR = ["stopped", "register", "fire", "isolation", "site_safe"]
Step = Callable[[timedelta], None]
FORMATS = FormatChecker(formats=("uuid",))


@FORMATS.checks("date-time", raises=ValueError)
def _instant(value: object) -> bool:
    return not isinstance(value, str) or datetime.fromisoformat(value).tzinfo is not None


def _closed(shape: Any) -> Any:
    """The shape with every object closed, and its references as a schema of its own has them."""
    if isinstance(shape, list):
        return [_closed(item) for item in shape]
    if not isinstance(shape, dict):
        return shape
    found = {key: _closed(value) for key, value in shape.items()}
    if isinstance(found.get("$ref"), str):
        found["$ref"] = found["$ref"].replace("#/components/schemas/", "#/$defs/")
    if "properties" in found and found.get("type") == "object":
        found.setdefault("additionalProperties", False)
    return found


SPEC = api.get_openapi_schema(path_prefix="api/v1/")
SHAPES = _closed(dict(SPEC["components"]["schemas"]))


class Reader:
    """Reads as one person, and complains about everything that is not as described."""

    def __init__(self, hands: Hands, who: str) -> None:
        self.client = Client()
        self.client.force_login(Account.objects.get(id=hands.plant.people[who].account))
        self.seen: set[tuple[str, int]] = set()

    def get(self, template: str, **given: Any) -> Any:
        """The answer to a GET of a path of the description."""
        path = f"/api/v1{template}".format(**given)
        return self._held("get", template, self.client.get(path))

    def ask(self, template: str, /, **query: Any) -> Any:
        """The answer to a GET with a query."""
        return self._held("get", template, self.client.get(f"/api/v1{template}", query))

    def post(self, template: str, body: Any, **given: Any) -> Any:
        """The answer to a POST of JSON."""
        path = f"/api/v1{template}".format(**given)
        return self._held("post", template, self.client.post(path, body, content_type="application/json"))

    def _held(self, method: str, template: str, answer: Any) -> Any:
        told = SPEC["paths"][f"/api/v1{template}"][method]["responses"][str(answer.status_code)]["content"]
        ((kind, content),) = told.items()
        assert answer.headers["Content-Type"].split(";")[0] == kind
        schema = {**_closed(content["schema"]), "$defs": SHAPES}
        wrong = best_match(Draft202012Validator(schema, format_checker=FORMATS).iter_errors(answer.json()))
        where = ".".join(map(str, wrong.absolute_path)) if wrong else ""
        assert wrong is None, f"{method} {template} {answer.status_code} {where}: {wrong.message[:300]}"
        self.seen.add((template, answer.status_code))
        return answer.json()


@pytest.fixture
def hands(step_clock: Step) -> Hands:
    """Hands at a simulated plant on a Monday morning; reads happen at the same time."""
    step_clock(MORNING - clock.now())
    return Hands(small_plant(simulated=True), at=MORNING)


def _air_is_clean_again(hands: Hands) -> None:
    journeys.gas_round(hands)
    hands.must("feng", "resolve_cause", {"cause": "gas"})


def _everything(hands: Hands) -> list[Any]:
    """Every read of the permit, by everybody who sees it differently."""
    cards, reader = [], Reader(hands, "li")
    for who in READERS:
        reader = Reader(hands, who)
        cards.append(reader.get("/permits/{permit_id}", permit_id=hands.permit))
        reader.get("/permits")
        reader.get("/tasks")
    reader.ask("/permits", mine="true", size=5, clearance="open")
    reader.get("/permits/{permit_id}/timeline", permit_id=hands.permit)
    reader.get("/permits/{permit_id}/ventilation/earlier", permit_id=hands.permit)
    token = cards[0]["qr"]["token"]
    assert reader.get("/scan/{token}", token=token) == {"permit": str(hands.permit)}
    reader.get("/scan/{token}", token=hands.plant.point_token)
    reader.post("/permits/{permit_id}/contact", AT_POINT, permit_id=hands.permit)
    return cards


def _hot(hands: Hands) -> Iterator[str]:
    """A hot-work permit from draft to closed, one yield a state that looks different."""
    journeys.draft_hot(hands)
    hands.must("zhao", "return_to_draft", {"reason": "补充图纸"})
    yield "draft"
    hands.must("li", "submit")
    yield "submitted"
    journeys.prepare(hands)
    yield "submitted"
    journeys.approve(hands)
    yield "issued"
    journeys.go_live(hands)
    yield "active"
    hands.must("wang", "take_back", {"cause": "guardian_left"})
    hands.must("li", "report_change", {"kind": "environment"})
    hands.must("li", "offer_duty", {"duty": "responsible", "to": hands.plant.person("wu")})
    yield "paused"
    hands.must("feng", "resolve_cause", {"cause": "change_reported:environment", "changed": False})
    hands.must("wang", "stand_by")
    journeys.measures(hands, law.template("hot"), [m.id for m in journeys.state(hands).measures])
    hands.must("feng", "resolve_cause", {"cause": "guardian_left"})
    hands.must("li", "resume", {"changed": False})
    journeys.gas_round(hands, [("representative", "methanol", "0.6", "%vol")], who="wang")
    shown = Reader(hands, "li").get("/permits/{permit_id}", permit_id=hands.permit)["alarms"]
    assert {(a["kind"], a["state"]) for a in shown} >= {("gas_limit", "raised"), ("guardian_away", "raised")}
    yield "paused"
    _air_is_clean_again(hands)
    hands.must("li", "finish")
    hands.must(
        "wei", "reject_work", {"items": [{"text": "焊渣未清", "due": iso(MORNING + timedelta(hours=1))}]}
    )
    yield "finished"
    assert hands.at is not None
    hands.at += timedelta(minutes=31)
    hands.must("li", "rectify", {"item": "r1"})
    hands.must("wang", "check_residual_fire", {"photo": photo(hands.plant.company, "cold"), "clear": True})
    journeys.accept(hands)
    yield "closed"


def test_hot_work_from_draft_to_closed(hands: Hands) -> None:
    cards = []
    for state in _hot(hands):
        cards = _everything(hands)
        assert {card["state"] for card in cards} == {state}
    assert all(cards[0][part] for part in ("rectifications", "stages", "measures", "hazards"))


def test_a_confined_space_until_it_is_cleared(hands: Hands) -> None:
    journeys.draft_confined(hands)
    _everything(hands)
    journeys.get_to_work(hands)
    hands.must("wang", "enter_space", {"person": hands.plant.person("qian")})
    hands.must("wang", "enter_space", {"tool": "扳手 3"})
    cards = _everything(hands)
    assert all(cards[0]["register"].values())
    hands.must("qian", "stop", {"reason": "气味不对"})
    hands.must("wang", "receive_pause")
    for what in ({"person": hands.plant.person("qian")}, {"tool": "扳手 3"}):
        hands.must("wang", "leave_space", what)
    hands.must("wang", "confirm_stopped")
    _everything(hands)
    hands.must("zhao", "void", {"reason": "现场条件不符"})
    assert {card["clearance"] for card in _everything(hands)} == {"open"}
    cleared = {
        "items": ALL_CLEAR,
        "photo": photo(hands.plant.company, "clear"),
        "signature": journeys.STROKES,
    }
    hands.must("feng", "confirm_clear", cleared)
    assert {card["clearance"] for card in _everything(hands)} == {"confirmed"}


def test_what_a_request_begins_with(hands: Hands) -> None:
    reader = Reader(hands, "li")
    for row in reader.get("/templates"):
        work = row["id"]
        reader.get("/templates/{name}", name=work)
        assert reader.ask("/proposal", template=work, point=hands.plant.point)["from"] is None
    journeys.draft_hot(hands)
    assert reader.ask("/proposal", template="hot", point=hands.plant.point)["from"]
    reader.get("/system")


def test_what_is_not_there_is_told_in_one_shape(hands: Hands) -> None:
    reader, nobody = Reader(hands, "li"), uuid7()
    for template, given in (
        ("/permits/{permit_id}", {"permit_id": nobody}),
        ("/permits/{permit_id}/timeline", {"permit_id": nobody}),
        ("/permits/{permit_id}/ventilation/earlier", {"permit_id": nobody}),
        ("/templates/{name}", {"name": "juggling"}),
        ("/scan/{token}", {"token": "no-such-token"}),
    ):
        reader.get(template, **given)
    reader.post("/permits/{permit_id}/contact", {}, permit_id=nobody)
    reader.ask("/proposal", template="hot", point=nobody)
    reader.ask("/permits", size=0)
    reader.client.logout()
    reader.get("/tasks")
    assert {status for _, status in reader.seen} == {404, 422, 401}


def test_a_command_is_answered_as_described(hands: Hands) -> None:
    journeys.draft_hot(hands)
    reader, approver = Reader(hands, "wu"), Reader(hands, "zhao")
    sent = {
        "v": 1, "id": str(uuid7()), "company": str(hands.plant.company), "stream": f"permit/{hands.permit}",
        "kind": "confirm_hazard", "base_version": None, "body": {"row": "residue", "applies": False},
        "occurred_at": iso(MORNING), "app": "test/1",
    }  # fmt: skip
    told = reader.post("/commands", sent)
    assert told["verdict"] == "accepted", told
    signs = {"stage": "area", "confirmed": []}
    of_now = {"id": str(uuid7()), "kind": "sign_stage", "body": signs, "base_version": hands.version + 1}
    told = approver.post("/commands", {**sent, **of_now})
    assert [row for row in told["missing"] if "missing" in row], "a requirement is among the reasons"
    reader.post("/commands", {**sent, "id": str(uuid7()), "colour": "red"})
    reader.post("/commands", {**sent, "id": str(uuid7()), "v": 2})
    reader.post("/commands", {**sent, "id": str(uuid7()), "company": str(uuid7())})
    assert {status for _, status in reader.seen | approver.seen} == {200, 404, 409, 422}


@pytest.mark.parametrize("kind", ["Card", "Board", "Condition"])
def test_a_field_too_many_would_be_seen(kind: str) -> None:
    assert SHAPES[kind]["additionalProperties"] is False
