"""HTTP for the session, the accounts of a company, its audit trail and its security record."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.middleware.csrf import get_token
from ninja import Field, PatchDict, Query, Router, Schema, Status

from davy.accounts import audit, demo
from davy.accounts.access import allow, table
from davy.accounts.here import TenantRequest, account_of
from davy.accounts.models import Account, AuditRow, SecurityEvent
from davy.accounts.reference import Input, Page, Paging
from davy.db import tenant
from davy.people import queries as people
from davy.people.models import Person
from davy.problems.response import Problem

__all__ = ["router"]

router = Router(tags=["accounts"])
Language = Literal["zh", "en"]


class CompanyOut(Schema):
    """The company of this address."""

    id: UUID
    code: str
    name: str
    simulated: bool
    timezone: str


class AccountOut(Schema):
    """An account as its administrator and its owner see it."""

    id: UUID
    username: str
    roles: list[str]
    language: Language
    person_id: UUID | None
    firm_id: UUID | None
    is_active: bool


class PersonHere(Schema):
    """The person behind the session."""

    id: UUID
    name: str
    hr_code: str
    firm_id: UUID | None
    status: str
    photo: str


class PostHere(Schema):
    """A post that the person holds or stands in for."""

    code: str
    name: str
    area_id: UUID | None
    unit_id: UUID | None
    site_id: UUID | None
    deputy: bool


class SessionOut(Schema):
    """Who asks, and what he may do (``people.write`` …). Without a login only the company."""

    authenticated: bool
    company: CompanyOut
    account: AccountOut | None = None
    person: PersonHere | None = None
    posts: list[PostHere] = Field(default_factory=list)
    may: list[str] = Field(default_factory=list)


class LanguageIn(Input):
    """The language an account wants to read."""

    language: Language


class DemoAccount(Schema):
    """A login of a simulated company, to be picked on the login page. ``trade`` says what the person does;
    the password is no secret."""

    username: str
    roles: list[str]
    name: str
    trade: str = ""
    password: str


class AccountIn(Input):
    """A new account."""

    username: str
    password: str
    roles: list[str] = Field(default_factory=list)
    person_id: UUID | None = None
    language: Language = "zh"
    is_active: bool = True


class AuditOut(Schema):
    """One change of reference data."""

    id: UUID
    at: datetime
    account_id: UUID | None
    resource: str
    resource_id: UUID
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class SecurityOut(Schema):
    """One event of logins and rights."""

    id: UUID
    at: datetime
    kind: str
    account_id: UUID | None
    address: str
    path: str


@router.get("/session", response=SessionOut, auth=None)
def get_session(request: TenantRequest) -> dict[str, Any]:
    """Who am I; also sets the anti-forgery cookie. Answers a visitor without a login, too."""
    get_token(request)
    company = CompanyOut.from_orm(request.company)
    if account_of(request) is None:
        return {"authenticated": False, "company": company}
    with tenant.company(request.company.id):
        return {"authenticated": True, "company": company, **_myself(request)}


@router.post("/session/language", response=SessionOut)
@allow("language", "write")
def set_language(request: TenantRequest, body: LanguageIn) -> dict[str, Any]:
    """Choose the language of one's own account."""
    Account.objects.filter(id=request.user.id).update(language=body.language)
    request.user.language = body.language
    company = CompanyOut.from_orm(request.company)
    return {"authenticated": True, "company": company, **_myself(request)}


@router.get("/accounts/demo", response=list[DemoAccount], auth=None)
def demo_accounts(request: TenantRequest) -> list[dict[str, Any]]:
    """The accounts of a simulated company in the order of their roles; an empty list for a real one."""
    if not request.company.simulated:
        return []
    accounts = demo.accounts(request.company.id)
    with tenant.company(request.company.id):
        found = Person.objects.filter(company_id=request.company.id)
        people_here = {person.id: person for person in found}
    listed = []
    for account in accounts:
        person = people_here.get(account.person_id) if account.person_id else None
        named = {"name": person.name, "trade": person.trade} if person else {"name": account.username}
        listed.append(
            {"username": account.username, "roles": account.roles, "password": demo.PASSWORD, **named}
        )
    return listed


@router.get("/accounts", response=Page[AccountOut])
@allow("accounts", "read")
def list_accounts(request: TenantRequest, paging: Query[Paging]) -> dict[str, Any]:
    """The accounts of the company by user name."""
    found = Account.objects.filter(company_id=request.company.id).order_by("username")
    if paging.q:
        found = found.filter(username__istartswith=paging.q)
    return Page.of(found, paging, AccountOut.from_orm)


