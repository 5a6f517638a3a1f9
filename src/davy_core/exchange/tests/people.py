"""The permits and people that the rows of the exchange are tried on: 李工, 王班, 赵主任 and two welders."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from davy_core.exchange.ticket import Around, Named
from davy_core.permits.parts import Crew, Pause, Place, Reading, Round, Window
from davy_core.permits.state import Permit

BEGIN = datetime(2026, 11, 21, 0, 30, tzinfo=UTC)  # 08:30 in Beijing
LI = "0193a000-0000-7000-8000-00000000001a"
WANG = "0193a000-0000-7000-8000-00000000002b"
ZHAO = "0193a000-0000-7000-8000-00000000003c"
CHEN = "0193a000-0000-7000-8000-00000000004d"
HE = "0193a000-0000-7000-8000-00000000005e"
HOT = "0193a100-0000-7000-8000-000000000001"
CONFINED = "0193a100-0000-7000-8000-000000000002"

AROUND = Around(
    company_name="华海化工",
    company_code="330200123",
    position="罐区 T-102 罐顶平台",
    content="更换呼吸阀法兰，焊接两处",
    people={
        LI: Named("李工", "13800000001", "检修车间"),
        WANG: Named("王班", "13800000002", "储运车间"),
        CHEN: Named("陈焊", "13800000004", "海安建设", (("焊接与热切割作业", "T330200199001011234"),)),
        HE: Named("何焊", "13800000005", "海安建设", (("焊接与热切割作业", "T330200199202022345"),)),
    },
    substances={"combustible": "可燃气体", "oxygen": "氧气", "hydrogen_sulfide": "硫化氢"},
    longitude=121.812345,
    latitude=29.956789,
)


def after(minutes: int) -> datetime:
    return BEGIN + timedelta(minutes=minutes)


def reading(substance: str, value: str, unit: str, verdict: str = "pass") -> Reading:
    return Reading("middle", substance, Decimal(value), unit, after(60), verdict)


def gas_round(*readings: Reading, complete: bool = True) -> Round:
    worst = "fail" if any(r.verdict == "fail" for r in readings) else "pass"
    return Round("r1", LI, after(61), worst, complete, after(60), {"middle": worst}, readings)


def drafted(work_type: str) -> Permit:
    hot = work_type == "hot"
    return Permit(
        id=HOT if hot else CONFINED,
        type=work_type,
        place=Place("site", "area", "point"),
        window=Window(after(90), after(90 + 480)),
        crew=Crew(applicant=LI, responsible=LI, guardian=WANG, workers=(CHEN, HE)),
        drafted_at=BEGIN,
        contractor="0193a000-0000-7000-8000-0000000000f1" if hot else None,
    )


def in_state(work_type: str, state: str) -> Permit:
    """A permit of the type as it is in this state, on the shortest way there."""
    permit = drafted(work_type)
    if state == "draft":
        return permit
    permit = replace(
        permit, state="submitted", number="20261121-0001", level="first" if work_type == "hot" else "none"
    )
    if state == "submitted":
        return permit
    rows = [reading("combustible", "0.02", "%vol")]
    if work_type == "confined":
        rows = [reading("oxygen", "20.9", "%vol"), *rows, reading("hydrogen_sulfide", "0", "mg/m3")]
    permit = replace(permit, state="issued", issued_at=after(80), rounds=(gas_round(*rows),))
    if state == "issued":
        return permit
    permit = replace(permit, state="active", started_at=after(95))
    return _from_active(permit, state)


def _from_active(permit: Permit, state: str) -> Permit:
    if state == "paused":
        return replace(permit, state="paused", pause=Pause(after(120), after(120)))
    if state == "voided":
        return replace(
            permit, state=state, ended_at=permit.window.end, end_reason="expired", clearance="open"
        )
    if state == "withdrawn":
        cancelled = replace(permit, state=state, end_reason="cancelled", is_cancelled=True)
        return replace(cancelled, ended_at=after(130), clearance="open")
    if state in {"finished", "closed"}:
        permit = replace(permit, state="finished", finished_at=after(300))
    if state == "closed":
        permit = replace(permit, state="closed", ended_at=after(345), end_reason="accepted")
    return permit
