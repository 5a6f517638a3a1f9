"""The registers of places over HTTP: sites, areas, equipment, points and the plan."""

from typing import Any
from uuid import UUID

import pytest

from davy.accounts.models import AuditRow
from davy.attachments.models import Attachment, Reference
from davy.db import tenant
from davy.sites import queries
from davy_core.place.distance import Circle, Polygon
from tests.plant import Browser, Plant, said

NOWHERE = "01a1ffbf-0000-7000-8000-000000000000"
CONTROL = [
    {"x": 0, "y": 0, "lat": 31.2400, "lon": 121.4700},
    {"x": 1000, "y": 0, "lat": 31.2400, "lon": 121.4800},
    {"x": 0, "y": 800, "lat": 31.2330, "lon": 121.4700},
]


@pytest.fixture
def qian(plant: Plant) -> Browser:
    """钱敏, who keeps the registers."""
    return plant.browser("qian")


def enter(qian: Browser, path: str, **body: Any) -> dict[str, Any]:
    answer = qian.send("POST", f"/api/v1/{path}", body)
    assert answer.status_code == 201, answer.content
    return dict(said(answer))


def refused(answer: Any) -> tuple[int, str]:
    return answer.status_code, said(answer)["code"]


def test_an_unclassified_area_is_unknown_and_not_harmless(plant: Plant, qian: Browser) -> None:
    made = enter(qian, "areas", site_id=str(plant.site_id), code="A9", name="新罐区")
    assert (made["area_class"], made["ex_zone"], made["fixed_hot_zone"]) == ("unknown", "unknown", False)


def test_the_tree_of_places_is_entered_and_found(plant: Plant, qian: Browser) -> None:
    unit = enter(qian, "units", site_id=str(plant.site_id), code="U1", name="一车间")
    area = enter(
        qian,
        "areas",
        site_id=str(plant.site_id),
        unit_id=unit["id"],
        code="A2",
        name="泵房",
        area_class="fire_explosion",
        ex_zone="2",
        media=["CAS-67-56-1"],
        fence={"lat": 31.23, "lon": 121.47, "radius_m": 60},
    )
    pump = enter(qian, "equipment", area_id=area["id"], code="P-101", name="进料泵", volume_m3="1.250")
    point = enter(
        qian,
        "points",
        area_id=area["id"],
        equipment_id=pump["id"],
        code="P-101-N",
        name="泵北侧",
        lat=31.2301,
        lon=121.4701,
        radius_m=5,
    )
    assert said(qian.get(f"/api/v1/areas?unit_id={unit['id']}"))["total"] == 1
    assert said(qian.get(f"/api/v1/points/by-qr/{point['qr_token']}"))["id"] == point["id"]
    assert refused(qian.get("/api/v1/points/by-qr/guess")) == (404, "not_found")
    changed = said(qian.send("PATCH", f"/api/v1/points/{point['id']}", {"name": "泵南侧"}))
    assert (changed["name"], changed["qr_token"]) == ("泵南侧", point["qr_token"])
    with tenant.company(plant.company.id):
        assert AuditRow.objects.count() == 5
        found = queries.place(plant.company.id, point_id=UUID(point["id"]))
    assert found is not None
    assert (found.area_class, found.ex_zone, found.media) == ("fire_explosion", "2", ("CAS-67-56-1",))
    assert (found.equipment_code, str(found.equipment_volume_m3)) == ("P-101", "1.250")
    assert isinstance(found.fence, Circle)
    assert found.fence.radius_m == 5


