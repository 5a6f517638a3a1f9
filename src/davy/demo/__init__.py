"""The living demo: a simulated company with a past, and people who keep it at work.

Everything that happens to its permits comes through the door, as from anybody else.
"""
