"""What is past its period goes when a person confirmed it, and stays while anybody holds it; all verifies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from davy import clock
from davy.archive.tests.taken import MORNING, ask, bundle, files, key
from davy.attachments import files as bytes_of
from davy.attachments.tasks import drop
from davy.building.hands import Hands
from davy.clock import beat
from davy.db import rows, tenant
from davy.evidence import queries as evidence
from davy.ids import uuid7
from davy.keeping import records
from davy.keeping.removals import begin_night, work_off
from davy.keeping.tests.leaving import YEAR, ahead, closed, codes, give, over
from davy.watch.night import comparing
from davy.watch.tests.lies import lies
from davy_verify.checks import check
from davy_verify.finding import BROKEN, OPEN, TOLD, worst
from tests.postgres import TestServer

Step = Callable[[timedelta], None]
REASON = {"reason": "按保存期清理"}


def _old(step_clock: Step, by: timedelta = YEAR) -> Hands:
    """A hot work that is over, so long ago."""
    hands = over(closed(step_clock), step_clock)
    step_clock(MORNING + by - clock.now() + ahead())
    return hands


def _retain(hands: Hands, who: str, kind: str, body: Mapping[str, Any], **extra: Any) -> Mapping[str, Any]:
    own = Hands(hands.plant, permit=hands.plant.company)
    return give(hands.plant, who, "retention", kind, {**REASON, **body}, to=own, **extra)[1]


def _confirm(hands: Hands, who: str = "zheng", **extra: Any) -> Mapping[str, Any]:
    body = {"batch": str(uuid7()), "records": [f"permit/{hands.permit}"]}
    return _retain(hands, who, "confirm_removal", body, **extra)


def _personal(hands: Hands) -> set[str]:
    with tenant.company(hands.plant.company):
        ids = [event.id for event in evidence.events(hands.plant.company, "permit", hands.permit)]
        return {label for _, label in evidence.private(hands.plant.company, ids)}


def _photos(hands: Hands) -> list[str]:
    with tenant.company(hands.plant.company):
        found = rows.many(
            "SELECT sha256 FROM attachments_reference WHERE company_id = %s AND stream_id = %s",
            [hands.plant.company, hands.permit],
        )
    return [row["sha256"] for row in found]


@pytest.mark.django_db
def test_confirmed_by_a_person_it_goes_and_the_bundle_says_so(step_clock: Step, tmp_path: Path) -> None:
    hands = _old(step_clock)
    plant, photos = hands.plant, _photos(hands)
    assert photos
    listed = ask(plant, "keeping/due").json()
    row = next(row for row in listed["items"] if row["id"] == str(hands.permit))
    assert (row["why"], row["files"]) == (None, len(photos))
    assert listed["period"]["clause"] == "AQ 3064.2-2025 4.2"
    assert _confirm(hands)["verdict"] == "accepted"
    assert work_off(plant.company) == (1, 0)
    drop(company=str(plant.company), hashes=photos)
    assert "signature" not in _personal(hands)
    assert "content" in _personal(hands)  # what was done stays to be found
    assert not any(bytes_of.there(plant.company, photo) for photo in photos)
    with tenant.company(plant.company):
        assert isinstance(evidence.verify_stream(plant.company, "permit", hands.permit), evidence.Verified)
        assert lies(plant.company) == []
        kinds = rows.many("SELECT kind, id FROM evidence_stream WHERE company_id = %s", [plant.company])
        assert [k for k in kinds if comparing.differs(plant.company, k["kind"], k["id"])] == []
    made = bundle(hands)
    assert not [name for name in files(made) if name.startswith("attachments/")]
    assert f"streams/retention-{plant.company}/events.jsonl" in files(made)
    (tmp_path / "b.zip").write_bytes(made)
    found = check(tmp_path / "b.zip", key(plant), now=clock.now())
    levels = {f.code: f.level for f in found}
    assert (levels["removed_by_period"], levels["attachments_erased"]) == (TOLD, TOLD)
    assert not {"private_withheld", "attachments_withheld", "commands_withheld"} & levels.keys()
    assert {f.code for f in found if f.level == OPEN} <= {"signature_simulated", "signed_by_nobody"}
    assert worst(found) != BROKEN
    assert [
        r["kind"] for r in ask(plant, "keeping/due").json()["items"] if r["id"] == str(hands.permit)
    ] == []
    (batch,) = ask(plant, "keeping/rules").json()["batches"]
    assert (batch["removed"], batch["kept"], batch["waiting"]) == (1, 0, 0)
    assert work_off(plant.company) == (0, 0)


@pytest.mark.django_db
def test_within_its_period_nobody_can_confirm_it(step_clock: Step) -> None:
    hands = _old(step_clock, timedelta(days=366))
    assert codes(_confirm(hands)) == {"removal_not_due"}
    assert ask(hands.plant, "keeping/due").json()["items"] == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("who", "proof", "code"), [("li", "password", "keeping_role_needed"), ("zheng", None, "reauth_failed")]
)
def test_only_who_may_and_with_his_password(step_clock: Step, who: str, proof: str | None, code: str) -> None:
    hands = _old(step_clock)
    extra = {} if proof else {"proof": None}
    assert codes(_confirm(hands, who, **extra)) == {code}
    before = _personal(hands)
    assert work_off(hands.plant.company) == (0, 0)
    assert _personal(hands) == before


@pytest.mark.django_db
def test_a_hold_placed_after_the_confirmation_still_keeps_it(step_clock: Step) -> None:
    hands = _old(step_clock)
    before = _personal(hands)
    assert _confirm(hands)["verdict"] == "accepted"
    body = {"about": "permit", "permit": str(hands.permit), "reason": "事故调查"}
    assert give(hands.plant, "zheng", "hold", "place_hold", body)[1]["verdict"] == "accepted"
    assert work_off(hands.plant.company) == (0, 1)
    assert _personal(hands) == before
    (batch,) = ask(hands.plant, "keeping/rules").json()["batches"]
    assert (batch["removed"], batch["kept"]) == (0, 1)
    listed = ask(hands.plant, "keeping/due").json()
    assert {row["id"]: row["why"] for row in listed["items"]}[str(hands.permit)] == "hold"


@pytest.mark.django_db
def test_at_night_it_goes_only_where_that_is_switched_on(step_clock: Step) -> None:
    hands = _old(step_clock)
    company = hands.plant.company
    assert not begin_night(company)
    assert _retain(hands, "zheng", "switch_removal", {"on": True, "most": 50})["verdict"] == "accepted"
    assert begin_night(company)
    removed, kept = work_off(company)
    assert (removed >= 1, kept) == (True, 0)
    assert "signature" not in _personal(hands)
    with tenant.company(company):
        told = evidence.events(company, "removal", hands.permit)
        assert [(e.type, e.data["standing"], e.data["by"]) for e in told] == [
            ("RecordRemoved", True, hands.plant.person("zheng"))
        ]
    assert _retain(hands, "zheng", "switch_removal", {"on": False})["verdict"] == "accepted"
    assert not begin_night(company)


@pytest.mark.django_db
def test_after_the_clock_jumped_nothing_goes_until_somebody_says_so_again(step_clock: Step) -> None:
    hands = _old(step_clock)
    company, night = hands.plant.company, {"on": True, "most": 50}
    assert _retain(hands, "zheng", "switch_removal", night)["verdict"] == "accepted"
    assert _confirm(hands)["verdict"] == "accepted"
    before = _personal(hands)
    step_clock(timedelta(minutes=1) + ahead())
    beat.strike(jumped=True, seconds=YEAR.total_seconds())
    assert (begin_night(company), work_off(company)) == (False, (0, 0))
    assert ask(hands.plant, "keeping/rules").json()["standing"]["on"] is False
    assert codes(_retain(hands, "zheng", "switch_removal", night)) == {"removal_clock_doubted"}
    step_clock(timedelta(days=8) + ahead())
    assert work_off(company) == (0, 0)  # nobody watches the clock: the last beat is days old
    assert _personal(hands) == before
    assert _retain(hands, "zheng", "switch_removal", night)["verdict"] == "accepted"
    assert ask(hands.plant, "keeping/rules").json()["standing"]["on"] is True
    assert work_off(company) == (1, 0)


def test_a_hold_at_the_same_moment_is_not_overtaken(committed_db: str, step_clock: Step) -> None:
    hands = _old(step_clock)
    company, before = hands.plant.company, _personal(hands)
    assert _confirm(hands)["verdict"] == "accepted"
    placing, let_go = threading.Event(), threading.Event()

    def place() -> None:
        """Another connection that has decided on its hold and not committed it yet."""
        with tenant.company(company):
            records.alone(company)
            rows.run(
                "INSERT INTO keeping_hold (company_id, id, about, permit_id, reason, placed_by, placed_at,"
                " lifted_why) VALUES (%s, %s, 'permit', %s, 'x', %s, %s, '')",
                (company, uuid7(), hands.permit, UUID(hands.plant.person("zheng")), clock.now()),
            )
            placing.set()
            let_go.wait(20)
        connection.close()

    other = threading.Thread(target=place)
    other.start()
    assert placing.wait(20)
    assert work_off(company) == (0, 0)  # it waits for its turn instead of going on without the hold
    let_go.set()
    other.join(20)
    assert work_off(company) == (0, 1)
    assert _personal(hands) == before


DIES = """
    import os, signal, sys
    import django
    django.setup()
    from uuid import UUID
    from davy.keeping import removals
    really = removals.removing.remove
    def die(*given):
        really(*given)
        os.kill(os.getpid(), signal.SIGKILL)
    removals.removing.remove = die
    removals.work_off(UUID(sys.argv[1]))
"""


@pytest.mark.kill
def test_killed_in_the_middle_it_goes_on_where_it_was(
    committed_db: str, test_server: TestServer, step_clock: Step
) -> None:
    hands = _old(step_clock)
    company, before = hands.plant.company, _personal(hands)
    assert _confirm(hands)["verdict"] == "accepted"
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "davy.settings",
        "DAVY_DATABASE_URL": test_server.url("davy_app", committed_db),
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
    }
    program = [sys.executable, "-c", textwrap.dedent(DIES), str(company)]
    dead = subprocess.run(program, env=environment, capture_output=True, timeout=60, check=False)
    assert dead.returncode == -signal.SIGKILL, dead.stderr.decode()
    assert _personal(hands) == before
    assert work_off(company) == (1, 0)
    with tenant.company(company):
        assert len(evidence.events(company, "removal", hands.permit)) == 1
