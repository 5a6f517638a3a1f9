"""His face, his voice and the bytes he signed go with him; a namesake's words and a held work plan do not."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from davy import clock
from davy.archive.tests.signing_plant import Signed, signed_plant
from davy.archive.tests.taken import MORNING, ask, files, key
from davy.attachments import files as bytes_of
from davy.attachments import store as attachments
from davy.attachments.tasks import drop
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.building.scheming import approved
from davy.db import rows, tenant
from davy.evidence import queries as evidence
from davy.evidence.log.integrate import integrate
from davy.keeping.tests.leaving import YEAR, ahead, closed, codes, give, leaves, over
from davy.people.models import Person, Post
from davy_verify.checks import check
from davy_verify.finding import PROVEN, worst

pytestmark = pytest.mark.django_db
Step = Callable[[timedelta], None]


def _later(step_clock: Step, by: timedelta = YEAR) -> None:
    step_clock(MORNING + by - clock.now() + ahead())


def _goes(hands: Hands, whom: str, body: Mapping[str, Any] | None = None) -> Mapping[str, Any]:
    """He has left every post, and two people erase him."""
    plant, person = hands.plant, hands.plant.person(whom)
    with tenant.company(plant.company):
        Post.objects.filter(company_id=plant.company, holder_id=person).update(holder_id=None)
        Post.objects.filter(company_id=plant.company, deputy_id=person).update(deputy_id=None)
    leaves(plant, whom)
    asked = {"person": person, "reason": "本人申请"}
    request, answer = give(plant, "feng", "erasure", "request_erasure", asked)
    assert answer["verdict"] == "accepted", answer
    return give(plant, "chu", "erasure", "carry_out_erasure", body or {}, to=request)[1]


def _roles(hands: Hands, **roles: list[str]) -> None:
    for who, held in roles.items():
        with tenant.company(hands.plant.company):
            rows.run(
                "UPDATE accounts_account SET roles = %s WHERE id = %s",
                (held, hands.plant.people[who].account),
            )


def _kept(company: Any, table: str) -> int:
    with tenant.company(company):
        row = rows.one(f"SELECT count(*) AS n FROM {table} WHERE company_id = %s", [company])  # noqa: S608
    return int(row["n"]) if row else 0


def _voice(company: Any) -> str:
    content = b"\x1aE\xdf\xa3" + b"webm" * 40
    sha256 = hashlib.sha256(content).hexdigest()
    attachments.take(io.BytesIO(content), company_id=company, sha256=sha256, account_id=None)
    return sha256


def test_a_face_and_signed_bytes_go_and_the_bundle_is_believed(step_clock: Step, tmp_path: Path) -> None:
    plant: Signed = signed_plant(step_clock)
    hands, company = plant.hands, plant.hands.plant.company
    _roles(hands, feng=["shift_leader", "admin"], chu=["control_room", "registrar"])
    _cancelled(hands)
    told = {event.type: event.data for event in _events(hands)}
    face = told["StageSigned"]["signed"]["face"]
    signed = _kept(company, "signatures_text")
    assert signed >= 2
    before = files(_bundle(hands))
    assert f"attachments/{face}" in before
    _later(step_clock)
    assert _goes(hands, "zheng")["verdict"] == "accepted"
    assert _kept(company, "signatures_text") == signed - 1
    drop(company=str(company), hashes=[face])
    assert not bytes_of.there(company, face)
    made = _bundle(hands)
    assert f"attachments/{face}" not in files(made)
    (tmp_path / "b.zip").write_bytes(made)
    found = check(tmp_path / "b.zip", key(hands.plant), now=clock.now())
    codes_of = {f.code for f in found}
    assert {"signature_bytes_erased", "attachments_erased", "private_erased", "signature_passkey"} <= codes_of
    assert worst(found) == PROVEN, [f for f in found if f.level > PROVEN]


def test_what_is_sent_from_his_phone_goes_too(step_clock: Step, tmp_path: Path) -> None:
    plant: Signed = signed_plant(step_clock)
    hands, company = plant.hands, plant.hands.plant.company
    _roles(hands, feng=["shift_leader", "admin"], chu=["control_room", "registrar"])
    _cancelled(hands)
    sent = _kept(company, "sync_text")
    assert sent == 1
    _later(step_clock)
    assert _goes(hands, "wang")["verdict"] == "accepted"
    assert _kept(company, "sync_text") == 0
    (tmp_path / "b.zip").write_bytes(_bundle(hands))
    found = check(tmp_path / "b.zip", key(hands.plant), now=clock.now())
    assert "commands_erased" in {f.code for f in found}
    assert worst(found) == PROVEN, [f for f in found if f.level > PROVEN]


def test_his_voice_goes_and_photos_of_the_work_stay(step_clock: Step) -> None:
    hands = closed(step_clock)
    company, voice = hands.plant.company, _voice(hands.plant.company)
    hands.must("wang", "guard_round", {"voice": voice})
    over(hands, step_clock)
    _roles(hands, feng=["shift_leader", "admin"])
    _later(step_clock)
    there = _kept(company, "attachments_attachment")
    assert _goes(hands, "wang")["verdict"] == "accepted"
    drop(company=str(company), hashes=[voice])
    assert not bytes_of.there(company, voice)
    assert _kept(company, "attachments_attachment") == there - 1


def test_words_that_only_look_like_his_name_are_decided_one_by_one(step_clock: Step) -> None:
    hands = _drafted(step_clock)
    plant = hands.plant
    with tenant.company(plant.company):
        Person.objects.filter(id=plant.people["wei"].person).update(name="钱焊工明")
    hands.must("li", "withdraw", {"reason": "钱焊工明请假，今天不做"})
    _later(step_clock)
    told = ask(plant, f"keeping/people/{plant.person('qian')}").json()
    (row,) = told["alike"]
    assert row["text"] == "钱焊工明请假，今天不做"
    assert codes(_goes(hands, "qian")) == {"erasure_words_undecided"}
    assert _says(hands, row["text"])
    with tenant.company(plant.company):
        (request,) = rows.many("SELECT id FROM keeping_erasure WHERE company_id = %s", [plant.company])
    to = Hands(plant, permit=request["id"])
    done = give(plant, "chu", "erasure", "carry_out_erasure", {"leave": [row["word"]]}, to=to)[1]
    assert done["verdict"] == "accepted"
    assert _says(hands, row["text"])


def test_what_is_decided_to_be_about_him_goes(step_clock: Step) -> None:
    hands = _drafted(step_clock)
    hands.must("li", "withdraw", {"reason": "钱焊工请假，今天不做"})
    _later(step_clock)
    (row,) = ask(hands.plant, f"keeping/people/{hands.plant.person('qian')}").json()["alike"]
    assert _goes(hands, "qian", {"take": [row["word"]]})["verdict"] == "accepted"
    assert not _says(hands, "钱焊工")


def test_a_work_plan_is_as_old_and_as_held_as_the_permit_that_names_it(step_clock: Step) -> None:
    step_clock(MORNING - clock.now())
    hands = Hands(small_plant(simulated=True))
    _roles(hands, feng=["shift_leader", "admin"])
    plan = approved(hands)
    _later(step_clock, timedelta(days=40))
    journeys.draft_work(hands, "lifting", scheme=plan.name())
    hands.must("li", "withdraw", {"reason": "计划取消"})

    def kept() -> Any:
        listed = ask(hands.plant, "keeping/due", kind="scheme").json()["items"]
        return {row["id"]: row["why"] for row in listed}.get(str(plan.scheme), "not due")

    _later(step_clock, timedelta(days=380))
    assert kept() == "period"
    _later(step_clock, timedelta(days=420))
    assert kept() is None
    body = {"about": "permit", "permit": str(hands.permit), "reason": "事故调查"}
    assert give(hands.plant, "feng", "hold", "place_hold", body)[1]["verdict"] == "accepted"
    assert kept() == "hold"


def _drafted(step_clock: Step) -> Hands:
    """A hot work that was asked for; 钱焊工 is of its crew."""
    step_clock(MORNING - clock.now())
    hands = Hands(small_plant(simulated=True))
    _roles(hands, feng=["shift_leader", "admin"], chu=["control_room", "registrar"])
    journeys.draft_hot(hands)
    return hands


def _cancelled(hands: Hands) -> None:
    hands.must("li", "request_cancel", {"reason": "计划取消"})
    hands.must("zhao", "approve_cancel")
    integrate(hands.plant.company)


def _bundle(hands: Hands) -> bytes:
    answer = ask(hands.plant, f"permits/{hands.permit}/bundle.zip", "feng")
    assert answer.status_code == 200, answer.content
    return b"".join(answer.streaming_content)


def _events(hands: Hands) -> list[Any]:
    with tenant.company(hands.plant.company):
        return list(evidence.events(hands.plant.company, "permit", hands.permit))


def _says(hands: Hands, text: str) -> bool:
    with tenant.company(hands.plant.company):
        ids = [event.id for event in evidence.events(hands.plant.company, "permit", hands.permit)]
        found = evidence.private(hands.plant.company, ids).values()
    return any(text.encode() in content for content in found)
