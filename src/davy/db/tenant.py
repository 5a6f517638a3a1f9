"""Which company a transaction works for. PostgreSQL row security enforces it, not the queries.

The setting lives exactly as long as the transaction. A connection whose setting was never made, or whose
transaction was rolled back, holds none or the empty string: both make the policies raise, so a forgotten
tenant is an error and never somebody else's rows.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

from django.db import connection, transaction

__all__ = ["NoTenantError", "OtherTenantError", "company", "current"]

_company: ContextVar[UUID | None] = ContextVar("davy_company", default=None)


class NoTenantError(RuntimeError):
    """Asked for the company of the transaction outside of a tenant block."""


class OtherTenantError(RuntimeError):
    """A block for one company was opened inside a block for another."""


def current() -> UUID:
    """The company of the enclosing block. Raises NoTenantError outside of one."""
    company_id = _company.get()
    if company_id is None:
        raise NoTenantError("open davy.db.tenant.company(...) first")
    return company_id


@contextmanager
def company(company_id: UUID, *, patience: str | None = None) -> Iterator[None]:
    """A transaction that sees and writes only rows of this company.

    ``patience`` is how long one of its statements waits for a lock (``200ms``), None = as long as it takes.
    Inside a block of the same company it nests as a savepoint. Raises OtherTenantError inside a block of
    another: one transaction never serves two companies.
    """
    outer = _company.get()
    if outer is not None and outer != company_id:
        raise OtherTenantError(f"transaction belongs to company {outer}, not {company_id}")
    if outer is not None:
        with transaction.atomic():
            if patience is not None:
                _set(str(company_id), patience)
            yield
        return
    inside_transaction = connection.in_atomic_block
    token = _company.set(company_id)
    try:
        with transaction.atomic():
            _set(str(company_id), patience)
            yield
            if inside_transaction:
                # A savepoint is released, not ended: the setting would outlive the block.
                _set("")
    finally:
        _company.reset(token)


def _set(value: str, patience: str | None = None) -> None:
    with connection.cursor() as cursor:
        if patience is None:
            cursor.execute("SELECT set_config('davy.company', %s, true)", [value])
        else:
            both = "SELECT set_config('davy.company', %s, true), set_config('lock_timeout', %s, true)"
            cursor.execute(both, [value, patience])
