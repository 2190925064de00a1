"""Reads a lesson's grades out of the gradebook as plain data. Writes nothing."""

from __future__ import annotations

from dataclasses import dataclass, field

import nbformat
import pandas as pd
from nbformat import NotebookNode
from nbgrader.api import Gradebook, MissingEntry

from course.coursedir import OpenCourse
from course.errors import CourseError
from course.exercises import exercise_of, grade_id_of, is_answer
from course.grading.preprocessors import RECORD
from course.grading.verdicts import ENDINGS, ExerciseVerdict, exercise_verdicts

UNGRADED = "could not be graded"


@dataclass(frozen=True)
class Person:
    """A student as the gradebook knows one; what it does not know is an empty text."""

    id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    lms_user_id: str = ""

    @property
    def name(self) -> str:
        return " ".join(part for part in (self.first_name, self.last_name) if part)


@dataclass(frozen=True)
class StudentGrade:
    """One student's points in one lesson, and what grading found beside them."""

    person: Person
    score: float  # after the late penalty
    max_score: float
    penalty: float
    late_seconds: float
    exercises: dict[str, float]  # exercise → points
    notes: tuple[str, ...] = ()  # on the file that was handed in
    sentences: dict[str, tuple[str, ...]] = field(default_factory=dict)  # exercise → what was told
    answers: dict[str, str] = field(default_factory=dict)  # exercise → code
    endings: dict[str, str] = field(default_factory=dict)  # exercise → the limit met, or the crash

    @property
    def student(self) -> str:
        return self.person.id

    @property
    def name(self) -> str:
        return self.person.name

    @property
    def earned(self) -> float:
        """Points before the late penalty."""
        return sum(self.exercises.values())


@dataclass(frozen=True)
class LessonGrades:
    """A lesson's grades: every exercise's maximum and every student's points."""

    lesson: str
    exercises: dict[str, float]
    students: tuple[StudentGrade, ...]
    absent: tuple[Person, ...] = ()  # in the gradebook, and nothing handed in

    @property
    def max_score(self) -> float:
        return sum(self.exercises.values())

    def table(self) -> pd.DataFrame:
        """One row a student: id, name, score, max_score, late, then a column an exercise."""
        rows = [
            {
                "student": grade.student,
                "name": grade.name,
                "score": grade.score,
                "max_score": grade.max_score,
                "late": grade.late_seconds > 0,
                "late_penalty": grade.penalty,
                **grade.exercises,
                "notes": "; ".join(grade.notes),
            }
            for grade in self.students
        ]
        return pd.DataFrame(rows)


def lesson_grades(course: OpenCourse, lesson: str) -> LessonGrades:
    """All graded submissions of a lesson, by student.

    Raises
    ------
    CourseError
        If the lesson was not released or nothing is graded.
    """
    with course.gradebook() as gradebook:
        try:
            assignment = gradebook.find_assignment(lesson)
        except MissingEntry:
            raise CourseError(
                f"{lesson} is not in the gradebook: run `course release {lesson}` first"
            ) from None
        maxima: dict[str, float] = {}
        for notebook in assignment.notebooks:
            for cell in notebook.grade_cells:
                name = exercise_of(cell.name)
                maxima[name] = maxima.get(name, 0.0) + cell.max_score
        submissions = gradebook.assignment_submissions(lesson)
        rows = [_student(course, lesson, submission, maxima) for submission in submissions]
        people = people_of(gradebook)
    if not rows:
        raise CourseError(f"no submission of {lesson} is graded: run `course grade {lesson}` first")
    maxima = _in_lesson_order(course, lesson, maxima)
    handed_in = {grade.student for grade in rows} | set(course.students_with("submitted", lesson))
    absent = [person for person in people if person.id not in handed_in]
    students = sorted(rows, key=lambda grade: grade.student)
    return LessonGrades(lesson, maxima, tuple(students), tuple(absent))


def people_of(gradebook: Gradebook) -> list[Person]:
    """All students of the gradebook, by id."""
    return sorted(map(_person, gradebook.students), key=lambda person: person.id)


def _student(course: OpenCourse, lesson: str, submission, maxima: dict) -> StudentGrade:
    points = dict.fromkeys(maxima, 0.0)
    for notebook in submission.notebooks:
        for grade in notebook.grades:
            points[exercise_of(grade.name)] += grade.score or 0.0
    penalty = submission.late_submission_penalty or 0.0
    person = _person(submission.student)
    return StudentGrade(
        person,
        max(0.0, submission.score - penalty),
        submission.max_score,
        penalty,
        submission.total_seconds_late,
        points,
        **_from_notebook(course, lesson, person.id),
    )


def _person(student) -> Person:
    parts = ("first_name", "last_name", "email", "lms_user_id")
    return Person(student.id, *(getattr(student, part) or "" for part in parts))


def _from_notebook(course: OpenCourse, lesson: str, student: str) -> dict:
    """What a graded notebook adds to the gradebook's points, by the names of StudentGrade."""
    path = course.folder("autograded", student, lesson) / f"{lesson}.ipynb"
    if not path.exists():
        return {"notes": (UNGRADED,)}
    notebook = nbformat.read(path, as_version=4)
    verdicts = exercise_verdicts(notebook)
    ended = {exercise_of(grade_id_of(cell)) for cell in notebook.cells if _has_ended(cell)}
    return {
        "notes": tuple(notebook.metadata.get(RECORD, {}).get("notes", ())),
        "sentences": {exercise.name: _sentences(exercise) for exercise in verdicts},
        "answers": {exercise.name: exercise.code for exercise in verdicts},
        "endings": {e.name: e.trouble for e in verdicts if e.name in ended},
    }


def _sentences(exercise: ExerciseVerdict) -> tuple[str, ...]:
    told = (exercise.trouble, *(verdict.sentence for verdict in exercise.verdicts))
    return tuple(sentence for sentence in told if sentence)


def _has_ended(cell: NotebookNode) -> bool:
    """Whether a limit or a crash ended an answer cell."""
    outputs = cell.get("outputs", ()) if is_answer(cell) else ()
    return any(o.output_type == "error" and o.ename in ENDINGS for o in outputs)


def _in_lesson_order(course: OpenCourse, lesson: str, maxima: dict) -> dict:
    """The exercises as the lesson has them, since the gradebook keeps no order."""
    path = course.workspace.source(lesson)
    if not path.exists():
        return dict(sorted(maxima.items()))
    order = [exercise.name for exercise in exercise_verdicts(nbformat.read(path, as_version=4))]
    position = {name: number for number, name in enumerate(order)}
    ranked = sorted(maxima, key=lambda name: (position.get(name, len(order)), name))
    return {name: maxima[name] for name in ranked}
