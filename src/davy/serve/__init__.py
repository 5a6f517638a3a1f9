"""Runs an installation: its database, its web server, its jobs and its clock, as children of one process."""
