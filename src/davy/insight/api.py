"""HTTP for what the record tells: conformance, clause by clause. Read-only and thin."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from ninja import Router

from davy import clock
from davy.accounts.access import allow
from davy.accounts.here import TenantRequest
from davy.insight import clauses
from davy.insight.shapes import Conformance, RuleOut
from davy.permits import judged
from davy.problems.response import Problem
from davy.problems.shapes import ProblemOut
from davy.rulebook import law

__all__ = ["router"]

router = Router(tags=["insight"])
LOOKED_BACK = timedelta(days=30)


@router.get("/conformance", response=Conformance)
@allow("conformance", "read")
def get_conformance(request: TenantRequest) -> dict[str, Any]:
    """Standards, their clauses, and what each requirement came to here in the last 30 days."""
    since = clock.now() - LOOKED_BACK
    counted = judged.counts(request.company.id, since)
    rules = [
        {
            "id": name,
            "says": found["row"]["says"],
            "alarm": found["row"].get("alarm"),
            "runs": judged.runs(name, found, counted),
        }
        for name, found in sorted(law.requirements().items())
    ]
    return {"since": since, "standards": clauses.standards(), "rules": rules}


@router.get("/conformance/{requirement}", response={200: RuleOut, 404: ProblemOut}, by_alias=True)
@allow("conformance", "read")
def get_rule(request: TenantRequest, requirement: str) -> dict[str, Any]:
    """One requirement with its vectors, its last runs here, and the permits where it stood in the way."""
    rule = clauses.rule(requirement)
    if rule is None:
        raise Problem("not_found")
    company, since = request.company.id, clock.now() - LOOKED_BACK
    counted = judged.counts(company, since)
    return {
        **rule,
        "vectors": clauses.vectors(requirement),
        "since": since,
        "runs": judged.runs(requirement, law.requirements()[requirement], counted),
        "evidence": judged.proofs(company, requirement, since),
    }
