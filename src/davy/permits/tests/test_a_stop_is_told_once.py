"""A stop that an instrument asked for is told once on the track; each worsening is told as what it is."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine

from davy.db import tenant
from davy.permits import timeline
from davy.sensing.tests.site import Site
from davy.sensing.tests.watching import bind

pytestmark = pytest.mark.django_db


def test_each_worsening_is_told_as_what_it_is(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    with time_machine.travel("2026-11-16T04:00:00+00:00", tick=False) as time:
        site = Site()
        bind(site.hands, site.meter)
        for lel in ("1", "9", "20", "60"):
            site.reads(lel)
            time.shift(timedelta(seconds=40))
        with tenant.company(site.company):
            track = timeline.of(site.company, site.hands.permit)
    told = [row["title"]["zh"] for row in track if row["type"] == "WorkPaused"]
    assert told[0] == "暂停"
    assert told.count("暂停") == 1
    assert "已暂停，读数更差" in told
