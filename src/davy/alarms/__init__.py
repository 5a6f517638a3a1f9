"""The register of alarms: raised by what happens to permits, owned by a duty, closed by people."""
