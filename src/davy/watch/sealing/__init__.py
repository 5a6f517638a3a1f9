"""Seals the readings of each hour, and holds them against their seals."""
