"""Work that was foreseen: maintenance plans, work orders, bookings. A permit names one of them (AQ 5.3)."""