def test_a_place_without_a_point_is_the_area_with_its_own_fence(plant: Plant, qian: Browser) -> None:
    corners = [[31.23, 121.47], [31.231, 121.47], [31.231, 121.472]]
    qian.send("PATCH", f"/api/v1/areas/{plant.area_id}", {"fence": {"corners": corners}})
    with tenant.company(plant.company.id):
        found = queries.place(plant.company.id, area_id=plant.area_id)
        assert queries.place(plant.company.id, area_id=UUID(NOWHERE)) is None
        assert queries.place(plant.company.id, point_id=UUID(NOWHERE)) is None
        assert queries.place_of_qr(plant.company.id, "guess") is None
        assert queries.area_site(plant.company.id, plant.area_id) == plant.site_id
    assert found is not None
    assert (found.point_id, found.code, found.timezone) == (None, "A1", "Asia/Shanghai")
    assert isinstance(found.fence, Polygon)


def test_a_place_is_either_a_point_or_an_area(plant: Plant) -> None:
    with pytest.raises(ValueError, match="either"):
        queries.place(plant.company.id)


@pytest.mark.parametrize(
    ("path", "body", "expected"),
    [
        ("areas", {"fence": {"lat": 91, "lon": 0, "radius_m": 5}}, (422, "malformed")),
        ("areas", {"fence": {"lat": 31, "lon": 121, "radius_m": 0}}, (422, "malformed")),
        ("areas", {"fence": {"corners": [[31, 121], [31, 121]]}}, (422, "malformed")),
        ("areas", {"fence": {"corners": [[31, 121], [32, 121], [32, 122]]}}, (422, "fence_invalid")),
        ("areas", {"area_class": "harmless"}, (422, "malformed")),
        ("areas", {"ex_zone": "3"}, (422, "malformed")),
        ("areas", {"unit_id": NOWHERE}, (422, "reference_unknown")),
        ("areas", {"code": "A1"}, (409, "already_exists")),
        ("units", {"site_id": NOWHERE}, (422, "reference_unknown")),
        ("sites", {"timezone": "Asia/Nowhere"}, (422, "malformed")),
        ("sites", {"timezone": "../../etc/passwd"}, (422, "malformed")),
        ("points", {"lat": 31.0}, (422, "fence_invalid")),
        ("points", {"radius_m": 5}, (422, "fence_invalid")),
        ("points", {"equipment_id": NOWHERE}, (422, "reference_unknown")),
        ("equipment", {"volume_m3": "-1"}, (422, "malformed")),
    ],
)
def test_what_is_no_place_is_refused_with_its_code(
    plant: Plant, qian: Browser, path: str, body: dict[str, Any], expected: tuple[int, str]
) -> None:
    needed: dict[str, dict[str, str]] = {
        "sites": {},
        "units": {"site_id": str(plant.site_id)},
        "areas": {"site_id": str(plant.site_id)},
        "points": {"area_id": str(plant.area_id)},
        "equipment": {"area_id": str(plant.area_id)},
    }
    answer = qian.send("POST", f"/api/v1/{path}", {"code": "X1", "name": "X", **needed[path], **body})
    assert refused(answer) == expected


def test_nan_is_no_coordinate(plant: Plant, qian: Browser) -> None:
    body = f'{{"area_id":"{plant.area_id}","code":"X","name":"X","lat":NaN,"lon":1}}'
    answer = qian.generic("POST", "/api/v1/points", body.encode(), content_type="application/json")
    assert refused(answer) == (422, "malformed")


def test_equipment_of_another_area_cannot_stand_at_a_point(plant: Plant, qian: Browser) -> None:
    other = enter(qian, "areas", site_id=str(plant.site_id), code="A2", name="泵房")
    pump = enter(qian, "equipment", area_id=other["id"], code="P-101", name="进料泵")
    body = {"area_id": str(plant.area_id), "equipment_id": pump["id"], "code": "X", "name": "X"}
    assert refused(qian.send("POST", "/api/v1/points", body)) == (422, "reference_unknown")


def drawing(plant: Plant, sha: str) -> dict[str, Any]:
    with tenant.company(plant.company.id):
        Attachment.objects.create(company_id=plant.company.id, sha256=sha, media_type="image/svg+xml", size=1)
    return {"drawing": sha, "width": 1000, "height": 800, "control": CONTROL}


