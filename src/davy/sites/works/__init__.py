"""What a site offers: its industry, and which templates are switched on."""
