"""A fence judged in millimetres says what the fence of a check-in says; unknown where its error circle
does not fit."""

from hypothesis import given, settings
from hypothesis import strategies as st

from davy_core.place.distance import Circle, Place, Polygon, Position, presence
from davy_core.watch.fences import circle, outline
from davy_core.watch.reading import Spot
from davy_core.watch.tests.rig import HERE, spot

CORNERS = [(HERE[0] - 3000, HERE[1] - 3000), (HERE[0] - 3000, HERE[1] + 3000), (HERE[0] + 3000, HERE[1])]
METRES = st.integers(-60, 60)


def _degrees(e7: int) -> float:
    return e7 / 10_000_000


@settings(max_examples=200, deadline=None)
@given(METRES, METRES, st.integers(0, 24))
def test_as_the_fence_of_a_check_in(north: int, east: int, accuracy: int) -> None:
    found = spot([north, east, accuracy])
    position = Position(Place(_degrees(found.lat), _degrees(found.lon)), float(accuracy))
    round_fence = Circle(Place(_degrees(HERE[0]), _degrees(HERE[1])), 25.0)
    ring = Polygon(tuple(Place(_degrees(a), _degrees(b)) for a, b in CORNERS))
    # A metre from a border the two may differ: one measures on a sphere, the other on a plane. A position
    # vaguer than the fence proves nothing at a check-in; far enough away it is out of it all the same.
    for whole, as_ever in ((circle(*HERE, 25_000), round_fence), (outline(CORNERS), ring)):
        mine = {whole.where(spot([north, east, a])) for a in (max(accuracy - 1, 0), accuracy, accuracy + 1)}
        if len(mine) == 1:
            assert presence(position, as_ever).value in mine


def test_a_position_without_an_error_circle_is_unknown() -> None:
    assert circle(*HERE, 25_000).where(Spot(*HERE)) == "unknown"
    assert circle(*HERE, 25_000).where(None) == "unknown"
