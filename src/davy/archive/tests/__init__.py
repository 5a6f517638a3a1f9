"""Tests of what outsiders read."""
