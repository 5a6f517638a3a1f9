"""A company's own part of the hazard analysis: rows it always asks about, and the scale it grades by."""
