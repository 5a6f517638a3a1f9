"""What `decide` may know beside the permit itself: one frozen snapshot, gathered once by the shell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from davy_core.conflicts.job import Spot
from davy_core.conflicts.matrix import Matrix
from davy_core.explosion.terminal import STRANGER, Terminal
from davy_core.instruments.last import InstrumentSeen
from davy_core.park.standing import ParkStanding
from davy_core.permits.contracting import Contract
from davy_core.permits.fitness import Fitness
from davy_core.permits.nearby import Nearby, OutageSeen
from davy_core.permits.offer import EVERYTHING, Offer
from davy_core.permits.plan import Planned
from davy_core.permits.relied import Relied
from davy_core.permits.rulebook import Rulebook
from davy_core.permits.scheme import SchemeSeen
from davy_core.signatures.ways import Proof
from davy_core.weather.observation import Weather

Clock = Literal["server", "device_synced", "device_free"]
Step = Literal["level", "approver"]
OnSite = Literal["inside", "outside", "unknown"]


@dataclass(frozen=True)
class Actor:
    """Who gives the command (public: at the QR page), how he proved it, and his live photo. `files`: he may
    file a request for somebody of his own firm."""

    kind: Literal["person", "clock", "watch", "public"]
    person: str | None = None
    proof: Proof | None = None
    face: str | None = None
    files: bool = False


@dataclass(frozen=True)
class Certificate:
    """A certificate of one person; keyed by number and item: one number serves several items."""

    kind: str
    item: str
    valid_from: datetime | None
    valid_to: datetime | None
    holder_match: bool


@dataclass(frozen=True)
class Person:
    """A person as the rules see him: other live permits, those where he works now, violations of 30 days.
    `status`: active, frozen, left, or banned with his whole firm. `fitness` None: nobody looked, and
    whatever is asked of it is unknown; so `contract` and `signed_on` (today's roster) of who has a firm, and
    `park` (what the companies of the park say of him)."""

    id: str
    status: str
    firm: str | None = None
    certificates: tuple[Certificate, ...] = ()
    live_permits: int = 0
    live_guarded: int = 0
    inside_elsewhere: int = 0
    working_elsewhere: int = 0
    hours_today: float = 0.0
    violations: int = 0
    fitness: Fitness | None = None
    contract: Contract | None = None
    signed_on: bool | None = None
    park: ParkStanding | None = None


@dataclass(frozen=True)
class Delegate:
    """Who signs for a post now because its holder (`by`) sent him; `types` of work, empty = all."""

    person: str
    by: str
    delegation: str
    types: tuple[str, ...] = ()


@dataclass(frozen=True)
class Post:
    """Who holds a post for this area now; an empty one falls to its deputy, then up. Delegates only sign."""

    holder: str | None = None
    deputy: str | None = None
    superior: str | None = None
    delegates: tuple[Delegate, ...] = ()


@dataclass(frozen=True)
class Fix:
    """Where the sender stands against the work point, with the error circle, in metres; `spot` in degrees."""

    distance_m: float
    accuracy_m: float
    spot: tuple[float, float] | None = None


@dataclass(frozen=True)
class Ground:
    """The place as its register tells it: None is not known. `equipment`: its kind, "none" for none."""

    site: str | None = None
    area: str | None = None
    area_class: str | None = None
    ex_zone: str | None = None
    major_hazard: bool | None = None
    tank_farm_bund: bool | None = None
    pipe_rack: bool | None = None
    fixed_hot_zone: bool | None = None
    fixed_zone_review_ok: bool | None = None
    fence_m: float | None = None
    substances: tuple[str, ...] = ()
    plant: tuple[str, ...] = ()
    volume_m3: float | None = None
    in_operation: bool | None = None
    equipment: str | None = None
    shifts_known: bool | None = None
    frozen_by: str | None = None
    medium_known: bool = True
    ex_group: str | None = None
    ex_temperature: str | None = None


@dataclass(frozen=True)
class Special:
    """A period in which hot work must be escalated: holiday, rest_day, night or major_event (S22)."""

    kind: str
    start: datetime
    end: datetime


@dataclass(frozen=True)
class Calendar:
    """The site's special periods around the window (unconfigured is not none), and what one raises (S22)."""

    configured: bool = False
    periods: tuple[Special, ...] = ()
    step: Step | None = None


@dataclass(frozen=True)
class Neighbour:
    """Another permit at the same point, or one that overlaps there in time."""

    id: str
    type: str
    responsible: str | None
    number: str | None
    state: str
    clearance: str
    same_point: bool
    overlaps: bool
    handed_to: str | None = None


@dataclass(frozen=True)
class Contact:
    """The guardian's phone: last heard `at`; `proven_at` within the fence, which alone counts (S9)."""

    at: datetime
    on_site: OnSite
    proven_at: datetime | None = None


@dataclass(frozen=True)
class Facts:
    """The snapshot. `posts`: who holds which post here; `registered`: firms and permits of the command that
    are known; `named`: its other permit, `instrument`: its instrument; `watch_gap`: unwatched so long."""

    now: datetime
    occurred_at: datetime
    actor: Actor
    rulebook: Rulebook
    clock: Clock = "server"
    fix: Fix | None = None
    people: Mapping[str, Person] = field(default_factory=dict)
    posts: Mapping[str, Post] = field(default_factory=dict)
    ground: Ground | None = None
    calendar: Calendar = Calendar()
    weather: Weather | None = None
    neighbours: tuple[Neighbour, ...] = ()
    guardian_contact: Contact | None = None
    attachments: frozenset[str] = frozenset()
    registered: frozenset[str] = frozenset()
    named: Neighbour | None = None
    links_known: frozenset[str] = frozenset()
    links_live: frozenset[str] = frozenset()
    links_until: Mapping[str, datetime] = field(default_factory=dict)
    scan_ok: bool = False
    number: str | None = None
    clock_ok: bool = True
    watch_gap: timedelta | None = None
    simulated: bool = False
    shift_bounds: tuple[datetime, ...] = ()
    basis_recalled: bool = False
    isolations: tuple[Relied, ...] | None = None
    offer: Offer = EVERYTHING
    planned: Planned | None = None
    plan_required: bool | None = None
    scheme: SchemeSeen | None = None
    spot: Spot | None = None
    matrix: Matrix | None = None
    nearby: tuple[Nearby, ...] | None = None
    terminal: Terminal = STRANGER
    known_points: Mapping[str, str] = field(default_factory=dict)
    outage: OutageSeen | None = None
    instrument: InstrumentSeen | None = None
    serving: tuple[InstrumentSeen, ...] = ()

    def holders(self, post: str) -> tuple[str, ...]:
        """Who may act for a post: holder and deputy; when both are vacant, those of its superior post."""
        return next((found for code in self.chain(post) if (found := self.acting(code))), ())

    def chain(self, post: str) -> tuple[str, ...]:
        """The post and those above it, each once."""
        found: list[str] = []
        while post and post not in found:
            found.append(post)
            post = self.posts.get(post, Post()).superior or ""
        return tuple(found)

    def acting(self, post: str) -> tuple[str, ...]:
        """Holder and deputy of this very post, as far as they may act."""
        found = self.posts.get(post, Post())
        return tuple(p for p in (found.holder, found.deputy) if p and self._may_act(p))

    def delegates(self, post: str) -> tuple[Delegate, ...]:
        """Who signs for this very post by delegation, for this type of work."""
        found = (d for d in self.posts.get(post, Post()).delegates if self._may_act(d.person))
        return tuple(d for d in found if not d.types or self.rulebook.type in d.types)

    def told(self, post: str) -> tuple[str, ...]:
        """Who is told that a post is to decide: those who act for it, and those who sign by delegation."""
        return (*self.holders(post), *(d.person for d in self.delegates(post)))

    def _may_act(self, person: str) -> bool:
        known = self.people.get(person)
        return known is None or known.status == "active"
