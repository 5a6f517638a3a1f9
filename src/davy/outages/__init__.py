"""停机与停机票: declared outages and their pre-numbered sheets (S18): streams, tables, reads."""
