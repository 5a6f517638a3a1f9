"""Without a note that somebody kept outside, a restored log is whole and yet not proved to be the newest."""

from __future__ import annotations

from pathlib import Path

import pytest

from davy.db import tenant
from davy.evidence.log import store
from davy.evidence.log.integrate import integrate
from davy.evidence.tests.events import grow
from davy.ids import uuid7
from davy.serve.backup.proving import prove


@pytest.mark.django_db
def test_only_with_a_note_from_outside_everything_is_proved(settings: object, tmp_path: Path) -> None:
    setattr(settings, "DATA", tmp_path)  # noqa: B010 - pytest-django's settings take any name
    ours = uuid7()
    grow(ours, uuid7())
    integrate(ours)
    with tenant.company(ours):
        newest = store.checkpoint(ours)
    assert newest is not None
    backup = {str(ours): newest.note}
    assert [said.holds for said in prove(backup, [newest.note])] == [True, True]
    whole, outside = prove(backup, [])
    assert (whole.holds, outside.holds) == (True, False)
    assert "没有给出外面留的检查点" in outside.zh
