"""What anybody may know who scans a code: whether work may go on here, and the button that stops it (S15)."""
