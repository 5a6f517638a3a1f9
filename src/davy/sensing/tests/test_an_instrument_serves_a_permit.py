"""An instrument is enrolled, calibrated, bumped, bound by its code, and released; out of date it serves no
gas test. Through the door."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid5

import pytest

from davy.accounts.models import Account
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import Plant, small_plant
from davy.clock import now
from davy.db import tenant
from davy.door.envelope import parse, seal
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.ids import uuid7
from davy.instruments import queries
from davy.instruments.models import Gateway
from davy.sensing.releasing import release_ended
from davy_core.instants import iso

pytestmark = pytest.mark.django_db


class Desk:
    """Gives commands on one instrument of 李工's plant."""

    def __init__(self) -> None:
        self.plant: Plant = small_plant("hh", "hh.davy.test", simulated=True)
        with tenant.company(self.company):
            made = Gateway.objects.create(
                company_id=self.company, site_id=self.plant.site, key="gw1", name="网关", password_hash="x"
            )
        self.gateway = str(made.id)
        self.instrument = uuid7()

    @property
    def company(self) -> UUID:
        return self.plant.company

    def give(self, who: str, kind: str, body: dict[str, Any]) -> dict[str, Any]:
        member = self.plant.people[who]
        data = {
            "v": 1,
            "id": str(uuid7()),
            "company": str(self.company),
            "stream": f"instrument/{self.instrument}",
            "kind": kind,
            "base_version": None,
            "body": body,
            "occurred_at": iso(now()),
            "app": "test",
        }
        return dict(execute(parse(seal(data)), Sender("person", member.person, member.account)))

    def must(self, who: str, kind: str, body: dict[str, Any]) -> None:
        answer = self.give(who, kind, body)
        assert answer["verdict"] == "accepted", answer

    def enrolled(self, kind: str = "multi_gas") -> "Desk":
        body = {"kind": kind, "serial": "SN-1", "site": str(self.plant.site), "name": "四合一 1 号"}
        self.must("zheng", "enrol_instrument", {**body, "gateway": self.gateway, "ex": "Ex ib IIC T4 Gb"})
        return self

    @property
    def code(self) -> str:
        with tenant.company(self.company):
            return queries.code_of(self.company, self.instrument) or ""

    def row(self) -> dict[str, Any]:
        with tenant.company(self.company):
            return queries.listed(self.company)[0]


@pytest.fixture
def desk(settings: Any, tmp_path: Any) -> Desk:
    settings.DATA = tmp_path
    return Desk()


def _issued(desk: Desk) -> Hands:
    hands = Hands(desk.plant, at=now())
    journeys.draft_hot(hands)
    journeys.prepare(hands)
    journeys.approve(hands)
    return hands


def test_only_who_keeps_the_register_enrols(desk: Desk) -> None:
    body = {"kind": "multi_gas", "serial": "SN-1", "site": str(desk.plant.site), "name": "一号"}
    assert desk.give("li", "enrol_instrument", body)["code"] == "instrument_not_yours"
    desk.enrolled()
    desk.instrument = uuid7()
    assert desk.give("zheng", "enrol_instrument", body)["code"] == "instrument_known"
    other = uuid5(desk.company, "elsewhere")
    assert desk.give("zheng", "enrol_instrument", {**body, "serial": "SN-2", "site": str(other)})["code"] == (
        "instrument_place_unknown"
    )


def test_out_of_date_it_serves_no_gas_test(desk: Desk) -> None:
    desk.enrolled()
    hands = _issued(desk)
    bind = {"code": desk.code, "permit": str(hands.permit), "point": "representative"}
    assert desk.give("li", "bind_instrument", bind)["code"] == "instrument_calibration_due"
    old = {"on": iso(now() - timedelta(days=200))}
    assert desk.give("zheng", "calibrate_instrument", old)["code"] == "instrument_calibration_over"
    desk.must("zheng", "calibrate_instrument", {"on": iso(now() - timedelta(days=10))})
    assert desk.give("li", "bind_instrument", bind)["code"] == "instrument_bump_due"
    desk.must("zhou", "bump_test_instrument", {"passed": False})
    assert desk.give("li", "bind_instrument", bind)["code"] == "instrument_bump_failed"
    desk.must("zhou", "bump_test_instrument", {"passed": True})
    assert (
        desk.give("li", "bind_instrument", {**bind, "code": "another-one"})["code"] == "instrument_code_wrong"
    )
    assert desk.give("sun", "bind_instrument", bind)["code"] == "instrument_not_yours"
    elsewhere = desk.give("li", "bind_instrument", {**bind, "point": "upper"})
    assert elsewhere["code"] == "instrument_point_unknown"
    desk.must("li", "bind_instrument", bind)
    assert desk.row()["permit_id"] == UUID(str(hands.permit))
    assert desk.give("li", "bind_instrument", bind)["code"] == "instrument_bound"


