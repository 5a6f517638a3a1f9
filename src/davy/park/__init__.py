"""Sharing with the companies of a park: consent, a signed list of masked people, and what it says of ours."""
