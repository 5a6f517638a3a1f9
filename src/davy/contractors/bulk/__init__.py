"""The file with which a firm hands in its people and their certificates at once."""
