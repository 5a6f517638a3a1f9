"""Reminds people, and whoever answers for them, of papers that end. It decides nothing about work."""
