"""A plant at the machine's own time whose air is told over MQTT: broker, watch process and simulator are the
real ones, and so is the clock. The broker stamps what it takes by the machine's time: a town whose clock a
test steps would be another day's for it."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from davy import clock
from davy.accounts.models import Company
from davy.building import journeys
from davy.building.envelopes import envelope
from davy.building.hands import Hands
from davy.building.plant import Plant
from davy.db import rows, tenant
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.edge.uplink import Where
from davy.rulebook import law
from davy.sensing.tests.field import Field, until
from davy.sensing.tests.field import running as field_running
from davy.simulator import enrolling, room
from davy.simulator.playing import Playing
from davy.simulator.scenario import Act, Scenario, scenarios
from davy.simulator.world import World
from davy.sites.models import SiteCalendar
from tests.browser.town import Town

__all__ = ["Sensed", "sensed"]

POINT = "upper"
EARLIER = timedelta(hours=1)
"""So long ago the work was asked for, and what does not go stale was done."""
GATEWAY_S = 60.0
LOCAL = ZoneInfo("Asia/Shanghai")


@dataclass
class Sensed:
    """The town, its field, the simulator that plays in it, and a confined space where work goes on. `serials`
    by kind are those of the instruments at the space."""

    town: Town
    field: Field
    playing: Playing
    hands: Hands
    serials: Mapping[str, str]

    def leak(self) -> None:
        """Gas rises at the space within three seconds, and stays until somebody closes the valve."""
        acts = (Act("curve", 0, "multi_gas", channel="lel", to=38, over_s=3, hold_s=3600),)
        self._happens(Scenario("leak", 3600, "泄漏", "A leak", acts))

    def close_the_valve(self) -> None:
        """The air is as before."""
        self._happens(scenarios()["calm"])

    def _happens(self, scenario: Scenario) -> None:
        told: list[Sequence[str] | str] = []
        self.playing.begin(scenario, [self.serials["multi_gas"]], told.append)
        until(lambda: told)
        assert told == [[self.serials["multi_gas"]]]

    def lel(self) -> float:
        """What the instrument at the space told last."""
        asked = """
        SELECT l.channels->>'lel' AS lel FROM readings_latest l JOIN instruments_instrument i
          ON i.company_id = l.company_id AND i.id = l.instrument_id
        WHERE l.company_id = %s AND i.serial = %s
        """
        with tenant.company(self.field.company):
            row = rows.one(asked, (self.field.company, self.serials["multi_gas"]))
        return float(row["lel"]) if row else 0.0


@contextmanager
def sensed(town: Town, home: Path, database: str) -> Iterator[Sensed]:
    """The confined space at work, with a meter that tells, and a table of effects in force."""
    home.mkdir()
    with field_running(home, database, plant=town.plant) as field:
        company = Company.objects.get(id=field.company)
        fleet = enrolling.enrol(company, 1, 5, room.plant_file(home, company.code))
        serials = {one.kind: one.serial for _, one in reversed(fleet.instruments)}
        field.gateway("other")
        field.start().clients[0].connect(GATEWAY_S)  # gateways are let in: what is told now is told in time
        world = World(fleet, 5, int(clock.now().timestamp() * 1000))
        playing, stop = Playing(world, Where("127.0.0.1", field.port)), threading.Event()
        thread = threading.Thread(target=playing.run, args=(stop,), name="simulator")
        thread.start()
        try:
            _by_day(town.plant)
            hands = _at_work(town.plant)
            found = Sensed(town, field, playing, hands, serials)
            until(found.lel, GATEWAY_S)
            _bound(hands, serials["multi_gas"])
            _in_force(town.plant, serials)
            yield found
        finally:
            stop.set()
            thread.join()


def _by_day(plant: Plant) -> None:
    """Night lies half a day away, whenever the test runs: at night others sign."""
    far = clock.now().astimezone(LOCAL) + timedelta(hours=12)
    begins = far.time().replace(minute=0, second=0, microsecond=0)
    ends = (far + timedelta(hours=1)).time().replace(minute=0, second=0, microsecond=0)
    with tenant.company(plant.company):
        SiteCalendar.objects.filter(site_id=plant.site).update(night_start=begins, night_end=ends)


def _at_work(plant: Plant) -> Hands:
    """Asked for an hour ago and ventilated for as long as it takes, so that nobody has to wait for it here;
    measured, signed and begun now."""
    began = clock.now()
    hands = Hands(plant, at=began - EARLIER)
    journeys.draft_confined(hands)
    permit = journeys.state(hands)
    template = law.template(permit.template)
    journeys.jsa(hands, [h.row for h in permit.hazards])
    journeys.measures(hands, template, [m.id for m in permit.measures])
    hands.must("li", "plan_ventilation", journeys.AIR)
    plan = journeys.state(hands).ventilation
    assert plan is not None
    hands.at = began - timedelta(seconds=plan.minimum_s)
    hands.must("li", "switch_ventilation", {"running": True})
    hands.at = None
    journeys.gas_round(hands)
    journeys.brief(hands, template)
    journeys.approve(hands)
    journeys.go_live(hands)
    return hands


def _bound(hands: Hands, serial: str) -> None:
    meter, code = _instrument(hands.plant, serial, "token")
    body = {"code": code, "permit": str(hands.permit), "point": POINT}
    _give(hands.plant, "li", f"instrument/{meter}", "bind_instrument", body)


def _in_force(plant: Plant, serials: Mapping[str, str]) -> None:
    """Gas ventilates, sounds and cuts: 冯班长 proposes it, 郑安全 approves."""
    known = {kind: str(_instrument(plant, serial)[0]) for kind, serial in serials.items()}
    told = [
        {"cause": "gas", "effect": "start_ventilation", "instrument": known["fan"], "position": "上风侧"},
        {"cause": "gas", "effect": "sound_siren", "instrument": known["beacon"]},
        {"cause": "gas", "effect": "cut_energy", "instrument": known["cutoff_relay"], "feeds": ["tools"]},
    ]
    _give(plant, "feng", f"actuation/{plant.point}", "propose_table", {"rows": told})
    _give(plant, "zheng", f"actuation/{plant.point}", "approve_table", {"version": 1})


def _instrument(plant: Plant, serial: str, what: str = "id") -> tuple[UUID, Any]:
    asked = f"SELECT id, {what} AS what FROM instruments_instrument WHERE company_id = %s AND serial = %s"  # noqa: S608 - ours
    with tenant.company(plant.company):
        row = rows.one(asked, (plant.company, serial))
    assert row is not None, serial
    return row["id"], row["what"]


def _give(plant: Plant, who: str, stream: str, kind: str, body: Mapping[str, Any]) -> None:
    member = plant.people[who]
    name, _, number = stream.partition("/")
    sent = envelope(
        plant.company, UUID(number), kind, dict(body), occurred_at=clock.now(), stream_kind=name, app="test"
    )
    answer = execute(sent, Sender("person", member.person, member.account))
    assert answer["verdict"] == "accepted", answer
