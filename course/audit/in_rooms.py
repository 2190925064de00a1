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
from course.exercises import exercise_of
from course.grading.cluster import Cluster
from course.grading.examination import Files, job_for
from course.grading.rooms import Examined, Job
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
    """A submission that holds set-up cells, this one answer and its tests, and nothing else."""
    source = copy.deepcopy(notebook)
    source.cells = [c for c in source.cells if _is_needed(c, variant.exercise)]
    return job_for(with_answer(source, variant.exercise, variant.code), source, (), materials)


def with_answer(notebook: NotebookNode, exercise: str, code: str) -> NotebookNode:
    """A copy of the notebook in which one exercise is answered by ``code``."""
    made = copy.deepcopy(notebook)
    for cell in made.cells:
        mark = cell.metadata.get("nbgrader", {})
        if mark.get("solution") and mark.get("grade_id") == exercise:
            cell.source = code
            return made
    raise CourseError(f"no answer cell is called {exercise!r}")


def _is_needed(cell: NotebookNode, exercise: str) -> bool:
    if cell.cell_type != "code":
        return False
    mark = cell.metadata.get("nbgrader", {})
    if "setup" in cell.metadata.get("tags", []):
        return True
    return bool(mark.get("grade_id")) and exercise_of(mark["grade_id"]) == exercise
