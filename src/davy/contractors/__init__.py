"""Contractor firms: their papers, who shut one out, and which of their people were let in for what."""
