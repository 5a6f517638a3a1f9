"""Examinations: how a paper is marked, and what its result counts for."""
