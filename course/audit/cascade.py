"""Holds an exercise's mistake to its own points: one exercise wrong, all others right.

Whole notebooks through the two rooms, two for each exercise: its answer empty, as released, and
its first wrong variant.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence

from nbformat import NotebookNode
from nbgrader.preprocessors import ClearSolutions

from course.audit.in_rooms import with_answer
from course.audit.results import Cascade
from course.audit.variants import Variant
from course.coursedir import OpenCourse
from course.errors import CourseError
from course.exercises import exercise_of, grade_id_of, is_answer
from course.grading.rooms import Examined, Files, Job, make_job

EMPTY = "empty"


def cascade_jobs(
    course: OpenCourse,
    notebook: NotebookNode,
    exercises: Sequence[str],
    variants: Sequence[Variant],
    materials: Files,
) -> Iterator[tuple[tuple[str, str], Job]]:
    """The submissions to examine, each with its exercise and the name of its answer."""
    cleared = _cleared(course, notebook)
    for exercise in exercises:
        answers = {EMPTY: cleared[exercise]}
        wrong = [v for v in variants if v.exercise == exercise and v.expect == "fail"]
        answers.update({v.name: v.code for v in wrong[:1]})
        for name, code in answers.items():
            submission = with_answer(notebook, exercise, code)
            yield (exercise, name), make_job(submission, notebook, materials=materials)


def read_cascade(exercise: str, answer: str, outcome: Examined | CourseError) -> Cascade:
    """Whose test cells failed."""
    if isinstance(outcome, CourseError):
        return Cascade(exercise, answer, (), (), (), broken=str(outcome))
    own = [v for v in outcome.verdicts if exercise_of(v.grade_id) == exercise]
    return Cascade(
        exercise,
        answer,
        own_failed=tuple(v.grade_id for v in own if not v.passed),
        own_kept=tuple(v.grade_id for v in own if v.passed),
        others_failed=tuple(v.grade_id for v in outcome.verdicts if v not in own and not v.passed),
    )


def _cleared(course: OpenCourse, notebook: NotebookNode) -> dict[str, str]:
    """Every answer cell as students get it, by nbgrader's own preprocessor."""
    clear = ClearSolutions(config=course.config)
    found = {}
    for cell in copy.deepcopy(notebook.cells):
        if cell.cell_type == "code" and is_answer(cell):
            emptied, _ = clear.preprocess_cell(cell, {"language": "python"}, 0)
            found[grade_id_of(cell)] = emptied.source
    return found
