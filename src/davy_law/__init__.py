"""The law as data: contracts, rule packs, templates. No code lives here; read it by `importlib.resources`."""
