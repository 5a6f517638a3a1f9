"""All detectors over a stretch of history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from davy_core.findings import answers, hands, reused, times
from davy_core.findings.history import Finding, History, Limits

KINDS = (
    "fast_answers",
    "copied_analysis",
    "one_hand",
    "two_places",
    "back_dated",
    "night_after_night",
    "same_photo",
    "same_strokes",
    "same_readings",
)


def find(
    histories: Sequence[History],
    places: Mapping[str, tuple[float, float]],
    limits: Limits | None = None,
) -> list[Finding]:
    """Everything that looks like stamping in these permits; `places` are the work points in metres on one
    plane. The order of the histories does not matter."""
    asked = limits or Limits()
    return [
        *answers.too_fast(histories, asked),
        *answers.copied(histories, asked),
        *hands.many_at_once(histories, asked),
        *hands.two_places(histories, places, asked),
        *times.back_dated(histories, asked),
        *times.three_nights(histories, asked),
        *reused.photos(histories),
        *reused.strokes(histories),
        *reused.readings(histories, asked),
    ]
