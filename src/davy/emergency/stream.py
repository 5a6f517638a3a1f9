"""The area stream: a freeze becomes a pause of every live permit in the area, a call for help an alarm, all
in one transaction."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from davy.door.envelope import Envelope
from davy.door.fanning import following
from davy.door.known import alarm_commands
from davy.door.streams import Follow, Gathered, Saving, Sender, Stream
from davy.emergency import queries
from davy.emergency.contract import book
from davy.people import queries as people
from davy.permits import queries as permits
from davy.sites import queries as sites
from davy.sites.models import AreaFreeze
from davy_core.areas.freeze import Area, Facts, apply, decide
from davy_core.instants import iso
from davy_core.outcome import Outcome

__all__ = ["AREA"]


def _gather(envelope: Envelope, sender: Sender, now: datetime) -> Gathered:
    frozen = AreaFreeze.objects.filter(company_id=envelope.company, area_id=envelope.stream_id).first()
    area = None
    if frozen is not None:
        area = Area(str(envelope.stream_id), frozen.post, str(frozen.frozen_by), frozen.frozen_at)
    facts = Facts(now, _person(sender), _posts(envelope, sender), _known(envelope), _spot(envelope))
    return Gathered(area, facts)


def _spot(envelope: Envelope) -> str:
    at = envelope.position
    return f"{at['lat']:.6f}, {at['lon']:.6f} ±{at['accuracy_m']:g} m" if at else ""


def _person(sender: Sender) -> str | None:
    return str(sender.person) if sender.person else None


def _posts(envelope: Envelope, sender: Sender) -> tuple[str, ...]:
    """The posts the sender holds here. A freeze that follows from one of the whole site keeps its
    sender's."""
    carried = envelope.body.get("by_post")
    if sender.kind == "driver" and carried:
        return (str(carried),)
    found = people.posts(envelope.company, envelope.stream_id)
    person = _person(sender)
    return tuple(code for code, p in found.items() if person and person in {p.holder, p.deputy})


def _known(envelope: Envelope) -> bool:
    return sites.area_site(envelope.company, envelope.stream_id) is not None


def _decide(state: Any, envelope: Envelope, facts: Any) -> Outcome:
    return decide(state, str(envelope.stream_id), envelope.kind, envelope.body, facts)


def _save(saving: Saving) -> None:
    area: Area = saving.after
    company, place = saving.envelope.company, saving.envelope.stream_id
    if area.post is None:
        AreaFreeze.objects.filter(company_id=company, area_id=place).delete()
        return
    values = {"post": area.post, "frozen_by": area.by, "frozen_at": area.at}
    AreaFreeze.objects.update_or_create(company_id=company, area_id=place, defaults=values)


def _follow(saving: Saving) -> Follow:
    if saving.envelope.kind == "call_help" and saving.events:
        return Follow(commands=alarm_commands(saving, [_help(saving)]))
    if not any(e.type == "AreaFrozen" for e in saving.events):
        return Follow()
    envelope = saving.envelope
    live = permits.live_in_area(envelope.company, envelope.stream_id)
    commands = [
        following(saving, f"permit/{p}", "freeze_work", {"area": str(envelope.stream_id)}) for p in live
    ]
    if envelope.body.get("whole_site"):
        others = sites.areas_of_site(envelope.company, envelope.stream_id)
        carried = {"by_post": saving.after.post}
        commands += [following(saving, f"area/{a}", "freeze_area", carried) for a in others]
    return Follow(commands=commands)


def _help(saving: Saving) -> dict[str, Any]:
    """The alarm of a call for help: for the posts that lead here, and everybody at work here."""
    company, area = saving.envelope.company, saving.envelope.stream_id
    by = _person(saving.sender)
    posts = people.posts(company, area)
    held = [posts[code] for code in sorted(book().leaders) if code in posts]
    told = [
        *(person for post in held for person in (post.holder, post.deputy) if person),
        *(one["person"] for one in queries.present(company, {"site": None, "area": str(area)})),
    ]
    return {
        "permit": None,
        "number": None,
        "kind": "sos",
        "code": None,
        "subject": str(area),
        "at": iso(saving.now),
        "by": by or "nobody",
        "tell": [person for person in dict.fromkeys(told) if person != by],
    }


AREA = Stream(kind="area", gather=_gather, decide=_decide, apply=apply, save=_save, follow=_follow)
