"""The wall board of a site, and the screens that may show it without a login."""
