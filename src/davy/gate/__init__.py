"""Gates of the plant: who is let in follows from permits; gates are told, read back and held against it."""
