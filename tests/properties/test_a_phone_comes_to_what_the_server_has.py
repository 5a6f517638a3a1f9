"""The histories that the phone's own code folds are what the core answers, and worth folding (S16)."""

from __future__ import annotations

import json

from tests.properties.phone_views import FILE, views


def test_the_file_is_what_comes_of_it() -> None:
    assert json.loads(FILE.read_text(encoding="utf-8")) == views()


def test_it_holds_what_it_is_for() -> None:
    told = json.loads(FILE.read_text(encoding="utf-8"))["histories"]
    steps = [step for history in told for step in history["steps"]]
    answers = [answer for step in steps for answer in step.get("answers", ())]
    assert {verdict for _, verdict, _ in answers} == {"accepted", "refused", "held"}
    assert {history["steps"][-1]["reads"][0] for history in told if history["steps"]} == {"active", "paused"}
    assert {step.get("heard") for step in steps} == {True, False, None}
    assert any("photo" in step for step in steps)
