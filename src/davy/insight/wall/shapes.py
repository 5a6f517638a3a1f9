"""The shapes of the wall board and of the screens that show it."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import AwareDatetime

from davy.accounts.reference import Input
from davy.permits.shapes import Clearance, PermitState
from davy.problems.shapes import Words

__all__ = ["OpenIn", "Opened", "ScreenIn", "ScreenMade", "ScreenOut", "WallBoard"]

Face = Literal[
    "draft",
    "submitted",
    "issued",
    "active",
    "paused",
    "finished",
    "closed",
    "voided",
    "withdrawn",
    "clearance",
]
Names = Literal["none", "family_post", "full"]
Risk = Literal["red", "orange", "yellow", "blue", "unknown"]


class WallSite(Schema):
    """Whose board it is."""

    id: UUID
    name: str


class WallPlan(Schema):
    """The drawing of the site by its SHA-256, with its size in its own units."""

    drawing: str
    width: float
    height: float


class WallType(Schema):
    """The permits of today of one kind of work, by state; `clearance` for those not confirmed clear."""

    type: str
    title: Words
    faces: dict[Face, int]


class WallMark(Schema):
    """A permit on the plan."""

    id: UUID
    number: str | None
    type: str
    state: PermitState
    clearance: Clearance
    not_confirmed: bool
    x: float
    y: float


class WallArea(Schema):
    """An area: permits that live in it by state, whether it is frozen, and the risk grades of itself and of
    the work on it; `unknown` where an analysis is not graded."""

    id: UUID
    name: str
    x: float | None
    y: float | None
    frozen: bool
    faces: dict[Face, int]
    risks: list[Risk]


class WallOver(Schema):
    """Work past its time: still running or paused, or ended and its site not confirmed clear."""

    id: UUID
    number: str | None
    type: str
    area: str | None
    point: str | None
    face: Face
    ends_at: datetime


class WallWaiting(Schema):
    """An application, since when it waits at its stage, and the posts that are to sign."""

    id: UUID
    number: str | None
    type: str
    area: str | None
    point: str | None
    since: datetime | None
    posts: list[str] | None


class WallPerson(Schema):
    """Somebody inside, named as this screen may name him."""

    name: str | None
    post: str | None
    duty: Literal["responsible", "guardian", "worker"]


class WallInside(Schema):
    """Who is inside which space, by the entry register; `tools` are those not brought out."""

    id: UUID
    number: str | None
    area: str | None
    point: str | None
    face: Face
    tools: int
    people: list[WallPerson]


class WallBell(Schema):
    """An open red alarm. `called_at`: when it called last; it calls again until somebody acknowledges it.
    `led`: it opened an emergency that stands on the board, or came to one."""

    id: UUID
    title: Words
    number: str | None
    point: str | None
    area: str | None
    state: str
    at: datetime
    since: datetime
    called_at: datetime
    shelved: bool
    led: bool


class WallLoop(Schema):
    """The closed-loop rate: of `all` permits that were issued and whose time ended within `back_days`, those
    `closed`: accepted, or voided or withdrawn with the site confirmed clear or the work never begun."""

    closed: int
    all: int


class WallOutage(Schema):
    """An outage that goes on at the site: there only its sheets count. No areas: the whole site."""

    number: str
    areas: list[str]
    starts_at: datetime
    until: datetime
    overdue: bool


class WallCalled(Schema):
    """Somebody on the roll of an emergency, named as the screen may; `status`: what was last said of him."""

    name: str | None
    post: str | None
    duty: str
    inside: bool
    status: Literal["found", "missing", "hurt"] | None


class WallEmergency(Schema):
    """An emergency that goes on: where, since when, who is on the roll, and what is not done of `tasks`."""

    id: UUID
    number: str
    title: Words
    area: str | None
    point: str | None
    opened_at: datetime
    done: int
    tasks: int
    undone: list[Words]
    people: list[WallCalled]


class WallBoard(Schema):
    """The board of one site. `counts` are permits that live, by state; `checked_in` people on work that runs
    or rests; `tasks` open alarms that are not red. `clock_ok` as everywhere: nobody watches without it."""

    site: WallSite
    plan: WallPlan | None
    counts: dict[Face, int]
    not_confirmed: int
    checked_in: int
    types: list[WallType]
    marks: list[WallMark]
    areas: list[WallArea]
    over: list[WallOver]
    waiting: list[WallWaiting]
    inside: list[WallInside]
    bells: list[WallBell]
    tasks: int
    loop: WallLoop
    outages: list[WallOutage]
    emergencies: list[WallEmergency]
    back_days: int
    names: Names
    clock_ok: bool
    beat_at: datetime | None
    server_time: datetime


class ScreenIn(Input):
    """A wall screen: what it is called, whose board it shows, how it names people, until when it may."""

    name: str = Field(min_length=1, max_length=64)
    site_id: UUID
    names: Names = "family_post"
    expires_at: AwareDatetime | None = None


class ScreenOut(Schema):
    """A wall screen; `seen_at` is when it last read, to the minute."""

    id: UUID
    name: str
    site_id: UUID
    names: Names
    made_at: datetime
    made_by: str | None
    expires_at: datetime | None
    revoked_at: datetime | None
    seen_at: datetime | None


class ScreenMade(ScreenOut):
    """A new screen with its token, which is told this once; `qr` is the link as an SVG picture."""

    token: str
    path: str
    qr: str


class OpenIn(Input):
    """The token of a screen."""

    token: str = Field(min_length=1, max_length=128)


class Opened(Schema):
    """Whose board the screen shows from now on."""

    name: str
    site_id: UUID
