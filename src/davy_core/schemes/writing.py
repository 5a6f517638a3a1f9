"""Writing a scheme: drafting it (or copying one), its sections, sending it for review, revising it."""

from __future__ import annotations

from collections.abc import Sequence

from davy_core.outcome import Event, Outcome, Reason, Refused, accept, refuse
from davy_core.schemes.facts import SchemeCommand, SchemeFacts
from davy_core.schemes.stamp import stamp
from davy_core.schemes.state import Scheme


def draft(command: SchemeCommand, facts: SchemeFacts) -> Outcome:
    """A new scheme by whoever asks; he is its author. A copied one takes words and drawings over and nothing
    else: no version, no annotation, no approval."""
    body = command.body
    reasons = [] if facts.place_known else [Reason("scheme_place_unknown")]
    if body["level"] not in facts.levels:
        reasons.append(Reason("scheme_work_unknown", {"type": body["type"], "level": body["level"]}))
    if "copy_of" in body and facts.source is None:
        reasons.append(Reason("scheme_source_unknown"))
    if reasons:
        return Refused(tuple(reasons))
    data = {
        **stamp(facts),
        "scheme": command.scheme,
        "number": facts.number,
        "type": body["type"],
        "level": body["level"],
        "place": dict(body["place"]),
        **({"copied": body["copy_of"]} if "copy_of" in body else {}),
    }
    copied = [
        _written(n, one.kind, one.text, one.attachments, facts) for n, one in enumerate(facts.source or (), 1)
    ]
    return accept(Event("SchemeDrafted", data, {"title": str(body["title"])}), *copied)


def write_section(scheme: Scheme, command: SchemeCommand, facts: SchemeFacts) -> Outcome:
    """Write a section, or write it anew. An empty one is kept as it is: nobody must finish before saving."""
    body = command.body
    if body["section"] not in facts.book.sections:
        return refuse("scheme_section_unknown", section=body["section"])
    pictures = tuple(body.get("attachments", ()))
    lost = [p for p in pictures if p not in facts.attachments]
    if lost:
        return Refused(tuple(Reason("photo_unknown", {"photo": p}) for p in lost))
    return accept(_written(scheme.writes + 1, body["section"], str(body["text"]), pictures, facts))


def submit(scheme: Scheme, command: SchemeCommand, facts: SchemeFacts) -> Outcome:
    """Freeze what is written as the next version. Every compulsory section must be there and say something,
    and something must have changed since a version that was sent back or approved."""
    lacking = facts.book.lacking(scheme.type, scheme.level, scheme.sections)
    if lacking:
        return refuse("scheme_section_missing", sections=list(lacking))
    last = scheme.versions[-1] if scheme.versions else None
    if last is not None and last.sections == scheme.sections:
        return refuse("scheme_unchanged", version=last.n)
    return accept(Event("SchemeSubmitted", {**stamp(facts), "version": len(scheme.versions) + 1}))


def revise(scheme: Scheme, command: SchemeCommand, facts: SchemeFacts) -> Outcome:
    """Write at it again. The approved version stands until another one is approved."""
    return accept(Event("SchemeRevised", stamp(facts)))


def withdraw(scheme: Scheme, command: SchemeCommand, facts: SchemeFacts) -> Outcome:
    """Take it back for good: no permit goes on under it, and no version of it is ever approved again."""
    return accept(Event("SchemeWithdrawn", stamp(facts), {"reason": str(command.body["reason"])}))


def _written(n: int, kind: str, text: str, attachments: Sequence[str], facts: SchemeFacts) -> Event:
    data = {
        **stamp(facts),
        "section": kind,
        "write": n,
        "size": facts.book.size(text),
        "attachments": list(attachments),
    }
    return Event("SectionWritten", data, {"text": text})


HANDLERS = {
    "write_section": write_section,
    "submit_scheme": submit,
    "revise_scheme": revise,
    "withdraw_scheme": withdraw,
}
