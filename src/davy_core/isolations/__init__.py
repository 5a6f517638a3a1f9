"""Isolation with lock and tag: points that keep energy and media away from people, and who relies on them
(GB 30871-2022 4.2, 4.5, 6.1, 7, 10.3; S24)."""
