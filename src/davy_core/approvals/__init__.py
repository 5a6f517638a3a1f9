"""Approval routes: a decision table from type, level, special periods and contractor to ordered stages."""
