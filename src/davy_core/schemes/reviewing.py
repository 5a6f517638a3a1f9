"""Reviewing a scheme: annotations by section, their answers, sending back and approving."""

from __future__ import annotations

from davy_core.instants import instant, iso
from davy_core.outcome import Event, Outcome, Reason, Refused, accept, refuse
from davy_core.schemes.facts import SchemeCommand, SchemeFacts
from davy_core.schemes.stamp import stamp
from davy_core.schemes.state import Scheme
from davy_core.signatures.ways import told


def annotate(scheme: Scheme, command: SchemeCommand, facts: SchemeFacts) -> Outcome:
    """A remark on a section; it keeps the scheme from being approved until a reviewer closes it."""
    body = command.body
    stale = _stale(scheme, body["version"])
    if stale:
        return Refused(stale)
    if body["section"] not in facts.book.sections:
        return refuse("scheme_section_unknown", section=body["section"])
    data = {
        **stamp(facts),
        "annotation": f"a{len(scheme.annotations) + 1}",
        "section": body["section"],
        "version": body["version"],
    }
    return accept(Event("SchemeAnnotated", data, {"text": str(body["text"])}))


def answer(scheme: Scheme, command: SchemeCommand, facts: SchemeFacts) -> Outcome:
    """The author says what he did about it; that closes nothing."""
    found = scheme.annotation(command.body["annotation"])
    if found is None or found.closed is not None:
        return refuse("scheme_annotation_closed", annotation=command.body["annotation"])
    data = {**stamp(facts), "annotation": found.id}
    return accept(Event("AnnotationAnswered", data, {"text": str(command.body["text"])}))


def close(scheme: Scheme, command: SchemeCommand, facts: SchemeFacts) -> Outcome:
    """A reviewer is content. Another than the one who wrote it may be so only after the author's answer."""
    found = scheme.annotation(command.body["annotation"])
    if found is None or found.closed is not None:
        return refuse("scheme_annotation_closed", annotation=command.body["annotation"])
    if found.answered is None and found.opened.by != facts.person:
        return refuse("scheme_annotation_unanswered", annotation=found.id)
    return accept(Event("AnnotationClosed", {**stamp(facts), "annotation": found.id}))


def send_back(scheme: Scheme, command: SchemeCommand, facts: SchemeFacts) -> Outcome:
    """Back to the author with a reason; what is open stays open."""
    stale = _stale(scheme, command.body["version"])
    if stale:
        return Refused(stale)
    data = {**stamp(facts), "version": command.body["version"]}
    return accept(Event("SchemeReturned", data, {"reason": str(command.body["reason"])}))


def approve(scheme: Scheme, command: SchemeCommand, facts: SchemeFacts) -> Outcome:
    """Approve the version that lies there, for a time; earlier approvals end with it. Its sections are judged
    again: the contract may ask for more than when it was sent."""
    body, version = command.body, scheme.versions[-1]
    reasons = list(_stale(scheme, body["version"]))
    still = scheme.open_annotations()
    if still:
        reasons.append(Reason("scheme_annotation_open", {"count": len(still)}))
    lacking = facts.book.lacking(scheme.type, scheme.level, version.sections)
    if lacking:
        reasons.append(Reason("scheme_section_missing", {"sections": list(lacking)}))
    longest = facts.now + facts.book.lasts
    until = instant(body["lasts_to"]) if "lasts_to" in body else longest
    if not facts.now < until <= longest:
        reasons.append(Reason("scheme_lasts_too_long", {"days": facts.book.lasts.days}))
    if reasons:
        return Refused(tuple(reasons))
    signed = {"signed": told(facts.proof)} if facts.proof else {}
    data = {**stamp(facts), "version": version.n, "lasts_to": iso(until), **signed}
    return accept(Event("SchemeApproved", data))


def _stale(scheme: Scheme, version: int) -> tuple[Reason, ...]:
    """A decision about another version than the one that lies there is none."""
    last = scheme.versions[-1].n if scheme.versions else 0
    return () if version == last else (Reason("scheme_version_stale", {"version": version, "last": last}),)


HANDLERS = {
    "annotate": annotate,
    "answer_annotation": answer,
    "close_annotation": close,
    "return_scheme": send_back,
    "approve_scheme": approve,
}
