"""Lets gateways in, reads what their instruments tell, and stores it; composes commands and decides
nothing."""
