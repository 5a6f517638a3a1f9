"""加签 转办 驳回 撤回: each may add to what is asked for and spares nobody's signature."""

from davy_core.outcome import Accepted
from davy_core.permits.facts import Fix, Person, Post
from davy_core.permits.tests.signing import codes, may_sign, ready, sign, stage
from davy_core.permits.tests.world import World

ROUTE = (stage("area", "area_head"), stage("safety", "safety_dept"), stage("leader", "leader", on_site=True))
WHY = {"reason": "要再看一眼"}


def _route(world: World) -> list[str]:
    assert world.permit is not None
    return [s.id for s in world.permit.stages]


def _with_electrician() -> World:
    world = World(type="hot")
    world.posts["electrician"] = Post(holder="sun", superior="leader")
    return ready(*ROUTE, world=world)


def test_an_added_signer_signs_before_the_one_who_asked_for_him() -> None:
    world = _with_electrician()
    world.must("zhao", "add_signer", {"post": "electrician", **WHY})
    assert _route(world) == ["added_1", "area", "safety", "leader"]
    assert "not_your_duty" in codes(sign(world, "zhao"))
    assert codes(sign(world, "sun")) == set()
    assert codes(sign(world, "zhao")) == set()


def test_the_last_signature_stays_the_one_that_is_given_on_site() -> None:
    world = _with_electrician()
    sign(world, "zhao")
    sign(world, "zheng")
    world.must("chen", "add_signer", {"post": "electrician", **WHY})
    assert codes(sign(world, "sun", fix=None)) == set()
    assert "not_on_site" in codes(sign(world, "chen", fix=Fix(900, 3)))
    assert codes(sign(world, "chen")) == set()
    assert world.permit is not None
    assert world.permit.state == "issued"


def test_a_signer_is_added_by_those_whose_decision_it_is_from_outside_the_route() -> None:
    world = _with_electrician()
    add = {"post": "electrician", **WHY}
    assert codes(world.give("zheng", "add_signer", add)) == {"not_your_duty"}
    assert codes(world.give("zhao", "add_signer", {"post": "nobody", **WHY})) == {"post_unknown"}
    assert codes(world.give("zhao", "add_signer", {"post": "leader", **WHY})) == {"signer_on_route"}
    world.people["sun"] = Person("sun", "frozen")
    world.posts["electrician"] = Post(holder="sun")
    assert codes(world.give("zhao", "add_signer", add)) == {"post_vacant"}


def test_there_is_an_end_to_adding() -> None:
    world = World(type="hot")
    world.posts |= {f"p{n}": Post(holder="sun") for n in range(6)}
    ready(*ROUTE, world=world)
    world.posts |= {f"p{n}": Post(holder="sun", deputy="zhao") for n in range(6)}
    for n in range(5):
        world.must("zhao", "add_signer", {"post": f"p{n}", **WHY})
    assert codes(world.give("zhao", "add_signer", {"post": "p5", **WHY})) == {"signers_too_many"}


def test_a_decision_goes_only_to_somebody_entitled_and_then_lies_with_him() -> None:
    world = World(type="hot")
    world.posts["area_head"] = Post(holder="zhao", deputy="sun", superior="leader")
    ready(*ROUTE, world=world)
    for nobody in ("zheng", "li", "zhao"):
        assert codes(world.give("zhao", "transfer_decision", {"to": nobody, **WHY})) == {"not_entitled"}
    world.must("zhao", "transfer_decision", {"to": "sun", **WHY})
    assert may_sign(world) == {"sun"}
    assert codes(sign(world, "zhao")) == {"decision_handed_over"}
    assert codes(sign(world, "sun")) == set()


def test_a_decision_may_go_up_and_falls_back_when_its_taker_cannot_act() -> None:
    world = World(type="hot")
    world.posts["area_head"] = Post(holder="zhao", superior="leader")
    ready(*ROUTE, world=world)
    world.must("zhao", "transfer_decision", {"to": "chen", **WHY})
    assert may_sign(world) == {"chen"}
    world.people["chen"] = Person("chen", "frozen")
    assert may_sign(world) == {"zhao"}


def test_back_to_a_node_everything_from_there_is_signed_anew() -> None:
    world = ready(*ROUTE)
    sign(world, "zhao")
    sign(world, "zheng")
    assert codes(world.give("chen", "return_to_stage", {"stage": "leader", **WHY})) == {"stage_not_before"}
    world.must("chen", "return_to_stage", {"stage": "area", **WHY})
    assert world.permit is not None
    assert world.permit.signatures == ()
    assert isinstance(sign(world, "zhao"), Accepted)
    assert isinstance(sign(world, "zheng"), Accepted)
    assert isinstance(sign(world, "chen"), Accepted)
    assert world.permit.state == "issued"


def test_what_was_signed_before_the_node_stands() -> None:
    world = ready(*ROUTE)
    sign(world, "zhao")
    sign(world, "zheng")
    world.must("chen", "return_to_stage", {"stage": "safety", **WHY})
    assert world.permit is not None
    assert [s.person for s in world.permit.signatures] == ["zhao"]


def test_a_node_that_came_back_has_its_deadline_and_its_reminders_again() -> None:
    world = ready(*ROUTE)
    world.later(hours=2, minutes=1)
    assert "ReminderSent" in {e.type for e in world.must(None, "tick")}
    sign(world, "zhao")
    world.must("zheng", "return_to_stage", {"stage": "area", **WHY})
    assert world.must(None, "tick") == ()
    world.later(hours=2, minutes=1)
    told = [e.data["reminder"] for e in world.must(None, "tick") if e.type == "ReminderSent"]
    assert told == ["approval_overdue:area"]


def test_who_works_on_a_permit_bends_nothing_of_its_route() -> None:
    world = World(type="hot")
    world.posts["area_head"] = Post(holder="qian", deputy="zhao")
    world.posts["electrician"] = Post(holder="sun")
    ready(*ROUTE, world=world)
    assert codes(world.give("qian", "add_signer", {"post": "electrician", **WHY})) == {"separation_of_duties"}
    assert codes(world.give("qian", "transfer_decision", {"to": "zhao", **WHY})) == {"separation_of_duties"}


def test_the_applicant_recalls_his_request_until_the_first_signature() -> None:
    world = ready(*ROUTE)
    recalled = world.copy()
    recalled.must("li", "recall_to_draft", WHY)
    assert recalled.permit is not None
    assert (recalled.permit.state, recalled.permit.stages) == ("draft", ())
    sign(world, "zhao")
    assert codes(world.give("li", "recall_to_draft", WHY)) == {"signed_by_somebody"}
