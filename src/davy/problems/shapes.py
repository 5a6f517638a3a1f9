"""The shapes in which every "no" is described to whoever builds on the interface."""

from __future__ import annotations

from typing import Any

from ninja import Schema
from pydantic import Field

__all__ = ["Malformed", "Misplaced", "ProblemOut", "Remedy", "Words", "maybe"]


def maybe(alias: str | None = None) -> Any:
    """A key that is left out when there is nothing to tell: it is never sent as the default."""
    return Field(default=None, alias=alias, json_schema_extra=_without_default)


def _without_default(schema: dict[str, Any]) -> None:
    schema.pop("default", None)


class Words(Schema):
    """One sentence in the two languages of the product."""

    zh: str
    en: str


class Remedy(Words):
    """What helps; `action` names the way out that a screen can offer as a button, null when there is none."""

    action: str | None = maybe()


class ProblemOut(Schema):
    """Every "no": problem details of RFC 9457, as `application/problem+json`.

    `code` is one of contracts/refusals and never changes its meaning; `clause` is the law behind it, null
    for a technical refusal. `missing` lists row by row what was missing or wrong, `remedy` what helps."""

    type: str
    title: str
    status: int
    code: str
    clause: str | None
    detail: Words
    missing: list[dict[str, Any]]
    remedy: list[Remedy]


class Misplaced(Schema):
    """Where input is wrong, as a path of keys and numbers, and in which way; never the value that was
    sent."""

    at: str
    wrong: str


class Malformed(Schema):
    """Input that cannot be read: nothing was decided and nothing recorded. Otherwise as ProblemOut."""

    type: str
    title: str
    status: int
    code: str
    clause: str | None
    detail: Words
    missing: list[Misplaced]
    remedy: list[Remedy]
