"""Jobs of gates. They are deferred by name and discovered by the worker."""

from __future__ import annotations

from contextlib import suppress
from uuid import UUID

from django.db import transaction
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from davy import clock
from davy.accounts.models import Company
from davy.db import rows, tenant
from davy.gate import sweeping
from davy.gate.judging import judge_all
from davy.gate.visiting import visit as pay

_DUE = "SELECT id FROM gate_controller WHERE company_id = %s AND next_visit_at <= %s ORDER BY next_visit_at"


# Without an end: a way in that a stop could not close in its own transaction is owed until it is.
@app.task(name="gate.judge", queue="gate", retry=RetryStrategy(wait=2))
def judge(*, company: str, cause: str) -> None:  # noqa: ARG001 - tells people what caused it
    """Every gate of the company judges anew, because a change could not tell them in its own transaction."""
    judge_all(UUID(company))


@app.task(name="gate.visit", queue="gate")
def visit(*, company: str, gate: str) -> None:
    """Visit one gate, if it is due and nobody is there. One that fails is due again by itself."""
    pay(UUID(company), UUID(gate))


@app.periodic(cron="* * * * * */15")
@app.task(name="gate.look", queue="gate_clock", queueing_lock="gate.look", lock="gate.look")
def look(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Four times a minute: windows open and end, papers run out, people are frozen without any permit's
    change; then a job for each gate that is due, so that a slow one keeps no other waiting."""
    for company_id in Company.objects.order_by("id").values_list("id", flat=True):
        judge_all(company_id)
        with tenant.company(company_id):
            due = [row["id"] for row in rows.many(_DUE, (company_id, clock.now()))]
            for gate in due:
                one = f"gate.visit/{gate}"
                with suppress(AlreadyEnqueued):
                    _call(one, company_id, gate)


def _call(one: str, company_id: UUID, gate: UUID) -> None:
    with transaction.atomic():  # a job that waits already is no failure
        app.configure_task("gate.visit", queueing_lock=one).defer(company=str(company_id), gate=str(gate))


@app.periodic(cron="35 18 * * *")  # 02:35 in China
@app.task(name="gate.sweep", queue="gate", queueing_lock="gate.sweep")
def sweep(timestamp: int) -> None:  # noqa: ARG001 - the scheduler gives it
    """Let go of passages past their time: who went where is nobody's business for ever."""
    for company_id in Company.objects.values_list("id", flat=True):
        with tenant.company(company_id):
            sweeping.sweep(company_id, clock.now())
