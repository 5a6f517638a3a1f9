"""Reference data (names, drawings, posts): plain rows, each change with its audit row in one transaction.

Whatever matters to a permit's safety goes through the door instead; the list of what may live here is in the
decision record about the door.
"""

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import QuerySet
from ninja import Field, Schema
from pydantic import ConfigDict

from davy.accounts import audit
from davy.accounts.here import TenantRequest
from davy.accounts.tenanted import Tenanted
from davy.problems.response import Problem

__all__ = ["Input", "Page", "Paging", "Register"]

M = TypeVar("M", bound=Tenanted)
Row = TypeVar("Row")


class Input(Schema):
    """The body of a changing request: a field that is not known is an error, not ignored."""

    # An answer that is built on an input always tells every field; only a request may leave one out.
    model_config = ConfigDict(
        extra="forbid", str_strip_whitespace=True, json_schema_serialization_defaults_required=True
    )


class Paging(Schema):
    """Which page of a list, and the words looked for."""

    page: int = Field(1, ge=1, le=100_000)
    size: int = Field(50, ge=1, le=200)
    q: str = Field("", max_length=64)


class Page(Schema, Generic[Row]):
    """One page of a list; ``total`` counts all pages."""

    items: list[Row]
    total: int
    page: int
    size: int

    @staticmethod
    def of(query: QuerySet[Any], paging: Paging, row: Callable[[Any], Any]) -> dict[str, Any]:
        """Read the page; ``row`` makes an item of each model."""
        start = (paging.page - 1) * paging.size
        return {
            "items": [row(found) for found in query[start : start + paging.size]],
            "total": query.count(),
            "page": paging.page,
            "size": paging.size,
        }


def _unchecked(_row: Any) -> None:
    """What a register without rules of its own checks."""


class Register(Generic[M]):
    """The ways to look up and change one kind of row. To be used inside the tenant block of the request.

    ``check`` raises Problem for a row that may not be stored; ``private`` names the fields whose values
    stay out of the audit trail.
    """

    def __init__(
        self,
        model: type[M],
        resource: str,
        *,
        check: Callable[[M], None] = _unchecked,
        private: frozenset[str] = frozenset(),
    ) -> None:
        self.model = model
        self.resource = resource
        self.check = check
        self.private = private

    def all(self, request: TenantRequest) -> QuerySet[M]:
        """All rows of the company, in no order."""
        rows = self.model._default_manager  # noqa: SLF001 - public in Django
        return rows.filter(company_id=request.company.id)

    def find(self, request: TenantRequest, row_id: UUID) -> M:
        """The row. Raises Problem ``not_found``: the same for a row of another company and for none."""
        found = self.all(request).filter(id=row_id).first()
        if found is None:
            raise Problem("not_found")
        return found

    def add(self, request: TenantRequest, values: Mapping[str, Any]) -> M:
        """A new row. Raises Problem for values that cannot be stored or referred to."""
        row = self.model(company_id=request.company.id)
        self._fill(row, values)
        self._store(row, new=True)
        self._audit(request, row.id, None, audit.snapshot(row))
        return row

    def change(self, request: TenantRequest, row_id: UUID, values: Mapping[str, Any]) -> M:
        """The row with the given fields changed; without a difference nothing is written."""
        row = self.find(request, row_id)
        before = audit.snapshot(row)
        self._fill(row, values)
        after = audit.snapshot(row)
        if after != before:
            self._store(row, new=False)
            self._audit(request, row.id, before, after)
        return row

    def remove(self, request: TenantRequest, row_id: UUID) -> None:
        """Take the row away; what it held stays in the audit trail."""
        row = self.find(request, row_id)
        self._audit(request, row.id, audit.snapshot(row), None)
        self.all(request).filter(id=row_id).delete()

    def _fill(self, row: M, values: Mapping[str, Any]) -> None:
        for name, value in values.items():
            setattr(row, name, value)
        try:
            row.clean_fields(exclude={"id", "company_id"})
        except ValidationError as wrong:
            raise Problem("malformed", missing=_wrong_fields(wrong)) from wrong
        self.check(row)

    def _store(self, row: M, *, new: bool) -> None:
        try:
            with transaction.atomic():
                row.save(force_insert=new, force_update=not new)
        except IntegrityError as refused:
            raise _problem_of(refused, self.model) from refused

    def _audit(
        self,
        request: TenantRequest,
        row_id: UUID,
        before: Mapping[str, Any] | None,
        after: Mapping[str, Any] | None,
    ) -> UUID:
        """Add the row of the trail; a register that keeps more of a change adds it here."""
        return audit.write(
            company_id=request.company.id,
            account_id=request.user.id,
            resource=self.resource,
            resource_id=row_id,
            before=before,
            after=after,
            private=self.private,
        )


def _wrong_fields(wrong: ValidationError) -> list[dict[str, str]]:
    return [
        {"at": field, "wrong": str(error.code or "invalid")}
        for field, errors in wrong.error_dict.items()
        for error in errors
    ]


def _problem_of(refused: IntegrityError, model: type[models.Model]) -> Problem:
    """Which refusal a broken constraint means. An unknown one is a mistake of ours and stays an error."""
    diagnosis = getattr(refused.__cause__, "diag", None)
    name = getattr(diagnosis, "constraint_name", None) or ""
    described = model._meta  # noqa: SLF001 - Django documents it as public
    if name.endswith("_fk"):
        return Problem("reference_unknown", field=name.removeprefix(f"{described.db_table}_")[:-3])
    for constraint in described.constraints:
        if constraint.name != name:
            continue
        if isinstance(constraint, models.UniqueConstraint):
            fields = [field for field in constraint.fields if field != "company_id"]
            return Problem(
                "already_exists", field=", ".join(fields), missing=[{"at": field} for field in fields]
            )
        return Problem("malformed", missing=[{"at": name, "wrong": "constraint"}])
    raise refused
