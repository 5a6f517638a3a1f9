"""The public pages of a class: sign on, wait, sit the examination, see the result. Thin."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from ninja.utils import check_csrf

from davy.db import tenant
from davy.door.execute import DoorBusyError
from davy.people import queries as people
from davy.problems.response import Problem
from davy.training import codes, sitting
from davy.training.courses import course
from davy.training.models import Attempt, Lesson
from davy.training.page import company_of, note, shown
from davy.training.stream import asked
from davy.training.whose import person_of

__all__ = ["exam", "lesson", "sign_on"]

COOKIE = "davy_class"
WAYS = ["GET", "HEAD", "POST"]


@csrf_exempt  # checked below, so that the answer is a page and not JSON
@require_http_methods(WAYS)
def sign_on(request: HttpRequest, lesson_id: UUID, code: str) -> HttpResponse:
    """The form behind the code on the trainer's screen; whoever signs on gets a ticket for his papers."""
    company = company_of(request)
    if not codes.is_fresh(code, company.id, "class", lesson_id):
        return note(request, "class_code_old")
    try:
        with tenant.company(company.id):
            there = sitting.lesson_of(company.id, lesson_id)
        if request.method != "POST":
            return shown(request, "sign.html", {"course": course(there.course)})
        if check_csrf(request) is not None:
            return note(request, "class_code_old")
        person = person_of(company.id, request)
        sitting.sign_on(company.id, lesson_id, person)
    except Problem as problem:
        return note(request, problem, back=request.path)
    answer = HttpResponseRedirect(f"/t/s/{lesson_id}", status=303)
    answer.set_cookie(
        COOKIE,
        codes.ticket(company.id, lesson_id, person.id),
        path="/t/",
        httponly=True,
        samesite="Lax",
        secure=settings.HTTPS,
    )
    return answer


@require_http_methods(["GET", "HEAD"])
def lesson(request: HttpRequest, lesson_id: UUID) -> HttpResponse:
    """Where he stands: waiting for the examination, before a try, or with his result."""
    try:
        there, person = _mine(request, lesson_id)
    except Problem as problem:
        return note(request, problem)
    with tenant.company(there.company_id):
        papers = sitting.attempts(there.company_id, lesson_id, person)
        name = people.names(there.company_id, [person]).get(str(person), "")
    return shown(request, "class.html", {**_standing(there, papers), "person": name})


@csrf_exempt  # checked below, so that the answer is a page and not JSON
@require_http_methods(WAYS)
def exam(request: HttpRequest, lesson_id: UUID) -> HttpResponse:
    """His paper, without its answers; handed in, it is marked by the server."""
    try:
        there, person = _mine(request, lesson_id)
        if request.method == "POST":
            return _handed_in(request, there, person)
        paper = sitting.begin(there.company_id, lesson_id, person)
    except Problem as problem:
        return note(request, problem, back=f"/t/s/{lesson_id}")
    with tenant.company(there.company_id):
        questions = [
            {"text": one.text, "options": one.options, "many": len(one.right) > 1} for one in asked(paper)
        ]
    told = {"course": course(there.course), "questions": questions, "paper": paper.id, "number": paper.number}
    return shown(request, "paper.html", told)


def _handed_in(request: HttpRequest, there: Lesson, person: UUID) -> HttpResponse:
    if check_csrf(request) is not None:
        return note(request, "class_code_old")
    with tenant.company(there.company_id):
        papers = sitting.attempts(there.company_id, there.id, person)
    mine = next((one for one in papers if str(one.id) == request.POST.get("paper")), None)
    if mine is not None and mine.answered_at is None:
        try:
            sitting.hand_in(there.company_id, mine, _answers(request, mine))
        except DoorBusyError:
            return note(request, "stop_not_delivered", back=request.path)
    return HttpResponseRedirect(f"/t/s/{there.id}", status=303)


def _answers(request: HttpRequest, paper: Attempt) -> list[list[int]]:
    """What he chose, by the place of each question; anything else that was sent is no choice."""
    fields = [request.POST.getlist(f"q{at}") for at in range(len(paper.questions))]
    return [sorted({int(one) for one in given if one in set("01234567")}) for given in fields]


def _mine(request: HttpRequest, lesson_id: UUID) -> tuple[Lesson, UUID]:
    company = company_of(request)
    person = codes.read_ticket(request.COOKIES.get(COOKIE, ""), company.id, lesson_id)
    if person is None:
        raise Problem("class_unknown")
    with tenant.company(company.id):
        return sitting.lesson_of(company.id, lesson_id), person


def _standing(there: Lesson, papers: list[Attempt]) -> dict[str, Any]:
    told = course(there.course)
    last = next((one for one in reversed(papers) if one.answered_at is not None), None)
    done = sum(one.answered_at is not None for one in papers)
    passed = any(one.passed for one in papers)
    begins = there.exam_at is not None and there.closed_at is None and not passed
    left = int(told["tries"]) - done
    return {
        "course": told,
        "lesson": there,
        "last": last,
        "percent": 0 if last is None else (last.right or 0) * 100 // len(last.questions),
        "asked": 0 if last is None else len(last.questions),
        "passed": passed,
        "left": left,
        "may_sit": begins and left > 0,
        "waits": there.exam_at is None and there.closed_at is None,
    }
