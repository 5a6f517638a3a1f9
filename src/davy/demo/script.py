"""What the people of a permit do next: from their lists of things to do, and from life."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from davy.demo.ending import ended, finished
from davy.demo.paperwork import draft, issued, submitted
from davy.demo.pausing import paused
from davy.demo.scene import CLOCK, Act, Scene
from davy.demo.working import active

__all__ = ["next_acts"]

AFTER_END = timedelta(seconds=2)
RUNNING = frozenset({"submitted", "issued", "active", "paused"})
STATES: Mapping[str, Callable[[Scene], list[Act]]] = {
    "draft": draft,
    "submitted": submitted,
    "issued": issued,
    "active": active,
    "paused": paused,
    "finished": finished,
    "voided": ended,
    "withdrawn": ended,
}


def next_acts(scene: Scene) -> list[Act]:
    """The next step, as one or several acts in their order; empty when nothing is left to do.

    Nobody acts after the end of validity: then the clock speaks. Whether it has to be told to is the
    caller's business."""
    step = STATES.get(scene.permit.state)
    acts = step(scene) if step else []
    ends = scene.permit.window.end + AFTER_END
    if scene.permit.state in RUNNING and (not acts or acts[0].at >= ends):
        return [Act(max(ends, scene.since), CLOCK, "tick")]
    return _in_time(acts, ends) if scene.permit.state in RUNNING else acts


def _in_time(acts: list[Act], ends: datetime) -> list[Act]:
    return [act for act in acts if act.at < ends]
