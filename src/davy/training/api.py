"""HTTP for training: courses, the bank of questions, classes, and the roster of a day."""

from __future__ import annotations

import csv
import io
from collections import Counter
from datetime import date
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpResponse
from ninja import Router, Status

from davy import clock
from davy.accounts.access import allow
from davy.accounts.here import TenantRequest
from davy.accounts.reference import Register
from davy.people import queries as people
from davy.printing import sheet
from davy.problems.response import Problem
from davy.sites.models import Site
from davy.training import codes, entering, queries, shapes, sitting
from davy.training.courses import course, courses, known, sample
from davy.training.models import Lesson, Question

__all__ = ["router"]

router = Router(tags=["training"])
questions = Register(Question, "questions")
lessons = Register(Lesson, "classes")
sites = Register(Site, "sites")
AT_ONCE = 100  # classes in the list


@router.get("/training/courses", response=list[shapes.CourseOut])
@allow("classes", "read")
def list_courses(request: TenantRequest) -> list[dict[str, Any]]:
    """The courses; hours, pass mark and tries are to be confirmed by the enterprise."""
    held = Counter(questions.all(request).filter(retired_on=None).values_list("course", flat=True))
    return [{**row, "bank": held[name]} for name, row in courses().items()]


@router.get("/training/questions", response=list[shapes.QuestionOut])
@allow("questions", "read")
def list_questions(request: TenantRequest, course: str) -> list[Question]:
    """The questions of a course that may be drawn, with their right answers."""
    return sitting.bank(request.company.id, known(course))


@router.post("/training/questions", response={201: shapes.QuestionOut})
@allow("questions", "write")
def add_question(request: TenantRequest, body: shapes.QuestionIn) -> Status[Question]:
    """Enter a question."""
    known(body.course)
    return Status(201, questions.add(request, entering.check(body.dict())))


@router.post("/training/questions/import", response={201: list[shapes.QuestionOut]})
@allow("questions", "write")
def import_questions(request: TenantRequest, body: shapes.QuestionLines) -> Status[list[Question]]:
    """Enter many, or none where one is wrong; those that the bank has already are passed over."""
    known(body.course)
    told = (
        [entering.check(dict(one)) for one in sample() if one["course"] == body.course]
        if body.lines is None
        else list(entering.read(body.course, body.lines))
    )
    there = {one.text for one in sitting.bank(request.company.id, body.course)}
    return Status(201, [questions.add(request, one) for one in told if one["text"] not in there])


@router.post("/training/questions/{uuid:question_id}/retire", response={204: None})
@allow("questions", "write")
def retire_question(request: TenantRequest, question_id: UUID) -> Status[None]:
    """It is drawn no more; papers that had it keep it."""
    if questions.find(request, question_id).retired_on is None:
        questions.change(request, question_id, {"retired_on": request.company.today()})
    return Status(204, None)


@router.get("/training/classes", response=list[shapes.LessonLine])
@allow("classes", "read")
def list_classes(request: TenantRequest) -> list[dict[str, Any]]:
    """The last classes, the newest first."""
    return [_line(request, one) for one in lessons.all(request).order_by("-opened_at", "-id")[:AT_ONCE]]


@router.post("/training/classes", response={201: shapes.LessonFile})
@allow("classes", "write")
def open_class(request: TenantRequest, body: shapes.LessonIn) -> Status[dict[str, Any]]:
    """Open a class: from now on people sign on by its code."""
    known(body.course)
    sites.find(request, body.site_id)
    made = {"trainer_id": request.user.person_id, "opened_at": clock.now()}
    return Status(201, _file(request, lessons.add(request, {**body.dict(), **made})))


@router.get("/training/classes/{uuid:class_id}", response=shapes.LessonFile)
@allow("classes", "read")
def get_class(request: TenantRequest, class_id: UUID) -> dict[str, Any]:
    """A class with who signed on, and each one's result."""
    return _file(request, lessons.find(request, class_id))


