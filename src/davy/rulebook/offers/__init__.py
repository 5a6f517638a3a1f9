"""Rules that are offered to companies beyond the law, taken into use and out of it."""
