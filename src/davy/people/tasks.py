"""Jobs of the ledger. They are deferred by name and discovered by the worker."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import IO
from uuid import UUID

from procrastinate.contrib.django import app

from davy import clock
from davy.accounts.models import Company
from davy.attachments import pictures
from davy.attachments import store as attachments
from davy.attachments.store import hold
from davy.contractors.bulk import applying as handing
from davy.contractors.notices.telling import tell_handed
from davy.db import rows, tenant
from davy.people.importing import store
from davy.people.importing.applying import apply
from davy.people.importing.checking import check
from davy.people.importing.undoing import undo
from davy.people.models import Import
from davy.watch.every import each_company

_KEPT = timedelta(days=30)
"""How long the rows of an import are kept: as long as it can be taken back (j)."""
_NAMED = """
SELECT DISTINCT person FROM permits_permit, unnest(people) AS person
WHERE company_id = %(company)s AND people && %(people)s::uuid[] AND person = ANY(%(people)s::uuid[])
"""
_BODIES = "SELECT body FROM evidence_event WHERE company_id = %s AND recorded_at > %s"
_ID = re.compile(rb"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")


@app.task(name="people.get_on", queue="people")
def get_on(*, company: str, id: str) -> None:  # noqa: A002 - the name of the job's argument
    """Get on with an import, whatever it is at; two that do so at once wait for each other."""
    carry_on(UUID(company), UUID(id))


@app.periodic(cron="* * * * *")
@app.task(name="people.resume", queue="people", queueing_lock="people.resume")
def resume(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Take up imports whose worker was killed."""
    each_company(resume_company)


@app.periodic(cron="15 18 * * *")  # 02:15 in China
@app.task(name="people.sweep", queue="people", queueing_lock="people.sweep")
def sweep(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Take away rows and files of imports that are over for a month."""
    each_company(sweep_company)


def carry_on(company_id: UUID, import_id: UUID) -> None:
    """Check, enter or take back, as it stands."""
    company = Company.objects.get(id=company_id)
    with tenant.company(company_id):
        one = Import.objects.filter(company_id=company_id, id=import_id).first()
    if one is not None:
        _step(one, company.today())


def resume_company(company_id: UUID) -> None:
    """Take up what nobody gets on with in this company."""
    with tenant.company(company_id):
        found = store.unfinished(company_id)
    for import_id in found:
        carry_on(company_id, import_id)


def sweep_company(company_id: UUID) -> None:
    """Take away what is over in this company."""
    with tenant.company(company_id):
        old = list(Import.objects.filter(company_id=company_id, moved_at__lt=clock.now() - _KEPT))
        ids = [one.id for one in old]
        rows.run(
            "DELETE FROM people_import_row WHERE company_id = %s AND import_id = ANY(%s)", [company_id, ids]
        )
    for one in old:
        store.discard(company_id, one.id)


def _step(one: Import, today: date) -> None:
    company = one.company_id
    if one.state == "applying" and one.firm_id is not None:
        handing.apply(one, lambda file, sha256: _take(company, one.account_id, file, sha256), tell_handed)
    elif one.state == "checking":
        check(company, one.id, today, _opens)
    elif one.state == "applying":
        apply(company, one.id, today, lambda file, sha256: _take(company, one.account_id, file, sha256), hold)
    elif one.state == "undoing":
        undo(company, one.id, _built, hold)


def _opens(path: Path) -> bool:
    return pictures.look(path) is not None


def _take(company_id: UUID, account_id: UUID, file: IO[bytes], sha256: str) -> None:
    attachments.take(file, company_id=company_id, sha256=sha256, account_id=account_id)


def _built(company_id: UUID, people: Collection[UUID], since: datetime) -> dict[UUID, str]:
    """Who of them stands on a permit, or is named in any record of since."""
    asked = {"company": company_id, "people": list(people)}
    found = {row["person"]: "permit" for row in rows.many(_NAMED, asked)}
    named = {
        one for row in rows.many(_BODIES, (company_id, since)) for one in _ID.findall(bytes(row["body"]))
    }
    return {**{who: "record" for who in people if str(who).encode() in named}, **found}
