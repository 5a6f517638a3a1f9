"""Who is told when a firm hands something in, and when the plant decides on it."""
