"""A desk on which a work plan is written and reviewed, in memory: facts that fit, commands by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from typing import Any

import yaml

from davy_core.outcome import Accepted, Event, Outcome
from davy_core.permits.facts import Post
from davy_core.schemes.apply import apply
from davy_core.schemes.book import SchemeBook
from davy_core.schemes.decide import decide
from davy_core.schemes.facts import SchemeCommand, SchemeFacts
from davy_core.schemes.state import Scheme
from davy_core.signatures.ways import PASSWORD

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
SCHEME, SITE, AREA = (f"01a1ffd7-0000-7000-8000-0000000000{n}" for n in (80, 10, 11))
PHOTO = "a" * 64
POSTS = {
    "technical_dept": Post("he", "ma", "chief"),
    "chief": Post("lu", None, "leader"),
    "leader": Post("chen", None, None),
    "safety_dept": Post("zheng", None, "leader"),
    "area_head": Post("zhao", None, "safety_dept"),
}
PEOPLE = ("li", "qian", "he", "ma", "lu", "chen", "zheng", "zhao", "sun")
TEXTS = {
    "overview": "在 U100 用 25 吨汽车吊吊出换热器管束，一天做完。",
    "basis": "GB 30871-2022、GB 6067、设备说明书第 4 章、企业吊装管理规定。",
    "steps": "一、站位支腿；二、试吊离地 20 厘米停 5 分钟；三、起吊落地。",
    "people": "指挥 1 人持 Q1，司机 1 人持 Q2，司索 2 人，警戒 2 人。",
    "measures": "吊物坠落：警戒 15 米，溜绳控制；支腿下陷：垫钢板。",
    "emergency": "停止起吊，人员往上风向撤，打 8119，救援器材在班组门口。",
}


def read(*path: str) -> Any:
    """A parsed file of the contracts."""
    return yaml.safe_load(resources.files("davy_law").joinpath("contracts", *path).read_text("utf-8"))


@cache
def book() -> SchemeBook:
    """The contract in force."""
    return SchemeBook.load(read("schemes.yaml"), read("lifecycle", "schemes.yaml"))


@dataclass
class Desk:
    """What stands around the scheme, to be changed by tests, and the scheme itself. 李 writes."""

    now: datetime = MORNING
    scheme: Scheme | None = None
    around: dict[str, Any] = field(default_factory=dict)
    history: list[Event] = field(default_factory=list)

    def facts(self, who: str | None, **over: Any) -> SchemeFacts:
        """The snapshot for a command of this person (None: a driver)."""
        found = SchemeFacts(
            now=self.now,
            occurred_at=self.now,
            book=book(),
            sender="driver" if who is None else "person",
            person=who,
            proof=PASSWORD,
            posts=POSTS,
            people=dict.fromkeys(PEOPLE, "active"),
            levels=("first", "second", "third"),
            attachments=frozenset({PHOTO}),
            number="FA-20261123-0001",
        )
        return replace(found, **{**self.around, **over})

    def give(self, who: str | None, kind: str, body: Mapping[str, Any] | None = None, **over: Any) -> Outcome:
        """Decide a command on the scheme as it is, and fold what comes of it."""
        outcome = decide(self.scheme, SchemeCommand(SCHEME, kind, body or {}), self.facts(who, **over))
        if self.scheme is not None or isinstance(outcome, Accepted):
            for event in outcome.events:
                self.scheme = apply(self.scheme, event.type, event.data)
                self.history.append(event)
        return outcome

    def must(self, who: str, kind: str, body: Mapping[str, Any] | None = None, **over: Any) -> Scheme:
        """Give it and insist; the scheme afterwards."""
        outcome = self.give(who, kind, body, **over)
        assert isinstance(outcome, Accepted), outcome
        assert self.scheme is not None
        return self.scheme

    def refused(
        self, who: str | None, kind: str, body: Mapping[str, Any] | None = None, **over: Any
    ) -> list[str]:
        """The codes of a refusal."""
        outcome = self.give(who, kind, body, **over)
        assert not isinstance(outcome, Accepted), outcome
        return [reason.code for reason in outcome.reasons]

    def draft(self, **over: Any) -> Desk:
        """李 drafts a lift of the third level."""
        place = {"site": SITE, "area": AREA}
        body = {"type": "lifting", "level": "third", "place": place, "title": "管束吊装方案", **over}
        self.must("li", "draft_scheme", body)
        return self

    def write(self, section: str, text: str | None = None, **over: Any) -> Desk:
        """李 writes a section."""
        words = TEXTS[section] if text is None else text
        self.must("li", "write_section", {"section": section, "text": words, **over})
        return self

    def whole(self) -> Desk:
        """Drafted, and every section written."""
        self.draft()
        for section in TEXTS:
            self.write(section)
        return self

    def submitted(self) -> Desk:
        """The same, under review as version 1."""
        self.whole().must("li", "submit_scheme")
        return self

    def approved(self) -> Desk:
        """The same, approved by the technical department."""
        self.submitted().must("he", "approve_scheme", {"version": 1})
        return self
