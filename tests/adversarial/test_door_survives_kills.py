"""Killed at any statement, the door leaves everything or nothing; the same command again succeeds once."""

import os
import signal
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import connections

from davy.building import journeys
from davy.building.hands import Hands, envelope
from davy.building.isolating import Isolating
from davy.building.papering import Papering
from davy.building.phones import marked
from davy.building.plant import photo, small_plant
from davy.db import rows, tenant
from davy.door.envelope import Envelope
from davy.door.execute import DoorBusyError, execute
from davy.door.streams import Sender
from davy.rulebook import law
from davy.serve.cluster import Cluster
from davy_core.signatures.ways import PASSWORD
from tests.adversarial.durable import assert_whole, contents, durable_server, led_to
from tests.adversarial.killing import NEVER, Wire
from tests.adversarial.scenes import FIVE, MORNING, bodies, later, reach, reading
from tests.adversarial.test_same_command_twice import made
from tests.postgres import TestServer

pytestmark = pytest.mark.kill

FULL = int(os.environ.get("DAVY_DEPTH", "100")) >= 10_000
Scene = Callable[[], tuple[Envelope, Sender]]
_names = count(1)


def _by(hands: Hands, who: str, device: UUID | None = None) -> Sender:
    member = hands.plant.people[who]
    return Sender("person", member.person, member.account, PASSWORD, hands.at, device=device)


def draft() -> tuple[Envelope, Sender]:
    hands = Hands(small_plant(simulated=True), at=MORNING)
    return made(hands, "draft", bodies(hands)["draft"]), _by(hands, "li")


def submit() -> tuple[Envelope, Sender]:
    hands = reach("draft")
    return made(hands, "submit"), _by(hands, "li")


def failing_round() -> tuple[Envelope, Sender]:
    hands = reach("active")
    later(hands, minutes=5)
    return made(hands, "record_round", {"readings": [reading(hands, "3")]}), _by(hands, "zhou")


def last_signature() -> tuple[Envelope, Sender]:
    hands = reach("submitted")
    journeys.prepare(hands)
    critical = [
        *law.template("hot").get("critical", ()),
        *(m.id for m in journeys.state(hands).measures if m.critical),
    ]
    signed = {"confirmed": critical, "opinion": "同意", "signature": journeys.STROKES}
    hands.must("zhao", "sign_stage", {**signed, "stage": "area"})
    return made(hands, "sign_stage", {**signed, "stage": "safety"}), _by(hands, "zheng")


def start() -> tuple[Envelope, Sender]:
    hands = reach("issued")
    for who in ("li", "qian", "wang"):
        hands.must(who, "check_in")
    hands.must("wang", "five_checks", FIVE)
    hands.must("feng", "verify_ticket", {"signature": journeys.STROKES})
    scanner = marked(hands.plant, "li")
    return made(hands, "start", {"scan": hands.plant.point_token, "held_ms": 1800}), _by(hands, "li", scanner)


def stop() -> tuple[Envelope, Sender]:
    hands = reach("active")
    return made(hands, "stop", {"reason": "看到烟"}), _by(hands, "chu")


def refused_start() -> tuple[Envelope, Sender]:
    hands = reach("issued")
    return made(hands, "start", {"scan": hands.plant.point_token, "held_ms": 1800}), _by(hands, "li")


def end_of_validity() -> tuple[Envelope, Sender]:
    hands = reach("active")
    later(hands, hours=8, seconds=1)
    return made(hands, "tick", position=None), Sender("clock", simulated_at=hands.at)


def residual_fire() -> tuple[Envelope, Sender]:
    hands = reach("finished")
    later(hands, minutes=31)
    body = {"photo": photo(hands.plant.company, "cold"), "clear": True}
    return made(hands, "check_residual_fire", body), _by(hands, "wang", marked(hands.plant, "wang"))


def failed_point() -> tuple[Envelope, Sender]:
    """Somebody sees a flange drip: the work behind it is paused in the same transaction."""
    hands = reach("submitted")
    isolating = Isolating(hands.plant, at=hands.at).plan().isolate_all()
    isolating.behind(hands)
    journeys.prepare(hands)
    blinds = {"measure": "blinded", "applies": True, "values": {"blinds": "0"}, "photo": isolating.shot()}
    hands.must("wu", "answer_measure", blinds)
    journeys.approve(hands)
    journeys.go_live(hands)
    body = {"point": "p1", "reason": "法兰滴漏"}
    return isolating.sealed("doubt_point", body), _by(hands, "chu")


def live_sheet() -> tuple[Envelope, Sender]:
    """Somebody finds a sheet of paper where work goes on: the work is paused in the same transaction."""
    hands = reach("active")
    paper = Papering(hands.plant, at=hands.at).printed()
    place = {"site": str(hands.plant.site), "area": str(hands.plant.area), "point": str(hands.plant.point)}
    shot = photo(hands.plant.company, "sheet")
    body = {"serial": paper.serial(), "place": place, "condition": "going_on", "photos": [shot]}
    given = (hands.plant.company, paper.block, "register_sheet", body)
    return envelope(*given, stream_kind="block", occurred_at=paper.now), _by(hands, "sun")


