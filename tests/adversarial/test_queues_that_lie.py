"""What arrives from phones: out of order, twice, from another phone, altered, with a hole, with a wrong
clock. Nothing happens twice, nothing is believed that should not be, and a stop is never held back."""

import json
from datetime import timedelta
from typing import Any

import pytest

from davy import clock
from davy.accounts.models import SecurityEvent
from davy.alarms import contract
from davy.alarms.models import AlarmRow
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.papering import Papering
from davy.building.phones import Phone
from davy.building.plant import small_plant
from davy.clockwork.ticking import tick
from davy.db import rows, tenant
from davy.devices import inviting, p256
from davy.devices.models import DeviceRow
from davy.evidence.queries import events
from davy.permits.holding import duties_on
from davy.sync.keys import receipt_key
from davy.sync.receive import Item
from davy_core.alarms.owing import owes
from davy_core.instants import iso

pytestmark = pytest.mark.django_db


@pytest.fixture
def live() -> Hands:
    """A live hot-work permit of today."""
    hands = Hands(small_plant())
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    return hands


def _phone(hands: Hands, who: str = "wang") -> Phone:
    phone = Phone(hands.plant, who)
    assert phone.enrol()["verdict"] == "accepted"
    return phone


def _told(results: list[dict[str, Any]]) -> list[tuple[str, str | None]]:
    return [(r["verdict"], r["problem"]["code"] if r["problem"] else None) for r in results]


def _kinds(hands: Hands) -> list[str]:
    with tenant.company(hands.plant.company):
        return [e.type for e in events(hands.plant.company, "permit", hands.permit)]


def _doubts(hands: Hands) -> list[str]:
    with tenant.company(hands.plant.company):
        found = SecurityEvent.objects.filter(company_id=hands.plant.company).order_by("at")
        return [e.kind for e in found if e.kind.startswith(("chain", "device", "receipt"))]


def test_a_queue_arrives_in_order_and_once(live: Hands) -> None:
    phone = _phone(live)
    for _ in range(3):
        phone.give(live.permit, "guard_round")
    items = list(phone.queue)
    first = phone.send()
    assert _told(first) == [("accepted", None)] * 3
    assert phone.queue == []
    before = _kinds(live)
    again = phone.send(items)
    assert [{**r, "receipt": None} for r in again] == [{**r, "receipt": None} for r in first]
    assert [r["receipt"]["text"] for r in again][-1] == first[-1]["receipt"]["text"]
    assert _kinds(live) == before


def test_every_receipt_is_the_servers_and_names_its_envelope(live: Hands) -> None:
    phone = _phone(live)
    item = phone.give(live.permit, "guard_round")
    (result,) = phone.send()
    receipt = result["receipt"]
    assert p256.verifies(receipt_key(), receipt["signature"], receipt["text"].encode())
    said = json.loads(receipt["text"])
    assert (said["seq"], said["head"], said["verdict"]) == (1, phone.prev, "accepted")
    assert said["command"] == json.loads(item.text)["id"]


def test_what_comes_before_its_turn_waits(live: Hands) -> None:
    phone = _phone(live)
    one, two, three = (phone.give(live.permit, "guard_round") for _ in range(3))
    held = phone.send([three, two])
    assert _told(held) == [("held", "chain_gap")] * 2
    assert [r["wants"] for r in held] == [1, 1]
    assert _told(phone.send([one, three, two])) == [
        ("accepted", None),
        ("held", "chain_gap"),
        ("accepted", None),
    ]
    assert _told(phone.send([three])) == [("accepted", None)]


def test_a_stop_is_not_held_back_by_a_hole_and_takes_its_place_later(live: Hands) -> None:
    phone = _phone(live)
    lost = phone.give(live.permit, "guard_round")
    stop = phone.give(live.permit, "pause", {"cause": "anomaly"})
    after = phone.give(live.permit, "add_photo", {"photo": "0" * 64, "purpose": "work"})
    told = phone.send([stop, after])
    assert _told(told) == [("accepted", None), ("held", "chain_gap")]
    assert journeys.state(live).state == "paused"
    assert _told(phone.send([lost])) == [("accepted", None)]
    assert _told(phone.send([stop])) == [("accepted", None)]
    row = DeviceRow.objects
    with tenant.company(live.plant.company):
        assert row.get(company_id=live.plant.company, id=phone.id).seq == 2
    assert _doubts(live) == []
    assert phone.send([after])[0]["verdict"] == "refused"  # nobody handed that photo in


