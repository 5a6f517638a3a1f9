"""HTTP for the site's choice of works: industry, templates on and off, levels of approval."""

from typing import Any
from uuid import UUID

from ninja import Router

from davy.accounts.access import allow
from davy.accounts.here import TenantRequest
from davy.accounts.reference import Register
from davy.permits import templates
from davy.problems.response import Problem
from davy.rulebook import law
from davy.sites.models import Site, SiteWorks
from davy.sites.works import shapes

__all__ = ["router"]

router = Router(tags=["sites"])


def check(works: SiteWorks) -> None:
    """Raises Problem for a template or an industry that nobody knows, and for a site without any work."""
    unknown = sorted(set(works.off) - set(law.templates()))
    if unknown:
        raise Problem("reference_unknown", field="off")
    known = {row["id"] for row in law.industries()["industries"]}
    if works.industry and works.industry not in known:
        raise Problem("reference_unknown", field="industry")
    if set(works.off) >= set(law.templates()):
        raise Problem("choice_empty")


sites = Register(Site, "sites")
register = Register(SiteWorks, "works", check=check)


@router.get("/works/{uuid:site_id}", response=shapes.WorksOut)
@allow("works", "read")
def get_works(request: TenantRequest, site_id: UUID) -> dict[str, Any]:
    """What the site offers, and what it may choose from; a site that never chose offers everything."""
    sites.find(request, site_id)
    return _shown(site_id, register.all(request).filter(site_id=site_id).first())


@router.put("/works/{uuid:site_id}", response=shapes.WorksOut)
@allow("works", "write")
def put_works(request: TenantRequest, site_id: UUID, body: shapes.WorksIn) -> dict[str, Any]:
    """Choose. It counts for new requests; what was sent before goes on."""
    sites.find(request, site_id)
    values = {**body.dict(), "off": sorted(set(body.off))}
    there = register.all(request).filter(site_id=site_id).first()
    if there is None:
        return _shown(site_id, register.add(request, {**values, "site_id": site_id}))
    return _shown(site_id, register.change(request, there.id, values))


def _shown(site_id: UUID, works: SiteWorks | None) -> dict[str, Any]:
    off = set(works.off) if works else set()
    table = law.industries()
    return {
        "site_id": site_id,
        "chosen": works is not None,
        "industry": works.industry if works else "",
        "off": sorted(off),
        "approval": works.approval if works else None,
        "templates": [{**row, "on": row["id"] not in off} for row in templates.every()],
        "industries": table["industries"],
        "subsets": table["subsets"],
    }
