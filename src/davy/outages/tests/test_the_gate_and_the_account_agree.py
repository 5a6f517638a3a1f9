"""What the gate asks in SQL is what the core says of a gap, whatever happened to sheets and outages."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from davy.building.hands import RefusedError
from davy.building.papering import Papering
from davy.building.plant import Plant, small_plant
from davy.db import tenant
from davy.ids import uuid7
from davy.outages import queries
from davy.permits import around
from davy.sites import queries as sites
from davy_core.instants import iso
from davy_core.outages.gaps import gaps_at

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
STEPS = st.lists(
    st.sampled_from(
        ["declare", "end", "end_early", "unused", "void", "lose", "bear_out", "register", "clear", "print"]
    ),
    min_size=2,
    max_size=9,
)


def _seen(plant: Plant, now: datetime) -> tuple[list[str], list[str], bool]:
    with tenant.company(plant.company):
        place = sites.place(plant.company, point_id=plant.point)
        seen = around.look(
            plant.company, None, place, [], basis="0" * 64, window=(now, now), now=now, crossing=False
        ).outage
    assert seen is not None
    return list(seen.gaps), [job.id for job in seen.live], bool(seen.open)


def _core(plant: Plant, now: datetime) -> tuple[list[str], list[str], bool]:
    with tenant.company(plant.company):
        blocks, outages = queries.blocks(plant.company), queries.outages(plant.company)
    live = sorted(s.serial for b in blocks for s in b.sheets if s.state == "live")
    found = gaps_at(blocks, outages, str(plant.area), now)
    return [g.serial for g in found], live, any(o.state == "open" for o in outages)


def _step(paper: Papering, step: str, n: int) -> None:
    serial = paper.serial(n % 2)
    give = {
        "unused": ("li", "account_unused", {"serials": [serial]}),
        "void": ("li", "void_sheet", {"serial": serial, "reason": "湿了"}),
        "lose": ("li", "report_loss", {"serial": serial, "reason": "找不到"}),
        "bear_out": ("feng", "confirm_loss", {"serial": serial, "reason": "一起找过"}),
    }
    if step == "declare":
        paper.outage = uuid7()
        paper.declared()
    elif step == "end":
        paper.ended()
    elif step == "end_early":
        # Half a minute after it began, whatever was printed or counted since.
        with tenant.company(paper.plant.company):
            found = queries.outage(paper.plant.company, paper.outage)
        if found is not None:
            paper.must("feng", "end_outage", {"ended": iso(found.starts_at + timedelta(seconds=30))})
    elif step == "print":
        paper.block = uuid7()
        paper.printed(count=2)
    elif step == "register":
        paper.register(n=n % 2)
    elif step == "clear":
        paper.clear(n=n % 2)
    else:
        paper.give(*give[step])  # type: ignore[arg-type]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_they_agree_after_every_step(steps: list[str]) -> None:
    plant = small_plant(f"p{UUID(str(uuid7())).hex[-8:]}", f"{uuid7()}.test", simulated=True)
    paper = Papering(plant, at=MORNING).printed(count=2)
    for n, step in enumerate(steps):
        paper.at = MORNING + timedelta(minutes=n + 1)
        with suppress(RefusedError):
            _step(paper, step, n)
        assert _seen(plant, paper.at) == _core(plant, paper.at), steps[: n + 1]
