"""The statutory forms on paper: one permit on one A4 page, as a copy of the electronic ticket."""
