"""The permit: its state, the commands that may be given, the events they become, and the one pure
decision."""
