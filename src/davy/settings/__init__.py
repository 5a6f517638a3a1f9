"""Django's settings. Everything an installation may choose comes from the environment, read by ``env``."""

from typing import Any

from davy.settings import bucket, env, places

ENV = env.choice("DAVY_ENV", "prod", ("dev", "test", "prod"))
DATA = places.data()

# --- Django itself -----------------------------------------------------------------------------------

DEBUG = False  # a debug page shows more of a plant than its login does, so no environment has it
SECRET_KEY = places.secret_key(DATA / "secret-key")
# The host name chooses the company, so a plant lists its names; dev and test take any.
ALLOWED_HOSTS = env.words(
    "DAVY_HOSTS", ["*"] if ENV != "prod" else ["localhost", ".localhost", "127.0.0.1", "[::1]"]
)
ROOT_URLCONF = "davy.urls"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
APPEND_SLASH = False

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "procrastinate.contrib.django",
    "allauth",
    "allauth.account",
    "allauth.headless",
    "davy.accounts",
    "davy.people",
    "davy.sites",
    "davy.planning",
    "davy.contractors",
    "davy.training",
    "davy.points",
    "davy.park",
    "davy.attachments",
    "davy.devices",
    "davy.instruments",
    "davy.readings",
    "davy.signatures",
    "davy.evidence",
    "davy.outbox",
    "davy.clock",
    "davy.rulebook",
    "davy.alarms",
    "davy.door",
    "davy.permits",
    "davy.isolations",
    "davy.schemes",
    "davy.outages",
    "davy.actuation",
    "davy.emergency",
    "davy.gate",
    "davy.keeping",
    "davy.verification",
    "davy.sync",
    "davy.insight",
    "davy.notify",
    "davy.integrations.stations",
    "davy.watch",
    "davy.sensing",
    "davy.reminding",
]

MIDDLEWARE = [
    "davy.settings.headers.SecurityHeaders",
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "davy.accounts.middleware.CompanyMiddleware",
    "davy.sync.terminal.session.KioskMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

# --- Accounts: user name and password of one company; no sign-up and no e-mail --------------------------

AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["davy.accounts.backends.CompanyBackend"]
SILENCED_SYSTEM_CHECKS = ["auth.W004"]  # a user name is unique within its company, which the backend knows
# Memory-hard, and a tenth of the processor time that the default costs at every signature; quick in tests.
PASSWORD_HASHERS = [
    *(["django.contrib.auth.hashers.MD5PasswordHasher"] if ENV == "test" else []),
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
ACCOUNT_ADAPTER = "davy.accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
# Wrong passwords are counted in the security record (davy.accounts.attempts). These only slow down a flood: a
# whole plant logs in from one address at the change of shift.
ACCOUNT_RATE_LIMITS = {"login": "300/m/ip", "login_failed": None, "reauthenticate": "60/m/user"}
HEADLESS_ONLY = True
HEADLESS_CLIENTS = ["browser"]
HEADLESS_ADAPTER = "davy.accounts.adapters.HeadlessAdapter"

# --- Language and time: shown in the company's own, kept in UTC ---------------------------------------

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# --- Database ----------------------------------------------------------------------------------------

DATABASE_URL = env.text("DAVY_DATABASE_URL") or places.embedded_url(DATA, "davy_app")
# Migrations run under the role that owns the tables; every other process knows only the role that may not.
OWNER_DATABASE_URL = env.text("DAVY_OWNER_DATABASE_URL") or (
    "" if env.text("DAVY_DATABASE_URL") else places.embedded_url(DATA, "davy_owner")
)


def database(url: str) -> dict[str, Any]:
    """The Django description of a database with our options, from its URL."""
    connection = env.database("DAVY_DATABASE_URL", url)
    options: dict[str, Any] = {
        **(connection["OPTIONS"] if isinstance(connection["OPTIONS"], dict) else {}),
        # Django leaves prepared statements off; with them the database does half the work per request.
        # They need parameters to travel apart from the statement.
        "prepare_threshold": 5,
        "server_side_binding": True,
        "connect_timeout": 5,
        "application_name": env.text("DAVY_PROCESS", "davy"),
    }
    return {
        **connection,
        "ENGINE": "django.db.backends.postgresql",
        "OPTIONS": options,
        # One connection a thread for good; the web threads are a fixed few, so a pool would only add work.
        "CONN_MAX_AGE": None,
        # One round trip a request buys that the first request after a database restart succeeds.
        "CONN_HEALTH_CHECKS": True,
        "DISABLE_SERVER_SIDE_CURSORS": False,
        "ATOMIC_REQUESTS": False,
    }


DATABASES = {"default": database(DATABASE_URL)}

# --- Sessions, cookies, requests ---------------------------------------------------------------------

HTTPS = env.flag("DAVY_HTTPS", default=False)  # a proxy in front speaks TLS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 12 * 60 * 60  # a shift and its hand-over
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = HTTPS
CSRF_TRUSTED_ORIGINS = env.words("DAVY_ORIGINS", [])
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
MAX_BODY_BYTES = env.whole("DAVY_MAX_BODY_MB", 40, least=1, most=512) * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = MAX_BODY_BYTES
WEB_THREADS = env.whole("DAVY_THREADS", 8, least=1, most=64)

# (cookie header, host) -> (company id, account id) or None: who may open the stream of changes.
STREAM_AUTH = env.text("DAVY_STREAM_AUTH", "davy.accounts.stream.company_of")
# The same for a wall screen, whose stream only says that something changed.
KIOSK_AUTH = "davy.insight.wall.screens.company_of"

# --- Who outside bears witness of the evidence (docs/howto/time-and-witnesses.md) -------------------------

# Addresses of RFC 3161 time-stamp authorities, the first that answers stamps; whom to trust, as PEM; and
# which of their policies count (none named: every one).
TSA = env.words("DAVY_TSA", [])
TSA_ROOTS = env.file("DAVY_TSA_ROOTS", needed=bool(TSA))
TSA_POLICIES = env.words("DAVY_TSA_POLICIES", [])
STAMP_MINUTES = env.whole("DAVY_STAMP_MINUTES", 60, least=1, most=1440)
# Those who co-sign our checkpoints, one "vkey address" a line; and the logs that we co-sign, one vkey a line.
WITNESSES = env.file("DAVY_WITNESSES", needed=False)
WITNESSED = env.file("DAVY_WITNESSED", needed=False)
# After how many hours without a time stamp or a witness somebody is called.
OUTSIDE_LATE_HOURS = env.whole("DAVY_OUTSIDE_LATE_HOURS", 6, least=1, most=168)

# --- Where attachments lie: a folder of DATA, or a bucket (docs/howto/attachments.md) ----------------------

S3 = bucket.told()

# --- Readings of instruments -------------------------------------------------------------------------------

# So many days each reading is kept, and after them least and greatest of each minute.
READINGS_DAYS = env.whole("DAVY_READINGS_DAYS", 90, least=30, most=3660)
READINGS_MINUTE_DAYS = env.whole("DAVY_READINGS_MINUTE_DAYS", 1100, least=30, most=3660)

# --- Logging: standard error, one line an entry, no personal data ---------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"davy": {"level": "INFO"}},
}
