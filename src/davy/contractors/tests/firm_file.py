"""A table of people and certificates with their scans, handed in with the firm's own login."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from davy.people import tasks
from davy.people.importing.tests.workbooks import picture, workbook, zipped
from tests.plant import Browser, Plant, said

__all__ = ["PAPERS", "PATH", "PEOPLE", "confirm", "rows", "send", "step", "waiting"]

PATH = "/api/v1/own-firm/imports"
PEOPLE = ["姓名", "身份证号", "手机", "工种", "承包商"]
PAPERS = ["身份证号", "姓名", "证书类别", "证书编号", "操作项目", "有效期止", "证上姓名", "证书扫描件"]


def send(browser: Browser, plant: Plant, people: list[list[str]], papers: list[list[str]]) -> str:
    """Send the table with its scans, and have it checked; the id of the import."""
    made = said(browser.send("POST", PATH, {"name": "名单.xlsx"}))
    path = f"{PATH}/{made['id']}"
    book = workbook(人员=[PEOPLE, *people], 证书=[PAPERS, *papers])
    scans = zipped({f"{n}.jpg": picture(n) for n in range(1, 30)})
    assert browser.generic("PUT", f"{path}/sheet", book).status_code == 200
    assert browser.generic("PUT", f"{path}/scans?at=0", scans).status_code == 200
    step(browser, plant, made["id"], "check")
    return str(made["id"])


def step(browser: Browser, plant: Plant, one: str, what: str) -> dict[str, Any]:
    """Have it checked, applied or taken back; what is told of it then."""
    answer = browser.send("POST", f"{PATH}/{one}/{what}", {})
    assert answer.status_code == 200, answer.content
    tasks.carry_on(plant.company.id, UUID(one))
    return dict(said(browser.get(f"{PATH}/{one}")))


def rows(browser: Browser, one: str) -> list[dict[str, Any]]:
    """Its rows with what was found of each."""
    return list(said(browser.get(f"{PATH}/{one}/rows?size=200"))["items"])


def waiting(plant: Plant) -> list[dict[str, Any]]:
    """What waits for the plant."""
    path = "/api/v1/contractors/submissions?state=waiting&size=200"
    return list(said(plant.browser("qian").get(path))["items"])


def confirm(plant: Plant, found: list[dict[str, Any]]) -> Any:
    """钱敏 confirms these rows with the doubts that she saw; the answer."""
    seen = [{"submission_id": one["id"], "doubts": [told["code"] for told in one["doubts"]]} for one in found]
    path = "/api/v1/contractors/submissions/confirm"
    return plant.browser("qian").send("POST", path, {"rows": seen})
