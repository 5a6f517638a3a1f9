"""The register of readings: what instruments told, exactly once and in order, and what could not be taken."""
