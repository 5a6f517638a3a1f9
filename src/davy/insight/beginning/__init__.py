"""What a new company still has to enter before its first permit."""
