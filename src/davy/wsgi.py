"""Django as a WSGI application; ``davy.asgi`` calls it in its threads."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "davy.settings")

application = get_wsgi_application()
