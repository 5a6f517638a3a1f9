"""Who changed what of a person, when, from what to what: in the trail for ever, personal values while he is
kept."""

from typing import Any

import pytest

from davy.accounts.models import AuditRow
from davy.db import tenant
from davy.people.models import Changed
from tests.plant import Browser, Plant, said


@pytest.fixture
def qian(plant: Plant) -> Browser:
    """钱敏, who keeps the registers."""
    return plant.browser("qian")


def history(browser: Browser, person: Any) -> list[dict[str, Any]]:
    return list(said(browser.get(f"/api/v1/people/{person}/history")))


def test_a_change_is_told_with_who_when_from_and_to(plant: Plant, qian: Browser) -> None:
    li = plant.people["li"].id
    qian.send("PATCH", f"/api/v1/people/{li}", {"name": "李功", "trade": "焊工"})
    paper = {
        "person_id": str(li),
        "kind": "special_operation",
        "number": "T1",
        "item": "熔化焊接与热切割作业",
    }
    made = said(qian.send("POST", "/api/v1/certificates", {**paper, "valid_to": "2027-01-01"}))
    qian.send("PATCH", f"/api/v1/certificates/{made['id']}", {"valid_to": "2028-01-01", "number": "T2"})
    third, second, first = history(qian, li)
    assert (first["by"], first["resource"], first["action"]) == ("钱敏", "people", "changed")
    assert {f["name"]: (f["from"], f["to"]) for f in first["fields"]} == {
        "name": ("李工", "李功"),
        "trade": ("", "焊工"),
    }
    assert second["action"] == "entered"
    assert {f["name"]: (f["from"], f["to"]) for f in third["fields"]} == {
        "number": ("T1", "T2"),
        "valid_to": ("2027-01-01", "2028-01-01"),
    }


def test_an_auditor_reads_that_a_name_changed_and_not_the_name(plant: Plant, qian: Browser) -> None:
    li = plant.people["li"].id
    plant.accounts["wang"].roles = ["auditor"]
    plant.accounts["wang"].save()
    qian.send("PATCH", f"/api/v1/people/{li}", {"name": "李功"})
    [change] = history(plant.browser("wang"), li)
    [field] = change["fields"]
    assert (field["name"], field["to"], field["personal"]) == ("name", "changed", False)


def test_the_personal_values_are_sealed_and_the_trail_names_none(plant: Plant, qian: Browser) -> None:
    li = plant.people["li"].id
    qian.send("PATCH", f"/api/v1/people/{li}", {"name": "李功", "phone": "13812345678"})
    with tenant.company(plant.company.id):
        trail = str(list(AuditRow.objects.values_list("before", "after")))
        sealed = b"".join(bytes(row.sealed) for row in Changed.objects.all())
    assert "李功" not in trail
    assert "13812345678" not in trail
    assert "李功".encode() not in sealed


def test_who_may_not_read_it_is_refused(plant: Plant) -> None:
    li = plant.people["li"].id
    assert plant.browser("li").get(f"/api/v1/people/{li}/history").status_code == 403
