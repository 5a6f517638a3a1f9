"""What was locked for a permit and the plan that it names go into its bundle, whole and proved."""

from __future__ import annotations

from pathlib import Path

import pytest

from davy.archive.tests.taken import bundle, files, key
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.isolating import Isolating
from davy.building.plant import small_plant
from davy_verify.checks import check
from davy_verify.finding import BROKEN, OPEN, PROVEN, worst

pytestmark = pytest.mark.django_db


def test_its_isolation_and_its_scheme(tmp_path: Path) -> None:
    hands = Hands(small_plant(simulated=True))
    journeys.draft_work(hands, "lifting")
    Isolating(hands.plant).plan().behind(hands)
    made = bundle(hands)
    kinds = {name.split("/")[1].partition("-")[0] for name in files(made) if name.startswith("streams/")}
    assert kinds >= {"permit", "isolation", "scheme"}
    path = tmp_path / "b.zip"
    path.write_bytes(made)
    found = check(path, key(hands.plant))
    assert worst(found) == PROVEN, [one for one in found if one.level in {OPEN, BROKEN}]
    proved = {one.about["kind"] for one in found if one.code == "stream_whole"}
    assert proved >= {"permit", "isolation", "scheme"}
