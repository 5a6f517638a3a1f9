"""Emergencies: opened by a call for help or an alarm that nobody answers, led by people, ended by the right
post."""
