"""Which works stand in each other's way: the matrix of GB 30871-2022 over place, height and time (S23)."""
