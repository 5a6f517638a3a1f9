"""What a phone's queue is worth when it arrives: its chain, its clock, its device, and what it is
answered."""
