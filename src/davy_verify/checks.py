"""Every check of a bundle, in the order in which one rests on the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from davy_verify import outside
from davy_verify.agreements import agreements
from davy_verify.entries import Checkpoint, Log, read
from davy_verify.erased import Erased
from davy_verify.finding import BROKEN, OPEN, PROVEN, TOLD, Finding
from davy_verify.note import Key
from davy_verify.opening import Bundle
from davy_verify.outside import Trust
from davy_verify.phones import phones
from davy_verify.readings import readings
from davy_verify.signatures import Signatures
from davy_verify.streams import Stream, attachments_of
from davy_verify.tables import rules, tables

__all__ = ["check"]

_STREAM = re.compile(r"streams/([a-z]+)-([0-9a-f-]{36})/events\.jsonl", re.ASCII)
_ATTACHMENT = "attachments/"
_CHECKPOINT = "log/checkpoint"
_NO_PAPERS = Finding(TOLD, "no_papers")


def check(
    path: Path,
    pinned: Key | None,
    seen: bytes | None = None,
    trust: Trust | None = None,
    now: datetime | None = None,
) -> list[Finding]:
    """All that can be said about the bundle at `path`, with the key of the log when one was given, with the
    note of a checkpoint that was `seen` before, outside of the bundle, and with whom to trust outside; `now`
    is the reader's clock, where it is not that of this machine. Raises nothing: what cannot be read, however
    it came about, does not hold."""
    bundle = Bundle(path)
    try:
        own = now or datetime.now(UTC)  # noqa: TID251 - the reader's machine has no other clock than its own
        return _checked(bundle, pinned, seen, trust or Trust(), own)
    except Exception as error:  # noqa: BLE001 - somebody made the file so that we fall over it
        return [Finding(BROKEN, "no_bundle", {"why": f"{type(error).__name__} {error}"})]
    finally:
        bundle.close()


def _checked(
    bundle: Bundle, pinned: Key | None, seen: bytes | None, trust: Trust, now: datetime
) -> list[Finding]:
    found = list(bundle.open(pinned))
    if not bundle.names or bundle.key is None:
        return found or [Finding(BROKEN, "no_manifest")]
    checkpoint = _checkpoint(bundle, bundle.key)
    if isinstance(checkpoint, Finding):
        return [*found, checkpoint]
    found.append(Finding(PROVEN, "checkpoint_signed", {"size": checkpoint.size}))
    before = None if seen is None else read(seen, bundle.keys, "seen_not_signed")
    if isinstance(before, Finding):
        return [*found, before]
    log = Log(checkpoint, before, {step.old.name: step.begins for step in bundle.steps if step.restart})
    found += log.check(bundle)
    return found + _contents(bundle, log, trust, now)


def _contents(bundle: Bundle, log: Log, trust: Trust, now: datetime) -> list[Finding]:
    found: list[Finding] = []
    streams = [
        Stream(bundle, m[0].rpartition("/")[0], m[1], m[2]) for m in map(_STREAM.fullmatch, bundle.names) if m
    ]
    for stream in streams:
        found += stream.check(log)
    erased = Erased.of(streams, now)
    found += erased.judged(streams)
    if not streams:
        found.append(Finding(BROKEN, "no_streams"))
    found += outside.check(bundle, log, streams, trust)
    found += _attachments(bundle, streams, erased)
    found += Signatures(bundle, streams, erased).check()
    found += phones(bundle, streams, erased)
    found += agreements(bundle, streams)
    found += [*tables(bundle, streams), *readings(bundle, streams), *rules(bundle, streams)]
    made_up = sum("simulated" in event["data"] for stream in streams for event in stream.events)
    found += [Finding(TOLD, "simulated", {"count": made_up})] if made_up else []
    found += _papers(bundle, streams)
    found += [Finding(TOLD, code) for code in ("not_the_truth", "not_the_rest")]
    return found


def _papers(bundle: Bundle, streams: list[Stream]) -> Iterator[Finding]:
    """What lies beside for people, and of how many permits not: a long list comes without."""
    papers = [name for name in bundle.names if name.startswith("papers/")]
    if not papers:
        yield _NO_PAPERS
        return
    yield Finding(TOLD, "papers_prove_nothing", {"count": len(papers)})
    permits = sum(stream.kind == "permit" for stream in streams)
    signed = sum(name.endswith("-evidence.pdf") for name in papers)
    if min(signed, len(papers) - signed) < permits:
        about = {"permits": permits, "forms": len(papers) - signed, "signed": signed}
        yield Finding(TOLD, "papers_left_out", about)


def _checkpoint(bundle: Bundle, key: Key) -> Checkpoint | Finding:
    if _CHECKPOINT not in bundle.names:
        return Finding(BROKEN, "checkpoint_not_signed", {"why": _CHECKPOINT})
    return read(bundle.text(_CHECKPOINT), [key], "checkpoint_not_signed")


def _attachments(bundle: Bundle, streams: list[Stream], erased: Erased) -> Iterator[Finding]:
    named = set().union(*(stream.named for stream in streams)) if streams else set()
    shown = {n.removeprefix(_ATTACHMENT): d for n, d in bundle.names.items() if n.startswith(_ATTACHMENT)}
    for name, digest in shown.items():
        if name != digest:
            yield Finding(BROKEN, "attachment_swapped", {"file": name})
        elif name not in named:
            yield Finding(BROKEN, "attachment_unnamed", {"file": name})
    if shown:
        yield Finding(PROVEN, "attachments_whole", {"count": len(shown)})
    missing = named - shown.keys()
    hidden = {
        digest
        for stream in streams
        for event in (stream.events if missing else ())
        for digest in missing.intersection(attachments_of(event["data"]))
        if not erased.file(stream, event["seq"], digest)
    }
    if missing - hidden:
        yield Finding(TOLD, "attachments_erased", {"count": len(missing - hidden)})
    if hidden:
        yield Finding(OPEN, "attachments_withheld", {"count": len(hidden)})
