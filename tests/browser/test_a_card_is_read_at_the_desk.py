"""The picture of a card fills the form of a certificate at the desk: what is clear stands in it with its
cutting, what is doubtful waits for a press, and the picture is kept with the certificate."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from bench.drawn import draw, jpeg
from davy.db import tenant
from davy.people.models import Certificate, Person
from tests.browser.town import Town

pytestmark = pytest.mark.browser

PATIENT = 90_000  # milliseconds; a loaded machine reads a picture at its third try


def _read(page: Page, form: Locator, picture: Path) -> None:
    """Choose the picture, and again when the reader is busy, as a person does."""
    done, busy = form.get_by_text("已填入有把握的几项"), form.get_by_text("识别正忙")
    for _ in range(6):
        form.locator("input[type=file]").set_input_files(picture)
        expect(form.get_by_text("正在识别")).to_have_count(0, timeout=PATIENT)
        expect(done.or_(busy).first).to_be_visible()
        if done.is_visible():
            return
    raise AssertionError("never read")


def test_a_card_fills_the_form_and_is_kept(town: Town, tmp_path: Path) -> None:
    drawn = draw("special_operation", 1)
    picture = tmp_path / "card.jpg"
    picture.write_bytes(jpeg(drawn.picture))
    page = town.console("zheng")
    page.goto("/console/people/certificates")
    page.get_by_role("button", name="登记证书").click()
    form = page.get_by_role("dialog")
    _read(page, form, picture)
    for name, field in (("证号", "number"), ("项目", "item"), ("有效期至", "valid_to")):
        expect(form.get_by_label(name, exact=True)).to_have_value(drawn.truth[field])
    assert form.get_by_role("img").count() >= len(drawn.truth) - 1
    with tenant.company(town.plant.company):
        holder = Person.objects.get(id=town.plant.people["qian"].person)
    form.get_by_label("人员", exact=True).fill(f"{holder.name} {holder.hr_code}")
    other = form.get_by_text("姓名和所选人员不一致")
    expect(other.or_(form.get_by_text("识别正忙")).first).to_be_visible(timeout=PATIENT)
    if not other.is_visible():
        _read(page, form, picture)
    expect(other).to_be_visible()
    town.photograph(page, "console-scan")
    with page.expect_response(lambda answer: answer.request.method == "POST") as kept:
        form.get_by_role("button", name="保存", exact=True).click()
    assert kept.value.ok, kept.value.text()
    with tenant.company(town.plant.company):
        made = Certificate.objects.get(number=drawn.truth["number"])
    assert made.scan == hashlib.sha256(picture.read_bytes()).hexdigest()
    assert str(made.review_due) == drawn.truth["review_due"]
