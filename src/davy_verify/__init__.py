"""Checks an evidence bundle of Davy without Davy. Shares no line with the code that wrote the bundle."""

__version__ = "0.1.0"
