"""What was told long after it happened, and teams that burn three nights running."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta, timezone

from davy_core.findings.history import Finding, History, Limits, Step

BEIJING = timezone(timedelta(hours=8))
TOLD = (
    "HazardConfirmed",
    "MeasureAnswered",
    "RoundRecorded",
    "StageSigned",
    "FiveChecksDone",
    "GuardRoundDone",
)
ENDS = ("WorkFinished", "PermitVoided", "PermitCancelled", "PermitWithdrawn")


def back_dated(histories: Sequence[History], limits: Limits) -> Iterator[Finding]:
    """What one person told of a permit was recorded more than `late_s` seconds after it is said to have
    happened; a gas sample counts from the hour it was taken."""
    for history in histories:
        late: dict[str, list[tuple[Step, int]]] = defaultdict(list)
        for step in history.of(*TOLD):
            seconds = round((step.recorded_at - _happened(step)).total_seconds())
            if seconds > limits.late_s:
                late[step.by].append((step, seconds))
        for person, steps in late.items():
            figures = {"events": len(steps), "seconds": max(seconds for _, seconds in steps)}
            yield Finding("back_dated", person, (history.permit,), tuple(s.event for s, _ in steps), figures)


def three_nights(histories: Sequence[History], limits: Limits) -> Iterator[Finding]:
    """Somebody of the crew was on live hot work in `nights` nights one after the other."""
    worked: dict[str, dict[date, tuple[str, str]]] = defaultdict(dict)
    for history in histories:
        if history.work != "hot":
            continue
        crew = _crew(history)
        for start, night in _nights(history, limits):
            for person in crew:
                worked[person].setdefault(night, (start.event, history.permit))
    teams: dict[tuple[date, ...], list[str]] = defaultdict(list)
    for person, nights in worked.items():
        for last in _running(nights, limits.nights):
            teams[last].append(person)
    for run, people in sorted(teams.items()):
        proof = sorted({worked[person][night] for person in people for night in run})
        permits = tuple(dict.fromkeys(permit for _, permit in proof))
        events = tuple(dict.fromkeys(event for event, _ in proof))
        yield Finding("night_after_night", None, permits, events, {"nights": len(run), "people": len(people)})


def _crew(history: History) -> set[str]:
    """Everybody who was a worker of it at some time."""
    drafted = (one for step in history.of("PermitDrafted") for one in step.data["crew"].get("workers", ()))
    added = (step for step in history.of("PersonAssigned") if step.data["duty"] == "worker")
    return {*map(str, drafted), *(str(step.data["person"]) for step in added)}


def _happened(step: Step) -> datetime:
    sampled = step.data.get("sampled_at")
    return min(step.at, datetime.fromisoformat(sampled)) if isinstance(sampled, str) else step.at


def _nights(history: History, limits: Limits) -> Iterator[tuple[Step, date]]:
    """The evenings on which live work reached into the night, each with the start of that work."""
    start = next(history.of("WorkStarted"), None)
    end = next(history.of(*ENDS), None)
    if start is None or end is None:
        return
    evening = start.at.astimezone(BEIJING).date() - timedelta(days=1)
    while True:
        begins = datetime(evening.year, evening.month, evening.day, limits.night[0], tzinfo=BEIJING)
        if begins >= end.at:
            return
        if start.at < begins + timedelta(hours=24 - limits.night[0] + limits.night[1]):
            yield start, evening
        evening += timedelta(days=1)


def _running(nights: dict[date, tuple[str, str]], wanted: int) -> Iterator[tuple[date, ...]]:
    for night in sorted(nights):
        run = tuple(night - timedelta(days=back) for back in reversed(range(wanted)))
        if all(one in nights for one in run):
            yield run
