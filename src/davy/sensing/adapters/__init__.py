"""How a gateway's messages are read: one file with one function each, registered by name
(docs/howto/instruments.md)."""
