"""What the door answers to a command, as the interface describes it."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from ninja import Schema

from davy.problems.shapes import Remedy, Words, maybe

__all__ = ["AcceptedOut", "Condition", "Reason", "RefusedOut"]


class AcceptedOut(Schema):
    """The command was carried out. `version` is the stream's version after it, `events` the types of what was
    written to the chain, in order; an empty list when nothing had to change."""

    verdict: Literal["accepted"]
    version: int
    events: list[str]


class Condition(Schema):
    """One requirement as it was judged.

    `clause` is the law behind it, `alarm` the code of AQ 3064.2 table A.4 it raises. `until` is the last
    instant at which it holds, null when it does not lapse by itself. `evidence` maps the paths of the
    facts that were looked at to their values; `remedy` is the code of the button that helps; `marks` tell
    engineering judgement and unconfirmed figures."""

    requirement: str
    pack: str
    clause: str
    alarm: str | None
    title: Words
    outcome: Literal["met", "failed", "unknown", "not_applicable"]
    remedy: str | None
    until: datetime | None
    evidence: dict[str, Any]
    marks: list[str]
    group: str | None


class Reason(Schema):
    """One cause of a refusal. `values` are what its sentence was filled with; `missing` is there when the
    cause is a requirement that is not met or not known."""

    code: str
    clause: str | None
    says: Words
    remedy: Remedy | None
    values: dict[str, Any]
    missing: Condition = maybe()


class RefusedOut(Schema):
    """The command was judged and refused; the stream is unchanged at `version`. The first reason leads as
    `code`, `clause` and `detail`; `missing` lists all of them. The attempt is recorded."""

    verdict: Literal["refused"]
    version: int
    type: str
    title: str
    status: Literal[409]
    code: str
    clause: str | None
    detail: Words
    missing: list[Reason]
    remedy: list[Remedy]
