"""孙某 of another company, a company that is not the session's, a session that is over: all get nothing."""

import json
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from davy import clock
from davy.accounts.models import Account
from davy.building import journeys
from davy.building.hands import AT_POINT, Hands
from davy.building.plant import Plant, photo, small_plant
from davy.db import rows, tenant
from davy.ids import uuid7
from davy.people.models import Firm
from davy_core.instants import iso
from tests.adversarial.scenes import MORNING, bodies, reach

pytestmark = pytest.mark.django_db


@pytest.fixture
def ours() -> Hands:
    return reach("active")


@pytest.fixture
def theirs() -> Plant:
    return small_plant("sun", "sun.davy.test", simulated=True)


def session(plant: Plant, who: str, host: str) -> Client:
    client = Client(headers={"host": host})
    client.force_login(Account.objects.get(id=plant.people[who].account))
    return client


def post(client: Client, company: UUID, permit: UUID, kind: str, body: Any) -> Any:
    data = {
        "v": 1, "id": str(uuid7()), "company": str(company), "stream": f"permit/{permit}", "kind": kind,
        "base_version": None, "body": body, "occurred_at": iso(clock.now()), "app": "test/1",
        "position": AT_POINT,
    }  # fmt: skip
    return client.post("/api/v1/commands", json.dumps(data), content_type="application/json")


def _traces(plant: Plant) -> dict[str, Any] | None:
    with tenant.company(plant.company):
        return rows.one(
            "SELECT (SELECT count(*) FROM door_command) AS commands,"
            " (SELECT count(*) FROM evidence_event) AS events,"
            " (SELECT count(*) FROM evidence_stream) AS streams"
        )


def test_a_strangers_session_does_not_reach_our_permit(ours: Hands, theirs: Plant) -> None:
    before = _traces(ours.plant)
    client = session(theirs, "li", "sun.davy.test")
    named_ours = post(client, ours.plant.company, ours.permit, "stop", {})
    assert (named_ours.status_code, named_ours.json()["code"]) == (404, "stranger")
    named_theirs = post(client, theirs.company, ours.permit, "stop", {})
    nowhere = post(client, theirs.company, uuid7(), "stop", {})
    assert named_theirs.json()["code"] == "permit_not_found"
    assert named_theirs.content == nowhere.content
    assert _traces(ours.plant) == before
    assert journeys.state(ours).state == "active"


def test_a_strangers_session_at_our_door_is_no_session(ours: Hands, theirs: Plant) -> None:
    before = _traces(ours.plant)
    answer = post(session(theirs, "li", "testserver"), ours.plant.company, ours.permit, "stop", {})
    assert answer.status_code in {401, 403}
    assert _traces(ours.plant) == before


def test_without_a_session_nothing_is_even_read(ours: Hands) -> None:
    before = _traces(ours.plant)
    answer = post(Client(headers={"host": "testserver"}), ours.plant.company, ours.permit, "stop", {})
    assert answer.status_code == 401
    assert _traces(ours.plant) == before


def test_a_session_that_is_over_is_told_so(ours: Hands) -> None:
    client = session(ours.plant, "li", "testserver")
    client.session.flush()
    answer = post(client, ours.plant.company, ours.permit, "stop", {})
    assert answer.status_code == 401
    told = answer.json()
    assert told["detail"]["zh"]
    assert told["detail"]["en"]


def test_a_dismissed_account_is_out_at_once(ours: Hands) -> None:
    client = session(ours.plant, "chu", "testserver")
    Account.objects.filter(id=ours.plant.people["chu"].account).update(is_active=False)
    assert post(client, ours.plant.company, ours.permit, "stop", {}).status_code == 401


def test_a_command_without_its_token_is_refused(ours: Hands) -> None:
    client = Client(enforce_csrf_checks=True, headers={"host": "testserver"})
    client.force_login(Account.objects.get(id=ours.plant.people["li"].account))
    assert post(client, ours.plant.company, ours.permit, "stop", {}).status_code == 403
    assert journeys.state(ours).state == "active"


def _codes(answer: Any) -> set[str]:
    return {r["code"] for r in answer.get("reasons", ())}


@pytest.mark.parametrize("what", ["point", "person", "photo", "firm", "link"])
def test_nothing_of_the_neighbour_can_stand_on_our_permit(what: str, theirs: Plant) -> None:
    hands = Hands(small_plant(simulated=True), at=MORNING)
    body = bodies(hands)["draft"]
    with tenant.company(theirs.company):
        firm = Firm.objects.create(company_id=theirs.company, code="C1", name="邻厂检修")
    foreign = Hands(theirs, at=MORNING)
    journeys.draft_hot(foreign)
    places = {"site": str(theirs.site), "area": str(theirs.area), "point": str(theirs.point)}
    change: dict[str, tuple[dict[str, Any], str]] = {
        "point": ({"place": places}, "place_unknown"),
        "person": ({"crew": {**body["crew"], "guardian": theirs.person("wang")}}, "person_unknown"),
        "photo": ({"photos": [photo(theirs.company, "theirs")]}, "photo_unknown"),
        "firm": ({"contractor": str(firm.id)}, "firm_unknown"),
        "link": ({"links": [str(foreign.permit)]}, "link_unknown"),
    }
    over, code = change[what]
    answer = hands.give("li", "draft", {**body, **over})
    assert _codes(answer) == {code}, answer


def test_a_point_of_another_area_is_refused() -> None:
    hands = Hands(small_plant(simulated=True), at=MORNING)
    body = bodies(hands)["draft"]
    answer = hands.give("li", "draft", {**body, "place": {**body["place"], "area": str(uuid7())}})
    assert _codes(answer) == {"place_unknown"}


@pytest.mark.parametrize(
    ("work", "code"),
    [
        ({"colour": "red"}, "field_unknown"),
        ({"verdict": "safe"}, "field_unknown"),
        ({"mode": "张三用电焊"}, "field_wrong"),
        ({"outdoors": "yes"}, "field_wrong"),
        ({"outdoors": 1}, "field_wrong"),
        ({"also_types": ["space travel"]}, "field_wrong"),
        ({"also_types": "height"}, "field_wrong"),
    ],
)
def test_the_work_holds_nothing_that_its_template_does_not_ask(work: dict[str, Any], code: str) -> None:
    hands = Hands(small_plant(simulated=True), at=MORNING)
    answer = hands.give("li", "draft", {**bodies(hands)["draft"], "work": work})
    assert _codes(answer) == {code}
    journeys.draft_hot(hands)
    hands.must("zhao", "return_to_draft", {"reason": "改"})
    assert _codes(hands.give("li", "amend", {"work": work})) == {code}
