"""The shell around `davy_core`: it gathers facts, asks the core, and stores the answer in one transaction."""

__version__ = "0.1.0"
