"""What happened, as bytes nobody changes unnoticed: a hash chain a stream. Knows bytes, never permits."""
