"""Bytes that prove: one spelling for every value, and chains of hashes over them."""
