"""Isolation with lock and tag: the stream of an isolation, its registers and its reads."""
