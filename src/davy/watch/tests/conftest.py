"""Somebody who changes the database past the door."""

from __future__ import annotations

from collections.abc import Callable

import psycopg
import pytest

from tests.postgres import TestServer


@pytest.fixture
def insider(test_server: TestServer, committed_db: str) -> Callable[[str], None]:
    """Somebody with all rights on the database, who leaves no trigger behind."""

    def change(statement: str) -> None:
        with psycopg.connect(test_server.dsn("postgres", committed_db), autocommit=True) as superuser:
            superuser.execute("SET session_replication_role = replica")
            superuser.execute(statement.encode())

    return change
