"""Whether a company asks for the entry training of contractors: its own rules say so, nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from davy.accounts.models import Company
from davy.people import catalogues
from davy.people import queries as people
from davy.problems.response import Problem
from davy.rulebook import books, law
from davy.training import queries
from davy.training.courses import course

__all__ = ["asks", "check_trained", "in_words"]

REQUIREMENT = "site.crew.entry_trained"
"""Of rulepacks/overlays/entry_training.yaml; a company that writes its own keeps this id."""


def asks(company_id: UUID) -> bool:
    """Whether any work of the company asks for it. Inside a tenant block."""
    for template in law.templates():
        if any(one.id == REQUIREMENT for one in books.current(company_id, template).requirements):
            return True
    return False


def check_trained(company_id: UUID, person_id: UUID, works: Iterable[str]) -> None:
    """Raises Problem ``admission_untrained`` where the company asks and a course of these works is missing or
    over."""
    if not asks(company_id):
        return
    today = Company.objects.get(id=company_id).today()
    missing = queries.lacking(company_id, person_id, works, catalogues.works(), today)
    if missing:
        who = people.names(company_id, [person_id]).get(str(person_id), "")
        told = [{"at": "person_id", "course": one, "clause": course(one)["clause"]} for one in missing]
        raise Problem("admission_untrained", missing=told, who=who, what=in_words(missing))


def in_words(missing: Iterable[str]) -> str:
    """The names of courses in one line."""
    return "、".join(str(course(one)["zh"]) for one in missing)
