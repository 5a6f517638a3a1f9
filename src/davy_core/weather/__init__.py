"""The weather of a site: what was observed, how old it may be, and which of several observers counts."""
