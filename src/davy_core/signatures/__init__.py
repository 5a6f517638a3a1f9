"""How strongly a signature was made, and how strongly each one must be."""
