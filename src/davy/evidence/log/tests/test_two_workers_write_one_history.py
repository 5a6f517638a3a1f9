"""Several processes at the same work: one writes, the others leave it to him, nothing is entered twice."""

from __future__ import annotations

import threading

import pytest
from django.db import connections

from davy.evidence.log.audit import Audited, audit
from davy.evidence.log.integrate import integrate
from davy.evidence.log.keys import log_key
from davy.evidence.tests.events import grow
from davy.ids import uuid7

OURS = uuid7()


@pytest.mark.usefixtures("committed_db")
def test_at_one_instant() -> None:
    for _ in range(30):
        grow(OURS, uuid7())
    added: list[int] = []

    def work() -> None:
        try:
            added.extend(integrate(OURS) for _ in range(5))
        finally:
            connections.close_all()

    workers = [threading.Thread(target=work) for _ in range(3)]
    for thread in workers:
        thread.start()
    for thread in workers:
        thread.join()
    assert sum(added) == 30
    assert list(audit(OURS, log_key(OURS).public, Audited())) == []
