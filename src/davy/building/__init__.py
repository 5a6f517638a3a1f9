"""Builders shared by tests, bench and demo: a plant in its registers, and hands that give commands."""
