"""The clock that watches permits: it looks when something falls due, and gives one command, `tick`. It
decides nothing."""