def test_the_plan_is_put_replaced_and_shows_what_is_on_it(plant: Plant, qian: Browser) -> None:
    path = f"/api/v1/plan/{plant.site_id}"
    assert refused(qian.get(path)) == (404, "not_found")
    assert qian.send("PUT", path, drawing(plant, "a" * 64)).status_code == 200
    assert qian.send("PUT", path, drawing(plant, "b" * 64)).status_code == 200
    shown = said(plant.browser("li").get(path))
    assert (shown["drawing"], [area["code"] for area in shown["areas"]]) == ("b" * 64, ["A1"])
    with tenant.company(plant.company.id):
        assert list(Reference.objects.values_list("sha256", flat=True)) == ["b" * 64]


@pytest.mark.parametrize(
    "control",
    [
        [CONTROL[0], CONTROL[0], CONTROL[2]],
        [CONTROL[0], CONTROL[1], {"x": 500, "y": 1, "lat": 31.0, "lon": 121.0}],
        [CONTROL[0], CONTROL[1], {"x": 0, "y": 801, "lat": 31.0, "lon": 121.0}],
    ],
)
def test_control_points_on_one_line_or_outside_of_the_drawing_are_refused(
    plant: Plant, qian: Browser, control: list[dict[str, float]]
) -> None:
    body = {**drawing(plant, "a" * 64), "control": control}
    answer = qian.send("PUT", f"/api/v1/plan/{plant.site_id}", body)
    assert refused(answer) == (422, "plan_points_invalid")


def test_a_plan_whose_drawing_was_never_uploaded_is_refused_and_not_stored(
    plant: Plant, qian: Browser
) -> None:
    body = {"drawing": "c" * 64, "width": 1000, "height": 800, "control": CONTROL}
    answer = qian.send("PUT", f"/api/v1/plan/{plant.site_id}", body)
    assert refused(answer) == (422, "attachment_unknown")
    assert refused(qian.get(f"/api/v1/plan/{plant.site_id}")) == (404, "not_found")


def test_a_fourth_control_point_shows_the_residual_and_a_fifth_the_wrong_one(
    plant: Plant, qian: Browser
) -> None:
    path = f"/api/v1/plan/{plant.site_id}"
    fourth = {"x": 1000, "y": 800, "lat": 31.2330, "lon": 121.4800}
    answer = qian.send("PUT", path, {**drawing(plant, "a" * 64), "control": [*CONTROL, fourth]})
    assert answer.status_code == 200, answer.content
    assert said(answer)["ground"]["points"] == 4
    assert said(answer)["ground"]["worst_m"] < 1
    body = {"drawing": "a" * 64, "width": 1000, "height": 800}
    wrong = qian.send("PUT", path, {**body, "control": [*CONTROL, {**fourth, "lat": 31.2350}]})
    assert refused(wrong) == (422, "plan_points_invalid")
    assert said(wrong)["missing"] == [{"at": "control", "wrong": "residual"}]
    fifth = {"x": 500, "y": 400, "lat": 31.2400, "lon": 121.4750}
    wrong = qian.send("PUT", path, {**body, "control": [*CONTROL, fourth, fifth]})
    assert said(wrong)["missing"] == [{"at": "control.4", "wrong": "residual"}]
    assert "第 5 点" in said(wrong)["remedy"][1]["zh"]


def test_a_point_known_by_position_only_stands_on_the_plan(plant: Plant, qian: Browser) -> None:
    enter(qian, "points", area_id=str(plant.area_id), code="P9", name="管廊下", lat=31.2365, lon=121.4750)
    answer = qian.send("PUT", f"/api/v1/plan/{plant.site_id}", drawing(plant, "a" * 64))
    [spot] = said(answer)["placed"]
    assert (round(spot["x"]), round(spot["y"])) == (500, 400)
