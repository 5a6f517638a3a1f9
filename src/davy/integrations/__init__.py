"""What comes from other systems: each one a package, composing facts and commands and deciding nothing."""
