"""The register of cameras: entered with an audit row, a link without a password, never of another site."""

from __future__ import annotations

from typing import Any

import pytest

from davy.accounts.models import AuditRow
from davy.db import tenant
from tests.plant import Browser, Plant, said

PATH = "/api/v1/cameras"


@pytest.fixture
def qian(plant: Plant) -> Browser:
    """钱敏, who keeps the registers."""
    return plant.browser("qian")


def _camera(plant: Plant, **over: Any) -> dict[str, Any]:
    return {
        "site_id": str(plant.site_id),
        "code": "CAM-01",
        "name": "罐区东门",
        "watches": "V-101 泵区",
        **over,
    }


def test_what_is_told_stands_with_who_told_it(plant: Plant, qian: Browser) -> None:
    body = _camera(plant, link="rtsp://10.0.0.8/1", ex_mark="Ex d IIC T6 Gb", plan_x=10, plan_y=20)
    made = qian.send("POST", PATH, body)
    assert made.status_code == 201, made.content
    camera = said(made)
    assert camera["state"] == "unknown"
    told = qian.send("PATCH", f"{PATH}/{camera['id']}", {"state": "broken"})
    assert said(told)["state"] == "broken"
    listed = said(qian.send("GET", f"{PATH}?site_id={plant.site_id}"))
    assert [one["code"] for one in listed["items"]] == ["CAM-01"]
    with tenant.company(plant.company.id):
        assert AuditRow.objects.filter(resource="cameras").count() == 2
    assert qian.send("DELETE", f"{PATH}/{camera['id']}").status_code == 204
    assert said(qian.send("GET", PATH))["total"] == 0


@pytest.mark.parametrize(
    "link", ["http://10.0.0.8/1", "rtsp://admin:secret@10.0.0.8/1", "javascript:alert(1)", "https://a b"]
)
def test_a_link_that_is_open_or_holds_a_password_is_refused(plant: Plant, qian: Browser, link: str) -> None:
    assert qian.send("POST", PATH, _camera(plant, link=link)).status_code == 422


def test_half_a_place_is_none(plant: Plant, qian: Browser) -> None:
    assert qian.send("POST", PATH, _camera(plant, plan_x=10)).status_code == 422


def test_who_only_reads_enters_nothing(plant: Plant) -> None:
    assert plant.browser("li").send("POST", PATH, _camera(plant)).status_code == 403
