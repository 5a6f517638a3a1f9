"""Rules as data: requirements of the law, judged in three values by the one expression engine of Davy."""
