"""Words, places, kinds and months find a permit among all there are; a neighbour finds nothing of ours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from davy.archive.tests.taken import ask, at_work
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.db import rows, tenant

pytestmark = pytest.mark.django_db


def _found(hands: Hands, **asked: str) -> list[str]:
    answer = ask(hands.plant, "archive", **asked)
    assert answer.status_code == 200, answer.content
    told = answer.json()
    assert told["total"] == len(told["items"])
    return [item["id"] for item in told["items"]]


def test_a_permit_is_found_by_what_is_on_it_and_by_nobody_else(
    step_clock: Callable[[timedelta], None],
) -> None:
    hands = at_work(step_clock)
    ours = [str(hands.permit)]
    told = ask(hands.plant, "archive").json()
    (item,) = told["items"]
    content, number = item["content"], item["number"]
    for words in (content, content[1:3], content[0], number[-6:].lower(), "动火", "hot work", "钱焊工 李工"):
        assert _found(hands, archive=words) == ours, words
    for words in ("查无此事", f"{content[1:3]} 查无此事", "%", "动_", "\\", "动火%"):
        assert _found(hands, archive=words) == [], words
    month = item["window"]["from"][:7]
    assert told["months"] == [{"id": month, "n": 1}]
    assert told["types"] == [{"id": item["type"], "n": 1}]
    assert told["states"] == [{"id": "active", "n": 1}]
    assert [(area["name"], area["n"]) for area in told["areas"]] == [(item["area"]["name"], 1)]
    assert _found(hands, archive=content, type="height") == []
    assert _found(hands, archive=content, until="2020-01-01T00:00:00Z") == []
    # A neighbour with the same words on his own permit: each finds his own, by the function too.
    theirs = Hands(small_plant("other", "other.example", simulated=True))
    journeys.draft_hot(theirs)
    assert _found(hands, archive=content) == ours
    with tenant.company(theirs.plant.company):
        seen = rows.many("SELECT permits_find('{}'::text[], ARRAY['%%']) AS id")
        assert [row["id"] for row in seen] == [theirs.permit]
    bundle = ask(hands.plant, "evidence/bundle.zip", archive=content)
    assert bundle.status_code == 200


def test_words_follow_what_is_written(step_clock: Callable[[timedelta], None]) -> None:
    del step_clock
    hands = Hands(small_plant(simulated=True))
    journeys.draft_hot(hands)
    assert _found(hands, archive="法兰焊缝返修") == []
    with tenant.company(hands.plant.company):
        rows.run("UPDATE permits_permit SET content = '法兰焊缝返修' WHERE id = %s", [hands.permit])
        rows.run("SELECT permits_reword(company_id, id, '{}') FROM permits_permit")
    assert _found(hands, archive="焊缝返") == [str(hands.permit)]