KINDS: Mapping[str, Scene] = {
    "draft": draft,
    "submit": submit,
    "a failing round pauses and alarms": failing_round,
    "the last signature issues": last_signature,
    "start": start,
    "stop": stop,
    "a refused start": refused_start,
    "the clock voids": end_of_validity,
    "a photo is referred to": residual_fire,
    "a failed point pauses": failed_point,
    "a live sheet pauses": live_sheet,
}


THOROUGHLY = ("a failing round pauses and alarms", "the clock voids")
"""Killed at every single statement in every run; the others there in a full one."""


@dataclass
class Ground:
    """A database with fsync on and the wire that leads to it."""

    cluster: Cluster
    server: TestServer
    wire: Wire
    wire_directory: Path
    name: str

    def contents(self) -> Mapping[str, str]:
        return contents(self.server.dsn("postgres", self.name))

    def attempt(self, work: Callable[[], object], kill_at: int, moment: Any = "before") -> tuple[bool, int]:
        """The work in a child that is killed there; this process holds no connection meanwhile."""
        with led_to(self.name, self.wire_directory):
            return self.wire.run(work, kill_at, moment)


@pytest.fixture(scope="module")
def server(django_db_setup: None) -> Iterator[tuple[Cluster, TestServer, Wire]]:
    with durable_server() as (cluster, databases):
        wire = Wire(databases.run / "wire", databases.run / "run")
        yield cluster, databases, wire
        wire.close()


@pytest.fixture
def ground(server: tuple[Cluster, TestServer, Wire], django_db_blocker: Any) -> Iterator[Ground]:
    cluster, databases, wire = server
    name = f"kill_{next(_names)}"
    databases.create(name)
    with django_db_blocker.unblock(), led_to(name, databases.run / "run"):
        yield Ground(cluster, databases, wire, databases.run / "wire", name)
        connections.close_all()
    databases.drop(name)


def _until_free(envelope: Envelope, sender: Sender) -> Mapping[str, Any]:
    """The door's answer; the killed one's lock goes when the server sees that nobody is there."""
    for _ in range(50):
        try:
            return execute(envelope, sender)
        except DoorBusyError:
            continue
    raise AssertionError("the lock of a killed process stays")


def _exactly_once(envelope: Envelope, sender: Sender) -> str:
    """Send it twice again: one effect, one answer, and everything whole; the verdict."""
    first = _until_free(envelope, sender)
    assert _until_free(envelope, sender) == first
    with tenant.company(envelope.company):
        found = rows.one(
            "SELECT count(*) AS n, count(DISTINCT seq) AS seqs FROM evidence_event WHERE command_id = %s",
            (envelope.id,),
        )
        kept = rows.one("SELECT count(*) AS n FROM door_command WHERE id = %s", (envelope.id,))
    assert kept == {"n": 1}
    written = first.get("events") or ["AttemptRefused"]
    assert found is not None
    assert found["n"] == found["seqs"] >= len(written)
    assert_whole()
    return str(first["verdict"])


@pytest.mark.parametrize("kind", KINDS)
def test_killed_at_any_statement_everything_or_nothing_is_there(kind: str, ground: Ground) -> None:
    envelope, sender = KINDS[kind]()
    work = partial(execute, envelope, sender)
    assert_whole()
    before = ground.contents()
    at = 0
    while True:
        finished, _ = ground.attempt(work, at)
        if finished:
            break
        assert ground.contents() == before, f"half of {kind} is there after a kill at statement {at}"
        at += 1 if FULL or kind in THOROUGHLY else 3
    assert at > 8, "the wire saw the statements"
    assert ground.contents() != before
    verdict = _exactly_once(envelope, sender)
    assert (verdict == "refused") == (kind == "a refused start"), "the scene does what it is called"


@pytest.mark.parametrize("moment", ["sent", "done"])
@pytest.mark.parametrize("kind", KINDS if FULL else THOROUGHLY)
def test_killed_while_it_commits_it_is_there_whole_or_not_at_all(
    kind: str, moment: str, ground: Ground
) -> None:
    envelope, sender = KINDS[kind]()
    work = partial(execute, envelope, sender)
    before = ground.contents()
    counted = _statements(ground, work)
    committing = counted - 1
    finished, _ = ground.attempt(work, committing, moment)
    assert not finished
    if moment == "done":
        assert ground.contents() != before, "what PostgreSQL committed is there though nobody was told"
    _exactly_once(envelope, sender)


def test_what_was_committed_outlives_the_death_of_the_server(ground: Ground) -> None:
    envelope, sender = failing_round()
    first = execute(envelope, sender)
    before = ground.contents()
    connections.close_all()
    assert ground.cluster.server is not None
    os.kill(ground.cluster.server.pid, signal.SIGKILL)
    ground.cluster.start()
    assert ground.contents() == before
    assert execute(envelope, sender) == first
    assert_whole()


def _statements(ground: Ground, work: Callable[[], object]) -> int:
    """How many statements the work takes, tried on a copy of the database."""
    copy = f"{ground.name}_copy"
    connections.close_all()
    ground.server._run(f"CREATE DATABASE {{}} TEMPLATE {ground.name} OWNER davy_owner", copy)
    with led_to(copy, ground.wire_directory):
        finished, counted = ground.wire.run(work, NEVER)
    ground.server.drop(copy)
    assert finished
    return counted
