"""What stands between instruments and Davy on site: keeps what is told, and delivers it once and in order."""
