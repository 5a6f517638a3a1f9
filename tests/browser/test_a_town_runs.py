"""The running Davy of the journeys answers a logged-in phone."""

import pytest

from tests.browser.town import Town

pytestmark = pytest.mark.browser


def test_a_logged_in_phone_is_known(town: Town) -> None:
    answer = town.phone("li").context.request.get("/api/v1/session").json()
    assert answer["person"]["name"] == "李工"
