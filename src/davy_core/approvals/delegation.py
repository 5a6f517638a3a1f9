"""委派: the holder of a post sends somebody entitled to sign for him, for a while (AQ 3064.2 5.5).

A delegate signs and does nothing else of the post; he cannot send anybody on. Whether he is entitled is asked
when it is given and again at each signature.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from davy_core.fields import Fields
from davy_core.instants import instant, iso
from davy_core.outcome import Event, Outcome, Reason, Refused, accept, refuse
from davy_core.signatures.ways import Proof, told


@dataclass(frozen=True)
class Entitling:
    """What entitles to one post: holding one of the posts, or a valid certificate of one of the kinds."""

    posts: frozenset[str]
    certificates: frozenset[str]

    def fits(self, posts: Iterable[str], certificates: Iterable[str]) -> bool:
        """Whether somebody with these posts and valid certificates is entitled."""
        return not self.posts.isdisjoint(posts) or not self.certificates.isdisjoint(certificates)


@dataclass(frozen=True)
class DelegationBook:
    """The contract of delegations: `most` is how long one lasts at the longest."""

    most: timedelta
    posts: Mapping[str, Entitling]

    @classmethod
    def load(cls, document: Mapping[str, Any]) -> DelegationBook:
        """The book of the parsed contract. Raises ValueError naming every fault."""
        faults: list[str] = []
        top = Fields(document, "delegations", faults)
        posts = {
            code: Entitling(frozenset(row.words("posts")), frozenset(row.words("certificates")))
            for code, found in top.entries("posts").items()
            for row in (Fields(found, code, faults),)
        }
        days = document.get("most_days")
        if not isinstance(days, int) or days < 1:
            faults.append("most_days is a whole number of days")
        if faults:
            raise ValueError("; ".join(faults))
        return cls(timedelta(days=int(str(days))), posts)


@dataclass(frozen=True)
class Delegation:
    """One delegation as its stream tells it: `by` sent `to` for a post (its id, and its `code`). `types`
    empty = all works."""

    id: str
    post: str
    code: str
    by: str
    to: str
    starts: datetime
    ends: datetime
    types: tuple[str, ...] = ()
    revoked_at: datetime | None = None
    revoked_by: str | None = None


@dataclass(frozen=True)
class Named:
    """The post that a command is about: its code and who holds it."""

    id: str
    code: str
    holder: str | None


@dataclass(frozen=True)
class Taker:
    """Who is to sign: in the register and active, the plant's own, the posts he holds or deputises, the kinds
    of certificate that are valid today."""

    id: str
    active: bool
    own_staff: bool
    posts: tuple[str, ...]
    certificates: tuple[str, ...]


@dataclass(frozen=True)
class Facts:
    """Who asks and with which proof; `superiors` hold the posts above the one that is delegated."""

    now: datetime
    person: str | None
    proof: Proof | None
    book: DelegationBook
    post: Named | None = None
    taker: Taker | None = None
    types: frozenset[str] = frozenset()
    superiors: tuple[str, ...] = ()


def decide(
    found: Delegation | None, stream: str, kind: str, body: Mapping[str, Any], facts: Facts
) -> Outcome:
    """Accept a delegation by the holder to somebody entitled; accept its end by him, by the post's holder or
    by the one above."""
    if facts.person is None:
        return refuse("not_your_duty", command=kind, duties=["holder"])
    if kind == "delegate":
        return _delegate(found, stream, body, facts)
    return _revoke(found, body, facts)


def _delegate(found: Delegation | None, stream: str, body: Mapping[str, Any], facts: Facts) -> Outcome:
    if found is not None:
        return refuse("delegation_known")
    post, taker = facts.post, facts.taker
    if post is None:
        return refuse("post_unknown", post=body["post"])
    if post.holder != facts.person:
        return refuse("not_your_post")
    reasons = list(_against(post, taker, body, facts))
    if reasons:
        return Refused(tuple(reasons))
    data = {
        "at": iso(facts.now),
        "by": facts.person,
        "delegation": stream,
        "post": post.id,
        "code": post.code,
        "to": body["to"],
        "types": sorted(body.get("types", ())),
        "from": iso(instant(body["from"])),
        "until": iso(instant(body["until"])),
        **({"signed": told(facts.proof)} if facts.proof else {}),
    }
    return accept(Event("SigningDelegated", data, {"reason": str(body["reason"])}))


def _against(post: Named, taker: Taker | None, body: Mapping[str, Any], facts: Facts) -> Iterable[Reason]:
    rule = facts.book.posts.get(post.code)
    if rule is None:
        yield Reason("post_not_delegable")
    elif taker is None or not entitled(rule, taker) or taker.id == facts.person:
        yield Reason("delegate_not_entitled")
    starts, ends = instant(body["from"]), instant(body["until"])
    if starts >= ends or ends <= facts.now:
        yield Reason("window_invalid")
    elif ends - max(starts, facts.now) > facts.book.most:
        yield Reason("delegation_too_long", {"days": facts.book.most.days})
    if not set(body.get("types", ())) <= facts.types:
        yield Reason("delegation_type_unknown")
    if facts.proof is None:
        yield Reason("reauth_failed")


def entitled(rule: Entitling, taker: Taker) -> bool:
    """Whether this person may sign for the post now: active, the plant's own, and authorised for the step."""
    return taker.active and taker.own_staff and rule.fits(taker.posts, taker.certificates)


def _revoke(found: Delegation | None, body: Mapping[str, Any], facts: Facts) -> Outcome:
    if found is None:
        return refuse("not_found")
    holder = facts.post.holder if facts.post else None
    if facts.person not in {found.by, holder, *facts.superiors}:
        return refuse("not_your_post")
    if found.revoked_at is not None or found.ends <= facts.now:
        return refuse("delegation_over")
    data = {"at": iso(facts.now), "by": facts.person, "delegation": found.id}
    return accept(Event("DelegationRevoked", data, {"reason": str(body["reason"])}))


def apply(found: Delegation | None, event_type: str, data: Mapping[str, Any]) -> Delegation:
    """The delegation after the event. Raises KeyError for an unknown type, ValueError for an end of
    nothing."""
    if event_type == "SigningDelegated":
        return Delegation(
            id=data["delegation"],
            post=data["post"],
            code=data["code"],
            by=data["by"],
            to=data["to"],
            starts=instant(data["from"]),
            ends=instant(data["until"]),
            types=tuple(data["types"]),
        )
    if found is None:
        raise ValueError(f"{event_type} before it was delegated")
    if event_type == "DelegationRevoked":
        return replace(found, revoked_at=instant(data["at"]), revoked_by=data["by"])
    raise KeyError(event_type)
