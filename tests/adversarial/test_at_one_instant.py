"""Several people at one instant: every command has one effect or a clear no, and no chain ever forks."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import photo
from davy.db import tenant
from davy.door.execute import DoorBusyError
from davy.evidence.queries import Verified, events, verify_stream
from davy.ids import uuid7
from davy.people.models import Post
from davy.rulebook import law
from tests.adversarial.scenes import FIVE, later, reach
from tests.adversarial.test_same_command_twice import made, send

pytestmark = pytest.mark.usefixtures("committed_db")

Work = Callable[[], Mapping[str, Any]]


def together(work: Sequence[Work]) -> list[Mapping[str, Any]]:
    """The answers of all, begun at one instant in a thread each; a busy door is asked again, as phones do."""
    start = Barrier(len(work))

    def one(task: Work) -> Mapping[str, Any]:
        start.wait()
        try:
            for _ in range(50):
                try:
                    return task()
                except DoorBusyError:
                    continue
            raise AssertionError("the door stayed busy")
        finally:
            connection.close()

    with ThreadPoolExecutor(len(work)) as pool:
        return list(pool.map(one, work))


def whole(hands: Hands) -> list[str]:
    """The types of the permit's events, when its chain and its row are one."""
    with tenant.company(hands.plant.company):
        assert isinstance(verify_stream(hands.plant.company, "permit", hands.permit), Verified)
        found = events(hands.plant.company, "permit", hands.permit)
    return [e.type for e in found]


def test_one_command_from_six_threads_has_one_effect() -> None:
    hands = reach("active")
    command = made(hands, "pause", {"cause": "break"})
    answers = together([partial(send, hands, "li", command)] * 6)
    assert all(answer == answers[0] for answer in answers)
    assert answers[0]["verdict"] == "accepted"
    assert whole(hands).count("WorkPaused") == 1


def test_one_id_with_two_bodies_lets_one_through() -> None:
    hands = reach("active")
    one = uuid7()
    bodies = [{"cause": "break"}, {"cause": "anomaly"}]
    commands = [made(hands, "pause", body, id=one) for body in bodies]
    answers = together([partial(send, hands, "li", c) for c in commands])
    assert sorted(a.get("code", "accepted") for a in answers) == ["accepted", "command_id_reused"]
    assert whole(hands).count("WorkPaused") == 1


def test_one_id_on_two_permits_lets_one_through() -> None:
    first = reach("submitted")
    second = Hands(first.plant, at=first.at)
    journeys.draft_hot(second)
    for _ in range(5):
        one = uuid7()
        commands = [(h, made(h, "stop", id=one)) for h in (first, second)]
        answers = together([partial(send, h, "chu", c) for h, c in commands])
        assert sorted(a["code"] for a in answers) == ["command_id_reused", "wrong_state"]
    whole(first)
    whole(second)


def test_two_approvers_at_one_instant_make_one_signature() -> None:
    hands = reach("submitted")
    journeys.prepare(hands)
    with tenant.company(hands.plant.company):
        deputy = hands.plant.people["chen"].person
        Post.objects.filter(code="area_head").update(deputy_id=deputy)
    permit = journeys.state(hands)
    stage = permit.stage()
    assert stage is not None
    critical = [m.id for m in permit.measures if m.critical]
    body = {
        "stage": stage.id,
        "confirmed": [*critical, *law.template("hot").get("critical", ())],
        "signature": journeys.STROKES,
    }
    commands = {who: made(hands, "sign_stage", body) for who in ("zhao", "chen")}
    answers = together([partial(send, hands, w, c) for w, c in commands.items()])
    assert sorted(a.get("code", "accepted") for a in answers) == ["accepted", "base_version_stale"]
    assert whole(hands).count("StageSigned") == 1


def test_stop_and_start_at_one_instant_end_in_a_pause() -> None:
    hands = reach("issued")
    for who in ("li", "qian", "wang"):
        hands.must(who, "check_in")
    hands.must("feng", "verify_ticket", {"signature": journeys.STROKES})
    hands.must("wang", "five_checks", FIVE)
    start = made(hands, "start", {"scan": hands.plant.point_token, "held_ms": 1800})
    answers = together([partial(send, hands, "li", start), partial(send, hands, "chu", made(hands, "stop"))])
    assert answers[1]["verdict"] == "accepted"
    assert journeys.state(hands).state == "paused"
    whole(hands)


def test_twelve_stops_at_one_instant_all_pass() -> None:
    hands = reach("active")
    people = ["li", "wang", "qian", "zhou", "wu", "zhao", "zheng", "feng", "chen", "chu", "wei", "li"]
    commands = [(who, made(hands, "stop")) for who in people]
    answers = together([partial(send, hands, w, c) for w, c in commands])
    assert {a["verdict"] for a in answers} == {"accepted"}
    assert whole(hands).count("WorkPaused") == len(people)
    assert journeys.state(hands).state == "paused"


def test_two_acceptances_at_one_instant_close_once() -> None:
    hands = reach("finished")
    later(hands, minutes=31)
    hands.must("wang", "check_residual_fire", {"photo": photo(hands.plant.company, "cold"), "clear": True})
    items = [a["id"] for a in law.template("hot")["acceptance"]]
    body = {"items": items, "photos": [photo(hands.plant.company, "done")], "signature": journeys.STROKES}
    commands = [made(hands, "accept", body) for _ in range(3)]
    answers = together([partial(send, hands, "wei", c) for c in commands])
    codes = sorted(a.get("code", "accepted") for a in answers)
    assert codes == ["accepted", "base_version_stale", "base_version_stale"]
    assert whole(hands).count("WorkAccepted") == 1
