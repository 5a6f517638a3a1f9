"""Which cameras hang where, as people told it. Nothing here opens, fetches or records a picture."""
