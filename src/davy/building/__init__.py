"""Builders shared by tests, the bench and the demo: a plant in its registers, and hands that give commands."""
