"""Plain SQL for the paths where the ORM would cost most of the request.

Values arrive as psycopg gives them under Django: ``json`` and ``jsonb`` as text (ready to be sent as it is),
``timestamptz`` as aware datetimes, ``uuid`` as UUID, ``numeric`` as Decimal.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection

__all__ = ["ManyRowsError", "many", "one", "run"]

Params = Sequence[Any] | Mapping[str, Any]


class ManyRowsError(RuntimeError):
    """A statement that promised at most one row gave several."""


def one(sql: str, params: Params = ()) -> dict[str, Any] | None:
    """The single row of a statement as column → value, or None. Raises ManyRowsError if there are more."""
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        found = cursor.fetchmany(2)
        if len(found) > 1:
            raise ManyRowsError(sql)
        return dict(zip(_columns(cursor.description), found[0], strict=True)) if found else None


def many(sql: str, params: Params = ()) -> list[dict[str, Any]]:
    """All rows of a statement, each as column → value, in the order of the statement."""
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        columns = _columns(cursor.description)
        return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


def run(sql: str, params: Params = ()) -> int:
    """Carry out a statement that returns nothing; how many rows it touched."""
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return int(cursor.rowcount)


def _columns(description: Sequence[Any]) -> list[str]:
    return [column[0] for column in description]
