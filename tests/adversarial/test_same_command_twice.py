"""The same command sent again is the same command: one effect, and for ever the same answer."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import pytest

from davy.building import journeys
from davy.building.hands import AT_POINT, Hands, envelope
from davy.db import rows, tenant
from davy.door.envelope import Envelope
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.evidence.queries import events
from davy.ids import uuid7
from davy.permits.stream import PERMIT
from davy_core.signatures.ways import PASSWORD
from tests.adversarial.scenes import bodies, reach

pytestmark = pytest.mark.django_db


def made(hands: Hands, kind: str, body: Mapping[str, Any] | None = None, **over: Any) -> Envelope:
    """An envelope to be sent more than once."""
    assert hands.at is not None
    over = {"position": AT_POINT, "occurred_at": hands.at, "base_version": hands.version, **over}
    permit = over.pop("permit", hands.permit)
    return envelope(hands.plant.company, permit, kind, body or {}, **over)


def send(hands: Hands, who: str, command: Envelope) -> Mapping[str, Any]:
    member = hands.plant.people[who]
    phone = hands.phone(who, command.kind, command.body)
    return execute(command, Sender("person", member.person, member.account, PASSWORD, hands.at, device=phone))


def history(hands: Hands) -> list[tuple[UUID, str]]:
    with tenant.company(hands.plant.company):
        return [(e.command_id, e.type) for e in events(hands.plant.company, "permit", hands.permit)]


def test_an_accepted_command_has_one_effect_and_one_answer() -> None:
    hands = reach("active")
    command = made(hands, "pause", {"cause": "break"})
    first = send(hands, "li", command)
    before = history(hands)
    assert first["verdict"] == "accepted"
    assert [send(hands, "li", command) for _ in range(3)] == [first] * 3
    assert history(hands) == before
    assert [kind for sent, kind in before if sent == command.id] == ["WorkPaused"]


def test_the_answer_stays_though_the_permit_went_on() -> None:
    hands = reach("active")
    command = made(hands, "pause", {"cause": "break"})
    first = send(hands, "li", command)
    hands.version = first["version"]
    hands.must("wang", "stand_by")
    hands.must("li", "resume", {"changed": False})
    assert send(hands, "li", command) == first
    assert journeys.state(hands).state == "active"


def test_a_refusal_stays_though_its_reason_is_gone() -> None:
    hands = reach("issued")
    command = made(hands, "start", {"scan": hands.plant.point_token, "held_ms": 1800})
    first = send(hands, "li", command)
    assert first["verdict"] == "refused"
    hands.version = first["version"]
    journeys.go_live(hands)
    assert send(hands, "li", command) == first
    assert [kind for sent, kind in history(hands) if sent == command.id].count("AttemptRefused") == 1


def test_the_same_id_with_another_body_is_refused_and_changes_nothing() -> None:
    hands = reach("active")
    one = uuid7()
    hands.must("li", "pause", {"cause": "break"}, id=one)
    before = history(hands)
    answer = hands.give("li", "pause", {"cause": "anomaly"}, id=one)
    assert (answer["verdict"], answer["code"]) == ("refused", "command_id_reused")
    assert history(hands) == before
    assert [c.kind for c in journeys.state(hands).causes] == ["break"]


def test_the_same_id_on_another_permit_is_refused() -> None:
    hands = reach("active")
    one = uuid7()
    hands.must("li", "pause", {"cause": "break"}, id=one)
    other = Hands(hands.plant, at=hands.at)
    journeys.draft_hot(other)
    answer = other.give("li", "withdraw", {"reason": "重复"}, id=one)
    assert answer["code"] == "command_id_reused"
    assert journeys.state(other).state == "submitted"


def test_the_same_id_of_another_person_gets_only_what_was_answered() -> None:
    hands = reach("active")
    command = made(hands, "stop")
    first = send(hands, "chu", command)
    assert send(hands, "wei", command) == first
    assert [c.by for c in journeys.state(hands).causes] == [hands.plant.person("chu")]


@pytest.mark.parametrize("kind", sorted(PERMIT.strict))
def test_what_was_decided_on_an_old_version_is_refused(kind: str) -> None:
    state = {"amend": "draft", "submit": "draft", "sign_stage": "submitted", "accept": "finished",
             "confirm_clear": "voided"}[kind]  # fmt: skip
    hands = reach(state)
    before = history(hands)
    for stale in (None, 0, hands.version - 1, hands.version + 1):
        answer = hands.give("zhao", kind, bodies(hands)[kind], base_version=stale)
        assert (answer["verdict"], answer["code"]) == ("refused", "base_version_stale")
        assert answer["version"] == hands.version
    assert history(hands) == before


@pytest.mark.parametrize(
    ("who", "kind", "body"),
    [
        ("chu", "stop", {}),
        ("wei", "sos", {}),
        ("qian", "pause", {"cause": "gas"}),
        ("wang", "take_back", {"cause": "guardian_left"}),
        ("qian", "report_change", {"kind": "process"}),
        ("li", "request_cancel", {"reason": "雨大"}),
    ],
)
def test_a_stop_needs_no_version_no_position_and_no_clock(who: str, kind: str, body: dict[str, str]) -> None:
    hands = reach("active")
    answer = hands.give(who, kind, body, base_version=1, position=None, proof=None, clock="device_free")
    assert answer["verdict"] == "accepted", answer
    assert journeys.state(hands).state == "paused"


def test_every_command_is_kept_with_its_answer() -> None:
    hands = reach("paused")
    with tenant.company(hands.plant.company):
        kept = rows.many("SELECT id, verdict FROM door_command WHERE stream_kind = 'permit'")
        sent = {command for command, _ in history(hands)}
    assert {row["id"] for row in kept} == sent
    assert {row["verdict"] for row in kept} == {"accepted"}
