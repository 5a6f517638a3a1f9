"""Jobs of contractors. They are deferred by name and discovered by the worker."""

from __future__ import annotations

from uuid import UUID

from procrastinate.contrib.django import app

from davy.accounts.access import may
from davy.accounts.models import Account
from davy.contractors.models import FirmViolation, Submission
from davy.contractors.notices.telling import ANSWERED, DECIDED, HANDED, VIOLATED
from davy.db import tenant
from davy.notify import store
from davy.people.models import Firm
from davy_core.alarms.book import Words


@app.task(name=HANDED, queue="notify")
def handed_in(*, company: str, firm: str, source: str, count: int, lets_in: bool) -> None:
    """Tell whoever decides that a firm handed something in."""
    company_id, resource = UUID(company), "admissions" if lets_in else "submissions"
    with tenant.company(company_id):
        name = Firm.objects.values_list("name", flat=True).get(company_id=company_id, id=firm)
        words = Words(f"{name}报来 {count} 项，等确认", f"{name} handed in {count}, to be confirmed")
        found = Account.objects.filter(company_id=company_id, is_active=True, person_id__isnull=False)
        people = {str(one.person_id) for one in found if may(one.roles, resource, "write")}
        store.say(company_id, [store.Plain(one, f"handed/{source}", HANDED, words) for one in sorted(people)])


@app.task(name=DECIDED, queue="notify")
def decided(*, company: str, person: str, ids: list[str]) -> None:
    """Tell whoever handed these in what became of them."""
    company_id = UUID(company)
    with tenant.company(company_id):
        rows = list(Submission.objects.filter(company_id=company_id, id__in=ids).order_by("id"))
        taken = sum(1 for row in rows if row.state == "confirmed")
        sent_back = [row for row in rows if row.state == "refused"]
        if taken:
            words = Words(f"报审已确认 {taken} 项", f"The plant confirmed {taken} of what you handed in")
            key = f"confirmed/{rows[0].id}"
            store.say(company_id, [store.Plain(person, key, DECIDED, words)])
        for row in sent_back:
            words = Words(f"报审退回：{row.why}", f"Sent back by the plant: {row.why}")
            store.say(company_id, [store.Plain(person, f"sent_back/{row.id}", DECIDED, words)])


@app.task(name=VIOLATED, queue="notify")
def violated(*, company: str, violation: str) -> None:
    """Tell whoever has the login of the firm of a violation, or that it was withdrawn."""
    company_id = UUID(company)
    with tenant.company(company_id):
        row = FirmViolation.objects.get(company_id=company_id, id=violation)
        over = row.withdrawn_at is not None
        words = Words(
            f"违章{'已撤销' if over else '记录'}：{row.what}，{row.amount} 元",
            f"A violation was {'withdrawn' if over else 'recorded'}: {row.what}, {row.amount} yuan",
        )
        found = Account.objects.filter(company_id=company_id, firm_id=row.firm_id, is_active=True)
        key = f"violation/{row.id}/{'withdrawn' if over else 'recorded'}"
        people = sorted({str(one.person_id) for one in found})
        store.say(company_id, [store.Plain(one, key, DECIDED, words) for one in people])


@app.task(name=ANSWERED, queue="notify")
def answered(*, company: str, violation: str) -> None:
    """Tell whoever recorded a violation what the firm said to it."""
    company_id = UUID(company)
    with tenant.company(company_id):
        row = FirmViolation.objects.get(company_id=company_id, id=violation)
        words = Words(f"违章申辩：{row.answer}", f"The firm answers to a violation: {row.answer}")
        store.say(company_id, [store.Plain(str(row.by_id), f"violation/{row.id}/answered", ANSWERED, words)])
