"""How long a space must be ventilated before its air may be tested. Pure, in decimal arithmetic."""
