"""The law as data: contracts, rule packs and templates. No code lives here; read it with `importlib.resources`."""
