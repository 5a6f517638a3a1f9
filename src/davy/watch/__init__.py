"""Watches over the evidence itself: time stamps and witnesses outside, and alarms when it is in doubt."""
