"""Each night every certificate is asked for at a real server: what it answers counts, what it does not
changes nothing, and a night that was killed goes on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import time_machine

from davy import clock
from davy.db import rows, tenant
from davy.people.models import Certificate
from davy.simulator.registry import Registry
from davy.verification import asking, nights, tasks
from davy.verification.connector import SourceError, line, sealed
from davy.verification.models import Night, Source, StandingRow
from davy.verification.queries import claim, paper
from davy.verification.tests.house import House

pytestmark = pytest.mark.django_db
KINDS = ("special_operation", "special_equipment")
TOKEN = "of-the-office"
HOUR = timedelta(hours=1)


@pytest.fixture
def office(house: House) -> Iterator[Registry]:
    """A query service that knows every certificate of the plant."""
    server = Registry(TOKEN)
    for row, name in _papers(house):
        known = server.papers.setdefault(row.number, {"name": name, "records": []})
        known["records"].append(_record(row))
    with tenant.company(house.plant.company):
        Source.objects.create(
            company_id=house.plant.company,
            url=server.url,
            secret=sealed(TOKEN, house.plant.company),
            private_net=True,
            hour=2,
        )
    yield server
    server.close()


def _record(row: Certificate, **over: Any) -> dict[str, Any]:
    told = {
        "item": row.item,
        "valid_from": str(row.valid_from),
        "valid_to": str(row.valid_to),
        "status": "有效",
    }
    return {**told, **over}


def _papers(house: House) -> list[tuple[Certificate, str]]:
    names = {member.person: member.name for member in house.plant.people.values()}
    with tenant.company(house.plant.company):
        found = list(Certificate.objects.filter(kind__in=KINDS))
    return [(row, names[row.person_id]) for row in found]


def _night(house: House, *, over: timedelta = HOUR) -> Night:
    """A whole night, or as much of one as that time allows."""
    company = house.plant.company
    with tenant.company(company):
        begun = asking.begin(company, clock.now().date(), "clock")
        going = Night.objects.filter(company_id=company, state="going").first()
    night = begun or (going.id if going else None)
    assert night is not None
    tasks.go_on_with(company, night, clock.now() + over)
    return _read(house, night)


def _read(house: House, night: UUID) -> Night:
    with tenant.company(house.plant.company):
        return Night.objects.get(company_id=house.plant.company, id=night)


def _verdicts(house: House) -> set[str]:
    with tenant.company(house.plant.company):
        return set(StandingRow.objects.values_list("verdict", flat=True))


def test_an_honest_service_confirms_everybody(house: House, office: Registry) -> None:
    night = _night(house)
    assert (night.state, night.confirmed, night.against) == ("done", len(_papers(house)), 0)
    assert _verdicts(house) == {"confirmed"}
    assert (house.status(), house.permit()[0]) == ("active", "active")


def test_the_second_night_repeats_without_an_event(
    house: House, office: Registry, time: time_machine.Traveller
) -> None:
    _night(house)
    before = house.events()
    time.shift(timedelta(days=1))
    night = _night(house)
    assert (night.state, night.confirmed) == ("done", len(_papers(house)))
    assert house.events() == before
    with tenant.company(house.plant.company):
        assert {row.answered_at for row in StandingRow.objects.all()} == {clock.now()}


def test_a_wrong_date_freezes_by_night_and_pauses(house: House, office: Registry) -> None:
    for known in office.papers["T-qian"]["records"]:
        known["valid_to"] = "2027/01/01"
    night = _night(house)
    assert night.against > 0
    assert (house.status(), house.permit()) == ("frozen", ("paused", ["person_ineligible"]))
    assert "certificate_mismatch" in {one["kind"] for one in house.alarms()}


@pytest.mark.parametrize(
    "fault", ["error", "html", "half", "lost", "denied", "redirect", "endless", "other_number"]
)
def test_no_fault_of_a_service_freezes_or_confirms(house: House, office: Registry, fault: str) -> None:
    office.fault = fault
    _night(house)
    assert _verdicts(house) <= {"unknown"}
    assert (house.status(), house.permit()[0]) == ("active", "active")


def test_a_service_that_hangs_is_given_up_and_asked_again(
    house: House, office: Registry, time: time_machine.Traveller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("davy.outside.ask.WHOLE_S", 0.2)
    office.fault, office.slow_s = "slow", 1.0
    night = _night(house)
    assert (night.state, night.trouble) == ("going", "slow")
    assert night.rests_until == clock.now() + timedelta(seconds=60)
    office.fault = ""
    time.shift(timedelta(seconds=61))
    assert _night(house).state == "done"
    assert _verdicts(house) == {"confirmed"}


def test_a_whole_night_without_an_answer_fails_and_is_told(
    house: House, office: Registry, time: time_machine.Traveller
) -> None:
    office.fault = "error"
    night = _night(house)
    for _ in range(5):
        if night.state == "going":
            time.shift(timedelta(minutes=16))
            night = _night(house)
    assert (night.state, night.trouble) == ("failed", "status_500")
    assert {one["kind"] for one in house.alarms()} == {"verification_failing"}


def test_a_killed_night_goes_on_with_what_it_has_not_done(
    house: House, office: Registry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nights, "BATCH", 2)
    given = nights._kept
    calls: list[UUID] = []

    def killed(company: UUID, night: UUID, one: Any, verdict: Any) -> bool:
        done = given(company, night, one, verdict)
        calls.append(one.row["id"])
        if len(calls) == 3:
            raise KeyboardInterrupt  # the worker is gone between an answer and its batch
        return done

    monkeypatch.setattr(nights, "_kept", killed)
    with pytest.raises(KeyboardInterrupt):
        _night(house)
    monkeypatch.setattr(nights, "_kept", given)
    night = _night(house)
    assert (night.state, night.confirmed) == ("done", len(_papers(house)))
    checked = [event for who in ("qian", "sun", "li") for event in house.events(who)]
    assert checked.count("CertificateChecked") == len(_papers(house))


def test_a_service_that_suddenly_knows_nobody_is_doubted(house: House, office: Registry) -> None:
    with tenant.company(house.plant.company):
        Certificate.objects.bulk_create(
            Certificate(
                company_id=house.plant.company,
                person_id=house.plant.people[who].person,
                kind="special_operation",
                number=f"T-{who}-{n}",
                item="低压电工作业",
            )
            for who in ("wang", "zhou", "wu", "feng", "wei", "tang")
            for n in range(3)
        )
    office.fault = "empty"
    night = _night(house)
    assert night.state == "doubted"
    assert night.fresh < 10
    assert "verification_failing" in {one["kind"] for one in house.alarms()}


def test_a_night_begins_at_its_hour_once(
    house: House, office: Registry, time: time_machine.Traveller
) -> None:
    company = house.plant.company

    def begun() -> int:
        tasks.look_company(company)
        with tenant.company(company):
            return Night.objects.count()

    time.move_to(clock.now().replace(hour=17, minute=59))  # 01:59 in Shanghai
    assert begun() == 0
    time.shift(timedelta(minutes=1))
    assert begun() == 1
    time.shift(timedelta(minutes=1))
    assert begun() == 1


def test_other_names_and_spellings_are_read(house: House, office: Registry) -> None:
    there = paper_row(house)
    number = there["number"]
    told: dict[str, Any] = {"code": 0, "data": {"sfcx": "1", "zjhm": number, "xm": "钱焊工", "list": [
        {"czxm": there["item"], "yxqz": "2027年11月16日", "zt": "正常"}]}}  # fmt: skip
    names = {"found": "data.sfcx", "number": "data.zjhm", "name": "data.xm", "records": "data.list",
             "item": "czxm", "valid_to": "yxqz", "status": "zt"}  # fmt: skip
    with tenant.company(house.plant.company):
        Source.objects.update(names=names)
        connected = line(house.plant.company, Source.objects.get())
    read = connected._read(json.dumps(told).encode())
    assert (read["found"], read["name"]) == (True, "钱焊工")
    assert read["records"][0] == {
        "item": there["item"], "category": "", "status": "valid", "valid_from": None,
        "valid_to": "2027-11-16", "review_due": None,
    }  # fmt: skip
    with pytest.raises(SourceError):
        connected._read(json.dumps({**told, "data": {**told["data"], "xm": ["钱焊工"]}}).encode())


def paper_row(house: House) -> dict[str, Any]:
    """钱焊工's paper with his name."""
    with tenant.company(house.plant.company):
        found = paper(house.plant.company, house.paper)
    assert found is not None
    assert claim(found).name == "钱焊工"
    return found


def test_a_private_address_is_reached_only_where_it_was_allowed(house: House, office: Registry) -> None:
    with tenant.company(house.plant.company):
        Source.objects.update(private_net=False)
    night = _night(house)
    assert night.trouble == "private_address"
    assert office.asked == []


def test_the_key_lies_sealed(house: House, office: Registry) -> None:
    with tenant.company(house.plant.company):
        (row,) = rows.many("SELECT secret FROM verification_source")
    assert TOKEN.encode() not in bytes(row["secret"])
