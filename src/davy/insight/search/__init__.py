"""One box that finds permits, people, places, equipment, firms and work orders."""
