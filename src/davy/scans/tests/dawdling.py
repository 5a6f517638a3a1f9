"""A reading process that does what the question says: for tests of whoever asks it."""

import json
import os
import sys
import time

for line in sys.stdin:
    asked = json.loads(line)
    if asked["do"] == "end":
        os._exit(3)
    if asked["do"] == "sleep":
        time.sleep(60)
    sys.stdout.write(json.dumps({"pid": os.getpid(), "said": asked["do"] * asked.get("times", 1)}) + "\n")
    sys.stdout.flush()
