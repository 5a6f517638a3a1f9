"""The register of delegations as it is shown. Inside a tenant block."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from davy.people import queries
from davy.people.models import Delegation, Post
from davy.people.shapes import DelegationOut

__all__ = ["listed"]

MOST = 500
State = Literal["in_force", "coming", "over", "revoked"]
ORDER: tuple[State, ...] = ("in_force", "coming", "over", "revoked")


def listed(company_id: UUID, now: datetime) -> list[DelegationOut]:
    """The newest delegations, those that count or will count first."""
    found = list(Delegation.objects.filter(company_id=company_id).order_by("-made_at")[:MOST])
    people = [p for row in found for p in (row.by_id, row.to_id, row.revoked_by_id) if p is not None]
    names = queries.names(company_id, people)
    posts = dict(Post.objects.filter(company_id=company_id).values_list("id", "name"))
    shown = [_out(row, names, posts, now) for row in found]
    return sorted(shown, key=lambda row: ORDER.index(row.state))


def _out(row: Delegation, names: dict[str, str], posts: dict[UUID, str], now: datetime) -> DelegationOut:
    return DelegationOut(
        id=row.id,
        post_id=row.post_id,
        code=row.code,
        post_name=posts.get(row.post_id),
        by_id=row.by_id,
        by_name=names.get(str(row.by_id)),
        to_id=row.to_id,
        to_name=names.get(str(row.to_id)),
        types=list(row.types),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        made_at=row.made_at,
        reason=row.reason,
        revoked_at=row.revoked_at,
        revoked_by_name=names.get(str(row.revoked_by_id)) if row.revoked_by_id else None,
        state=_state(row, now),
    )


def _state(row: Delegation, now: datetime) -> State:
    if row.revoked_at is not None:
        return "revoked"
    if row.ends_at <= now:
        return "over"
    return "in_force" if row.starts_at <= now else "coming"
