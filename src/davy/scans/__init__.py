"""Reads documents of people from their pictures and proposes what stands on them. Nothing is kept and
nothing counts: who enters the document confirms each field."""
