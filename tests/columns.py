"""The columns of a table that somebody may write: a generated one is made of the others."""

from davy.db import rows

__all__ = ["written"]


def written(table: str) -> str:
    """Their names, for a statement."""
    found = rows.one(
        "SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) AS names"
        " FROM information_schema.columns WHERE table_name = %s AND is_generated = 'NEVER'",
        [table],
    )
    assert found is not None
    return str(found["names"])
