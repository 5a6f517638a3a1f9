"""The archive among all the permits there are: what is typed, found and counted. Beside it the same question
asked of the same index by hand, and of the same rows by a scan, as somebody without the index would."""

from __future__ import annotations

import psycopg

from bench.cases import Case, scripted
from bench.ground import NAME, reference
from davy.building.hands import Hands
from davy.db import tenant
from davy.permits import facets, wording
from davy.permits.listing import BoardFilter
from davy.serve.cluster import Cluster

__all__ = ["archive_cases", "fill_words"]

ZONE = "Asia/Shanghai"
RARE = "10000 号泵出口"
"""Of the permits that are loaded a few have it."""
COMMON = "号泵出口"
"""All of them have it."""


def fill_words(made: Cluster) -> None:
    """Work out the words of the permits that were loaded, as a change of each would have."""
    with psycopg.connect(made.dsn(database=NAME), autocommit=True) as connection:
        for statement in reference("fill_words"):
            connection.execute(statement.encode(), {"titles": wording.titles()})
        connection.execute("VACUUM ANALYZE permits_words")


def archive_cases(hands: Hands) -> list[Case]:
    """A phrase that hardly any permit has and one that all have, by the index; the rare one beside a scan."""
    return [
        _case(hands, "archive, rare", RARE, "archive", 20, "≤ 3 ×"),
        _case(hands, "archive, all", COMMON, "archive", 1, "≤ 3 ×"),
        _case(hands, "archive by scan", RARE, "archive_scan", 1, "a scan"),
    ]


def _case(hands: Hands, name: str, typed: str, by: str, calls: int, target: str) -> Case:
    company = hands.plant.company
    terms, patterns = wording.looked_for(company, typed)
    asked = {"company": str(company), "terms": terms, "patterns": patterns, "zone": ZONE}
    return Case(name, calls, lambda: _found(hands, typed), scripted(by, asked), target)


def _found(hands: Hands, typed: str) -> None:
    with tenant.company(hands.plant.company):
        assert facets.found(hands.plant.company, BoardFilter(archive=typed), ZONE)["total"] > 0
