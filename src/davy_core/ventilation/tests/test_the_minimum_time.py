"""Purging a space: the formula, its bounds, and the case of the brief."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from davy_core.ventilation.decay import Reading, fit
from davy_core.ventilation.purge import Case, Residue, curve, minimum, observed_mixing, seconds

HALF_AN_HOUR = 1800


def _case(**over: Decimal | int) -> Case:
    known = {"volume_m3": Decimal(120), "flow_m3_per_h": Decimal(1200), "mixing": Decimal("0.5")}
    return Case(**{**known, "work_factor": Decimal(1), "least_s": HALF_AN_HOUR, **over})  # type: ignore[arg-type]


def _residue(start: str, limit: str = "10") -> Residue:
    return Residue("hydrogen_sulfide", "mg/m3", Decimal(start), Decimal(limit), "GBZ 2.1-2019 MAC")


def test_the_case_of_the_brief_needs_five_point_eight_hours_where_four_were_asked_for() -> None:
    """The brief gives 120 m³, 4 h asked for, 5.8 h found necessary, and no more. Assumed beside:

    - hydrogen sulfide, 200 mg/m³ left in the space, limit 10 mg/m³ (GBZ 2.1-2019 MAC)
    - a fan of 620 m³/h: nominally 5.17 air changes an hour
    - an earlier purge of the same space with the same fan, read every hour: 200, 119.3, 71.2, 42.4, 25.3
      mg/m³, that is an effective air change of 0.517/h, so K = 0.10: the duct did not reach the bottom
    """
    begin = datetime(2026, 1, 10, tzinfo=UTC)
    told = ("200", "119.3", "71.2", "42.4", "25.3")
    decay = fit([Reading(begin + timedelta(hours=n), Decimal(v)) for n, v in enumerate(told)])
    assert decay.rate_per_h.quantize(Decimal("0.001")) == Decimal("0.517")
    assert decay.quality > Decimal("0.9999")
    mixing = observed_mixing(decay.rate_per_h, Decimal(620), Decimal(120))
    assert mixing.quantize(Decimal("0.01")) == Decimal("0.10")
    need = minimum(_case(flow_m3_per_h=Decimal(620), mixing=mixing), [_residue("200")])
    assert Decimal(need.seconds) / 3600 == Decimal("5.8")
    assert need.seconds > 4 * 3600


def test_the_wrong_unit_would_have_let_them_in_after_minutes() -> None:
    case = _case(flow_m3_per_h=Decimal(620 * 60), mixing=Decimal("0.1"), least_s=0)
    assert seconds(case, Decimal(200), Decimal(10)) == 6 * 60


def test_the_residue_that_needs_longest_decides() -> None:
    need = minimum(_case(), [_residue("20"), _residue("2000"), _residue("200")])
    assert need.residue.start == 2000


@pytest.mark.parametrize("start", ["0", "5", "10"])
def test_air_within_its_limit_is_ventilated_for_the_least_time_all_the_same(start: str) -> None:
    assert seconds(_case(), Decimal(start), Decimal(10)) == HALF_AN_HOUR


def test_a_time_is_never_shorter_than_the_least_and_never_rounded_down() -> None:
    assert seconds(_case(), Decimal("10.01"), Decimal(10)) == HALF_AN_HOUR
    # 0.2 · ln 20 = 0.59915 h = 35.95 min
    assert seconds(_case(), Decimal(200), Decimal(10)) == 36 * 60


@pytest.mark.parametrize(
    "over",
    [
        {"volume_m3": Decimal(240)},
        {"flow_m3_per_h": Decimal(600)},
        {"mixing": Decimal("0.25")},
        {"work_factor": Decimal(2)},
    ],
)
def test_a_larger_space_a_weaker_fan_worse_mixing_and_rough_work_take_longer(
    over: dict[str, Decimal],
) -> None:
    assert seconds(_case(**over), Decimal(200), Decimal(10)) == 72 * 60


@pytest.mark.parametrize(
    "over",
    [
        {"volume_m3": Decimal(0)},
        {"flow_m3_per_h": Decimal(0)},
        {"mixing": Decimal(0)},
        {"mixing": Decimal("1.1")},
        {"work_factor": Decimal("0.9")},
    ],
)
def test_figures_outside_their_range_give_no_time(over: dict[str, Decimal]) -> None:
    with pytest.raises(ValueError, match="at most 1"):
        seconds(_case(**over), Decimal(200), Decimal(10))


def test_no_residue_gives_no_time() -> None:
    with pytest.raises(ValueError, match="nothing"):
        minimum(_case(), [])


def test_better_mixing_than_perfect_is_not_believed() -> None:
    assert observed_mixing(Decimal(50), Decimal(1200), Decimal(120)) == 1


def test_the_curve_ends_at_the_limit() -> None:
    drawn = curve(Decimal(200), Decimal("2.995732"), 3600)
    assert drawn[0] == (0, Decimal(200))
    assert drawn[-1][0] == 3600
    assert drawn[-1][1].quantize(Decimal("0.001")) == Decimal("10.000")