@router.post("/accounts", response={201: AccountOut})
@allow("accounts", "write")
def add_account(request: TenantRequest, body: AccountIn) -> Status[AccountOut]:
    """Open an account."""
    values = body.dict()
    _check(request, values)
    try:
        with transaction.atomic():
            account = Account.objects.create_account(company_id=request.company.id, **values)
    except IntegrityError:
        raise Problem("username_taken", missing=[{"at": "username"}]) from None
    _audit(request, account.id, None, AccountOut.from_orm(account).dict())
    return Status(201, AccountOut.from_orm(account))


@router.patch("/accounts/{uuid:account_id}", response=AccountOut)
@allow("accounts", "write")
def change_account(request: TenantRequest, account_id: UUID, body: PatchDict[AccountIn]) -> AccountOut:
    """Change roles, person, language or password, or disable the account; that ends its sessions."""
    values = {name: value for name, value in body.items() if name == "person_id" or value is not None}
    account = Account.objects.filter(company_id=request.company.id, id=account_id).first()
    if account is None:
        raise Problem("not_found")
    if "username" in values:
        raise Problem("malformed", missing=[{"at": "username", "wrong": "cannot_change"}])
    if account.firm_id is not None and {"roles", "person_id"} & set(values):
        raise Problem("account_of_firm")
    _check(request, values)
    _keep_one_administrator(request, account, values)
    before = AccountOut.from_orm(account).dict()
    password = values.pop("password", None)
    for name, value in values.items():
        setattr(account, name, value)
    if password is not None:
        account.set_password(password)
    account.save(force_update=True)
    after = AccountOut.from_orm(account).dict()
    _audit(
        request, account.id, before, {**after, **({"password": "changed"} if password is not None else {})}
    )
    return AccountOut.from_orm(account)


@router.get("/audit", response=Page[AuditOut])
@allow("audit", "read")
def list_audit(
    request: TenantRequest,
    paging: Query[Paging],
    resource: str | None = None,
    resource_id: UUID | None = None,
) -> dict[str, Any]:
    """Changes of reference data, the newest in front."""
    found = AuditRow.objects.filter(company_id=request.company.id).order_by("-at", "-id")
    if resource is not None:
        found = found.filter(resource=resource)
    if resource_id is not None:
        found = found.filter(resource_id=resource_id)
    return Page.of(found, paging, AuditOut.from_orm)


@router.get("/security-events", response=Page[SecurityOut])
@allow("security", "read")
def list_security(
    request: TenantRequest, paging: Query[Paging], account_id: UUID | None = None
) -> dict[str, Any]:
    """Logins, wrong passwords and denials, the newest in front."""
    found = SecurityEvent.objects.filter(company_id=request.company.id).order_by("-at", "-id")
    if account_id is not None:
        found = found.filter(account_id=account_id)
    return Page.of(found, paging, SecurityOut.from_orm)


def _myself(request: TenantRequest) -> dict[str, Any]:
    account = request.user
    rows = table().rows.items()
    rights = sorted(f"{row}.{verb}" for (row, verb), roles in rows if not roles.isdisjoint(account.roles))
    mine = {"account": AccountOut.from_orm(account), "may": rights}
    if account.person_id is None:
        return mine
    person = Person.objects.filter(company_id=account.company_id, id=account.person_id).first()
    posts = [PostHere(**vars(post)) for post in people.posts_of(account.company_id, account.person_id)]
    return {**mine, "person": None if person is None else PersonHere.from_orm(person), "posts": posts}


def _check(request: TenantRequest, values: dict[str, Any]) -> None:
    """Raises Problem for an unknown role, a weak password or a person who is not in this company."""
    for role in values.get("roles", ()):
        if role not in table().roles:
            raise Problem("role_unknown", role=role)
    person_id = values.get("person_id")
    if person_id and not Person.objects.filter(company_id=request.company.id, id=person_id).exists():
        raise Problem("reference_unknown", field="person_id")
    if "password" in values:
        try:
            validate_password(values["password"])
        except ValidationError:
            raise Problem("password_weak", missing=[{"at": "password"}]) from None


def _keep_one_administrator(request: TenantRequest, account: Account, values: dict[str, Any]) -> None:
    if account.id != request.user.id:
        return
    if values.get("is_active") is False or "admin" not in values.get("roles", ["admin"]):
        raise Problem("own_account_locked")


def _audit(
    request: TenantRequest, account_id: UUID, before: dict[str, Any] | None, after: dict[str, Any]
) -> None:
    audit.write(
        company_id=request.company.id,
        account_id=request.user.id,
        resource="accounts",
        resource_id=account_id,
        before=before,
        after=after,
    )
