"""Which path leads to which app. Each app brings its own ``api`` module."""

from django.urls import URLPattern, URLResolver, include, path

from davy.accounts import api as accounts
from davy.accounts.described import DescribedAPI
from davy.accounts.desk import api as desk
from davy.actuation import api as actuation
from davy.alarms import api as alarms
from davy.archive import api as archive
from davy.attachments import api as attachments
from davy.contractors import api as contractors
from davy.contractors.bulk import api as firm_imports
from davy.contractors.handed import api as handed
from davy.contractors.logins import api as firm_logins
from davy.contractors.notices import api as firm_notices
from davy.contractors.own import api as own_firm
from davy.contractors.violations import api as firm_violations
from davy.contractors.work import api as firm_work
from davy.door import described
from davy.emergency import api as emergency
from davy.gate import api as gate
from davy.insight import api as insight
from davy.insight.activity import api as activity
from davy.insight.beginning import api as beginning
from davy.insight.search import api as search
from davy.insight.wall import api as wall
from davy.integrations.stations import api as stations
from davy.isolations import api as isolations
from davy.keeping import api as keeping
from davy.notify import api as notify
from davy.notify.outward import api as messengers
from davy.outages import api as outages
from davy.park import api as park
from davy.people import api as people
from davy.people.heat import api as heat
from davy.people.importing import api as importing
from davy.people.ledger import api as ledger
from davy.permits import api as permits
from davy.planning import api as planning
from davy.points import api as points
from davy.points.goods import api as goods
from davy.printing import api as printing
from davy.problems import handlers
from davy.reminding import api as reminding
from davy.rulebook import api as rulebook
from davy.rulebook.jsa import api as jsa
from davy.rulebook.offers import api as offers
from davy.rulebook.signing import api as signing
from davy.scans import api as scans
from davy.schemes import api as schemes
from davy.sensing import api as sensing
from davy.signatures import api as signatures
from davy.sites import api as sites
from davy.sites.cameras import api as cameras
from davy.sites.works import api as works
from davy.sync import api as sync
from davy.sync.terminal import api as terminal
from davy.training import api as training
from davy.verification import api as verification

api = DescribedAPI(
    title="Davy",
    version="1",
    urls_namespace="api",
    docs_url=None,  # the readable form would load scripts from a foreign host
    components=described.schemas(),
)
handlers.install(api)
for app in (
    accounts, desk, people, ledger, heat, importing, sites, works, cameras, attachments, permits, isolations,
    schemes, outages, alarms, emergency,
    notify, messengers, contractors, handed, firm_logins, own_firm, firm_imports, firm_notices, firm_work,
    firm_violations,
    planning, printing, rulebook, jsa, signing, offers, insight, activity, beginning,
    search, wall, stations, sync, signatures, terminal, archive, sensing, actuation, keeping,
    gate,
    scans, reminding, verification, training, points, goods, park,
):  # fmt: skip
    api.add_router("", app.router)

handler404 = handlers.page_not_found
urlpatterns: list[URLPattern | URLResolver] = [
    path("api/v1/", api.urls),
    path("c/", include("davy.checking.urls")),
    path("t/g/", include("davy.contractors.urls")),
    path("t/", include("davy.training.urls")),
    path("park/", include("davy.park.urls")),
    path("log/", include("davy.archive.urls")),
    path("witness/", include("davy.watch.urls")),
    path("_allauth/", include("davy.accounts.login_urls")),
]
