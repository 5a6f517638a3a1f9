"""What is cut, ventilated, sounded and closed at a work point: its table of causes and effects, and its
orders."""
