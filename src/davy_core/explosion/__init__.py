"""Explosion protection: what the mark on a plate is good for, and whether that fits a classed area."""
