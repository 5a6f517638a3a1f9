"""What the screens read of work plans, in the shapes that the interface promises."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from davy.accounts.models import Account
from davy.building.plant import Plant, small_plant
from davy.building.scheming import SECTIONS, Scheming
from davy.db import tenant
from davy.evidence import queries as evidence
from davy.evidence import store
from davy.schemes.shapes import SchemeLine, SchemeOut, SchemeVersionOut, SchemeWords

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


def _get(plant: Plant, who: str, path: str, status: int = 200) -> Any:
    browser = Client()
    browser.force_login(Account.objects.get(id=plant.people[who].account))
    answer = browser.get(f"/api/v1/schemes{path}")
    assert answer.status_code == status, answer.content
    return json.loads(answer.content)


@pytest.fixture
def scheming() -> Scheming:
    return Scheming(small_plant(simulated=True), at=MORNING).draft()


def test_a_draft_tells_what_is_still_missing(scheming: Scheming) -> None:
    scheming.write("overview").write("emergency", "无")
    found = _get(scheming.plant, "li", f"/{scheming.scheme}")
    SchemeOut.model_validate(found)
    unmet = [s["kind"] for s in found["sections"] if s["compulsory"] and not s["met"]]
    assert unmet == ["basis", "steps", "people", "measures", "emergency", "drawings"]
    assert found["sections"][0]["text"] == SECTIONS["overview"]
    assert found["commands"] == ["write_section", "submit_scheme", "withdraw_scheme"]
    assert [p["name"] for p in found["approvers"]] == ["唐专业"]
    assert _get(scheming.plant, "sun", f"/{scheming.scheme}")["commands"] == []
    assert _get(scheming.plant, "zheng", f"/{scheming.scheme}")["commands"] == ["withdraw_scheme"]


def test_each_reader_of_a_review_sees_his_own_steps(scheming: Scheming) -> None:
    scheming.submit()
    scheming.must("zhao", "annotate", {"section": "steps", "version": 1, "text": "试吊时间写明"})
    plant, path = scheming.plant, f"/{scheming.scheme}"

    def steps(who: str) -> tuple[list[str], list[str]]:
        found = _get(plant, who, path)
        return found["commands"], found["annotations"][0]["commands"]

    assert steps("zhao") == (["annotate", "return_scheme"], ["close_annotation"])
    assert steps("tang")[0] == ["annotate", "return_scheme", "approve_scheme", "withdraw_scheme"]
    assert steps("tang")[1] == []
    assert steps("li") == (["withdraw_scheme"], ["answer_annotation"])
    scheming.must("li", "answer_annotation", {"annotation": "a1", "text": "十分钟"})
    assert steps("tang")[1] == ["close_annotation"]
    (one,) = _get(plant, "sun", path)["annotations"]
    assert (one["text"], one["answer"], one["opened"]["by"]["name"]) == ("试吊时间写明", "十分钟", "赵主任")


def test_a_version_is_shown_against_the_one_before(scheming: Scheming) -> None:
    scheming.submit()
    scheming.must("tang", "return_scheme", {"version": 1, "reason": "试吊时间不够"})
    scheming.write("steps", SECTIONS["steps"].replace("10 分钟", "15 分钟"))
    scheming.submit().approve()
    plant, path = scheming.plant, f"/{scheming.scheme}/versions"
    first, second = _get(plant, "sun", f"{path}/1"), _get(plant, "sun", f"{path}/2")
    for found in (first, second):
        SchemeVersionOut.model_validate(found)
    assert (first["against"], first["stands"], first["reason"]) == (None, False, "试吊时间不够")
    assert (second["against"], second["stands"]) == (1, True)
    assert first["code"] != second["code"]
    changed = [s for s in second["sections"] if s["change"] != "same"]
    assert [s["kind"] for s in changed] == ["steps"]
    told = [(s["op"], s["text"]) for s in changed[0]["stretches"] if s["op"] != "same"]
    assert told == [("drop", "10"), ("add", "15")]
    assert "".join(s["text"] for s in changed[0]["stretches"] if s["op"] != "drop") == changed[0]["text"]
    for wrong in (f"{path}/3", f"/{plant.area}", f"/{plant.area}/versions/1"):
        _get(plant, "sun", wrong, 404)


def test_the_list_by_state_area_words_and_what_stands(scheming: Scheming) -> None:
    plant = scheming.plant
    (row,) = _get(plant, "sun", "")
    SchemeLine.model_validate(row)
    assert (row["number"][:3], row["state"], row["standing"], row["last"]) == ("FA-", "draft", None, 0)
    for query, count in (
        ("?state=draft", 1), ("?state=review", 0), (f"?area={plant.area}", 1), ("?q=管束", 1), ("?q=%25", 0),
        ("?type=lifting", 1), ("?type=hot", 0), ("?standing=true", 0),
    ):  # fmt: skip
        assert len(_get(plant, "sun", query)) == count, query
    SchemeWords.model_validate(_get(plant, "sun", "/words"))


def test_erased_words_are_gone_and_the_chain_still_holds(scheming: Scheming) -> None:
    company = scheming.plant.company
    scheming.submit()
    with tenant.company(company):
        written = [e.id for e in evidence.events(company, "scheme", scheming.scheme)]
        assert store.erase(company, written) > 0
        proven = evidence.verify_stream(company, "scheme", scheming.scheme)
        assert isinstance(proven, evidence.Verified)
    found = _get(scheming.plant, "sun", f"/{scheming.scheme}")
    assert {s["text"] for s in found["sections"]} == {None}
    assert all(s["met"] for s in found["sections"])
