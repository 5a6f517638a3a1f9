"""What the logins of firms hand in, and what the plant decides on it."""
