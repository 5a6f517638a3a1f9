"""Stopping a whole area: a freeze by the shift leader or the control room, lifted by the post that gave it
(S15)."""
