"""Views and the layout of a list follow their account to another desk, and are nobody else's."""

from typing import Any

import pytest

from davy.accounts.desk import kept
from tests.plant import Browser, Plant, said

VIEW = {"name": "现场未清", "query": {"clearance": "open"}}
LAYOUT = {"columns": [{"id": "number", "width": None}, {"id": "place", "width": 300}], "density": "roomy"}
DESK = "/api/v1/desk/permits"


def told(browser: Browser) -> Any:
    return said(browser.get(DESK))


def test_views_and_layout_are_there_at_another_desk_and_replaced_by_name(plant: Plant) -> None:
    first, second = plant.browser("li"), plant.browser("li")
    assert told(first) == {"views": [], "layout": None}
    first.send("PUT", f"{DESK}/views", VIEW)
    first.send("PUT", f"{DESK}/views", {**VIEW, "name": "动火"})
    first.send("PUT", f"{DESK}/views", {**VIEW, "query": {"mine": "1"}})
    first.send("PUT", f"{DESK}/layout", LAYOUT)
    assert told(second) == {
        "views": [{"name": "现场未清", "query": {"mine": "1"}}, {**VIEW, "name": "动火"}],
        "layout": LAYOUT,
    }
    second.send("DELETE", f"{DESK}/views?name=现场未清")
    assert [view["name"] for view in told(first)["views"]] == ["动火"]


def test_nobody_sees_or_forgets_what_another_keeps(plant: Plant, neighbour: Plant) -> None:
    plant.browser("li").send("PUT", f"{DESK}/views", VIEW)
    plant.browser("wang").send("DELETE", f"{DESK}/views?name=现场未清")
    assert told(plant.browser("wang"))["views"] == []
    assert told(neighbour.browser("sun"))["views"] == []
    assert told(plant.browser("li"))["views"] == [VIEW]


def test_a_full_desk_says_so_but_still_takes_what_has_a_name(
    plant: Plant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "MOST", 1)
    browser = plant.browser("li")
    browser.send("PUT", f"{DESK}/views", VIEW)
    answer = browser.send("PUT", f"{DESK}/views", {**VIEW, "name": "另一个"})
    assert (answer.status_code, said(answer)["code"]) == (409, "desk_full")
    assert browser.send("PUT", f"{DESK}/views", VIEW).status_code == 200


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("views", {**VIEW, "name": " "}),
        ("views", {**VIEW, "query": {"q": "x" * 401}}),
        ("layout", {**LAYOUT, "density": "loose"}),
        ("layout", {**LAYOUT, "columns": []}),
    ],
)
def test_what_is_no_view_or_layout_is_not_kept(plant: Plant, path: str, body: dict[str, Any]) -> None:
    assert plant.browser("li").send("PUT", f"{DESK}/{path}", body).status_code == 422
    assert plant.browser("li").get("/api/v1/desk/kitchen").status_code == 422
