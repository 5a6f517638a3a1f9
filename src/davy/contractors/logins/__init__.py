"""Logins of contractor firms: given and ended in the file of the firm."""
