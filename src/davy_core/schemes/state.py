"""What is true of one scheme (作业方案): the state that `apply` folds from its events and `decide` reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from davy_core.streams import Mark, Where


@dataclass(frozen=True)
class Section:
    """One section as it was written last. `write` counts the writings of the scheme, and finds the words of
    this one; `size` is how much it says (0: nothing), judged when it was written."""

    kind: str
    write: int
    size: int
    written: Mark
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True)
class Version:
    """What was sent for review, frozen. `lasts_to` is when its approval ends."""

    n: int
    sections: tuple[Section, ...]
    submitted: Mark
    approved: Mark | None = None
    returned: Mark | None = None
    lasts_to: datetime | None = None


@dataclass(frozen=True)
class Annotation:
    """A remark of a reviewer on a section of a version; open until a reviewer closes it."""

    id: str
    section: str
    version: int
    opened: Mark
    answered: Mark | None = None
    closed: Mark | None = None


@dataclass(frozen=True)
class Scheme:
    """One scheme for a type and level of work at a place. `copied` is the scheme it began from."""

    id: str
    number: str
    type: str
    level: str
    place: Where
    drafted: Mark
    copied: str | None = None
    writes: int = 0
    sections: tuple[Section, ...] = ()
    versions: tuple[Version, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    revised: Mark | None = None
    withdrawn: Mark | None = None

    @property
    def state(self) -> str:
        """draft, review, approved or withdrawn. A scheme under revision is a draft; its last approved version
        stands until the next one is approved."""
        if self.withdrawn is not None:
            return "withdrawn"
        last = self.versions[-1] if self.versions else None
        if last is None or last.returned is not None or self.revised is not None:
            return "draft"
        return "approved" if last.approved is not None else "review"

    @property
    def author(self) -> str:
        """Who drafted it."""
        return self.drafted.by

    def version(self, n: int) -> Version | None:
        """The version of that number, or None."""
        return next((v for v in self.versions if v.n == n), None)

    def standing(self) -> Version | None:
        """The version that was approved last, unless the scheme was withdrawn."""
        if self.withdrawn is not None:
            return None
        return next((v for v in reversed(self.versions) if v.approved is not None), None)

    def section(self, kind: str) -> Section | None:
        """A section as it stands now, or None when it was never written."""
        return next((s for s in self.sections if s.kind == kind), None)

    def annotation(self, key: str) -> Annotation | None:
        """The annotation of that id, or None."""
        return next((a for a in self.annotations if a.id == key), None)

    def open_annotations(self) -> tuple[Annotation, ...]:
        """Those that no reviewer has closed."""
        return tuple(a for a in self.annotations if a.closed is None)
