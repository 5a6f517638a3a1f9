"""Everything that is kept of one person goes to him on his asking, nothing of anybody else does, and each
table that an erasure judges is judged for the copy too, column by column."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from davy import clock
from davy.accounts.models import Account, AuditRow
from davy.archive.tests.taken import files
from davy.building.hands import Hands
from davy.building.plant import PASSWORD, Plant, photo
from davy.db import rows, tenant
from davy.keeping import removing
from davy.keeping.copying import tables
from davy.keeping.tests import test_nothing_said_of_a_person_stays as staying
from davy.keeping.tests.leaving import closed, over
from davy.people import protected, vault
from davy.people.models import Checkup, Person, Restriction, Viewed, Violation

pytestmark = pytest.mark.django_db
Step = Callable[[timedelta], None]

_NAMING = """
SELECT DISTINCT c.table_name AS name FROM information_schema.columns c
JOIN pg_class k ON k.relname = c.table_name AND k.relkind IN ('r', 'p') AND NOT k.relispartition
WHERE c.table_schema = 'public'
  AND c.column_name IN ('person_id', 'holder_id', 'trainee_id', 'companion_id', 'account_id')
"""
_ALL = """
SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition
  AND relnamespace = 'public'::regnamespace
"""
_COLUMNS = """
SELECT column_name AS name FROM information_schema.columns
WHERE table_schema = 'public' AND table_name = %s
"""


@pytest.fixture
def hands(step_clock: Step) -> Hands:
    hands = over(closed(step_clock), step_clock)
    _known(hands.plant)
    return hands


def _known(plant: Plant) -> None:
    """What the registers keep of 钱焊工, and of his colleague."""
    company, today = plant.company, date(2026, 11, 23)
    with tenant.company(company):
        for who, blood, relative in (("qian", "AB-", "13500000001"), ("wang", "O+", "13500000002")):
            person = plant.people[who].person
            values = {"blood_group": blood, "contacts": [{"name": "家属", "relation": "", "phone": relative}]}
            protected.keep(company, person, values, None)
        person = plant.people["qian"].person
        Person.objects.filter(id=person).update(phone="13900001234", photo=photo(company, "face"))
        Person.objects.filter(id=plant.people["wang"].person).update(phone="13900005678")
        checkup = Checkup(company_id=company, person_id=person, kind="pre", done_on=today, verdict="limited")
        checkup.sealed = vault.seal({"text": "轻度听力下降"}, company, f"checkup/{checkup.id}")
        checkup.save()
        limit = Restriction(company_id=company, person_id=person, kind="medical", since=today)
        limit.sealed = vault.seal({"text": "恐高"}, company, f"restriction/{limit.id}")
        limit.save()
        other = plant.people["wang"].name
        Violation.objects.create(
            company_id=company, person_id=person, happened_on=today, kind="general",
            what=f"与{other}一起未戴安全帽", recorded_at=clock.now(),
        )  # fmt: skip


def _ask(plant: Plant, who: str, path: str, body: dict[str, Any]) -> Any:
    client = Client()
    client.force_login(Account.objects.get(id=plant.people[who].account))
    return client.post(f"/api/v1/{path}", json.dumps(body), content_type="application/json")


def _own(plant: Plant, who: str = "qian") -> dict[str, bytes]:
    answer = _ask(plant, who, "session/copy.zip", {"password": PASSWORD})
    assert answer.status_code == 200, answer.content
    return files(b"".join(answer.streaming_content))


def _lines(content: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in content.splitlines()]


def test_he_gets_what_is_kept_of_him(hands: Hands) -> None:
    made = _own(hands.plant)
    data = json.loads(made["data.json"])["tables"]
    assert data["people_person"][0]["phone"] == "13900001234"
    assert data["people_protected"][0]["sealed"]["blood_group"] == "AB-"
    assert data["people_checkup"][0]["sealed"] == {"text": "轻度听力下降"}
    assert data["people_restriction"][0]["sealed"] == {"text": "恐高"}
    assert data["people_violation"][0]["what"] == "与他人一起未戴安全帽"
    acts = _lines(made["records.jsonl"])
    assert {act["how"] for act in acts} >= {"did", "named"}
    assert any(act["what"] == "Signed" or "Checked" in act["what"] for act in acts)
    assert [name for name in made if name.startswith("files/")]
    page = made["index.html"].decode()
    assert "轻度听力下降" in page
    assert "<script" not in page


def test_nothing_of_another_is_in_it(hands: Hands) -> None:
    made = b"".join(content for name, content in _own(hands.plant).items() if not name.startswith("files/"))
    wang = hands.plant.people["wang"]
    for theirs in ("13500000002", "13900005678", "O+", str(wang.person), str(wang.account)):
        assert theirs.encode() not in made, theirs
    assert b"argon2" not in made


def test_the_password_is_asked_for(hands: Hands) -> None:
    answer = _ask(hands.plant, "qian", "session/copy.zip", {"password": "falsch"})
    assert answer.json()["code"] == "password_wrong"


def test_at_the_desk_the_safety_officer_takes_it_with_a_reason(hands: Hands) -> None:
    plant = hands.plant
    path = f"keeping/people/{plant.person('qian')}/copy.zip"
    body = {"password": PASSWORD, "why": "本人书面申请"}
    assert _ask(plant, "li", path, body).status_code == 403
    answer = _ask(plant, "zheng", path, body)
    assert answer.status_code == 200
    assert "data.json" in files(b"".join(answer.streaming_content))
    with tenant.company(plant.company):
        looked = Viewed.objects.get(person_id=plant.people["qian"].person, why="本人书面申请")
        assert looked.account_id == plant.people["zheng"].account
        assert AuditRow.objects.filter(resource="copies", resource_id=plant.people["qian"].person).exists()


def test_each_table_that_erasing_judges_is_judged_for_the_copy() -> None:
    told = Path(removing.__file__).read_text(encoding="utf-8")
    every = {str(row["name"]) for row in rows.many(_ALL, ())}
    named = {str(row["name"]) for row in rows.many(_NAMING, ())}
    erased = {name for name in every if re.search(rf"\b{name}\b", told)}
    assert (named | erased | set(staying.BARE)) - set(tables.judged()) == set()


def test_each_column_of_a_table_is_told_or_left_with_its_reason() -> None:
    for table in tables.judged().values():
        found = {str(row["name"]) for row in rows.many(_COLUMNS, (table.name,))}
        assert found, table.name
        if not table.none:
            hidden = tables.everywhere() | set(table.of) | set(table.of_account) | set(table.left)
            told = {column.name for column in table.told}
            assert found - told - hidden == set(), table.name
            assert told <= found, table.name
