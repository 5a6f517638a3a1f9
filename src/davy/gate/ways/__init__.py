"""How gates are spoken to: one file a way."""
