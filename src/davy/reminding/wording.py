"""What a reminder says, to whose paper it is and to who answers for him, from the contract."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from davy.people import catalogues
from davy.reminding.contract import book
from davy.reminding.queries import Answering, End
from davy_core.alarms.book import Words
from davy_core.papers.reminding import BOOKED, ENDED, Tell

__all__ = ["MOST_NAMED", "for_others", "morning", "own", "paper_name", "renewed"]

MOST_NAMED = 5
"""So many are named in one sentence; the screen has them all."""


def own(end: End, due: Tell, today: date) -> Words:
    """To the person himself."""
    says, left = book().says["own"], (end.day - today).days
    which = {ENDED: "ended", BOOKED: "booked"}.get(due.step, "ahead" if left > 0 else "last")
    name, renewal = paper_name(end.what, end.name), book().papers[end.what]
    told = {"days": left, "day": end.day.isoformat(), "place": end.place or ""}
    told["booked"] = end.booked.isoformat() if end.booked else ""
    zh = says[which]["zh"].format(paper=f"《{name.zh}》", renewal=renewal.zh, **told)
    en = says[which]["en"].format(paper=name.en, renewal=renewal.en.lower(), **told)
    if due.missed:
        steps = sorted((step for step in due.missed if step >= 0), reverse=True)
        zh += says["missed"]["zh"].format(steps="、".join(map(str, steps)))
        en += says["missed"]["en"].format(steps=", ".join(map(str, steps)))
    return Words(zh, en)


def for_others(told: Sequence[tuple[End, Words, Answering | None]]) -> Words:
    """To one who answers for them: one paper in full, several counted with the first names."""
    says = book().says["others"]
    if len(told) > 1:
        names = list(dict.fromkeys(end.person for end, _, _ in told))
        return _named(says["many"], len(told), names)
    [(end, words, whose)] = told
    zh, en = says["one"]["zh"].format(who=end.person) + words.zh, says["one"]["en"].format(who=end.person)
    en += words.en
    if whose is not None and whose.firm and not whose.contacts:
        contact = {"firm": whose.firm, "contact": whose.contact or "-"}
        zh, en = zh + says["firm"]["zh"].format(**contact), en + says["firm"]["en"].format(**contact)
    return Words(zh, en)


def morning(names: Sequence[str]) -> Words:
    """Who is not to be given work today."""
    return _named(book().says["morning"], len(names), names)


def renewed() -> Words:
    """What is added to a reminder that is over."""
    return Words(book().says["renewed"]["zh"], book().says["renewed"]["en"])


def paper_name(what: str, name: str) -> Words:
    """What a paper is called: an item by the name of its code, a subject or a kind by its pack."""
    if what in {"certificate", "review"}:
        named = next((c.named[name] for c in catalogues.catalogues() if name in c.named), None)
        return Words(f"{name} {named}" if named else name, name)
    known: Mapping[str, Any] = {"checkup": catalogues.checkups(), "training": catalogues.trainings()}[what]
    row = known.get(name, {"zh": name, "en": name})
    tail = Words("体检", " examination") if what == "checkup" else Words("", " training")
    return Words(row["zh"] + tail.zh, row["en"] + tail.en)


def _named(says: Mapping[str, str], count: int, names: Sequence[str]) -> Words:
    first, more = names[:MOST_NAMED], len(names) > MOST_NAMED
    zh = says["zh"].format(count=count, names="、".join(first) + (" 等" if more else ""))
    return Words(zh, says["en"].format(count=count, names=", ".join(first) + (" …" if more else "")))
