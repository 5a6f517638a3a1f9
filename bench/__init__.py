"""What Davy's hot paths cost beside the same rows moved by hand-written SQL: `make bench`."""
