"""Who may go in through a gate, by which permit and until when; what a gate shows against what it should; who
is inside. Nothing here ever closes a way out."""
