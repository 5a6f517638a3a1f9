"""Field instruments: what each kind is, when one may be believed, whom it serves, and the order of what it
tells."""
