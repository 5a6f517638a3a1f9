"""Two companies of a park consent; who is frozen or shut out in one is seen by the other, masked, until it is
lifted. Over real HTTP."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

import pytest

from davy.contractors.models import Ban
from davy.db import tenant
from davy.outside.ask import ask
from davy.park import pulling
from davy.park.models import Hit
from davy.park.tasks import tell, tick_company
from davy.park.tests.neighbours import NAME, NUMBER, Two, entered


def test_who_is_frozen_in_one_is_seen_by_the_other_until_it_is_lifted(two: Two) -> None:
    two.pair()
    assert (two.ours.standing(), two.ours.pull().trouble, two.ours.standing()) == ("unmasked", "", "clear")
    two.theirs.freeze()
    two.later(minutes=5)
    [hit] = two.ours.pull().hits
    assert (hit.person_id, hit.state, hit.kind) == (two.ours.wu, "frozen", "decided")
    assert two.ours.standing() == "held"
    [shown] = two.ours.room()["hits"]
    assert (shown["person"], shown["partner"], shown["ended_at"]) == (NAME, "东港 化工", None)
    two.theirs.freeze("active")
    two.later(minutes=5)
    assert two.ours.pull().hits == []
    assert two.ours.standing() == "clear"
    assert two.ours.room()["hits"][0]["ended_at"] is not None


def test_a_firm_that_is_shut_out_takes_its_people_along(two: Two) -> None:
    two.pair()
    with tenant.company(two.theirs.id):
        firm, today = two.theirs.plant.firm_id, two.theirs.plant.company.today()
        Ban.objects.create(company_id=two.theirs.id, firm_id=firm, since=today, why="三次违章")
    [hit] = two.ours.pull().hits
    assert (hit.state, hit.kind, hit.since is not None) == ("shut_out", "firm", True)


def test_only_what_was_consented_to_is_told(two: Two) -> None:
    two.pair(shares=["shut_out"])
    two.theirs.freeze()
    assert two.ours.pull().hits == []
    assert two.ours.standing() == "clear"


def test_no_name_and_no_number_leaves(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bytes] = []

    def overheard(url: str, *, body: bytes, **more: Any) -> bytes:
        seen.append(body)
        seen.append(ask(url, body=body, **more))
        return seen[-1]

    monkeypatch.setattr(pulling, "ask", overheard)
    two.pair()
    two.theirs.freeze()
    assert len(two.ours.pull().hits) == 1
    two.later(minutes=5)
    two.ours.pull()
    sent = b"".join(seen)
    spelt = sent.decode("unicode_escape", errors="ignore")
    for secret in (
        NUMBER,
        NUMBER[:17],
        NUMBER[-4:],
        NAME,
        "C1-W1",
        "宏安",
        str(two.ours.wu),
        str(two.theirs.wu),
    ):
        assert secret.encode() not in sent
        assert secret not in json.dumps(sent.decode(), ensure_ascii=False)
        assert secret not in spelt
    assert b"masked" in sent


def test_each_pair_has_masks_of_its_own(two: Two) -> None:
    two.pair()
    two.theirs.freeze()
    [first] = two.ours.pull().hits
    two.ours.send(f"partners/{two.ours.partner}/end", {"why": "换码"})
    two.later(minutes=5)
    assert two.theirs.pull().ended
    two.pair()
    [again] = two.ours.pull().hits
    assert again.masked != first.masked


def test_every_look_and_every_hit_is_in_both_logs(two: Two) -> None:
    two.pair()
    two.theirs.freeze()
    two.ours.pull()
    two.ours.send("looks", {"person_id": str(two.ours.wu), "why": "admission"})
    two.later(minutes=5)
    two.ours.pull()
    assert two.ours.log() == ["consented", "took", "hit", "looked", "took"]
    assert two.theirs.log() == ["consented", "answered", "told", "answered"]


def test_those_who_answer_for_safety_are_called(two: Two) -> None:
    two.pair()
    two.theirs.freeze()
    tick_company(two.ours.id)
    assert _alarms(two) == ["park_hit"]
    two.later(minutes=5)
    tick_company(two.ours.id)
    assert _alarms(two) == ["park_hit"], "the same is told once"


def test_a_mistake_is_judged_with_a_reason_and_counts_until_the_partner_says_something_else(two: Two) -> None:
    two.pair()
    two.theirs.freeze()
    [hit] = two.ours.pull().hits
    assert two.ours.send(f"hits/{hit.id}/resolve", {"why": ""})["code"] == "malformed"
    done = two.ours.send(f"hits/{hit.id}/resolve", {"why": "对方录错号，已电话核实"})
    assert (done["resolved_by"], done["why"]) == ("何工", "对方录错号，已电话核实")
    assert two.ours.standing() == "clear"
    assert two.ours.send(f"hits/{hit.id}/resolve", {"why": "再来一次"})["code"] == "park_hit_over"
    two.later(minutes=5)
    assert two.ours.pull().hits == []
    two.theirs.freeze("active")
    with tenant.company(two.theirs.id):
        today = two.theirs.plant.company.today()
        Ban.objects.create(company_id=two.theirs.id, firm_id=two.theirs.plant.firm_id, since=today, why="x")
    two.later(minutes=5)
    assert len(two.ours.pull().hits) == 1
    assert two.ours.standing() == "held"


def test_who_has_no_number_here_is_told_as_such(two: Two) -> None:
    two.pair()
    two.ours.pull()
    assert two.ours.standing(two.ours.plant.people["li"].id) == "unmasked"
    assert two.ours.room()["unmasked"] == len(two.ours.plant.people)
    new = entered(two.ours.plant, "110105194912310038", "郑新人", "C1-W2")
    assert two.ours.standing(new) == "unmasked", "unknown until he was compared"
    assert two.ours.send("looks", {"person_id": str(new), "why": "entry"}) == {"standing": "clear"}


def test_a_partner_that_is_down_neither_stops_nor_clears(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    two.pair()
    two.ours.pull()
    with tenant.company(two.ours.id):
        from davy.park.models import Partner

        Partner.objects.update(url="http://127.0.0.1:1")
    two.later(minutes=16)
    news = two.ours.pull()
    assert news.trouble == "unreachable"
    assert two.ours.standing() == "unanswered"
    [shown] = two.ours.room()["partners"]
    assert (shown["fresh"], shown["trouble"]) == (False, "unreachable")
    tell(two.ours.id, UUID(two.ours.partner), news)
    assert _alarms(two) == ["park_silent"]


def test_a_hit_stands_while_the_partner_is_down(two: Two) -> None:
    two.pair()
    two.theirs.freeze()
    two.ours.pull()
    two.later(hours=20)
    assert two.ours.standing() == "held"


def _alarms(two: Two) -> list[str]:
    from davy.db import rows

    with tenant.company(two.ours.id):
        found = rows.many("SELECT kind FROM alarms_alarm WHERE company_id = %s ORDER BY 1", [two.ours.id])
        assert Hit.objects.count() <= 1
    return [row["kind"] for row in found]
