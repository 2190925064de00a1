"""Grades as the CSV files that Moodle and Canvas import: pure functions from LessonGrades to text.

No value is a formula to a spreadsheet. Students who handed nothing in are left out, so that an
import changes nothing of theirs.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from course.grading.grades import LessonGrades, StudentGrade
from course.grading.harmless import for_spreadsheet
from course.grading.sentences import taken_apart

_LONGEST_COMMENT = 1_000  # characters


def moodle_csv(grades: LessonGrades) -> str:
    """A file for Moodle's "Grades > Import > CSV file".

    Moodle asks which column finds the students (e-mail address, ID number or username) and which
    are grade and feedback; as its manual says, both must be imported together.
    Source: docs.moodle.org, "Grade import".
    """
    header = ("First name", "Last name", "ID number", "Username", "Email address")
    rows = [[*header, grades.lesson, f"{grades.lesson} (feedback)"]]
    for grade in grades.students:
        who = grade.person
        known = (who.first_name, who.last_name, who.lms_user_id, who.id, who.email)
        rows.append([*known, _number(grade.score), _comment(grades, grade)])
    return _csv(rows)


def canvas_csv(grades: LessonGrades) -> str:
    """A file for Canvas's "Grades > Import".

    Canvas finds a student by ID, else by SIS login, and an assignment by its name; a name with its
    number, as in ``02-neurons (4711)``, is what it exports, and may be put in by hand.
    Source: Instructure's guide "How do I import grades in the Gradebook?".
    """
    rows = [["Student", "ID", "SIS Login ID", "Section", grades.lesson]]
    rows.append(["    Points Possible", "", "", "", _number(grades.max_score)])
    for grade in grades.students:
        who = grade.person
        name = ", ".join(part for part in (who.last_name, who.first_name) if part)
        rows.append([name or who.id, who.lms_user_id, who.id, "", _number(grade.score)])
    return _csv(rows)


def _comment(grades: LessonGrades, grade: StudentGrade) -> str:
    """Points by exercise, with the first finding where some are missing."""
    parts = []
    for name, best in grades.exercises.items():
        part = f"{name}: {grade.exercises[name]:g} of {best:g}"
        told = grade.sentences.get(name, ())
        if grade.exercises[name] < best and told:
            findings = taken_apart(told[0]).findings
            part += f" ({' '.join(findings[0].text.split())})" if findings else ""
        parts.append(part)
    if grade.penalty:
        parts.append(f"{grade.penalty:g} taken off for being late")
    text = "; ".join([*parts, *grade.notes])
    return text if len(text) <= _LONGEST_COMMENT else text[: _LONGEST_COMMENT - 1] + "…"


def _number(points: float) -> str:
    """A decimal point whatever the machine's language, and no more places than are needed."""
    return f"{round(points, 2):g}"


def _csv(rows: Iterable[Iterable[str]]) -> str:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([for_spreadsheet(value) for value in row] for row in rows)
    return text.getvalue()
