"""Control points lay a drawn plan on the ground; points that cannot be right are refused."""

import math
from dataclasses import replace

import pytest

from davy_core.place.georeference import METRES_PER_DEGREE, Control, Georeference, Unfit, fit

LAT, LON, HALF_METRE = 31.23, 121.47, 0.5


def at(x: float, y: float, *, turn: float = 0.0) -> Control:
    """A point of a true plan at half a metre a unit, its north turned by some degrees."""
    east, north = x * HALF_METRE, -y * HALF_METRE
    angle = math.radians(turn)
    east, north = (
        east * math.cos(angle) - north * math.sin(angle),
        east * math.sin(angle) + north * math.cos(angle),
    )
    cosine = math.cos(math.radians(LAT))
    return Control(x, y, LAT + north / METRES_PER_DEGREE, LON + east / (METRES_PER_DEGREE * cosine))


CORNERS = ((0, 0), (1600, 0), (0, 1000), (1600, 1000))


def fitted(*points: Control) -> Georeference:
    found = fit(points)
    assert isinstance(found, Georeference), found
    return found


@pytest.mark.parametrize("turn", [0, 30, 90, 179, -120])
def test_a_true_plan_is_found_again_however_it_is_turned(turn: float) -> None:
    plan = fitted(*(at(x, y, turn=turn) for x, y in CORNERS))
    assert plan.worst_m < 0.1
    assert plan.metres_per_unit == pytest.approx(HALF_METRE, rel=1e-3)
    there = at(700, 420, turn=turn)
    assert plan.place(there.lat, there.lon) == pytest.approx((700, 420), abs=0.2)


def test_three_points_fit_and_prove_nothing() -> None:
    plan = fitted(*(at(x, y) for x, y in CORNERS[:3]))
    assert (plan.points, round(plan.residual_m, 6)) == (3, 0.0)


def test_a_fourth_point_tells_how_far_they_disagree_in_metres() -> None:
    points = [at(x, y) for x, y in CORNERS]
    points[3] = replace(points[3], lat=points[3].lat + 8 / METRES_PER_DEGREE)
    plan = fitted(*points)
    assert plan.worst_m == pytest.approx(
        2.0, abs=0.02
    )  # least squares shares eight metres among four corners
    assert plan.residual_m == pytest.approx(2.0, abs=0.02)


def test_a_point_that_lies_far_off_is_named() -> None:
    points = [at(x, y) for x, y in (*CORNERS, (800, 500))]
    points[4] = replace(points[4], lat=points[4].lat + 60 / METRES_PER_DEGREE)
    found = fit(points)
    assert isinstance(found, Unfit)
    assert (found.why, found.worst) == ("residual", 4)
    assert found.worst_m == pytest.approx(48, abs=1)


@pytest.mark.parametrize(
    "spots",
    [
        ((0, 0), (800, 500), (1600, 1000)),
        ((0, 0), (800, 510), (1600, 1000)),
        ((5, 5), (5, 5), (5, 5)),
        ((0, 0), (0, 0), (1600, 1000)),
    ],
)
def test_points_on_one_line_or_one_spot_are_refused(spots: tuple[tuple[float, float], ...]) -> None:
    assert fit([at(x, y) for x, y in spots]) == Unfit("on_one_line")


def test_places_on_one_line_are_refused_though_the_drawing_spreads() -> None:
    one = at(0, 0)
    assert fit([replace(at(x, y), lat=one.lat, lon=one.lon + x / 1e6) for x, y in CORNERS]) == Unfit(
        "on_one_line"
    )


def test_fewer_than_three_are_refused() -> None:
    assert fit([at(0, 0), at(1600, 0)]) == Unfit("too_few")
    assert fit([]) == Unfit("too_few")


def test_a_mirrored_plan_is_refused() -> None:
    left, right, low, _ = (at(x, y) for x, y in CORNERS)
    swapped = [replace(left, lat=right.lat, lon=right.lon), replace(right, lat=left.lat, lon=left.lon), low]
    assert fit([*swapped]) != Unfit("too_few")
    assert isinstance(fit(swapped), Unfit)
    upside = [replace(at(x, y), y=1000 - y) for x, y in CORNERS]
    assert fit(upside) == Unfit("mirrored")


def test_a_mistyped_degree_is_refused() -> None:
    points = [at(x, y) for x, y in CORNERS[:3]]
    points[1] = replace(points[1], lon=points[1].lon + 0.005)
    assert fit(points) == Unfit("skewed")


def test_no_point_is_blamed_when_any_of_them_may_be_wrong() -> None:
    points = [at(x, y) for x, y in CORNERS]
    points[3] = replace(points[3], lat=points[3].lat + 200 / METRES_PER_DEGREE)
    found = fit(points)
    assert isinstance(found, Unfit)
    assert (found.why, found.worst) == ("residual", None)
