"""What somebody keeps for his own screens, so that it follows him to another desk."""
