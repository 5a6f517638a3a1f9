"""What outsiders read of the evidence: the published log."""
