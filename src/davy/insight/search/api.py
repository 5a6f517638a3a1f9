"""HTTP for the search. Thin."""

from __future__ import annotations

from typing import Any

from ninja import Query, Router

from davy.accounts.access import allow, may
from davy.accounts.here import TenantRequest
from davy.insight.search import queries
from davy.insight.search.shapes import SearchOut, SearchWanted

__all__ = ["router"]

router = Router(tags=["search"])


@router.get("/search", response=SearchOut, by_alias=True)
@allow("search", "read")
def search(request: TenantRequest, wanted: Query[SearchWanted]) -> dict[str, Any]:
    """What is found of everything that the account may read, a few of each kind."""
    kinds = [kind for kind, row in queries.KINDS.items() if may(request.user.roles, row, "read")]
    groups = queries.search(request.company.id, wanted.q, kinds)
    return {"q": wanted.q, "kinds": kinds, "groups": groups}
