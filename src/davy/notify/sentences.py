"""The words of a notice in both languages, from the contracts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from davy.alarms.contract import book as alarm_book
from davy_core.alarms.book import Words
from davy_core.notices.book import NoticeBook

__all__ = ["book", "kind_of", "severity_of", "words_of"]

ALARM, EMERGENCY = "alarm", "emergency"
GRAVE = "stop"  # the group of notices that stop work


@cache
def book() -> NoticeBook:
    """The contract of notices. Raises ValueError when it is faulty."""
    return NoticeBook.load(_parsed("notices.yaml"))


def words_of(notice: Mapping[str, Any], number: str | None) -> Words:
    """What a notice of `davy_core.notices` or of an alarm says about the permit with this number.

    Raises KeyError for a notice that no contract knows.
    """
    shown = number or "-"
    if notice["ref"] == ALARM:
        title = _again(alarm_book().title(notice["kind"], notice.get("code")), notice.get("again", 0))
        if number is None:
            return title
        return Words(f"作业票 {shown}：{title.zh}", f"Permit {shown}: {title.en}")
    if notice["ref"] == EMERGENCY:
        return _danger(notice)
    row = book().find(notice["ref"])
    cause = _causes().get(notice.get("cause") or "", Words("-", "-"))
    return Words(
        row.zh.format(number=shown, cause=cause.zh),
        row.en.format(number=shown, cause=cause.en[:1].lower() + cause.en[1:]),
    )


def _danger(notice: Mapping[str, Any]) -> Words:
    """How it came, where, and how many are inside, in one line that fits a short message."""
    row, title = book().emergencies[notice["event"]], alarm_book().title(notice["kind"], None)
    place, told = notice["place"], {"number": notice["number"], "inside": notice["inside"]}
    return Words(
        row.zh.format(title=title.zh, place=place or "地点不明", **told),
        row.en.format(title=title.en, place=place or "place not known", **told),
    )


def _again(title: Words, rings: int) -> Words:
    """The title of an alarm that nobody has acknowledged yet."""
    if not rings:
        return title
    return Words(
        f"{title.zh}（未确认，第 {rings} 次提醒）", f"{title.en} (not acknowledged, reminder {rings})"
    )


def kind_of(notice: Mapping[str, Any]) -> str:
    """What the inbox calls it: `alarm.<kind>`, `emergency.<event>`, the event, or `reminder.<which>`."""
    ref = str(notice["ref"])
    if ref == ALARM:
        return f"{ALARM}.{notice['kind']}"
    if ref == EMERGENCY:
        return f"{EMERGENCY}.{notice['event']}"
    return ref if ref.startswith("reminder.") else ref.rpartition(".")[0]


def severity_of(notice: Mapping[str, Any]) -> str:
    """red when work must stop or people come now, else task."""
    if notice["ref"] == EMERGENCY:
        return book().emergencies[notice["event"]].severity
    return "red" if notice["group"] == GRAVE else "task"


@cache
def _causes() -> dict[str, Words]:
    rows = _parsed("lifecycle", "causes.yaml")
    return {kind: Words(row["zh"], row["en"]) for kind, row in rows.items()}


def _parsed(*path: str) -> Any:
    file = resources.files("davy_law").joinpath("contracts", *path)
    return yaml.safe_load(file.read_text(encoding="utf-8"))
