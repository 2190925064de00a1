"""Has answers examined by the real grader: two rooms each, many at the same time.

Makes the jobs and yields what comes of them; judges nothing itself.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from typing import Any

from nbformat import NotebookNode

from course.audit.variants import Variant
from course.coursedir import OpenCourse
from course.errors import CourseError
from course.exercises import exercise_of, grade_id_of, is_answer, is_setup
from course.grading.cluster import Cluster
from course.grading.rooms import Examined, Files, Job, make_job
from course.grading.settings import Grading


def examine_all(
    course: OpenCourse, jobs: Iterable[tuple[Any, Job]]
) -> Iterator[tuple[Any, Examined | CourseError]]:
    """Examine every job under the course's own settings; its tag comes back with the outcome."""
    with Cluster(Grading(course.config), course.workspace.root) as cluster:
        for tag, job in jobs:
            cluster.put(tag, job)
            yield from cluster.ready()
        yield from cluster.rest()


def job_of_variant(notebook: NotebookNode, variant: Variant, materials: Files) -> Job:
    """A submission of set-up cells, the solutions above this answer, the answer and its tests."""
    source = copy.deepcopy(notebook)
    source.cells = list(_needed(source.cells, variant.exercise))
    submission = with_answer(source, variant.exercise, variant.code)
    return make_job(submission, source, materials=materials)


def with_answer(notebook: NotebookNode, exercise: str, code: str) -> NotebookNode:
    """A copy of the notebook in which one exercise is answered by ``code``."""
    made = copy.deepcopy(notebook)
    for cell in made.cells:
        if is_answer(cell) and grade_id_of(cell) == exercise:
            cell.source = code
            return made
    raise CourseError(f"no answer cell is called {exercise!r}")


def _needed(cells: list[NotebookNode], exercise: str) -> Iterator[NotebookNode]:
    above = True
    for cell in cells:
        own = exercise_of(grade_id_of(cell) or "") == exercise
        above = above and not own
        if cell.cell_type == "code" and (is_setup(cell) or own or (above and is_answer(cell))):
            yield cell
