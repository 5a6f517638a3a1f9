"""``python -m davy_verify``."""

from davy_verify.cli import main

raise SystemExit(main())
