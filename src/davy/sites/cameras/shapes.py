"""What the endpoints of cameras take and give."""

from typing import Annotated, Literal
from uuid import UUID

from ninja import Field

from davy.accounts.reference import Input
from davy.sites.shapes import Coordinate

__all__ = ["CameraIn", "CameraOut"]

Link = Annotated[str, Field(max_length=500, pattern=r"^((https|rtsps?)://[^\s@]+)?$")]
"""An address without a name or password in it: everybody who reads the register sees it."""


class CameraIn(Input):
    """A camera as entered. ``state`` is what somebody told, nothing asks the camera; an empty ``ex_mark``
    means that it carries none; ``link`` is shown to the control room and never fetched."""

    site_id: UUID
    point_id: UUID | None = None
    code: str = Field(min_length=1, max_length=64)
    name: str = Field(min_length=1, max_length=128)
    watches: str = Field("", max_length=200)
    ex_mark: str = Field("", max_length=64)
    link: Link = ""
    state: Literal["working", "broken", "unknown"] = "unknown"
    plan_x: Coordinate | None = None
    plan_y: Coordinate | None = None


class CameraOut(CameraIn):
    """A camera."""

    id: UUID
