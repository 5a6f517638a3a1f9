"""Everybody is told what is kept of him and what for, and nothing is kept without a purpose."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from davy.archive.tests.taken import ask, at_work
from davy.keeping.copying.tables import judged
from davy.keeping.purposes import purposes


def test_each_table_that_is_told_has_its_purpose() -> None:
    told = {table.name for table in judged().values() if not table.none}
    served = {table for one in purposes()["purposes"] for table in one["tables"]}
    assert served == told


def test_what_is_sensitive_names_the_article_that_says_so() -> None:
    for one in purposes()["purposes"]:
        if one["basis"] == "consent":
            assert one["sensitive"], one["id"]
            assert "第二十九条" in one["law"], one["id"]


@pytest.mark.django_db
def test_whoever_works_reads_it(step_clock: Callable[[timedelta], None]) -> None:
    told = ask(at_work(step_clock).plant, "session/purposes", "qian").json()
    assert told["grade"] == "j"
    assert [one["id"] for one in told["purposes"]][:2] == ["register", "identity"]
    assert "tables" not in told["purposes"][0]
