"""What is kept, how long, what holds it beyond that, and what of a person may be erased."""
