"""抄送: told at the issue, read by his own mark, and no duty in the work."""

from davy_core.notices.holding import holding
from davy_core.permits.duties import person_duties
from davy_core.permits.tests.signing import codes
from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import World


def _copied() -> World:
    world = World(type="confined")
    world.must("li", "draft", world.request())
    world.must("li", "copy_to", {"persons": ["sun"], "posts": ["leader"]})
    return walk(world, "issued")


def test_people_and_posts_are_told() -> None:
    world = _copied()
    assert world.permit is not None
    assert set(holding(world.permit, "copied", world.facts().holders)) == {"sun", "chen"}


def test_each_marks_for_himself_that_he_has_read_it() -> None:
    world = _copied()
    world.must("sun", "mark_read")
    assert world.permit is not None
    assert set(world.permit.copies.read) == {"sun"}
    assert codes(world.give("sun", "mark_read")) == {"read_already"}
    assert codes(world.give("zheng", "mark_read")) == {"not_your_duty"}
    world.must("chen", "mark_read")


def test_a_copy_gives_no_duty_in_the_work() -> None:
    world = _copied()
    assert world.permit is not None
    assert person_duties(world.permit, "sun", world.facts()) == {"copied", "bystander"}


def test_only_people_and_posts_that_exist_get_a_copy_and_only_one() -> None:
    world = World(type="confined")
    world.must("li", "draft", world.request())
    assert codes(world.give("li", "copy_to", {"persons": ["nobody"]})) == {"person_unknown"}
    assert codes(world.give("li", "copy_to", {"posts": ["king"]})) == {"post_unknown"}
    world.must("li", "copy_to", {"persons": ["sun"]})
    assert codes(world.give("li", "copy_to", {"persons": ["sun"]})) == {"copied_already"}
    assert codes(world.give("li", "copy_to", {})) == {"copied_already"}


def test_there_is_an_end_to_copying() -> None:
    world = World(type="confined")
    world.posts |= {f"p{n}": world.posts["leader"] for n in range(31)}
    world.must("li", "draft", world.request())
    assert codes(world.give("li", "copy_to", {"posts": [f"p{n}" for n in range(31)]})) == {"copies_too_many"}
