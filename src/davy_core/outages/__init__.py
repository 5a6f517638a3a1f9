"""Declared outages, and the pre-numbered sheets of paper that count in them alone (S18). Pure."""
