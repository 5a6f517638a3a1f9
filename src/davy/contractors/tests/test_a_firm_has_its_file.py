"""Papers of a firm: entered, counted on their days, and what the firm lacks is told."""

from datetime import timedelta
from typing import Any

import pytest

from davy.contractors.papers import kinds
from tests.plant import Browser, Plant, said

MUST = [kind for kind, row in kinds().items() if row["must"]]


@pytest.fixture
def qian(plant: Plant) -> Browser:
    """钱敏, who keeps the registers."""
    return plant.browser("qian")


def day(plant: Plant, offset: int) -> str:
    return (plant.company.today() + timedelta(days=offset)).isoformat()


def enter(browser: Browser, plant: Plant, kind: str, **more: Any) -> dict[str, Any]:
    body = {"firm_id": str(plant.firm_id), "kind": kind, "number": "N-1", **more}
    answer = browser.send("POST", "/api/v1/contractors/papers", body)
    assert answer.status_code == 201, answer.content
    return dict(said(answer))


def line(browser: Browser) -> dict[str, Any]:
    [found] = said(browser.get("/api/v1/contractors"))
    return dict(found)


def test_without_papers_a_firm_lacks_every_one_it_must_have(plant: Plant, qian: Browser) -> None:
    assert line(qian)["lacking"] == MUST
    assert [one["id"] for one in said(qian.get("/api/v1/contractors/papers"))] == list(kinds())


def test_a_paper_counts_to_its_last_day_and_without_one_for_nothing(plant: Plant, qian: Browser) -> None:
    assert enter(qian, plant, "licence", unlimited=True)["standing"] == "valid"
    assert enter(qian, plant, "insurance", valid_to=day(plant, 0))["standing"] == "soon"
    assert enter(qian, plant, "agreement")["standing"] == "no_end"
    old = enter(qian, plant, "qualification", valid_to=day(plant, -1))
    assert old["standing"] == "expired"
    assert line(qian)["lacking"] == ["qualification", "agreement"]
    longer = {"valid_to": day(plant, 300), "valid_from": day(plant, 1)}
    path = f"/api/v1/contractors/papers/{old['id']}"
    assert said(qian.send("PATCH", path, longer))["standing"] == "not_yet"
    assert said(qian.send("PATCH", path, {"valid_from": day(plant, 0)}))["standing"] == "valid"
    assert line(qian)["lacking"] == ["agreement"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"kind": "diploma"}, "malformed"),
        ({"kind": "insurance", "valid_from": "2026-11-23", "valid_to": "2026-11-22"}, "ledger_dates"),
        ({"kind": "licence", "valid_to": "2026-11-22", "unlimited": True}, "malformed"),
        ({"kind": "licence", "firm_id": "01a1ffbf-0000-7000-8000-000000000000"}, "reference_unknown"),
    ],
)
def test_what_cannot_be_is_refused(plant: Plant, qian: Browser, body: dict[str, Any], code: str) -> None:
    answer = qian.send("POST", "/api/v1/contractors/papers", {"firm_id": str(plant.firm_id), **body})
    assert said(answer)["code"] == code


def test_a_worker_reads_who_may_work_and_no_papers(plant: Plant, qian: Browser) -> None:
    enter(qian, plant, "licence", unlimited=True)
    li = plant.browser("li")
    assert line(li)["banned"] is False
    assert li.get(f"/api/v1/contractors/{plant.firm_id}").status_code == 403


def test_a_stranger_finds_nothing(plant: Plant, neighbour: Plant, qian: Browser) -> None:
    made = enter(qian, plant, "licence", unlimited=True)
    sun = neighbour.browser("sun")
    assert sun.get(f"/api/v1/contractors/{plant.firm_id}").status_code == 404
    path = f"/api/v1/contractors/papers/{made['id']}"
    assert sun.send("PATCH", path, {"number": "X"}).status_code == 404
    body = {"firm_id": str(plant.firm_id), "why": "看不顺眼"}
    assert sun.send("POST", "/api/v1/contractors/bans", body).status_code == 404
    file = said(qian.get(f"/api/v1/contractors/{plant.firm_id}"))
    assert [one["number"] for one in file["papers"]] == ["N-1"]
    assert file["bans"] == []
