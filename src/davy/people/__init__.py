"""Firms, persons, posts and certificates: who is qualified for what, and who holds which post."""
