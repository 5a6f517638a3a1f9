"""The archive among all the permits there are: what is typed, found and counted. Beside it the same question
asked of the same index by hand, and of the same rows by a scan, as somebody without the index would."""

from __future__ import annotations

import psycopg

from bench.cases import Case, scripted
from bench.ground import NAME, reference
from davy.building.hands import Hands
from davy.db import rows, tenant
from davy.permits import facets, wording
from davy.permits.listing import BoardFilter
from davy.serve.cluster import Cluster

__all__ = ["archive_cases", "fill_words"]

ZONE = "Asia/Shanghai"
NUMBER = "10000 号泵出口"
"""Few permits have it, but each of its pairs of characters is on thousands: the worst for such an index."""
COMMON = "号泵出口"
"""All of them have it. The reference asks the index once for the page and once for the counts."""


def fill_words(made: Cluster) -> None:
    """Work out the words of the permits that were loaded, as a change of each would have."""
    with psycopg.connect(made.dsn(database=NAME), autocommit=True) as connection:
        for statement in reference("fill_words"):
            connection.execute(statement.encode(), {"titles": wording.titles()})
        connection.execute("VACUUM ANALYZE permits_words")


def archive_cases(hands: Hands) -> list[Case]:
    """What is written on one permit only, a number whose digits are everywhere, and words that all have; the
    first two beside a scan too."""
    rare = _written(hands)
    return [
        _case(hands, ("archive, rare", 20, "≤ 3 ×"), rare, "archive"),
        _case(hands, ("rare by scan", 1, "a scan"), rare, "archive_scan"),
        _case(hands, ("archive, number", 4, "≤ 3 ×"), NUMBER, "archive"),
        _case(hands, ("archive, all", 1, "≤ 3 ×"), COMMON, "archive"),
        _case(hands, ("number by scan", 1, "a scan"), NUMBER, "archive_scan"),
    ]


def _case(hands: Hands, row: tuple[str, int, str], typed: str, by: str) -> Case:
    name, calls, target = row
    company = hands.plant.company
    terms, patterns = wording.looked_for(company, typed)
    asked = {"company": str(company), "terms": terms, "patterns": patterns, "zone": ZONE}
    return Case(name, calls, lambda: _found(hands, typed), scripted(by, asked), target)


def _written(hands: Hands) -> str:
    """What stands on the live permit, and on none that was loaded."""
    with tenant.company(hands.plant.company):
        row = rows.one("SELECT content FROM permits_permit WHERE id = %s", [hands.permit])
    assert row is not None
    return str(row["content"])


def _found(hands: Hands, typed: str) -> None:
    with tenant.company(hands.plant.company):
        assert facets.found(hands.plant.company, BoardFilter(archive=typed), ZONE)["total"] > 0
