"""Who must be told of what happens to a permit: a pure reading of its events and its people."""
