"""Reads a lesson's grades out of the gradebook as plain data. Writes nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from statistics import fmean

import nbformat
import pandas as pd
from nbgrader.api import MissingEntry

from course.coursedir import OpenCourse
from course.errors import CourseError
from course.exercises import exercise_of
from course.grading.preprocessors import RECORD
from course.grading.verdicts import exercise_verdicts


@dataclass(frozen=True)
class StudentGrade:
    """One student's points in one lesson."""

    student: str
    name: str
    score: float  # after the late penalty
    max_score: float
    penalty: float
    late_seconds: float
    exercises: dict[str, float]
    notes: tuple[str, ...] = ()
    sentences: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class LessonGrades:
    """A lesson's grades: every exercise's maximum and every student's points."""

    lesson: str
    exercises: dict[str, float]
    students: tuple[StudentGrade, ...]

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

    def mean_share(self, exercise: str) -> float:
        """The class's mean share of an exercise's points, between 0 and 1."""
        total = self.exercises[exercise]
        return fmean(grade.exercises[exercise] / total for grade in self.students) if total else 0.0

    def commonest_sentence(self, exercise: str) -> tuple[str, int]:
        """The first sentence that most students were told about an exercise, and how many."""
        told = Counter(
            sentences[0]
            for grade in self.students
            if (sentences := grade.sentences.get(exercise, ()))
        )
        return told.most_common(1)[0] if told else ("", 0)


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
    if not rows:
        raise CourseError(f"no submission of {lesson} is graded: run `course grade {lesson}` first")
    maxima = _in_lesson_order(course, lesson, maxima)
    return LessonGrades(lesson, maxima, tuple(sorted(rows, key=lambda grade: grade.student)))


def _student(course: OpenCourse, lesson: str, submission, maxima: dict) -> StudentGrade:
    points = dict.fromkeys(maxima, 0.0)
    for notebook in submission.notebooks:
        for grade in notebook.grades:
            points[exercise_of(grade.name)] += grade.score or 0.0
    student = submission.student
    full = " ".join(part for part in (student.first_name, student.last_name) if part)
    penalty = submission.late_submission_penalty or 0.0
    notes, sentences = _from_notebook(course, lesson, student.id)
    return StudentGrade(
        student.id,
        full,
        max(0.0, submission.score - penalty),
        submission.max_score,
        penalty,
        submission.total_seconds_late,
        points,
        notes,
        sentences,
    )


def _from_notebook(course: OpenCourse, lesson: str, student: str) -> tuple[tuple, dict]:
    path = course.folder("autograded", student, lesson) / f"{lesson}.ipynb"
    if not path.exists():
        return ("could not be graded",), {}
    notebook = nbformat.read(path, as_version=4)
    sentences = {
        exercise.name: tuple(
            sentence
            for sentence in (exercise.trouble, *(v.sentence for v in exercise.verdicts))
            if sentence
        )
        for exercise in exercise_verdicts(notebook)
    }
    return tuple(notebook.metadata.get(RECORD, {}).get("notes", ())), sentences


def _in_lesson_order(course: OpenCourse, lesson: str, maxima: dict) -> dict:
    """The exercises as the lesson has them, since the gradebook keeps no order."""
    path = course.workspace.source(lesson)
    if not path.exists():
        return dict(sorted(maxima.items()))
    order = [exercise.name for exercise in exercise_verdicts(nbformat.read(path, as_version=4))]
    position = {name: number for number, name in enumerate(order)}
    ranked = sorted(maxima, key=lambda name: (position.get(name, len(order)), name))
    return {name: maxima[name] for name in ranked}
