"""The simulated company, without a past, and a way to let its time pass."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from davy.accounts.models import Company


@pytest.fixture
def company(db: None, monkeypatch: pytest.MonkeyPatch) -> "Company":
    """The company with its registers; of each scene one picture is enough."""
    from davy.clock import beat
    from davy.demo import cast, phones, pictures, registers, schemes

    monkeypatch.setattr(pictures, "_SKIES", pictures._SKIES[:1])
    monkeypatch.setattr(beat, "SILENT_AFTER", timedelta(hours=1))  # no clock runs beside the test
    beat.strike(jumped=False)
    made = registers.build()
    phones.build(made.id)
    schemes.build(cast.gather(made))
    return made


@pytest.fixture
def let_pass(step_clock: Callable[[timedelta], None]) -> Callable[[timedelta], None]:
    """Lets so much time pass for everybody, with a beat of the watching clock at its end."""
    from davy.clock import beat

    ahead = timedelta(0)

    def step(more: timedelta) -> None:
        nonlocal ahead
        ahead += more
        step_clock(ahead)
        beat.strike(jumped=False)

    return step
