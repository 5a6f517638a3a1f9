"""Gather what a decision may know about a scheme: once, after its lock."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.attachments import store as attachments
from davy.door.envelope import Envelope
from davy.door.streams import Gathered, Sender
from davy.people import queries as people
from davy.permits.facts import posts_here
from davy.rulebook import books, law
from davy.schemes import queries
from davy.schemes.contract import book
from davy.sites import queries as sites
from davy_core.permits.facts import Post
from davy_core.schemes.facts import Copied, SchemeFacts
from davy_core.schemes.state import Scheme

__all__ = ["gather", "levels_of", "posts_of"]


def gather(envelope: Envelope, sender: Sender, now: datetime) -> Gathered:
    """The scheme and the snapshot for one command."""
    company, body = envelope.company, envelope.body
    scheme = queries.load(company, envelope.stream_id)
    person = str(sender.person) if sender.person else None
    known = people.facts(company, [person] if person else [], now.date())
    facts = SchemeFacts(
        now=now,
        occurred_at=min(envelope.occurred_at, now),
        book=book(),
        sender=sender.kind,
        person=person,
        proof=sender.proof,
        posts=posts_of(company, scheme.place.area, now) if scheme else {},
        people={p.id: p.status for p in known.values()},
        levels=levels_of(company, str(body.get("type"))) if scheme is None else (),
        source=_source(company, body),
        attachments=_attachments(company, body),
        place_known=scheme is not None or _place_known(company, body),
        number=queries.next_number(company, now) if scheme is None else scheme.number,
    )
    return Gathered(scheme, facts)


def posts_of(company: UUID, area: str, now: datetime) -> Mapping[str, Post]:
    """Who holds which post for the area, with whom it was delegated to and may act now."""
    return posts_here(company, UUID(area), now)


def levels_of(company: UUID, kind: str) -> tuple[str, ...]:
    """The levels of a type of work, the highest first; none for a type that nobody knows."""
    if kind not in law.templates() or law.template(kind)["type"] != kind:
        return ()
    return books.current(company, kind).levels.order


def _source(company: UUID, body: Mapping[str, Any]) -> tuple[Copied, ...] | None:
    """What is copied: the sections as they stood when it was last sent, else as they are written."""
    if "copy_of" not in body:
        return None
    scheme_id = UUID(str(body["copy_of"]))
    scheme = queries.load(company, scheme_id)
    if scheme is None:
        return None
    found = _sections(company, scheme_id, scheme)
    return found or None


def _sections(company: UUID, scheme_id: UUID, scheme: Scheme) -> tuple[Copied, ...]:
    sections = scheme.versions[-1].sections if scheme.versions else scheme.sections
    words = queries.text_of(queries.texts(company, scheme_id), sections)
    return tuple(Copied(s.kind, words[s.kind] or "", s.attachments) for s in sections)


def _place_known(company: UUID, body: Mapping[str, Any]) -> bool:
    """Whether site, area and point are those of one place."""
    place = body.get("place")
    if place is None:
        return False
    area, point = UUID(place["area"]), place.get("point")
    found = sites.place(company, point_id=UUID(point)) if point else sites.place(company, area_id=area)
    return found is not None and found.area_id == area and str(found.site_id) == place["site"]


def _attachments(company: UUID, body: Mapping[str, Any]) -> frozenset[str]:
    asked = [str(one) for one in body.get("attachments", ())]
    return frozenset(asked) - frozenset(attachments.missing(company, asked)) if asked else frozenset()
