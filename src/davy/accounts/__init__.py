"""Companies, accounts, sessions and who may do what that is not a step on a permit."""
