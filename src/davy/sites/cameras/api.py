"""HTTP for the register of cameras."""

from typing import Any
from uuid import UUID

from ninja import PatchDict, Query, Router, Status

from davy.accounts.access import allow
from davy.accounts.here import TenantRequest
from davy.accounts.reference import Page, Paging, Register
from davy.problems.response import Problem
from davy.sites.cameras import shapes
from davy.sites.models import Area, Camera, WorkPoint

__all__ = ["router"]

router = Router(tags=["sites"])


def check(camera: Camera) -> None:
    """Raises Problem for half a place on the drawing, and for a work point of another site."""
    if (camera.plan_x is None) != (camera.plan_y is None):
        raise Problem("malformed", missing=[{"at": "plan_x"}, {"at": "plan_y"}])
    if camera.point_id is None:
        return
    here = Area.objects.filter(company_id=camera.company_id, site_id=camera.site_id).values("id")
    points = WorkPoint.objects.filter(company_id=camera.company_id, id=camera.point_id, area_id__in=here)
    if not points.exists():
        raise Problem("reference_unknown", field="point_id")


register = Register(Camera, "cameras", check=check)


@router.get("/cameras", response=Page[shapes.CameraOut])
@allow("sites", "read")
def list_cameras(
    request: TenantRequest, paging: Query[Paging], site_id: UUID | None = None
) -> dict[str, Any]:
    """Cameras by code."""
    found = register.all(request)
    if site_id is not None:
        found = found.filter(site_id=site_id)
    if paging.q:
        found = found.filter(name__icontains=paging.q)
    return Page.of(found.order_by("code"), paging, shapes.CameraOut.from_orm)


@router.post("/cameras", response={201: shapes.CameraOut})
@allow("sites", "write")
def add_camera(request: TenantRequest, body: shapes.CameraIn) -> Status[Camera]:
    """Enter a camera."""
    return Status(201, register.add(request, body.dict()))


@router.patch("/cameras/{uuid:camera_id}", response=shapes.CameraOut)
@allow("sites", "write")
def change_camera(request: TenantRequest, camera_id: UUID, body: PatchDict[shapes.CameraIn]) -> Camera:
    """Change the fields given."""
    return register.change(request, camera_id, body)


@router.delete("/cameras/{uuid:camera_id}", response={204: None})
@allow("sites", "write")
def remove_camera(request: TenantRequest, camera_id: UUID) -> Status[None]:
    """Take a camera that no longer hangs there out of the register; what it was stays in the audit trail."""
    register.remove(request, camera_id)
    return Status(204, None)
