"""Rows for the authorities as AQ 3064.2-2025 annex A defines them: pure functions, held by golden files."""