def test_bad_gas_whose_photo_never_came_stops_the_work_and_blocks_nobody(live: Hands) -> None:
    phone = _phone(live, "zhou")
    point, substance, _, unit = journeys.clean_air(live)[0]
    row = {"point": point, "substance": substance, "value": {"value": "3", "unit": unit}, "photo": "a" * 64}
    phone.give(live.permit, "record_round", {"readings": [{**row, "sampled_at": iso(clock.now())}]})
    phone.give(live.permit, "stop")
    assert _told(phone.send()) == [("accepted", None)] * 2
    assert {c.kind for c in journeys.state(live).causes} == {"gas", "stopped"}


def _round(hands: Hands, amount: str) -> dict[str, Any]:
    point, substance, _, unit = journeys.clean_air(hands)[0]
    value = {"value": amount, "unit": unit}
    reading = {"point": point, "substance": substance, "value": value, "sampled_at": iso(clock.now())}
    return {"readings": [reading]}


def test_bad_gas_does_not_wait_for_what_was_sent_before_it(live: Hands) -> None:
    phone = _phone(live, "zhou")
    missing = phone.give(live.permit, "record_round", _round(live, "0"))
    bad = phone.give(live.permit, "record_round", _round(live, "3"))
    assert _told(phone.send([bad])) == [("accepted", None)]
    assert {c.kind for c in journeys.state(live).causes} == {"gas"}
    assert _told(phone.send([missing, bad]))[1] == ("accepted", None)
    assert _kinds(live).count("WorkPaused") == 1


def test_good_gas_waits_for_its_turn_and_leaves_no_trace(live: Hands) -> None:
    phone = _phone(live, "zhou")
    missing = phone.give(live.permit, "record_round", _round(live, "0"))
    good = phone.give(live.permit, "record_round", _round(live, "0"))
    before = _kinds(live)
    assert _told(phone.send([good])) == [("held", "chain_gap")]
    assert _kinds(live) == before
    assert [verdict for verdict, _ in _told(phone.send([missing, good]))] == ["accepted", "accepted"]


def test_a_live_sheet_does_not_wait_for_what_was_sent_before_it(live: Hands) -> None:
    paper = Papering(live.plant).printed()
    phone = _phone(live, "sun")
    missing = phone.give(live.permit, "stop")
    place = {"site": str(live.plant.site), "area": str(live.plant.area), "point": str(live.plant.point)}
    body = {"serial": paper.serial(), "place": place, "condition": "going_on", "photos": ["a" * 64]}
    sheet = phone.give(live.permit, "register_sheet", body, stream=f"block/{paper.block}", position=None)
    assert _told(phone.send([sheet])) == [("accepted", None)]
    assert paper.state.sheets[0].state == "live"
    assert tick(live.plant.company, live.permit)
    assert "outage.alone" in {c.detail for c in journeys.state(live).causes}
    assert _told(phone.send([missing, sheet])) == [("accepted", None)] * 2
    with tenant.company(live.plant.company):
        told = [e.type for e in events(live.plant.company, "block", paper.block)]
    assert told.count("SheetRegistered") == 1


def test_what_else_is_told_of_a_sheet_waits_for_its_turn(live: Hands) -> None:
    paper = Papering(live.plant).printed()
    phone = _phone(live, "li")
    phone.give(live.permit, "stop")
    body = {"serial": paper.serial(), "reason": "写错了"}
    spoiled = phone.give(live.permit, "void_sheet", body, stream=f"block/{paper.block}", position=None)
    assert _told(phone.send([spoiled])) == [("held", "chain_gap")]
    assert paper.state.sheets[0].state == "blank"


def test_a_changed_word_is_refused_recorded_and_changes_nothing(live: Hands) -> None:
    phone = _phone(live)
    item = phone.give(live.permit, "guard_round", {"notes": "有烟"})
    bent = Item(item.text.replace("有烟", "正常"), item.signature)
    before = _kinds(live)
    assert _told(phone.send([bent])) == [("refused", "device_signature_wrong")]
    assert phone.send([bent])[0]["receipt"] is None
    assert _kinds(live) == before
    assert "device_signature_wrong" in _doubts(live)
    assert _told(phone.send([item])) == [("accepted", None)]
    with tenant.company(live.plant.company):
        alarms = rows.many("SELECT kind FROM alarms_alarm WHERE company_id = %s", (live.plant.company,))
    assert "device_doubtful" in {a["kind"] for a in alarms}


def test_a_doubt_is_on_somebody_who_can_do_something_about_it(live: Hands) -> None:
    phone = _phone(live)
    item = phone.give(live.permit, "guard_round", {"notes": "有烟"})
    phone.send([Item(item.text.replace("有烟", "正常"), item.signature)])
    with tenant.company(live.plant.company):
        alarm = AlarmRow.objects.get(kind="device_doubtful")
        leader = live.plant.people["feng"].person
        mine = duties_on(live.plant.company, alarm.permit_id, leader)
    assert owes(contract.book(), alarm.state, alarm.owner, mine)
    assert {str(person) for person in alarm.told} == {live.plant.person("feng"), live.plant.person("zheng")}


