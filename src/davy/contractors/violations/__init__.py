"""What firms did wrong in the plant, with what it costs and what they say to it."""
