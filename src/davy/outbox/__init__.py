"""Messages that leave the plant, written in the transaction of what they tell and delivered afterwards."""
