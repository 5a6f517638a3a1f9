"""The log of one company: what all its chains came to, committed to by one signed tree."""
