"""Permits in the shell: their rows, the facts a decision needs, and what is read of them."""
