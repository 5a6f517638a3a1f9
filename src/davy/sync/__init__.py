"""What phones send from their queues: judged by its chain, carried out through the door, answered with a
receipt."""
