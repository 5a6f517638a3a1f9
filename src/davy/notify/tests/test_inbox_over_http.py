"""Everybody reads his own inbox."""

from __future__ import annotations

from typing import Any

import pytest

from davy.ids import uuid7
from davy.notify import store
from tests.plant import Plant, said

AT = "2026-11-21T08:00:00.000Z"


def tell(plant: Plant, *nicks: str, ref: str = "PermitIssued.0", group: str = "g") -> None:
    people = [str(plant.people[nick].id) for nick in nicks]
    told = [{"ref": ref, "group": group, "to": people, "at": AT, "cause": "gas"}]
    store.deliver(plant.company.id, permit_id=uuid7(), number="DH-1", source=uuid7(), notices=told)


def inbox(plant: Plant, nick: str, query: str = "") -> list[dict[str, Any]]:
    answer = plant.browser(nick).send("GET", f"/api/v1/inbox{query}")
    assert answer.status_code == 200, answer.content
    rows: list[dict[str, Any]] = said(answer)
    return rows


def left(answer: Any) -> dict[str, int]:
    return {key: value for key, value in said(answer).items() if key != "at"}


def test_i_see_what_i_was_told_newest_first(plant: Plant) -> None:
    tell(plant, "li", "wang")
    tell(plant, "li", ref="WorkPaused.0", group="stop")
    rows = inbox(plant, "li")
    assert [r["kind"] for r in rows] == ["WorkPaused", "PermitIssued"]
    about = {"permit", "alarm", "emergency"}
    assert set(rows[0]) == about | {"id", "kind", "severity", "title", "at", "read_at"}
    assert rows[0]["title"]["en"].startswith("Permit DH-1")
    assert len(inbox(plant, "wang")) == 1


def test_pages_follow_each_other(plant: Plant) -> None:
    for _ in range(3):
        tell(plant, "li")
    top = inbox(plant, "li", "?size=2")
    rest = inbox(plant, "li", f"?size=2&before={top[-1]['id']}")
    assert (len(top), len(rest)) == (2, 1)
    assert rest[0]["id"] not in {r["id"] for r in top}


def test_reading_one_and_then_all(plant: Plant) -> None:
    tell(plant, "li")
    tell(plant, "li", ref="WorkPaused.0", group="stop")
    browser = plant.browser("li")
    assert said(browser.send("GET", "/api/v1/inbox/unread")) == {"unread": 2, "red": 1}
    newest = inbox(plant, "li")[0]["id"]
    assert left(browser.send("POST", "/api/v1/inbox/read", {"ids": [newest]})) == {"unread": 1, "red": 0}
    assert [r["read_at"] is None for r in inbox(plant, "li")] == [False, True]
    assert len(inbox(plant, "li", "?unread=true")) == 1
    assert left(browser.send("POST", "/api/v1/inbox/read", {})) == {"unread": 0, "red": 0}


def test_what_was_read_together_is_unread_again_together(plant: Plant) -> None:
    for _ in range(3):
        tell(plant, "li")
    browser = plant.browser("li")
    first = inbox(plant, "li")[-1]["id"]
    browser.send("POST", "/api/v1/inbox/read", {"ids": [first]})
    answer = said(browser.send("POST", "/api/v1/inbox/read", {}))
    assert said(browser.send("POST", "/api/v1/inbox/unread", {"at": answer["at"]})) == {"unread": 2, "red": 0}
    assert [r["read_at"] is None for r in inbox(plant, "li")] == [True, True, False]


def test_nobody_takes_back_what_somebody_else_has_read(plant: Plant) -> None:
    tell(plant, "wang")
    answer = said(plant.browser("wang").send("POST", "/api/v1/inbox/read", {}))
    plant.browser("li").send("POST", "/api/v1/inbox/unread", {"at": answer["at"]})
    assert inbox(plant, "wang")[0]["read_at"] is not None


def test_reading_what_belongs_to_somebody_else_changes_nothing(plant: Plant) -> None:
    tell(plant, "wang")
    foreign = inbox(plant, "wang")[0]["id"]
    plant.browser("li").send("POST", "/api/v1/inbox/read", {"ids": [foreign]})
    assert inbox(plant, "wang")[0]["read_at"] is None


def test_the_stranger_sees_an_empty_inbox(plant: Plant, neighbour: Plant) -> None:
    tell(plant, "li")
    assert inbox(neighbour, "sun") == []


@pytest.mark.parametrize("body", [{"ids": ["x"]}, {"ids": "all"}, {"all": True}])
def test_a_malformed_request_is_told(plant: Plant, body: Any) -> None:
    answer = plant.browser("li").send("POST", "/api/v1/inbox/read", body)
    assert (answer.status_code, said(answer)["code"]) == (422, "malformed")


def test_without_login_there_is_no_inbox(plant: Plant) -> None:
    assert plant.browser().send("GET", "/api/v1/inbox").status_code == 401
