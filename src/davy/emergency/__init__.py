"""Stopping more than one permit at once: the freeze of an area or of the whole site, the recall of rules."""
