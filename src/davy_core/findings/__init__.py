"""What looks like stamping: pure functions over events. A finding proposes and never punishes."""
