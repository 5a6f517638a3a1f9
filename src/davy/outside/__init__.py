"""Calls to addresses outside that somebody configured: judged, bounded, and nowhere else by them."""
