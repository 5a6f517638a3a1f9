"""The evidence paper draws what a bound instrument told: against the permit's limit, with its gaps."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from davy import clock
from davy.archive.tests.metering import Metered
from davy.db import tenant
from davy.permits.curves import of_service
from davy.printing.dossier import dossier
from davy.printing.live import drawn
from davy.printing.printout import Reader

pytestmark = pytest.mark.django_db
POINTS = {"representative": "代表性位置"}
ZONE = ZoneInfo("Asia/Shanghai")
Step = Callable[[timedelta], None]


@pytest.fixture
def metered(step_clock: Step) -> Metered:
    """A detector that told every ten seconds for an hour and was silent for five minutes of it; then free."""
    found = Metered(step_clock)
    at = [found.begun + timedelta(seconds=10 * n) for n in range(360) if not 120 <= n < 150]
    found.tells([(one, "9.5" if n == 200 else "1.5") for n, one in enumerate(at)])
    found.wait(timedelta(minutes=61))
    found.release()
    found.wait(timedelta(hours=5))
    return found


def _drawn(metered: Metered) -> list[dict[str, object]]:
    with tenant.company(metered.plant.company):
        return drawn(of_service(metered.plant.company, metered.hands.permit, clock.now()), POINTS, ZONE)


def test_its_line_ends_where_nothing_came(metered: Metered) -> None:
    shown = {one["name"]: one for one in _drawn(metered)}
    assert set(shown) == {"可燃气体", "氧气", "一氧化碳", "硫化氢"}
    lel = shown["可燃气体"]
    assert (lel["worst"], lel["serial"], lel["gaps"]) == ("9.5", "SN-1", 1)
    assert str(lel["svg"]).count("<polygon") == 2
    assert str(lel["svg"]).count('stroke="#c00"') == 1  # the permit's limit
    assert lel["limit"]
    assert lel["sets"] == "25、50"
    assert lel["point"] == "代表性位置"
    assert (shown["一氧化碳"]["limit"], shown["一氧化碳"]["above"]) == ("5000", True)
    oxygen = shown["氧气"]
    assert (oxygen["limit"], oxygen["sets"], oxygen["worst"]) == ("", "19.5、23.5", "20.9–20.9")


def test_the_paper_has_it_and_one_without_instrument_has_no_such_part(
    metered: Metered, tmp_path: Path
) -> None:
    reader = Reader(metered.plant.company, "示范化工", "Asia/Shanghai", True)
    with tenant.company(metered.plant.company):
        made = dossier(
            reader, metered.hands.permit, origin="https://davy.example", now=clock.now(), log="davy/x+1+AA"
        )
    assert made is not None
    path = tmp_path / "d.pdf"
    path.write_bytes(made)
    words = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True, text=True).stdout
    told = "".join(words.split())
    for word in ("连续监测曲线", "最不利9.5", "中断1处", "报警值25、50"):
        assert word in told, word
