"""The detector of a town: SN-1 behind gw1, bound where hands are given."""

from __future__ import annotations

from davy.building.hands import Hands
from davy.sensing.tests import detector
from tests.browser.town import Town

__all__ = ["Detector"]


class Detector(detector.Detector):
    """Its messages come as the log hands them on."""

    def __init__(self, town: Town, hands: Hands | None = None) -> None:
        super().__init__(town.plant, hands)
