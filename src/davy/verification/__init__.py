"""Certificates held against those who issued them: answers, freezes and thaws, nights, looks on site."""
