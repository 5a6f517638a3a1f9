"""Answers given faster than anybody reads, and the same answers at one place after another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from davy_core.findings.history import Finding, History, Limits, Step

ANSWERS = ("HazardConfirmed", "MeasureAnswered")


def too_fast(histories: Sequence[History], limits: Limits) -> Iterator[Finding]:
    """One person answered at least `answers` rows of a permit, most of them within `reading_s` seconds of the
    one before."""
    for history in histories:
        by_person: dict[str, list[Step]] = defaultdict(list)
        for step in history.of(*ANSWERS):
            by_person[step.by].append(step)
        for person, steps in by_person.items():
            steps.sort(key=lambda step: step.at)
            gaps = [(b.at - a.at).total_seconds() for a, b in pairwise(steps)]
            quick = sum(gap < limits.reading_s for gap in gaps)
            if len(steps) >= limits.answers and quick * 2 > len(gaps):
                events = tuple(step.event for step in steps)
                figures = {"answers": len(steps), "quick": quick, "seconds": round(sum(gaps))}
                yield Finding("fast_answers", person, (history.permit,), events, figures)


def copied(histories: Sequence[History], limits: Limits) -> Iterator[Finding]:
    """The analysis of a permit says what those of the `copies` - 1 before it said, row by row, at other
    places: the last of such a row of permits is the finding."""
    earlier: dict[tuple[str, str], list[tuple[History, str, list[Step]]]] = defaultdict(list)
    for history in sorted(histories, key=_begun):
        steps = list(history.of("HazardConfirmed"))
        if len(steps) < limits.copied_rows:
            continue
        said = "\n".join(sorted(_row(step) for step in steps))
        run = earlier[history.work, steps[0].by]
        run.append((history, said, steps))
        last = run[-limits.copies :]
        points = {one.point for one, _, _ in last}
        if len(last) == limits.copies == len(points) and len({text for _, text, _ in last}) == 1:
            permits = tuple(one.permit for one, _, _ in last)
            events = tuple(step.event for _, _, rows in last for step in rows)
            yield Finding("copied_analysis", steps[0].by, permits, events, {"permits": len(permits)})


def _begun(history: History) -> tuple[str, str]:
    return (history.steps[0].at.isoformat() if history.steps else "", history.permit)


def _row(step: Step) -> str:
    data = step.data
    return f"{data.get('row')} {data.get('applies')} {' '.join(sorted(data.get('controls', ())))}"
