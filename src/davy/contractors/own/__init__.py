"""The rooms of a contractor: what its own login sees and does, of its own firm alone."""
