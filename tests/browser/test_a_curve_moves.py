"""What a bound detector tells moves the curve of its permit on the phone and at the desk without a reload."""

import json
import re
from uuid import UUID

import pytest
from playwright.sync_api import Locator, Page, expect

from davy import clock
from davy.building import journeys
from davy.building.hands import Hands
from davy.db import tenant
from davy.ids import uuid7
from davy.instruments import gateways, store
from davy.instruments.models import Gateway
from davy.instruments.topics import Wire, partition_of
from davy.sensing.commit import commit
from davy.sensing.lease import Lease, beat
from davy.sensing.messages import Message
from davy.sensing.tests.watching import bind, ready
from davy_core.instants import iso
from davy_core.instruments.apply import apply
from tests.browser.town import Town

pytestmark = pytest.mark.browser


class Detector:
    """SN-1 behind gw1, bound to hot work that goes on; its messages come as the log hands them on."""

    def __init__(self, town: Town, hands: Hands | None = None) -> None:
        self.plant = town.plant
        self.id: UUID = uuid7()
        self.number = 0
        self.wire = self._enrolled()
        ready(town.plant, self.id)
        if hands is not None:
            bind(hands, self.id)
        self.worker, self.held = uuid7(), list[Lease]()

    def _enrolled(self) -> Wire:
        plant = self.plant
        with tenant.company(plant.company):
            made = Gateway.objects.create(
                company_id=plant.company, site_id=plant.site, key="gw1", name="网关", password_hash="x"
            )
            data = {
                "at": iso(clock.now()), "by": plant.person("li"), "instrument": str(self.id),
                "kind": "multi_gas", "serial": "SN-1", "site": str(plant.site), "gateway": str(made.id),
                "ex": None, "firmware": None,
            }  # fmt: skip
            enrolled = [("InstrumentEnrolled", data, {"name": "四合一 1 号"})]
            store.save(plant.company, apply(None, "InstrumentEnrolled", data), 1, enrolled)
            return gateways.wire(made)

    def tells(self, lel: str) -> None:
        """One message through the whole way of the reader."""
        self.number += 1
        self.held, _ = beat(self.worker, self.held)
        wire = self.wire
        here = partition_of(wire, "SN-1")
        lease = next(one for one in self.held if one.partition == here)
        subject = f"davy.r.{here}.{wire.company}.{wire.site}.{wire.gateway}.SN-1"
        told = {"seq": self.number, "boot": "a", "lel": float(lel), "o2": 20.8}
        commit(lease, [Message(self.number, subject, clock.now(), json.dumps(told).encode())], 0)


def _curve(page: Page) -> Locator:
    return page.locator("figure[data-serial=SN-1][data-channel=lel]")


def test_on_phone_and_desk_at_once(town: Town) -> None:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    detector = Detector(town, hands)
    detector.tells("0.4")
    desk = town.console("chu")
    desk.goto(f"/console/permits/{hands.permit}")
    phone = town.phone("li")
    phone.goto(f"/m/permits/{hands.permit}")
    phone.get_by_role("tab", name="气体").click()
    for page in (desk, phone):
        expect(_curve(page).get_by_text("现在 0.4 %LEL")).to_be_visible()
        expect(_curve(page)).to_contain_text(re.compile("票面限值 8.33 .*设备报警点 25 / 50"))
    detector.tells("0.7")
    for page in (desk, phone):
        expect(_curve(page).get_by_text("现在 0.7 %LEL")).to_be_visible()
    town.photograph(desk, "curve-desk")
    _curve(phone).scroll_into_view_if_needed()
    town.photograph(phone, "curve-phone")
    assert journeys.state(hands).state == "active"
