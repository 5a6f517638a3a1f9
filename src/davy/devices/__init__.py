"""The register of devices: the phones that sign what they send, and the invitations by which they came in."""
