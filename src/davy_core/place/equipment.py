"""The kinds of equipment, as the register of places and the hazard library name them."""

__all__ = ["KINDS"]

KINDS = (
    "tank", "vessel", "tower", "exchanger", "furnace", "boiler", "pump", "compressor", "fan", "agitator",
    "pipe", "valve", "switchgear", "transformer", "motor", "other",
)  # fmt: skip
