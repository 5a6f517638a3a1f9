"""What two companies of a park tell one another about people, without telling who they are (B8)."""
