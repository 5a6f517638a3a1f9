"""Where people and work are: distances on the ground and the one judgement "within the fence"."""