def test_an_envelope_of_another_phone_is_worth_nothing(live: Hands) -> None:
    mine, other = _phone(live), _phone(live, "li")
    item = mine.give(live.permit, "guard_round")
    assert _told(other.send([item])) == [("refused", "chain_broken")]
    theirs = json.loads(item.text) | {"device": str(other.id)}
    forged = mine.signed(theirs)
    assert _told(other.send([forged])) == [("refused", "device_signature_wrong")]
    assert len(_doubts(live)) == 2


def test_two_envelopes_with_one_number(live: Hands) -> None:
    phone = _phone(live)
    item = phone.give(live.permit, "guard_round")
    phone.send()
    twin = phone.signed(json.loads(item.text) | {"body": {"notes": "后补"}})
    assert _told(phone.send([twin])) == [("refused", "chain_forked")]
    assert _doubts(live) == ["chain_forked"]


def test_an_envelope_that_hides_the_one_before_it(live: Hands) -> None:
    phone = _phone(live)
    phone.give(live.permit, "guard_round", {"notes": "有烟"})
    phone.queue.clear()
    phone.seq = 0
    hiding = phone.give(live.permit, "guard_round")
    assert _told(phone.send([hiding])) == [("refused", "chain_broken")]
    stop = phone.give(live.permit, "pause", {"cause": "break"}, seq=1)
    assert _told(phone.send([stop])) == [("accepted", None)]
    assert journeys.state(live).state == "paused"


def test_a_revoked_phone_still_stops(live: Hands) -> None:
    phone = _phone(live)
    with tenant.company(live.plant.company):
        DeviceRow.objects.filter(company_id=live.plant.company, id=phone.id).update(revoked_at=clock.now())
    told = (
        phone.give(live.permit, "guard_round"),
        phone.give(live.permit, "pause", {"cause": "break"}),
    )
    assert _told(phone.send(told)) == [("refused", "device_revoked"), ("accepted", None)]


@pytest.mark.parametrize("off", [timedelta(hours=3), -timedelta(hours=3)])
def test_a_clock_that_is_three_hours_off_proves_nothing(live: Hands, off: timedelta) -> None:
    phone = _phone(live)
    phone.give(live.permit, "guard_round")
    phone.give(live.permit, "guard_round", at=clock.now() + off)
    told = phone.send()
    assert _told(told) == [("accepted", None), ("refused", "device_clock_free")]


def test_live_making_commands_that_waited_are_refused(live: Hands) -> None:
    live.must("li", "pause", {"cause": "break"})
    phone = _phone(live, "li")
    late = clock.now() - timedelta(minutes=3)
    phone.give(live.permit, "resume", {"changed": False}, at=late)
    (result,) = phone.send()
    assert result["verdict"] == "refused"
    assert "offline_cannot_start" in {m["code"] for m in result["problem"]["missing"]}
    assert journeys.state(live).state == "paused"


def test_an_app_that_is_too_new_keeps_its_rows(live: Hands) -> None:
    phone = _phone(live)
    future = phone.give(live.permit, "guard_round", v=2)
    unknown = phone.give(live.permit, "teleport", {})
    assert _told(phone.send([future])) == [("too_new", "too_new")]
    assert _told(phone.send([future, unknown])) == [("too_new", "too_new"), ("too_new", "unknown_command")]
    assert len(phone.queue) == 2
    other = _phone(live, "li")
    other.give(live.permit, "teleport", {})
    assert _told(other.send()) == [("too_new", "unknown_command")]


def test_an_app_two_versions_old_is_understood(live: Hands) -> None:
    phone = _phone(live)
    phone.give(live.permit, "guard_round", app="m/0.0.1", clock=None, basis=None)
    assert _told(phone.send()) == [("accepted", None)]


def test_a_malformed_envelope_is_refused_for_good_and_blocks_nobody(live: Hands) -> None:
    phone = _phone(live)
    phone.give(live.permit, "guard_round", {"notes": 7})
    phone.give(live.permit, "guard_round")
    assert _told(phone.send()) == [("refused", "body_malformed"), ("accepted", None)]
    assert phone.queue == []


def test_an_invitation_is_good_once_and_for_one_person(live: Hands) -> None:
    plant = live.plant
    with tenant.company(plant.company):
        token = inviting.invite(
            plant.company, plant.people["wang"].account, plant.people["wang"].account, clock.now()
        )
    assert Phone(plant, "li").enrol_with(token)["code"] == "invitation_not_valid"
    thief = Phone(plant, "wang")
    holder = Phone(plant, "wang", key=thief.key)
    assert thief.enrol_with(token)["verdict"] == "accepted"
    assert Phone(plant, "wang").enrol_with(token)["code"] == "invitation_not_valid"
    assert holder.enrol_with(token)["code"] == "device_known"
