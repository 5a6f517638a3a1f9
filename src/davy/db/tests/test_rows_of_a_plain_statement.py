"""A plain statement gives rows by column name, and a promise of one row is kept."""

import pytest

from davy.db import rows

pytestmark = pytest.mark.django_db


def test_one_row_by_column_name() -> None:
    assert rows.one("SELECT %s::int AS a, %s::text AS b", [1, "火"]) == {"a": 1, "b": "火"}


def test_no_row_is_none() -> None:
    assert rows.one("SELECT 1 WHERE false") is None


def test_two_rows_where_one_was_promised_are_an_error() -> None:
    with pytest.raises(rows.ManyRowsError):
        rows.one("SELECT generate_series(1, 2)")


def test_many_rows_in_order_with_named_parameters() -> None:
    assert rows.many("SELECT x FROM generate_series(1, %(n)s::int) x ORDER BY x DESC", {"n": 3}) == [
        {"x": 3},
        {"x": 2},
        {"x": 1},
    ]


def test_json_arrives_as_text_ready_to_be_sent() -> None:
    assert rows.one("SELECT json_build_object('a', 1)::text AS t, '{\"a\": 1}'::jsonb AS j") == {
        "t": '{"a" : 1}',
        "j": '{"a": 1}',
    }
