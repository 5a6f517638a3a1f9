"""What one person did and was on: for himself, and for those whose duty it is to look (audited)."""
