"""What the record tells: how the law was held here, and what looks like stamping. It never decides."""
