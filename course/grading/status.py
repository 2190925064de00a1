"""Where each lesson stands: released, due, handed in, graded, late. Reads, and writes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from nbgrader.utils import parse_utc

from course.coursedir import OpenCourse


@dataclass(frozen=True)
class LessonStatus:
    """One lesson's counts; ``waiting`` are handed in and not graded yet."""

    lesson: str
    released: bool
    due: datetime | None  # UTC
    submitted: int
    graded: int
    waiting: int
    late: int


def course_status(course: OpenCourse) -> list[LessonStatus]:
    """The status of every lesson, in order."""
    with course.gradebook() as gradebook:
        due = {assignment.name: assignment.duedate for assignment in gradebook.assignments}
    rows = []
    for lesson in course.workspace.lessons():
        submitted = course.students_with("submitted", lesson)
        graded = set(course.students_with("autograded", lesson))
        rows.append(
            LessonStatus(
                lesson,
                lesson in due and course.workspace.release(lesson).exists(),
                due.get(lesson),
                len(submitted),
                len(graded),
                len(set(submitted) - graded),
                sum(_is_late(course, lesson, student, due.get(lesson)) for student in submitted),
            )
        )
    return rows


def _is_late(course: OpenCourse, lesson: str, student: str, due: datetime | None) -> bool:
    """Whether nbgrader's timestamp of a submission is after the due date."""
    stamp = course.folder("submitted", student, lesson) / "timestamp.txt"
    if due is None or not stamp.is_file():
        return False
    try:
        return parse_utc(stamp.read_text("utf-8").strip()) > due
    except (ValueError, OverflowError, OSError):
        return False