def test_it_is_released_when_its_permit_is_over(desk: Desk) -> None:
    desk.enrolled()
    hands = _issued(desk)
    desk.must("zheng", "calibrate_instrument", {"on": iso(now())})
    desk.must("zhou", "bump_test_instrument", {"passed": True})
    desk.must(
        "li", "bind_instrument", {"code": desk.code, "permit": str(hands.permit), "point": "representative"}
    )
    assert release_ended() == 0
    hands.must("li", "request_cancel", {"reason": "装置要停车，今天不做了"})
    hands.must("zhao", "approve_cancel")
    assert release_ended() == 1
    assert desk.row()["permit_id"] is None
    assert release_ended() == 0


def test_a_helmet_serves_its_wearer(desk: Desk) -> None:
    desk.enrolled("helmet")
    own, other = desk.plant.person("li"), desk.plant.person("wang")
    assert desk.give("li", "bind_instrument", {"code": desk.code, "person": other})["code"] == (
        "instrument_not_yours"
    )
    desk.must("li", "bind_instrument", {"code": desk.code, "person": own})
    assert desk.row()["person_name"] == "李工"
    assert desk.give("wang", "release_instrument", {})["code"] == "instrument_not_yours"
    desk.must("li", "release_instrument", {})
    desk.must("zheng", "retire_instrument", {"reason": "摔坏"})
    assert (
        desk.give("li", "bind_instrument", {"code": desk.code, "person": own})["code"] == "instrument_retired"
    )


def test_a_password_is_told_once(desk: Desk) -> None:
    from tests.plant import Browser, said

    browser = Browser("hh.davy.test")
    browser.force_login(Account.objects.get(id=desk.plant.people["zheng"].account))
    body = {"site_id": str(desk.plant.site), "key": "gw2", "name": "罐区网关"}
    made = browser.send("POST", "/api/v1/gateways", body)
    assert made.status_code == 201
    told = said(made)
    assert told["user"] == "gw2@hh"
    assert told["topic"] == "davy/up/hh/S1/gw2"
    assert len(told["password"]) == 24
    listed = said(browser.send("GET", "/api/v1/gateways"))
    assert [row["key"] for row in listed] == ["gw1", "gw2"]
    assert "password" not in listed[1]
    assert b"password_hash" not in browser.send("GET", "/api/v1/gateways").content
    worker = Browser("hh.davy.test")
    worker.force_login(Account.objects.get(id=desk.plant.people["li"].account))
    assert worker.send("POST", "/api/v1/gateways", body).status_code == 403
    desk.enrolled()
    [one] = said(worker.send("GET", "/api/v1/instruments"))
    assert one["unfit"] == ["instrument_calibration_due", "instrument_bump_due"]
    assert one["code"] is None
    assert one["condition"] == ["never_told", "calibration_due", "bump_due"]
    assert said(worker.send("GET", "/api/v1/instruments/link"))["watching"] is False


def test_its_label_opens_it_on_a_phone(desk: Desk) -> None:
    from tests.plant import Browser, said

    desk.enrolled()
    keeper, worker = Browser("hh.davy.test"), Browser("hh.davy.test")
    keeper.force_login(Account.objects.get(id=desk.plant.people["zheng"].account))
    worker.force_login(Account.objects.get(id=desk.plant.people["li"].account))
    label = said(keeper.send("GET", f"/api/v1/instruments/{desk.instrument}/label"))
    assert label["address"].endswith(f"/m/instruments/{desk.code}")
    assert label["svg"].startswith("<svg")
    assert worker.send("GET", f"/api/v1/instruments/{desk.instrument}/label").status_code == 403
    scanned = said(worker.send("GET", f"/api/v1/instruments/by-code/{desk.code}"))
    assert (scanned["serial"], scanned["code"]) == ("SN-1", None)
    assert worker.send("GET", "/api/v1/instruments/by-code/nobody-knows-it").status_code == 404


def test_the_room_is_told_where_readings_stop(desk: Desk) -> None:
    """A reader that reaches no broker is not taken for one that reads."""
    from davy.sensing.lease import BROKER_FULL, BROKER_GONE, beat
    from davy.sensing.standing import link

    worker = uuid7()
    beat(worker, [])
    assert (link(now())["watching"], link(now())["broker_gone"]) == (True, False)
    held, back = beat(worker, [], doubt=BROKER_GONE)
    assert back == []
    assert (link(now())["watching"], link(now())["broker_gone"]) == (False, True)
    assert link(now())["fault"] is None
    assert len(held) == 0
    beat(worker, [], doubt=BROKER_FULL)
    told = link(now())
    assert (told["watching"], told["broker_gone"], told["broker_full"]) == (False, False, True)


def test_every_reason_is_told_with_its_words(desk: Desk) -> None:
    from tests.plant import Browser, said

    worker = Browser("hh.davy.test")
    worker.force_login(Account.objects.get(id=desk.plant.people["li"].account))
    words = said(worker.send("GET", "/api/v1/instruments/words"))
    assert words["kinds"]["multi_gas"]["gas"] is True
    assert words["kinds"]["helmet"]["worn"] is True
    assert words["aside"]["unit_unknown"]["way"]["zh"]
    assert words["refusals"]["connected_twice"]["says"]["en"]
