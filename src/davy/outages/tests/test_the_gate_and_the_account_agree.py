"""What the gate asks in SQL is what the core says of a gap, whatever happened to sheets and outages."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from davy.building.hands import RefusedError
from davy.building.neighbours import next_door
from davy.building.papering import Papering
from davy.building.plant import Plant, small_plant
from davy.db import tenant
from davy.ids import uuid7
from davy.outages import queries
from davy.permits import around
from davy.sites import queries as sites
from davy_core.instants import iso
from davy_core.outages.gaps import gaps

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
STEPS = st.lists(
    st.sampled_from(
        [
            *("declare", "declare next door", "declare everywhere"),
            *("print", "print next door", "print everywhere"),
            *("end", "end_early", "unused", "void", "lose", "bear_out", "register", "clear"),
        ]
    ),
    min_size=2,
    max_size=9,
)


Paper = tuple[list[tuple[str, str]], list[str], bool]
"""Each sheet nobody told of with each area it may be in (none: anywhere), live ones, whether one goes on."""


def _seen(plant: Plant, now: datetime) -> Paper:
    with tenant.company(plant.company):
        place = sites.place(plant.company, point_id=plant.point)
        seen = around.look(
            plant.company, None, place, [], basis="0" * 64, window=(now, now), now=now, crossing=False
        ).outage
    assert seen is not None
    gaps = sorted((gap.serial, job.spot.area) for gap in seen.gaps for job in gap.jobs)
    return gaps, [job.id for job in seen.live], bool(seen.open)


def _core(plant: Plant) -> Paper:
    with tenant.company(plant.company):
        blocks, outages = queries.blocks(plant.company), queries.outages(plant.company)
    live = sorted(s.serial for b in blocks for s in b.sheets if s.state == "live")
    found = {
        (gap.serial, area)
        for block in blocks
        for outage in outages
        for gap in gaps(block, outage)
        for area in gap.areas or ("",)
    }
    return sorted(found), live, any(o.state == "open" and o.covers(str(plant.area)) for o in outages)


def _areas(plant: Plant, beside: UUID, step: str) -> list[UUID]:
    return {"next door": [beside], "everywhere": []}.get(step.partition(" ")[2], [plant.area])


def _step(paper: Papering, beside: UUID, step: str, n: int) -> None:
    serial = paper.serial(n % 2)
    give = {
        "unused": ("li", "account_unused", {"serials": [serial]}),
        "void": ("li", "void_sheet", {"serial": serial, "reason": "湿了"}),
        "lose": ("li", "report_loss", {"serial": serial, "reason": "找不到"}),
        "bear_out": ("feng", "confirm_loss", {"serial": serial, "reason": "一起找过"}),
    }
    if step.startswith("declare"):
        paper.outage = uuid7()
        paper.declared(areas=_areas(paper.plant, beside, step))
    elif step == "end":
        paper.ended()
    elif step == "end_early":
        # Half a minute after it began, whatever was printed or counted since.
        with tenant.company(paper.plant.company):
            found = queries.outage(paper.plant.company, paper.outage)
        if found is not None:
            paper.must("feng", "end_outage", {"ended": iso(found.starts_at + timedelta(seconds=30))})
    elif step.startswith("print"):
        paper.block = uuid7()
        paper.printed(count=2, areas=_areas(paper.plant, beside, step))
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
    paper, beside = Papering(plant, at=MORNING).printed(count=2), next_door(plant)
    for n, step in enumerate(steps):
        paper.at = MORNING + timedelta(minutes=n + 1)
        with suppress(RefusedError):
            _step(paper, beside, step, n)
        assert _seen(plant, paper.at) == _core(plant), steps[: n + 1]
