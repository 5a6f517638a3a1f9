"""Weather stations asked over HTTP: where they are, how their answer is read, and what it told."""
