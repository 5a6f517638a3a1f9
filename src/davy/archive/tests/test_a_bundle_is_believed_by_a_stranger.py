"""A permit is taken away as a bundle, and proved by a program that shares nothing with Davy."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from davy.accounts.models import Account, AuditRow
from davy.archive.tests.taken import ask, at_work, bundle, files, key, zipped
from davy.building import journeys
from davy.building.hands import Hands
from davy.db import tenant
from davy_verify.checks import check
from davy_verify.finding import BROKEN, OPEN, PROVEN, Finding, worst
from davy_verify.note import Key
from davy_verify.words import said

pytestmark = pytest.mark.django_db


@pytest.fixture
def hands(step_clock: Callable[[timedelta], None]) -> Hands:
    return at_work(step_clock)


def _checked(made: bytes, path: Path, known: Key | None) -> list[Finding]:
    path.write_bytes(made)
    found = check(path, known)
    for finding in found:
        assert said(finding, "zh")
        assert said(finding, "en")
    return found


def test_all_of_it_is_proven_with_the_key_of_the_plant(hands: Hands, tmp_path: Path) -> None:
    made = bundle(hands)
    found = _checked(made, tmp_path / "b.zip", key(hands.plant))
    assert worst(found) == PROVEN, found
    codes = {finding.code for finding in found}
    assert {"key_known", "files_whole", "checkpoint_signed", "stream_whole", "private_whole"} <= codes
    assert "attachments_whole" in codes
    papers = {name: content for name, content in files(made).items() if name.startswith("papers/")}
    assert all(content.startswith(b"%PDF") for content in papers.values())
    assert [b"ETSI.CAdES.detached" in papers[name] for name in sorted(papers)] == [True, False]


def test_without_a_key_it_is_not_proven_whose_it_is(hands: Hands, tmp_path: Path) -> None:
    found = _checked(bundle(hands), tmp_path / "b.zip", None)
    assert worst(found) == OPEN
    assert [f.code for f in found if f.level == OPEN] == ["key_from_bundle"]


def test_names_are_withheld_from_who_may_not_read_them(hands: Hands, tmp_path: Path) -> None:
    with tenant.company(hands.plant.company):
        account = Account.objects.get(id=hands.plant.people["zheng"].account)
        account.roles = ["auditor"]
        account.save()
    made = bundle(hands)
    found = _checked(made, tmp_path / "b.zip", key(hands.plant))
    assert worst(found) == OPEN
    assert "private_withheld" in {f.code for f in found}
    assert "no_papers" in {f.code for f in found}
    assert not [name for name in files(made) if name.endswith(("private.jsonl", ".pdf"))]


def test_no_byte_of_a_file_can_be_changed(hands: Hands, tmp_path: Path) -> None:
    made = bundle(hands)
    known = key(hands.plant)
    content = files(made)
    for name, bytes_ in content.items():
        for at in {0, len(bytes_) // 3, len(bytes_) // 2, len(bytes_) - 1}:
            changed = zipped({**content, name: _flipped(bytes_, at)})
            assert worst(_checked(changed, tmp_path / "b.zip", known)) == BROKEN, (name, at)


def test_a_flipped_byte_of_the_zip_is_found_or_changes_nothing(hands: Hands, tmp_path: Path) -> None:
    made = bundle(hands)
    for at in range(0, len(made), len(made) // 60):
        changed = _flipped(made, at)
        found = _checked(changed, tmp_path / "b.zip", key(hands.plant))
        if worst(found) != BROKEN:
            assert files(changed) == files(made)


def test_a_file_too_many_and_one_too_few_are_found(hands: Hands, tmp_path: Path) -> None:
    content = files(bundle(hands))
    more = _checked(zipped({**content, "more": b"x"}), tmp_path / "b.zip", key(hands.plant))
    assert Finding(BROKEN, "file_added", {"file": "more"}) in more
    photo = next(name for name in content if name.startswith("attachments/"))
    del content[photo]
    less = _checked(zipped(content), tmp_path / "b.zip", key(hands.plant))
    assert Finding(BROKEN, "file_missing", {"file": photo}) in less


def test_the_list_as_it_is_narrowed_goes_in_onebundle(hands: Hands, tmp_path: Path) -> None:
    other = Hands(hands.plant)
    journeys.draft_confined(other)
    answer = ask(hands.plant, "evidence/bundle.zip")
    found = _checked(b"".join(answer.streaming_content), tmp_path / "b.zip", key(hands.plant))
    assert worst(found) == PROVEN, found
    assert len([f for f in found if f.code == "stream_whole"]) == 2
    hot = ask(hands.plant, "evidence/bundle.zip", type="hot")
    found = _checked(b"".join(hot.streaming_content), tmp_path / "b.zip", key(hands.plant))
    assert [f.about["stream"] for f in found if f.code == "stream_whole"] == [str(hands.permit)]


def test_who_may_not_take_it_does_not_and_who_did_is_kept(hands: Hands) -> None:
    assert ask(hands.plant, f"permits/{hands.permit}/bundle.zip", "li").status_code == 403
    bundle(hands)
    with tenant.company(hands.plant.company):
        row = AuditRow.objects.filter(resource="evidence").latest("id")
    assert (row.account_id, row.after) == (hands.plant.people["zheng"].account, {"permits": 1})


def test_there_is_nothing_of_a_permit_that_is_not_ours(hands: Hands) -> None:
    assert ask(hands.plant, "permits/0197e000-0000-7000-8000-000000000001/bundle.zip").status_code == 404
    assert ask(hands.plant, "evidence/bundle.zip", type="lifting").status_code == 404


def _flipped(content: bytes, at: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 1 << at % 8]) + content[at + 1 :]