@router.post("/training/classes/{uuid:class_id}/step", response=shapes.LessonFile)
@allow("classes", "write")
def step_class(request: TenantRequest, class_id: UUID, body: shapes.LessonStep) -> dict[str, Any]:
    """Begin the examination, which ends signing on, or close the class, which ends the examination."""
    found = lessons.find(request, class_id)
    if found.closed_at is not None or (body.to == "exam" and found.exam_at is not None):
        raise Problem("class_step_done")
    needs, has = int(course(found.course)["questions"]), len(sitting.bank(request.company.id, found.course))
    if body.to == "exam" and has < needs:
        raise Problem("class_no_questions", has=has, needs=needs)
    at = "exam_at" if body.to == "exam" else "closed_at"
    return _file(request, lessons.change(request, class_id, {at: clock.now()}))


@router.get("/training/classes/{uuid:class_id}/code", response=shapes.ShownCode)
@allow("classes", "write")
def show_class_code(request: TenantRequest, class_id: UUID) -> dict[str, Any]:
    """The code by which people sign on now; it changes each minute."""
    lessons.find(request, class_id)
    return _code(request, f"/t/s/{class_id}/", "class", class_id)


@router.get("/roster", response=list[shapes.RosterLine])
@allow("roster", "read")
def get_roster_of_day(
    request: TenantRequest, day: date | None = None, firm_id: UUID | None = None
) -> list[dict[str, Any]]:
    """Who of contractors signed on on a day (default today), by firm."""
    return queries.presences(request.company.id, day or request.company.today(), firm_id)


@router.get("/roster.csv", response={200: None})
@allow("roster", "export")
def export_roster(
    request: TenantRequest, day: date | None = None, firm_id: UUID | None = None
) -> HttpResponse:
    """The same as a file."""
    when, zone = day or request.company.today(), ZoneInfo(request.company.timezone)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["日期", "单位", "姓名", "工号", "厂区", "签到", "签离"])
    for row in queries.presences(request.company.id, when, firm_id):
        times = [at.astimezone(zone).strftime("%H:%M") if at else "" for at in (row["on_at"], row["off_at"])]
        told = [row["firm"], row["person"], row["hr_code"], row["site"]]
        writer.writerow([row["day"].isoformat(), *(_harmless(one) for one in told), *times])
    answer = HttpResponse("\ufeff" + out.getvalue(), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="roster-{when.isoformat()}.csv"'
    return answer


@router.get("/roster/code/{uuid:site_id}", response=shapes.ShownCode)
@allow("roster", "write")
def show_gate_code(request: TenantRequest, site_id: UUID) -> dict[str, Any]:
    """The code by which contractors sign on at the gate of a site now; it changes each minute."""
    sites.find(request, site_id)
    return _code(request, f"/t/g/{site_id}/", "gate", site_id)


def _harmless(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text


def _code(request: TenantRequest, path: str, about: str, row_id: UUID) -> dict[str, Any]:
    origin = f"{'https' if settings.HTTPS else request.scheme}://{request.get_host()}"
    link = f"{origin}{path}{codes.code(request.company.id, about, row_id)}"
    return {"link": link, "qr": sheet.qr(link), "seconds": codes.EVERY_S}


def _line(request: TenantRequest, row: Lesson) -> dict[str, Any]:
    found = queries.of_lesson(request.company.id, row.id)
    return _told(request, row, found)


def _file(request: TenantRequest, row: Lesson) -> dict[str, Any]:
    found = queries.of_lesson(request.company.id, row.id)
    return {**_told(request, row, found), "people": found}


def _told(request: TenantRequest, row: Lesson, found: list[dict[str, Any]]) -> dict[str, Any]:
    names = people.names(request.company.id, [row.trainer_id] if row.trainer_id else [])
    same = ("id", "course", "site_id", "opened_at", "exam_at", "closed_at")
    return {
        **{name: getattr(row, name) for name in same},
        "trainer": names.get(str(row.trainer_id)),
        "signed": len(found),
        "passed": sum(one["passed"] is True for one in found),
    }
