"""One asks, another carries out: what is his goes, what the law or a hold keeps stays with its reason, and
everything still verifies."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from davy import clock
from davy.accounts.models import Account
from davy.archive.tests.taken import MORNING, ask, bundle, files, key
from davy.building.hands import Hands
from davy.building.plant import Plant, small_plant
from davy.clock import beat
from davy.db import rows, tenant
from davy.evidence import queries as evidence
from davy.ids import uuid7
from davy.keeping.tests.leaving import YEAR, ahead, closed, codes, give, leaves, over
from davy.notify.models import Address, Message
from davy.watch.night import comparing
from davy.watch.tests.lies import lies
from davy_verify.checks import check
from davy_verify.finding import BROKEN, TOLD

pytestmark = pytest.mark.django_db
Step = Callable[[timedelta], None]


@pytest.fixture
def hands(step_clock: Step) -> Hands:
    return over(closed(step_clock), step_clock)


def _later(step_clock: Step, by: timedelta = YEAR) -> None:
    step_clock(MORNING + by - clock.now() + ahead())


def _request(hands: Hands, who: str = "zheng", whom: str = "qian") -> tuple[Hands, Any]:
    body = {"person": hands.plant.person(whom), "reason": "离职后本人申请"}
    return give(hands.plant, who, "erasure", "request_erasure", body)


def _carry_out(hands: Hands, request: Hands, who: str = "chu", **extra: Any) -> Any:
    return give(hands.plant, who, "erasure", "carry_out_erasure", to=request, **extra)[1]


def _erased(hands: Hands, step_clock: Step) -> Any:
    leaves(hands.plant)
    _later(step_clock)
    request, asked = _request(hands)
    assert asked["verdict"] == "accepted", asked
    done = _carry_out(hands, request)
    assert done["verdict"] == "accepted", done
    return request


def test_after_its_period_he_is_gone_and_all_verifies(hands: Hands, step_clock: Step, tmp_path: Path) -> None:
    plant = hands.plant
    before = _private(hands)
    _erased(hands, step_clock)
    with tenant.company(plant.company):
        told = rows.one("SELECT * FROM people_person WHERE id = %s", [plant.people["qian"].person])
        assert told is not None
        assert (told["name"], told["phone"], told["hr_code"][:7]) == ("已删除", "", "erased-")
        verified = evidence.verify_stream(plant.company, "permit", hands.permit)
        assert isinstance(verified, evidence.Verified)
        assert lies(plant.company) == []
        kinds = rows.many("SELECT kind, id FROM evidence_stream WHERE company_id = %s", [plant.company])
        assert [k for k in kinds if comparing.differs(plant.company, k["kind"], k["id"])] == []
        account = Account.objects.get(id=plant.people["qian"].account)
        assert (account.is_active, account.username[:7]) == (False, "erased-")
    after = _private(hands)
    assert set(after) < set(before)
    lost = set(before) - set(after)
    assert {label for _, label in lost} >= {"signature"}
    assert all("钱焊工".encode() not in content for content in after.values())
    assert ask(plant, "archive", archive="钱焊工").json()["total"] == 0
    assert ask(plant, "archive", archive="李工").json()["total"] == 1
    assert "钱焊工" not in json.dumps(ask(plant, f"permits/{hands.permit}").json(), ensure_ascii=False)
    made = bundle(hands)
    (tmp_path / "b.zip").write_bytes(made)
    found = check(tmp_path / "b.zip", key(plant), now=clock.now())
    assert not [f for f in found if f.level == BROKEN]
    assert {f.code: f.level for f in found}["private_erased"] == TOLD
    assert "private_withheld" not in {f.code for f in found}
    for name, content in files(made).items():
        assert "钱焊工".encode() not in content, name


def test_within_the_year_it_stays_with_its_day_and_what_nothing_keeps_goes(
    hands: Hands, step_clock: Step
) -> None:
    plant = hands.plant
    leaves(plant)
    preview = ask(plant, f"keeping/people/{plant.person('qian')}").json()
    assert not preview["whole"]
    kept = {row["id"]: row for row in preview["stays"]}[str(hands.permit)]
    assert kept["why"] == "period"
    assert kept["until"][:4] == "2027"
    before = _private(hands)
    request, _ = _request(hands)
    done = _carry_out(hands, request)
    assert done["verdict"] == "accepted"
    assert _private(hands) == before
    with tenant.company(plant.company):
        told = rows.one("SELECT name, phone FROM people_person WHERE id = %s", [plant.person("qian")])
        assert told == {"name": "钱焊工", "phone": ""}
    assert codes(_carry_out(hands, request)) == {"erasure_kept"}
    _later(step_clock)
    assert _carry_out(hands, request)["verdict"] == "accepted"
    (row,) = ask(plant, "keeping/erasures").json()
    assert (row["state"], row["person_name"], row["kept"], row["times"]) == ("done", "已删除", 0, 2)


def test_his_addresses_and_messages_go_and_what_is_on_its_way_to_others_stays(
    hands: Hands, step_clock: Step
) -> None:
    plant, told = hands.plant, "钱焊工 的动火已停"
    with tenant.company(plant.company):
        for who in ("qian", "li"):
            person, mail = plant.people[who].person, {"kind": "mail", "address": f"{who}@hh.example"}
            Address.objects.create(company_id=plant.company, person_id=person, **mail)
            for state in ("waiting", "sent"):
                due = {"at": clock.now(), "until": clock.now(), "next_at": clock.now(), "state": state}
                about = {"messenger": "mail", "inbox_id": uuid7(), "severity": "red", "title": told}
                Message.objects.create(company_id=plant.company, person_id=person, **about, **due)
    leaves(plant)
    request, _ = _request(hands)
    assert _carry_out(hands, request)["verdict"] == "accepted"
    li = plant.people["li"].person
    assert _outward(plant) == ([li], [(li, "sent"), (li, "waiting")])
    _later(step_clock)
    assert _carry_out(hands, request)["verdict"] == "accepted"
    assert _outward(plant) == ([li], [(li, "waiting")])


def _outward(plant: Plant) -> tuple[list[UUID], list[tuple[UUID, str]]]:
    with tenant.company(plant.company):
        found = Message.objects.filter(company_id=plant.company).order_by("person_id", "state")
        reached = Address.objects.filter(company_id=plant.company)
        return list(reached.values_list("person_id", flat=True)), list(
            found.values_list("person_id", "state")
        )


def test_work_that_is_not_over_keeps_him_however_old(step_clock: Step) -> None:
    hands = closed(step_clock)
    leaves(hands.plant)
    _later(step_clock)
    preview = ask(hands.plant, f"keeping/people/{hands.plant.person('qian')}").json()
    assert {row["id"]: row["why"] for row in preview["stays"]}[str(hands.permit)] == "open"
    assert not preview["whole"]


@pytest.mark.parametrize(
    ("left", "who", "whom", "code"),
    [
        (False, "chu", "qian", "erasure_person_here"),
        (True, "zheng", "qian", "keeping_second_person"),
        (True, "li", "qian", "keeping_role_needed"),
        (True, "chu", "qian", "reauth_failed"),
        (True, "chu", "wei", "erasure_person_has_post"),
    ],
)
def test_it_is_refused_with_its_reason(hands: Hands, left: bool, who: str, whom: str, code: str) -> None:
    if left:
        leaves(hands.plant, whom)
    request, asked = _request(hands, whom=whom)
    assert asked["verdict"] == "accepted"
    extra = {"proof": None} if code == "reauth_failed" else {}
    assert code in codes(_carry_out(hands, request, who, **extra))
    assert codes(_request(hands, whom=whom)[1]) == {"erasure_known"}


@pytest.mark.parametrize("about", ["permit", "person", "span"])
def test_a_legal_hold_keeps_it_until_another_lifts_it(hands: Hands, step_clock: Step, about: str) -> None:
    plant = hands.plant
    leaves(plant)
    _later(step_clock)
    body: dict[str, Any] = {"about": about, "reason": "事故调查"}
    if about == "span":
        body |= {"from": "2026-11-22T00:00:00Z", "until": "2026-11-24T00:00:00Z"}
    else:
        body[about] = str(hands.permit) if about == "permit" else plant.person("qian")
    hold, placed = give(plant, "zheng", "hold", "place_hold", body)
    assert placed["verdict"] == "accepted"
    before = _private(hands)
    request, _ = _request(hands)
    first = _carry_out(hands, request)
    if about == "person":
        assert codes(first) == {"erasure_person_held"}
    assert _private(hands) == before
    lift = {"reason": "调查结束"}
    assert codes(give(plant, "zheng", "hold", "lift_hold", lift, to=hold)[1]) == {"keeping_second_person"}
    with tenant.company(plant.company):
        Account.objects.filter(id=plant.people["feng"].account).update(roles=["shift_leader", "admin"])
    assert give(plant, "feng", "hold", "lift_hold", lift, to=hold)[1]["verdict"] == "accepted"
    _later(step_clock, 2 * YEAR)  # the hold named him, and is kept for its own year
    assert _carry_out(hands, request)["verdict"] == "accepted"
    assert len(_private(hands)) < len(before)


def test_nobody_asks_for_the_erasure_of_himself(hands: Hands) -> None:
    assert codes(_request(hands, who="chu", whom="chu")[1]) == {"keeping_second_person"}
    assert ask(hands.plant, "keeping/erasures").json() == []


def test_a_neighbour_sees_and_erases_nothing_of_ours(hands: Hands) -> None:
    theirs = small_plant("other", "other.example", simulated=True)
    body = {"person": hands.plant.person("qian"), "reason": "不是我们的人"}
    assert codes(give(theirs, "zheng", "erasure", "request_erasure", body)[1]) == {"erasure_of_nobody"}
    assert ask(hands.plant, f"keeping/people/{theirs.person('qian')}").status_code == 404


def _private(hands: Hands) -> dict[tuple[str, str], bytes]:
    company = hands.plant.company
    with tenant.company(company):
        ids = [event.id for event in evidence.events(company, "permit", hands.permit)]
        return {
            (str(event), label): bytes(content)
            for (event, label), content in evidence.private(company, ids).items()
        }


def test_after_the_clock_jumped_nobody_is_erased_and_the_preview_says_so(
    hands: Hands, step_clock: Step
) -> None:
    leaves(hands.plant)
    _later(step_clock)
    request, _ = _request(hands)
    before = _private(hands)
    beat.strike(jumped=True, seconds=YEAR.total_seconds())
    assert codes(_carry_out(hands, request)) == {"erasure_clock_doubted"}
    assert _private(hands) == before
    preview = ask(hands.plant, f"keeping/people/{hands.plant.person('qian')}").json()
    assert [why["code"] for why in preview["refused"]] == ["erasure_clock_doubted"]
