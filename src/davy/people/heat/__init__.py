"""The state of people's certificates by firm, unit, team and trade; and what ends in the year to come."""
