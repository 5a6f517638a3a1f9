"""Three people of a contractor, a class, and phones without an account at the plant's address."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from davy.db import tenant
from davy.people.models import Person
from davy.training.models import Attempt, Question
from tests.plant import Browser, Plant, said

FORM = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
PAPER = re.compile(r'name="paper" value="([^"]+)"')
TRAINEES = (
    ("feng", "冯外", "C1-001", "1234"),
    ("qin", "秦外", "C1-002", "567X"),
    ("lu", "陆外", "C1-003", ""),
)


@dataclass
class Phone:
    """The browser of somebody at the class or the gate, without a login."""

    browser: Browser

    def open(self, path: str) -> str:
        """The text of a page."""
        return html.unescape(self.browser.get(path).content.decode())

    def fill(self, path: str, **values: Any) -> Any:
        """Send the form of a page; the answer."""
        found = FORM.search(self.open(path))
        assert found is not None, self.open(path)
        return self.browser.post(path, {"csrfmiddlewaretoken": found[1], **values})


@dataclass
class House:
    """The plant with 冯外, 秦外 and 陆外 (whose identity number nobody entered) of its contractor."""

    plant: Plant
    he: Browser
    people: dict[str, UUID] = field(default_factory=dict)

    def phone(self) -> Phone:
        """A phone that nobody used yet; tokens against forgery are asked for, as in life."""
        return Phone(Browser(self.plant.company.hostname, enforce_csrf_checks=True))

    def post(self, path: str, body: Any) -> Any:
        """The JSON of what 何工 sends."""
        return said(self.he.send("POST", f"/api/v1{path}", body))

    def opened(self, course: str = "entry_plant") -> str:
        """The id of a class with the sample of questions in the bank."""
        self.post("/training/questions/import", {"course": course})
        made = self.post("/training/classes", {"course": course, "site_id": str(self.plant.site_id)})
        return str(made["id"])

    def way(self, path: str) -> str:
        """The path behind a code that is shown now."""
        link: str = said(self.he.get(f"/api/v1{path}"))["link"]
        return link[link.index("/t/") :]

    def seated(self, lesson: str, who: str) -> Phone:
        """The phone of somebody who signed on to the class."""
        phone = self.phone()
        told = next(one for one in TRAINEES if one[0] == who)
        way = self.way(f"/training/classes/{lesson}/code")
        answer = phone.fill(way, badge=told[2], digits=told[3])
        assert answer.status_code == 303, answer.content.decode()
        return phone

    def sit(self, phone: Phone, lesson: str, *, right: bool) -> str:
        """Hand in his paper, all right or all wrong; the page of the result."""
        page = phone.open(f"/t/x/{lesson}")
        paper, token = PAPER.search(page), FORM.search(page)
        assert paper is not None, page
        assert token is not None
        with tenant.company(self.plant.company.id):
            row = Attempt.objects.get(id=UUID(paper[1]))
            known = {one.id: one for one in Question.objects.filter(id__in=row.questions)}
        given: dict[str, Any] = {"csrfmiddlewaretoken": token[1], "paper": paper[1]}
        for at, question in enumerate(row.questions):
            key = known[question].right
            wrong = [one for one in range(len(known[question].options)) if one not in key][:1]
            given[f"q{at}"] = [str(one) for one in (key if right else wrong)]
        phone.browser.post(f"/t/x/{lesson}", given)
        return phone.open(f"/t/s/{lesson}")


def house(plant: Plant) -> House:
    """The plant with its contractor's people."""
    made = House(plant, plant.browser("he"))
    with tenant.company(plant.company.id):
        for nick, name, badge, digits in TRAINEES:
            row = Person.objects.create(
                company_id=plant.company.id,
                name=name,
                hr_code=badge,
                firm_id=plant.firm_id,
                id_last4=digits,
            )
            made.people[nick] = row.id
    return made
