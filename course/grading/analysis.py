"""What a class's points say of the exercises and of the students: pure functions on LessonGrades.

The measures are those of classical test theory: L. Crocker & J. Algina, *Introduction to Classical
and Modern Test Theory* (1986), chapter 14.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from statistics import StatisticsError, correlation, fmean

from course.grading.grades import LessonGrades, StudentGrade
from course.grading.sentences import UNWRITTEN, is_unwritten, taken_apart

ENOUGH_STUDENTS = 20  # below, a correlation's standard error is over 0.2: it would mislead
LOW_DISCRIMINATION = 0.2  # Ebel & Frisbie, Essentials of Educational Measurement (1991): poor
HELP_BELOW = 0.5  # share of the points
MOST_SOLVED = 0.75  # share of the class
MISSED_BASICS = 2  # exercises
MISSING = "no answer in the file"
UNBEGUN = frozenset({UNWRITTEN, MISSING})  # findings that are no mistakes


@dataclass(frozen=True)
class FailedCheck:
    """A finding that students were told of an exercise, and who they are."""

    exercise: str
    text: str
    students: tuple[str, ...]


@dataclass(frozen=True)
class NeedsHelp:
    """A student to speak with, and why, in a phrase each."""

    grade: StudentGrade
    reasons: tuple[str, ...]


def difficulty(grades: LessonGrades, exercise: str) -> float:
    """The class's mean share of an exercise's points: 1 where all solved it, 0 where nobody did."""
    best = grades.exercises[exercise]
    if not best or not grades.students:
        return 0.0
    return fmean(grade.exercises[exercise] / best for grade in grades.students)


def discrimination(grades: LessonGrades, exercise: str) -> float | None:
    """The corrected item-total correlation: whether who does well elsewhere does well here.

    Pearson's correlation between the points in this exercise and the points in all others, late
    penalties aside; the point-biserial correlation where the points are all or nothing. Taking
    the exercise out of the total keeps it from being correlated with itself.

    Returns
    -------
    float or None
        Between -1 and 1; None if fewer than ``ENOUGH_STUDENTS`` were graded, or all have the same
        points here or elsewhere.
    """
    if len(grades.students) < ENOUGH_STUDENTS:
        return None
    here = [grade.exercises[exercise] for grade in grades.students]
    elsewhere = [
        math.fsum(points for name, points in grade.exercises.items() if name != exercise)
        for grade in grades.students
    ]
    return _correlation(here, elsewhere)


def failed_checks(grades: LessonGrades) -> list[FailedCheck]:
    """Everything that students were told of mistakes, commonest first.

    A student counts once for a finding, however often a notebook repeats it; the values that were
    shown with it do not tell findings apart. An exercise that a student has not begun, or that is
    not in the file, is one finding, whatever its tests said.
    """
    told: dict[tuple[str, str], list[str]] = {}
    for grade in grades.students:
        for exercise in grade.sentences:
            for text in dict.fromkeys(_findings(grade, exercise)):
                told.setdefault((exercise, text), []).append(grade.student)
    order = {name: number for number, name in enumerate(grades.exercises)}
    checks = [FailedCheck(*key, tuple(students)) for key, students in told.items()]
    checks.sort(key=lambda c: (-len(c.students), order.get(c.exercise, len(order)), c.text))
    return checks


def needs_help(grades: LessonGrades) -> list[NeedsHelp]:
    """Students with less than half of the points, or who missed what most of the class can do.

    What most can do: an exercise in which at least ``MOST_SOLVED`` of the class has full points;
    ``MISSED_BASICS`` of these without full points are a reason. Late penalties do not count.
    """
    basics = [name for name in grades.exercises if _solved(grades, name) >= MOST_SOLVED]
    found = []
    for grade in grades.students:
        missed = [name for name in basics if not is_full(grades, grade, name)]
        reasons = []
        if grade.earned < HELP_BELOW * grades.max_score:
            reasons.append(f"{grade.earned:g} of {grades.max_score:g} points")
        if len(missed) >= MISSED_BASICS:
            reasons.append(f"missed what most of the class solved: {', '.join(missed)}")
        if reasons:
            found.append(NeedsHelp(grade, tuple(reasons)))
    return sorted(found, key=lambda help_: (help_.grade.earned, help_.grade.student))


def is_full(grades: LessonGrades, grade: StudentGrade, exercise: str) -> bool:
    """Whether a student has all points of an exercise."""
    return grade.exercises[exercise] >= grades.exercises[exercise]


def score_counts(grades: LessonGrades, bins: int) -> list[int]:
    """How many students have a score in each of so many equal parts of the scale.

    A score on a border counts in the upper part, full points in the last.
    """
    if not grades.max_score:
        return [len(grades.students), *[0] * (bins - 1)]
    places = Counter(
        min(bins - 1, int(bins * grade.score / grades.max_score)) for grade in grades.students
    )
    return [places[number] for number in range(bins)]


def _findings(grade: StudentGrade, exercise: str) -> list[str]:
    sentences = grade.sentences[exercise]
    if sentences and not grade.answers.get(exercise, "").strip():
        return [MISSING]
    if not grade.exercises.get(exercise) and is_unwritten(sentences):
        return [UNWRITTEN]
    return [found.text for sentence in sentences for found in taken_apart(sentence).findings]


def _solved(grades: LessonGrades, exercise: str) -> float:
    """The share of the class with full points in an exercise."""
    if not grades.students:
        return 0.0
    return fmean(is_full(grades, grade, exercise) for grade in grades.students)


def _correlation(xs: list[float], ys: list[float]) -> float | None:
    """Pearson's r; None if one side does not vary."""
    if min(xs) == max(xs) or min(ys) == max(ys):
        return None
    try:
        r = correlation(xs, ys)
    except StatisticsError:  # a spread below the smallest number
        return None
    return max(-1.0, min(1.0, r))  # rounding may lead beyond
