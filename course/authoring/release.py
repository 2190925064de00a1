"""From source notebooks to what students get: only a lesson that passes its own tests goes out."""

from __future__ import annotations

import csv
import logging
from dataclasses import dataclass

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.converters import GenerateAssignment
from nbgrader.converters.base import NbGraderException

from course.coursedir import OpenCourse
from course.errors import CourseError
from course.grading.engine import engine_for
from course.grading.examination import further_files
from course.grading.jail import require_jail
from course.grading.rooms import make_job
from course.grading.settings import Grading
from course.kernels import KERNEL_ARGUMENTS, KERNEL_NAME, require_kernel


@dataclass(frozen=True)
class Outcome:
    """What running a notebook's test cells gave: points, and the first failing cell if any."""

    score: float
    max_score: float
    failed: tuple[str, ...]


def release_lesson(course: OpenCourse, lesson: str) -> Outcome:
    """Check a lesson, write ``release/NAME/NAME.ipynb`` and enter it in the gradebook.

    Raises
    ------
    CourseError
        If the source does not pass its own tests; nothing is released then.
    """
    path = course.workspace.source(lesson)
    if not path.exists():
        raise CourseError(f"{path} does not exist: run `course build {lesson}` first")
    course.require_unlocked()
    outcome = run_notebook(nbformat.read(path, as_version=4))
    if outcome.failed:
        raise CourseError(
            f"{lesson} is not released: its own solution fails {', '.join(outcome.failed)} "
            f"({outcome.score:g} of {outcome.max_score:g} points); mend {path}"
        )
    _require_gradable(course, lesson)
    write_release(course, lesson)
    _enter_due_date(course, lesson)
    return outcome


def _require_gradable(course: OpenCourse, lesson: str) -> None:
    """Raise a CourseError unless the grader, too, gives the lesson's own solution full marks."""
    settings, root = Grading(course.config), course.workspace.root
    if settings.jail:
        try:
            require_jail()
        except CourseError:  # a machine that cannot grade may well release
            return
    path = course.workspace.source(lesson)
    source = nbformat.read(path, as_version=4)
    materials = further_files(path.parent, course.coursedir().ignore)
    job = make_job(source, source, materials=materials)
    examined = engine_for(settings.limits, jail=settings.jail, hidden=[root]).examine(job)
    for verdict in examined.verdicts:
        if not verdict.passed:
            raise CourseError(
                f"{lesson} is not released: in the grader its own solution fails "
                f"{verdict.grade_id}: {verdict.message}"
            )


def write_release(course: OpenCourse, lesson: str) -> None:
    """Let nbgrader make the student's notebook, without running anything."""
    converter = GenerateAssignment(coursedir=course.coursedir(lesson), config=course.config)
    converter.force = True
    logging.getLogger("traitlets").setLevel(logging.ERROR)
    try:
        converter.start()
    except (NbGraderException, SystemExit) as error:
        raise CourseError(f"{lesson} cannot be released: {error}") from None


def run_notebook(notebook: NotebookNode, timeout: int = 120) -> Outcome:
    """Execute a notebook in a kernel of its own and add up its test cells.

    Parameters
    ----------
    notebook : NotebookNode
        Outputs are written into it.
    timeout : int
        Seconds that one cell may take.
    """
    require_kernel()
    client = NotebookClient(
        notebook,
        timeout=timeout,
        allow_errors=True,
        kernel_name=KERNEL_NAME,
        extra_arguments=list(KERNEL_ARGUMENTS),
    )
    try:
        client.execute()
    except (CellTimeoutError, DeadKernelError) as error:
        raise CourseError(f"the notebook does not run to its end: {error}") from None
    score, max_score, failed = 0.0, 0.0, []
    for cell in notebook.cells:
        if utils.is_grade(cell) and not utils.is_solution(cell):
            got, points = utils.determine_grade(cell)
            score, max_score = score + got, max_score + points
            if got < points:
                failed.append(cell.metadata["nbgrader"]["grade_id"])
    return Outcome(score, max_score, tuple(failed))


def import_roster(course: OpenCourse) -> int:
    """Enter the students of the roster file, if there is one, into the gradebook.

    Returns
    -------
    int
        How many students the file lists.

    Raises
    ------
    CourseError
        If the file has no ``id`` column or a row without an id.
    """
    path = course.workspace.root / course.settings.roster
    if not path.exists():
        return 0
    with path.open(newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    known = ("first_name", "last_name", "email", "lms_user_id")
    with course.gradebook() as gradebook:
        for number, row in enumerate(rows, start=2):
            if not (row.get("id") or "").strip():
                raise CourseError(f"{path}, line {number}: every student needs an 'id'")
            details = {key: row[key] for key in known if row.get(key)}
            gradebook.update_or_create_student(row["id"].strip(), **details)
    return len(rows)


def _enter_due_date(course: OpenCourse, lesson: str) -> None:
    due = course.settings.due_dates.get(lesson)
    if due is None:
        return
    try:
        when = utils.parse_utc(due)
    except (ValueError, OverflowError):
        raise CourseError(
            f"nbgrader_config.py: the due date {due!r} of {lesson} is no date; "
            "write it as '2027-01-15 23:59 UTC'"
        ) from None
    with course.gradebook() as gradebook:
        gradebook.update_or_create_assignment(lesson, duedate=when)
