"""What instruments told is sealed hour by hour, so that nobody changes or takes away a reading unseen."""
