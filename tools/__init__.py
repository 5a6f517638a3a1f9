"""What holds the house to its own rules."""
