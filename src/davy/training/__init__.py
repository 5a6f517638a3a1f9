"""Entry training: classes signed on by QR, examinations marked by the server, and today's roster."""
