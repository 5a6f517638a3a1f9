"""A fence is satisfied only by a position whose whole error circle fits into it (S21)."""

import math

import pytest

from davy_core.place.distance import Circle, Fence, Place, Polygon, Position, Presence, metres, presence

TANK = Place(31.230000, 121.470000)
_DEGREE_M = math.pi * 6_371_008.8 / 180


def north(of: Place, distance_m: float) -> Place:
    return Place(of.lat + distance_m / _DEGREE_M, of.lon)


def seen(distance_m: float, accuracy_m: float | None) -> Position:
    return Position(north(TANK, distance_m), accuracy_m)


def test_the_distance_between_two_known_cities_is_right_within_half_a_percent() -> None:
    # Beijing Tian'anmen to Shanghai People's Square: 1,067 km on the WGS-84 ellipsoid.
    assert metres(Place(39.9087, 116.3975), Place(31.2304, 121.4737)) == pytest.approx(1_067_000, rel=0.005)


def test_a_place_is_at_no_distance_from_itself_and_distance_has_no_direction() -> None:
    other = Place(31.24, 121.48)
    assert metres(TANK, TANK) == 0.0
    assert metres(TANK, other) == metres(other, TANK)


def test_opposite_ends_of_the_earth_are_half_its_girth_apart() -> None:
    assert metres(Place(0.0, 0.0), Place(0.0, 180.0)) == pytest.approx(math.pi * 6_371_008.8)


@pytest.mark.parametrize(
    ("distance_m", "accuracy_m", "expected"),
    [
        (0.0, 5.0, Presence.INSIDE),
        (20.0, 29.9, Presence.INSIDE),
        (20.0, 30.1, Presence.UNKNOWN),  # the circle reaches over the fence
        (49.9, 0.0, Presence.INSIDE),
        (52.0, 5.0, Presence.UNKNOWN),  # may still be inside
        (60.0, 5.0, Presence.OUTSIDE),
        (50.2, 0.0, Presence.OUTSIDE),
        (0.0, 50.1, Presence.UNKNOWN),  # worse than the fence
        (9_000.0, 60.0, Presence.UNKNOWN),  # worse than the fence, however far
    ],
)
def test_the_whole_circle_must_fit_into_a_fence_of_50_metres(
    distance_m: float, accuracy_m: float, expected: Presence
) -> None:
    assert presence(seen(distance_m, accuracy_m), Circle(TANK, 50.0)) is expected


@pytest.mark.parametrize("position", [None, seen(0.0, None)])
def test_a_missing_position_or_accuracy_is_unknown(position: Position | None) -> None:
    assert presence(position, Circle(TANK, 50.0)) is Presence.UNKNOWN


def yard() -> Polygon:
    """An L of 100 m by 100 m whose north-east quarter is missing."""
    east = _DEGREE_M * math.cos(math.radians(TANK.lat))
    steps = [(0, 0), (100, 0), (100, 50), (50, 50), (50, 100), (0, 100)]
    return Polygon(tuple(Place(TANK.lat + y / _DEGREE_M, TANK.lon + x / east) for x, y in steps))


def in_yard(x: float, y: float, accuracy_m: float) -> Position:
    east = _DEGREE_M * math.cos(math.radians(TANK.lat))
    return Position(Place(TANK.lat + y / _DEGREE_M, TANK.lon + x / east), accuracy_m)


@pytest.mark.parametrize(
    ("x", "y", "accuracy_m", "expected"),
    [
        (25.0, 25.0, 5.0, Presence.INSIDE),
        (75.0, 25.0, 20.0, Presence.INSIDE),
        (75.0, 75.0, 5.0, Presence.OUTSIDE),  # in the missing quarter
        (52.0, 52.0, 5.0, Presence.UNKNOWN),
        (48.0, 75.0, 5.0, Presence.UNKNOWN),
        (-20.0, 25.0, 5.0, Presence.OUTSIDE),
        (25.0, 25.0, 60.0, Presence.UNKNOWN),
        (150.0, 50.0, 5.0, Presence.OUTSIDE),  # level with a corner
    ],
)
def test_a_polygon_is_judged_by_the_distance_to_its_border(
    x: float, y: float, accuracy_m: float, expected: Presence
) -> None:
    assert presence(in_yard(x, y, accuracy_m), yard()) is expected


def test_the_direction_of_the_corners_does_not_matter() -> None:
    reversed_yard = Polygon(tuple(reversed(yard().corners)))
    for x, y in [(25.0, 25.0), (75.0, 75.0), (52.0, 52.0)]:
        assert presence(in_yard(x, y, 5.0), reversed_yard) is presence(in_yard(x, y, 5.0), yard())


def test_a_doubled_corner_changes_nothing() -> None:
    doubled = Polygon((yard().corners[0], *yard().corners))
    assert presence(in_yard(25.0, 25.0, 5.0), doubled) is Presence.INSIDE


@pytest.mark.parametrize("fence", [Circle(TANK, 50.0), yard()])
def test_a_worse_accuracy_never_turns_not_inside_into_inside(fence: Fence) -> None:
    for offset in range(-30, 130, 7):
        verdicts = [presence(in_yard(float(offset), 25.0, float(a)), fence) for a in range(0, 80, 3)]
        first_doubt = next((i for i, v in enumerate(verdicts) if v is not Presence.INSIDE), len(verdicts))
        assert Presence.INSIDE not in verdicts[first_doubt:]


@pytest.mark.parametrize(
    ("lat", "lon"), [(math.nan, 0.0), (0.0, math.nan), (90.1, 0.0), (0.0, -180.5), (math.inf, 0.0)]
)
def test_what_is_no_place_on_earth_is_refused(lat: float, lon: float) -> None:
    with pytest.raises(ValueError, match="not a place"):
        Place(lat, lon)


@pytest.mark.parametrize("accuracy_m", [-1.0, math.nan, math.inf])
def test_what_is_no_accuracy_is_refused(accuracy_m: float) -> None:
    with pytest.raises(ValueError, match="not an accuracy"):
        seen(0.0, accuracy_m)


@pytest.mark.parametrize("radius_m", [0.0, -5.0, math.nan, math.inf])
def test_what_is_no_radius_is_refused(radius_m: float) -> None:
    with pytest.raises(ValueError, match="not a radius"):
        Circle(TANK, radius_m)


def test_a_polygon_of_two_corners_or_of_half_a_country_is_refused() -> None:
    with pytest.raises(ValueError, match="three corners"):
        Polygon((TANK, north(TANK, 10.0)))
    with pytest.raises(ValueError, match="half a degree"):
        Polygon((TANK, north(TANK, 10.0), Place(TANK.lat, TANK.lon + 0.6)))
