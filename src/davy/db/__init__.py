"""What every table of Davy stands on: the tenant of a transaction, row security, roles, raw reads."""
