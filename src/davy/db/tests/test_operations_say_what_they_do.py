"""The migration operations refuse names and privileges that would slip into the SQL."""

import pytest

from davy.db.migration import AppendOnly, EnableRls, GrantApp


@pytest.mark.parametrize("name", ["", "Permit", "a b", "a;drop table x", 'a"b', "1a"])
def test_a_name_that_needs_quoting_is_refused(name: str) -> None:
    for operation in (AppendOnly, EnableRls):
        with pytest.raises(ValueError, match="table name"):
            operation(name)
    with pytest.raises(ValueError, match="column name"):
        EnableRls("permits", name)


@pytest.mark.parametrize(
    "privileges", ["", "all", "select;drop", "truncate", "delete(x)", "select,update(a,b)"]
)
def test_a_privilege_we_do_not_know_is_refused(privileges: str) -> None:
    with pytest.raises(ValueError, match="privileges"):
        GrantApp("permits", privileges)


def test_every_operation_can_be_taken_back() -> None:
    for operation in (AppendOnly("t"), EnableRls("t"), GrantApp("t", "select, update(x)")):
        assert operation.forwards()
        assert operation.backwards()
        assert "t" in operation.describe()
