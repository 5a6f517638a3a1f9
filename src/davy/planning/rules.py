"""What may be booked, and by whom it is decided (AQ 3064.2-2025 5.3)."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from davy.planning.models import Booking, WorkOrder
from davy.problems.response import Problem

__all__ = ["check_decision", "check_order", "check_window"]

LONGEST_DAYS = 31


def check_order(order: WorkOrder) -> None:
    """Raises Problem ``malformed`` for an order that ends before it begins."""
    if order.ends_on < order.starts_on:
        raise Problem("malformed", missing=[{"at": "ends_on"}])


def check_window(booking: Booking, timezone: str, now: datetime) -> None:
    """A booking is made the day before at the latest, by the local days of its site; on the day itself only
    as urgent and with a reason. Raises Problem booking_window, booking_late or booking_reason."""
    starts, ends = booking.starts_at, booking.ends_at
    if starts.tzinfo is None or ends.tzinfo is None or not starts < ends or ends <= now:
        raise Problem("booking_window", missing=[{"at": "ends_at"}])
    if (ends - starts).days > LONGEST_DAYS:
        raise Problem("booking_window", missing=[{"at": "ends_at"}])
    zone = ZoneInfo(timezone)
    ahead = starts.astimezone(zone).date() > now.astimezone(zone).date()
    if not ahead and not booking.urgent:
        raise Problem("booking_late", missing=[{"at": "urgent"}])
    if booking.urgent and not booking.reason.strip():
        raise Problem("booking_reason", missing=[{"at": "reason"}])


def check_decision(booking: Booking, person: UUID | None, *, approve: bool, note: str) -> None:
    """Nobody approves what he booked; a refusal has its reason; what is decided stays decided. Raises Problem
    booking_decided, separation_of_duties or booking_reason."""
    if booking.state != "asked":
        raise Problem("booking_decided", state=booking.state)
    if person is None or person == booking.booked_by:
        raise Problem("booking_own")
    if not approve and not note.strip():
        raise Problem("booking_reason", missing=[{"at": "note"}])
