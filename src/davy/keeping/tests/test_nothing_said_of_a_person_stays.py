"""What was written about somebody anywhere in the house is nowhere in the database once he is erased, and no
table that names people is forgotten when the next one is built."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from davy import clock
from davy.archive.tests.taken import MORNING
from davy.building.hands import Hands
from davy.contractors.models import Admission
from davy.db import rows, tenant
from davy.keeping import removing
from davy.keeping.tests.leaving import YEAR, ahead, closed, give, leaves, over
from davy.people.models import Restriction, Violation
from davy.points.models import Claim, Good
from davy.reminding.models import Booking
from davy.verification.tests.house import House

pytestmark = pytest.mark.django_db
Step = Callable[[timedelta], None]
MARK = "独眼龙"
"""Stands in every text that is written about him here, and nowhere else."""

BARE: Mapping[str, str] = {
    "gate_pass": "ids, instants and a code",
    "gate_passage": "ids, instants and a code",
    "insight_finding": "ids and figures",
    "insight_review": "append-only; its note is about a finding, by somebody else",
    "instruments_binding": "ids and instants",
    "outages_block": "who holds a pad of sheets: ids",
    "people_post": "nobody in a post is erased",
    "people_viewed": "append-only: who looked at what is sealed, when, why",
    "points_entry": "ids, instants, figures and codes; append-only",
    "points_verdict": "append-only; its reason is about an anomaly, by somebody else",
    "reminding_reminder": "ids and days",
    "training_attempt": "ids, instants and a result",
    "training_attendance": "ids and an instant",
    "training_presence": "ids and instants",
}
"""Tables that an erasure leaves as they are or only partly changes, and why that says nothing of him."""

_NAMING = """
SELECT DISTINCT c.table_name AS name FROM information_schema.columns c
JOIN pg_class k ON k.relname = c.table_name AND k.relkind IN ('r', 'p') AND NOT k.relispartition
WHERE c.table_schema = 'public' AND c.column_name IN ('person_id', 'holder_id', 'trainee_id', 'companion_id')
"""
_TABLES = """
SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition
  AND relnamespace = 'public'::regnamespace AND relname NOT LIKE 'django%%'
"""


def _where(mark: str) -> set[str]:
    """The tables with a row in which this stands, as text or as bytes."""
    seen = {str(row["name"]) for row in rows.many(_TABLES, ())}
    asked = {"text": f"%{mark}%", "bytes": f"%{mark.encode().hex()}%"}
    return {
        name
        for name in seen
        if rows.one(
            f"SELECT 1 AS n FROM {name} t WHERE t::text LIKE %(text)s OR t::text LIKE %(bytes)s LIMIT 1",  # noqa: S608 - a name of the catalogue
            asked,
        )
    }


def _written_about(hands: Hands) -> None:
    """Somebody writes something about 钱焊工 wherever that can be done."""
    house, company = House(hands), hands.plant.company
    person, by = hands.plant.people["qian"].person, hands.plant.people["zheng"].person
    assert house.code(house.verify(house.answer())) == "accepted"
    assert house.code(house.give("zheng", "freeze_person", {"reason": f"{MARK}酒后到岗"})) == "accepted"
    assert house.code(house.give("zheng", "ask_thaw", {"reason": f"{MARK}核对过原件"})) == "accepted"
    today = date(2026, 11, 23)
    with tenant.company(company):
        told: Mapping[str, Any] = {"company_id": company, "person_id": person}
        Booking.objects.create(
            **told, paper_id=house.paper, what="expiry", day=today, on=today, place=MARK, note=MARK
        )
        Admission.objects.create(
            **told, since=today, until=today, granted_by_id=by, withdrawn_on=today, withdrawn_by_id=by,
            withdrawn_why=MARK,
        )  # fmt: skip
        seen = {"happened_on": today, "kind": "general", "recorded_at": clock.now()}
        Violation.objects.create(**told, **seen, what=MARK)
        good = Good.objects.create(company_id=company, name="手套", price=1, stock=1)
        Claim.objects.create(**told, good_id=good.id, price=1, asked_at=clock.now(), why=MARK)
        Restriction.objects.create(
            **told, kind="other", since=today, sealed=b"", lifted_on=today, lifted_by_id=by, lifted_why=MARK
        )


def test_what_was_written_about_him_is_nowhere(step_clock: Step) -> None:
    hands = over(closed(step_clock), step_clock)
    _written_about(hands)
    with tenant.company(hands.plant.company):
        assert _where(MARK) >= {
            "contractors_admission", "evidence_private", "people_restriction", "people_violation",
            "points_claim", "reminding_booking", "verification_person",
        }  # fmt: skip
    leaves(hands.plant)
    step_clock(MORNING + YEAR - clock.now() + ahead())
    asked = {"person": hands.plant.person("qian"), "reason": "离职后本人申请"}
    request, answer = give(hands.plant, "zheng", "erasure", "request_erasure", asked)
    assert answer["verdict"] == "accepted", answer
    done = give(hands.plant, "chu", "erasure", "carry_out_erasure", to=request)[1]
    assert done["verdict"] == "accepted", done
    with tenant.company(hands.plant.company):
        assert _where(MARK) == set()


@pytest.mark.usefixtures("db")
def test_each_table_that_names_people_is_judged() -> None:
    told = Path(removing.__file__).read_text(encoding="utf-8")
    named = {str(row["name"]) for row in rows.many(_NAMING, ())}
    assert {name for name in named if not re.search(rf"\b{name}\b", told)} <= set(BARE)
    assert set(BARE) <= named
