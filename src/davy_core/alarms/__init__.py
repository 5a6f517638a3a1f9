"""Alarms: raised by what happens to a permit, then acknowledged, handled and closed by people. They resume
nothing."""
