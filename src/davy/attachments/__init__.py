"""Photos, recordings and drawings, stored under the hash of their content."""
