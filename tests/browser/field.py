"""A guardian at a running hot work, his phone enrolled, behind a line the test can cut or break."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from playwright.sync_api import Page, expect

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import PASSWORD
from davy.db import tenant
from davy.devices.models import DeviceRow
from davy.door.models import StoredCommand
from tests.browser import thumbs
from tests.browser.deploying import Deployment, deployed
from tests.browser.town import Town

__all__ = ["Field", "at_work", "enrol"]


@dataclass
class Field:
    """王监护 at a running hot work with his phone enrolled, behind a line the test can cut."""

    town: Town
    line: Deployment
    page: Page
    permit: str

    def arrived(self) -> list[tuple[str, str]]:
        """What came through the door from phones that record, in order."""
        kinds = {"guard_round", "add_photo", "pause", "stop", "sos", "record_round"}
        with tenant.company(self.town.plant.company):
            found = StoredCommand.objects.filter(
                stream_id=UUID(self.permit), kind__in=kinds, app__startswith="m/"
            )
            return [(command.kind, command.verdict) for command in found.order_by("recorded_at")]

    def chain(self) -> int:
        """How far the server has the chain of the phone."""
        with tenant.company(self.town.plant.company):
            return DeviceRow.objects.get().seq

    def round(self) -> None:
        """A guardian's round with one tap, written down by the phone."""
        thumbs.open_step(self.page, self.permit, "round", "监护巡查")
        thumbs.press(self.page, "一切正常")
        self.page.wait_for_url(f"**/permits/{self.permit}")

    def queue(self) -> Page:
        """The page of what waits."""
        self.page.goto("/m/queue")
        expect(self.page.get_by_role("heading", name="待上传的记录")).to_be_visible()
        return self.page


def enrol(page: Page) -> None:
    """Enrol the phone of whoever is logged in."""
    page.goto("/m/enrol")
    page.locator("input[type=password]").fill(PASSWORD)
    thumbs.press(page, "登记")
    expect(page.get_by_text("已登记。")).to_be_visible()


@contextmanager
def at_work(town: Town, folder: Path) -> Iterator[Field]:
    """王监护 stands at a live permit with its card open on his phone."""
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    with deployed(town, folder) as (found, line):
        page = thumbs.installed(found.phone("wang"))
        enrol(page)
        town.mark_phones()
        town.photograph(page, "enrolled")
        thumbs.open_permit(page, str(hands.permit))
        yield Field(town, line, page, str(hands.permit))
