"""The copy of everything that is kept of one person, for himself (PIPL art. 45)."""
