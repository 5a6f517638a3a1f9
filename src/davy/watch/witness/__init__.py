"""Signs that logs of others only grew, and has others sign that ours did: C2SP tlog-witness over HTTP."""
