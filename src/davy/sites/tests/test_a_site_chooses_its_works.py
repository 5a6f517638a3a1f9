"""Which works a site offers: chosen over HTTP, audited, and followed by the list that the phone shows."""

from typing import Any

import pytest

from davy.accounts.models import AuditRow
from davy.db import tenant
from davy.rulebook import law
from tests.plant import Browser, Plant, said

FIVE = {"hot", "confined", "height", "height_low", "height_mid", "height_high", "power", "lifting"}


@pytest.fixture
def he(plant: Plant) -> Browser:
    """何工, who administers."""
    return plant.browser("he")


def _choose(plant: Plant, browser: Browser, **choice: Any) -> Any:
    return browser.send("PUT", f"/api/v1/works/{plant.site_id}", choice)


def test_a_site_that_never_chose_offers_everything(plant: Plant, he: Browser) -> None:
    shown = said(he.get(f"/api/v1/works/{plant.site_id}"))
    assert (shown["chosen"], shown["off"], shown["approval"]) == (False, [], None)
    assert all(row["on"] for row in shown["templates"])
    assert {row["id"] for row in shown["templates"]} == set(law.templates())
    assert [row["id"] for row in shown["industries"]] == [
        "chemical",
        "machinery",
        "electronics",
        "construction",
    ]


def test_the_subset_of_five_is_what_the_phone_then_offers(plant: Plant, he: Browser) -> None:
    off = sorted(set(law.templates()) - FIVE)
    answer = _choose(plant, he, industry="chemical", off=off, approval="four")
    assert answer.status_code == 200
    assert {row["id"] for row in said(answer)["templates"] if row["on"]} == FIVE
    for path in ("/api/v1/templates", f"/api/v1/templates?site={plant.site_id}"):
        assert {row["id"] for row in said(he.get(path))} == FIVE


def test_the_choice_is_written_into_the_audit_trail(plant: Plant, he: Browser) -> None:
    _choose(plant, he, off=["road"])
    _choose(plant, he, off=["road", "digging"])
    with tenant.company(plant.company.id):
        rows = list(AuditRow.objects.filter(resource="works").order_by("at", "id"))
    assert [row.after["off"] for row in rows if row.after] == [["road"], ["digging", "road"]]


@pytest.mark.parametrize(
    ("choice", "code"),
    [
        ({"off": ["flying"]}, "reference_unknown"),
        ({"industry": "banking"}, "reference_unknown"),
        ({"off": list(law.templates())}, "choice_empty"),
        ({"approval": "one"}, "malformed"),
    ],
    ids=["template", "industry", "nothing left", "levels"],
)
def test_a_choice_that_makes_no_sense_is_refused(
    plant: Plant, he: Browser, choice: dict[str, Any], code: str
) -> None:
    answer = _choose(plant, he, **choice)
    assert (answer.status_code, said(answer)["code"]) == (422, code)


def test_only_safety_and_administration_choose(plant: Plant) -> None:
    assert _choose(plant, plant.browser("li"), off=["road"]).status_code == 403
