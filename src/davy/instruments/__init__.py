"""The register of field instruments: what measures and acts on site, through which gateway, and for whom."""
