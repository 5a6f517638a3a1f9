"""How a person proves that it is he who signs, and what is kept of the proof."""
