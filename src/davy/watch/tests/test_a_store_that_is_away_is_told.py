"""Where attachments lie in a bucket: the night reads them there, people are called when it cannot, and a
bundle has them or is none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from davy.alarms import queries as alarms
from davy.archive.tests.taken import at_work, bundle, key
from davy.attachments.files import StoreAwayError
from davy.attachments.tests.bucketing import S3
from davy.db import tenant
from davy.watch.night.looking import look
from davy_verify.checks import check
from davy_verify.finding import PROVEN, worst


def test_the_night_says_that_it_could_not_look_and_no_bundle_leaves_them_out(
    committed_db: str, step_clock: Callable[[timedelta], None], settings: Any, tmp_path: Path
) -> None:
    del committed_db
    with S3() as server:
        settings.DATA, settings.S3 = tmp_path, server.told
        hands = at_work(step_clock)
        assert not [path for path in tmp_path.glob("attachments/*/??/*") if path.is_file()]
        made = bundle(hands)
        (tmp_path / "b.zip").write_bytes(made)
        found = check(tmp_path / "b.zip", key(hands.plant))
        assert worst(found) == PROVEN
        assert any(one.code == "attachments_whole" for one in found)
        assert look(hands.plant.company, nights=1)[1] == []
    told = look(hands.plant.company, nights=1)[1]
    assert {(one.part, one.subject, one.why) for one in told} == {("file", "whole", "unreadable")}
    with tenant.company(hands.plant.company):
        raised = alarms.all_open(hands.plant.company)
    assert "evidence_broken" in {one["kind"] for one in raised}
    with pytest.raises(StoreAwayError):
        bundle(hands)
