"""Certificates as the law describes them: which catalogue a paper is read by, and what it says of its
dates."""
