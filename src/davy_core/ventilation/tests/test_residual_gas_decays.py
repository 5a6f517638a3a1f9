"""The exponential through readings of residual gas, and what is no decay."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from davy_core.ventilation.decay import NoDecayError, Reading, fit

BEGIN = datetime(2026, 1, 10, 0, tzinfo=UTC)


def _series(*values: str, every: timedelta = timedelta(hours=1)) -> list[Reading]:
    return [Reading(BEGIN + every * n, Decimal(v)) for n, v in enumerate(values)]


def test_a_perfect_decay_is_found_as_it_is() -> None:
    found = fit(_series("800", "400", "200", "100"))
    assert found.start.quantize(Decimal("0.001")) == 800
    assert found.rate_per_h.quantize(Decimal("0.000001")) == Decimal("0.693147")  # ln 2
    assert found.quality.quantize(Decimal("0.000001")) == 1
    assert found.readings == 4


def test_scattered_readings_fit_less_well() -> None:
    found = fit(_series("800", "300", "320", "90"))
    assert Decimal("0.8") < found.quality < Decimal("0.99")


def test_the_order_of_entry_does_not_matter() -> None:
    readings = _series("800", "410", "190")
    assert fit(readings[::-1]) == fit(readings)


@pytest.mark.parametrize(
    ("readings", "code"),
    [
        ([], "ventilation_history_short"),
        (_series("800", "400"), "ventilation_history_short"),
        (_series("800", "400", "200", every=timedelta(0)), "ventilation_history_short"),
        (_series("800", "400", "0"), "ventilation_history_zero"),
        (_series("100", "100", "100"), "ventilation_no_decay"),
        (_series("100", "150", "240"), "ventilation_no_decay"),
    ],
)
def test_what_is_no_decay_is_refused(readings: list[Reading], code: str) -> None:
    with pytest.raises(NoDecayError) as refused:
        fit(readings)
    assert refused.value.code == code
