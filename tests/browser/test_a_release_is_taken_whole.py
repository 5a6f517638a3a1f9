"""A new release of the phone app: none that is half there, none unasked, none under an open form."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from davy.building import journeys
from davy.building.hands import Hands
from davy.db import tenant
from davy.door.models import StoredCommand
from tests.browser import thumbs
from tests.browser.deploying import Deployment, deployed
from tests.browser.town import Town

pytestmark = pytest.mark.browser

TRIED = """async () => {
  const found = await navigator.serviceWorker.getRegistration()
  const ended = new Promise((done) => found.addEventListener('updatefound', () => {
    const worker = found.installing
    worker.addEventListener('statechange', () => done(worker.state))
  }))
  await found.update().catch(() => undefined)
  return ended
}"""
"""What became of the release that is on the server now."""
LOOK = """async () => {
  const found = await navigator.serviceWorker.getRegistration()
  for (let times = 0; times < 10 && found.waiting === null; times += 1) {
    await found.update().catch(() => undefined)
    const worker = found.installing
    if (worker?.state === 'installing')
      await new Promise((done) => worker.addEventListener('statechange', done, { once: true }))
  }
}"""
"""Ask until a release lies ready. One question is not enough: the page asks by itself when it opens, and the
browser answers two questions at a time as one. Where that one met half a release, it was rightly refused."""
KEPT = "async () => (await caches.keys()).filter((name) => name.startsWith('davy-m-')).length"


@pytest.fixture
def phone(town: Town, tmp_path: Path) -> Iterator[tuple[Page, Deployment, str]]:
    """王监护's phone with the app kept on it, while his work is going on."""
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    with deployed(town, tmp_path / "served") as (found, deployment):
        yield thumbs.installed(found.phone("wang")), deployment, str(hands.permit)


def test_half_a_release_is_refused_and_the_one_before_goes_on(phone: tuple[Page, Deployment, str]) -> None:
    page, deployment, _ = phone
    deployment.half()
    deployment.asked.clear()
    assert page.evaluate(TRIED) == "redundant"
    assert deployment.asked.count("/m/index.html") == 2  # once more past what a proxy may have kept
    assert page.evaluate(KEPT) == 1
    page.reload()
    expect(page.get_by_role("heading", name="待办")).to_be_visible()
    assert page.title() == "Davy"
    deployment.complete()
    page.evaluate(LOOK)
    expect(page.get_by_role("button", name="有新版本")).to_be_visible()


def test_a_release_waits_for_the_tap_and_for_the_form_and_loses_nothing(
    phone: tuple[Page, Deployment, str], town: Town
) -> None:
    page, deployment, permit = phone
    thumbs.open_permit(page, permit)
    deployment.silent = True
    page.get_by_role("button", name="叫停").click()
    sheet = page.get_by_role("dialog", name="叫停这项作业？")
    sheet.get_by_role("button", name="叫停").click()
    expect(page.get_by_text("已叫停，待上传")).to_be_visible()
    page.goto(f"/m/permits/{permit}/photo")
    expect(page.get_by_role("heading", name="拍照")).to_be_visible()
    deployment.half()
    deployment.complete()
    page.evaluate(LOOK)
    expect(page.get_by_text("办完这一步再更新")).to_be_visible()
    expect(page.get_by_role("button", name="有新版本")).to_have_count(0)
    town.photograph(page, "release-under-a-form")
    page.goto("/m/me")
    expect(page.get_by_role("button", name="有新版本")).to_be_visible()
    town.photograph(page, "release-offered")
    assert page.title() == "Davy"
    page.get_by_role("button", name="有新版本").click()
    expect(page).to_have_title("Davy 2")
    expect(page.get_by_text("1 条待上传").first).to_be_visible()
    with page.expect_response(lambda answer: answer.url.endswith("/commands") and answer.ok):
        deployment.silent = False
        page.reload()
    expect(page.get_by_text("1 条待上传")).to_have_count(0)
    with tenant.company(town.plant.company):
        stopped = [command.stream_id for command in StoredCommand.objects.filter(kind="stop")]
    assert stopped == [UUID(permit)]
