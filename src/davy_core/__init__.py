"""Every safety decision, as pure functions over frozen values: no framework, no I/O, no clock, no
randomness."""
