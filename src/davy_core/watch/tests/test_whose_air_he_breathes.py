"""A worn detector speaks of the space its wearer is in; of no space, of every work he checked in at."""

from davy_core.watch.wearing import Standing, breathed

TANK = Standing("tank", 3, inside=True, measured=False)
HOT = Standing("hot", 5, inside=False, measured=False)
OTHER = Standing("other", 2, inside=False, measured=True)


def test_inside_it_is_the_space_alone() -> None:
    assert breathed([HOT, TANK, OTHER]) == (TANK,)


def test_outside_it_is_every_work_he_checked_in_at() -> None:
    assert breathed([HOT, OTHER]) == (HOT, OTHER)


def test_nowhere_it_is_nobodys() -> None:
    assert breathed([]) == ()


def test_work_relies_on_it_inside_a_space_that_nothing_else_measures() -> None:
    assert TANK.relies
    assert not HOT.relies
    assert not Standing("tank", 3, inside=True, measured=True).relies
