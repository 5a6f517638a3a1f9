"""Looks through all evidence each night: chains, rows, log and files, and tells people what does not hold."""
