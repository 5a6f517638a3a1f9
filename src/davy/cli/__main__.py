"""``python -m davy.cli``."""

import sys

from davy.cli.main import main

sys.exit(main())
