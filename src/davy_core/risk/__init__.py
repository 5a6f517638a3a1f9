"""How great the risk of a work is, in four colours. Pure; the methods come as data."""
