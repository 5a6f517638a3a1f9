"""After the work: embers, acceptance, and clearing the place of a permit that ended before its time."""

from __future__ import annotations

from datetime import timedelta

from davy.demo import sources
from davy.demo.scene import Act, Scene
from davy.demo.working import leaving
from davy_core.instants import iso

__all__ = ["ended", "finished"]

FIRE_WATCH = timedelta(minutes=30, seconds=20)
CLEAR = ("stopped", "register", "fire", "isolation", "site_safe")


def finished(scene: Scene) -> list[Act]:
    """Look for embers after half an hour, put right what was found, accept."""
    permit = scene.permit
    done = permit.finished_at or scene.now
    if permit.type == "hot" and not (permit.fire_clear and _watched(scene)):
        body = {"photo": scene.photo("cold"), "clear": True}
        at = max(done + FIRE_WATCH, scene.after("check_residual_fire"))
        return [Act(at, str(permit.crew.guardian), "check_residual_fire", body)]
    for item in permit.rectifications:
        if item.done_at is None:
            body = {"item": item.id, "photo": scene.photo("after")}
            return scene.one("rectify", str(permit.crew.responsible), body)
    who = scene.holder("acceptor", "area_head")
    if who is None:
        return []
    if not permit.rectifications and scene.dice.chance(0.07, "rejected"):
        text = scene.dice.choice(sources.jobs()["rectify"], "rectify")
        due = iso(scene.now + timedelta(hours=4))
        return scene.one("reject_work", who, {"items": [{"text": text, "due": due}]})
    items = [a["id"] for a in scene.book.template["acceptance"]]
    photos = [scene.photo("done")]
    body = {"items": items, "photos": photos, "signature": scene.signature(who, "accept")}
    return scene.one("accept", who, body)


def _watched(scene: Scene) -> bool:
    checked, done = scene.permit.fire_checked_at, scene.permit.finished_at
    return checked is not None and done is not None and checked - done >= timedelta(minutes=30)


def ended(scene: Scene) -> list[Act]:
    """The place of a voided or withdrawn permit is cleared; of any other there is nothing to do."""
    permit = scene.permit
    if permit.clearance != "open":
        return []
    if permit.inside or permit.tools_inside:
        return leaving(scene)
    if permit.type == "hot" and not permit.fire_clear:
        body = {"photo": scene.photo("cold"), "clear": True}
        return scene.one("check_residual_fire", str(permit.crew.guardian), body)
    who = scene.holder("shift_leader", "area_head")
    if who is None:
        return []
    body = {"items": list(CLEAR), "photo": scene.photo("done"), "signature": scene.signature(who, "clear")}
    return scene.one("confirm_clear", who, body)
