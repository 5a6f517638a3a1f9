"""A backup of a whole installation made while it runs, and an installation made from it again and proved."""
