"""Grades a class for one lesson: each submission by itself, so that none can stop the others.

nbgrader's Autograde does the work, with the steps that ``nbgrader_config.py`` plugs into it, and
keeps the gradebook.
"""

from __future__ import annotations

import copy
import logging
import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.coursedir import CourseDirectory

from course.coursedir import OpenCourse
from course.errors import CourseError
from course.grading.converters import AutogradeFolder, convert
from course.grading.intake import TIMESTAMP, HandedIn, take_in
from course.grading.preprocessors import RECORD, digest
from course.kernels import require_kernel


@dataclass(frozen=True)
class Graded:
    """What became of one submission."""

    student: str
    status: str  # "graded", "unchanged" or "failed"
    score: float
    max_score: float
    notes: tuple[str, ...] = ()


def submissions(course: OpenCourse, lesson: str, only: str | None = None) -> list[str]:
    """Who handed in a lesson, and so can be graded now.

    Raises
    ------
    CourseError
        If nobody did, or not the one student asked for; if the lesson was not released; if the
        gradebook is locked or Jupyter has no kernel.
    """
    require_kernel()
    found = course.students_with("submitted", lesson)
    if only is not None and only not in found:
        folder = course.folder("submitted", only, lesson)
        raise CourseError(f"{only} has not handed in {lesson}: there is no {folder}")
    if not found:
        folder = course.folder("submitted", "STUDENT", lesson)
        raise CourseError(f"nobody has handed in {lesson}: put notebooks into {folder}/")
    with course.gradebook() as gradebook:
        try:
            gradebook.find_assignment(lesson)
        except MissingEntry:
            raise CourseError(
                f"{lesson} is not in the gradebook: run `course release {lesson}` first"
            ) from None
    return found if only is None else [only]


def grade_lesson(
    course: OpenCourse, lesson: str, students: Iterable[str], again: bool = False
) -> Iterator[Graded]:
    """Grade the submissions that are new or changed, and yield each as it is done.

    Parameters
    ----------
    course, lesson
    students : iterable of str
        As `submissions` gives them.
    again : bool
        Grade unchanged submissions too.
    """
    for student in students:
        yield _grade_one(course, lesson, student, again)


def record_of(path: Path) -> dict:
    """What grading noted about a submission in its graded notebook; empty if there is none."""
    try:
        return dict(nbformat.read(path, as_version=4).metadata.get(RECORD, {}))
    except (OSError, ValueError):
        return {}


def _grade_one(course: OpenCourse, lesson: str, student: str, again: bool) -> Graded:
    name = student.encode("utf-8", "backslashreplace").decode()
    if name != student or student.splitlines() != [student]:
        with course.gradebook() as gradebook:
            max_score = gradebook.find_assignment(lesson).max_score
        reason = "the folder's name cannot be entered in the gradebook: rename it"
        return Graded(" ".join(name.splitlines()), "failed", 0.0, max_score, (reason,))
    try:
        return _graded(course, lesson, student, again)
    except CourseError as error:
        reason = str(error)
    except (Exception, SystemExit) as error:  # one submission must not stop the rest
        first = (str(error).strip() or type(error).__name__).splitlines()[0]
        reason = f"{first}; see logs/grade-{lesson}.log"
    return _zero(course, lesson, student, reason)


def _graded(course: OpenCourse, lesson: str, student: str, again: bool) -> Graded:
    graded = course.folder("autograded", student, lesson) / f"{lesson}.ipynb"
    record = record_of(graded)
    with _log_to(course.workspace.root / "logs" / f"grade-{lesson}.log"):
        handed_in = take_in(course, lesson, student)
        current = not again and _is_current(record, handed_in, course.workspace.source(lesson))
        if not current:
            _autograde(course, lesson, student, handed_in)
            record = record_of(graded)
    status = "unchanged" if current else "graded"
    return Graded(student, status, *_score(course, lesson, student), tuple(record.get("notes", ())))


def _autograde(course: OpenCourse, lesson: str, student: str, handed_in: HandedIn) -> None:
    """Let nbgrader grade a clean copy of a submission."""
    config = copy.deepcopy(course.config)
    config.SubmissionExporter.notes = list(handed_in.notes)
    base = course.folder("autograded", student, lesson).parent.parent
    base.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".incoming-", dir=base) as incoming:
        coursedir = CourseDirectory(
            config=config,
            assignment_id=lesson,
            submitted_directory=os.path.relpath(incoming, course.workspace.root),
        )
        folder = Path(coursedir.format_path(coursedir.submitted_directory, student, lesson))
        for path in handed_in.files:
            target = folder / path.relative_to(handed_in.folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{lesson}.ipynb").write_bytes(handed_in.notebook)
        if handed_in.timestamp:
            (folder / TIMESTAMP).write_text(handed_in.timestamp, "utf-8")
        convert(AutogradeFolder, coursedir, config, folder)


def _is_current(record: dict, handed_in: HandedIn, source: Path) -> bool:
    return bool(record) and (
        record.get("submitted") == digest(handed_in.notebook)
        and record.get("source") == digest(source.read_bytes())
    )


def _score(course: OpenCourse, lesson: str, student: str) -> tuple[float, float]:
    with course.gradebook() as gradebook:
        submission = gradebook.find_submission(lesson, student)
        return submission.score, submission.max_score


def _zero(course: OpenCourse, lesson: str, student: str, reason: str) -> Graded:
    """Enter a submission that cannot be graded, with no points, so that it shows in every list."""
    with course.gradebook() as gradebook:
        gradebook.update_or_create_student(student)
        submission = gradebook.update_or_create_submission(lesson, student)
        for notebook in submission.notebooks:
            _fail_all(gradebook, notebook)
        gradebook.db.commit()
        return Graded(student, "failed", 0.0, submission.max_score, (reason,))


def _fail_all(gradebook: Gradebook, notebook) -> None:
    for grade in notebook.grades:
        grade.auto_score = 0
        grade.needs_manual_grade = False


class _log_to:  # noqa: N801 - a context manager
    """Sends nbgrader's own log to a file instead of the terminal."""

    def __init__(self, path: Path):
        self._path = path

    def __enter__(self) -> None:
        self._path.parent.mkdir(exist_ok=True)
        self._logger = logging.getLogger("traitlets")
        self._before = (self._logger.handlers[:], self._logger.propagate, self._logger.level)
        handler = logging.FileHandler(self._path, encoding="utf-8", errors="backslashreplace")
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        self._logger.handlers, self._logger.propagate = [handler], False
        self._logger.setLevel(logging.INFO)

    def __exit__(self, *exc: object) -> None:
        self._logger.handlers[0].close()
        self._logger.handlers, self._logger.propagate, level = self._before
        self._logger.setLevel(level)
