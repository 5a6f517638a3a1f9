"""What Davy does at a work point when something there goes wrong: tables of causes and effects, and the life
of an order until the device's own reading confirms it (S19)."""
