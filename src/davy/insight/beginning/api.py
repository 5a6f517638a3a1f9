"""HTTP for the first steps of a company. Thin."""

from __future__ import annotations

from typing import Any

from ninja import Router, Schema

from davy.accounts.access import allow
from davy.accounts.here import TenantRequest
from davy.insight.beginning import queries

__all__ = ["router"]

router = Router(tags=["sites"])


class BeginningStep(Schema):
    """One step: where it is entered, and what it lacks: names of people and sites, codes of posts and kinds
    of certificates, or the step's own id where there is nothing at all. Done when it lacks nothing."""

    id: str
    room: str
    tab: str
    lacking: list[str]


class PostTitle(Schema):
    """A post that approvals or duties look for; ``always``: of nearly every work."""

    code: str
    zh: str
    en: str
    always: bool


class CertificateItem(Schema):
    """An item that a work asks for on a certificate of this kind, by the words of the certificate."""

    kind: str
    item: str


class BeginningOut(Schema):
    """How far a company has come before its first permit, and by which words its rules know posts and
    items of certificates."""

    steps: list[BeginningStep]
    posts: list[PostTitle]
    items: list[CertificateItem]


@router.get("/beginning", response=BeginningOut)
@allow("beginning", "read")
def get_beginning(request: TenantRequest) -> dict[str, Any]:
    """What is still to be entered before the first permit, in order, and the posts that there are."""
    return {
        "steps": queries.steps(request.company.id),
        "posts": queries.post_titles(),
        "items": queries.items(),
    }
