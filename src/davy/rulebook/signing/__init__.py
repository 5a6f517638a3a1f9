"""How strong signatures must be here: what the packs ask, and what the company asks for beyond them."""
