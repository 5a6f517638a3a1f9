"""Which level a signature needs depends on the level of the work, and the row that asks for it is told."""

from __future__ import annotations

from dataclasses import replace

from davy_core.permits.strength import asked, because
from davy_core.permits.tests.book import rulebook
from davy_core.permits.tests.paper import permit_of
from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import World
from davy_core.signatures.demand import Demand

GRAVE = Demand("grave", "本厂规定 7", frozenset({"sign_stage"}), 2, levels=("special", "first"), last=True)
TICKET = Demand("ticket", "本厂规定 8", frozenset({"verify_ticket"}), 3)


def test_the_row_that_asks_for_most_is_told_with_what_it_hangs_on() -> None:
    permit = permit_of(walk(World(type="hot"), "submitted"))
    book = replace(rulebook("hot"), signatures=(GRAVE, TICKET))
    first, last = permit.stages[0].id, permit.stages[-1].id
    grave = replace(permit, level="first")
    assert (asked(grave, "sign_stage", last, book), asked(grave, "sign_stage", first, book)) == (2, 1)
    told = {"clause": "本厂规定 7", "level": "first", "last": True}
    assert because(grave, "sign_stage", last, book) == told
    assert because(grave, "sign_stage", first, book) is None
    assert because(replace(permit, level="second"), "sign_stage", last, book) is None
    assert because(permit, "verify_ticket", None, book) == {
        "clause": "本厂规定 8",
        "level": None,
        "last": False,
    }
