"""Grades a class for one lesson: each submission by itself, so that none can stop the others.

A submission is read here, examined by a worker, and entered here again: by nbgrader's Autograde,
with the steps that ``nbgrader_config.py`` plugs into it. Nobody else writes the gradebook.
"""

from __future__ import annotations

import contextlib
import copy
import fcntl
import json
import logging
import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from nbformat import NotebookNode
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.coursedir import CourseDirectory

from course.coursedir import OpenCourse
from course.errors import CourseError
from course.grading.cluster import Cluster, Outcome
from course.grading.connection import one_engine
from course.grading.converters import AutogradeFolder, convert
from course.grading.examination import further_files, submission_digest
from course.grading.intake import HandedIn, take_in
from course.grading.jail import require_jail
from course.grading.nbgrader_log import log_to
from course.grading.preprocessors import RECORD, source_digest
from course.grading.rooms import Files, Job, make_job
from course.grading.settings import Grading
from course.grading.submission import read_submission, restore

_INCOMING = ".incoming-"


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
        gradebook is locked or no jail can be built.
    """
    settings = Grading(course.config)
    if settings.jail and not settings.scheduler:
        require_jail()
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

    Raises
    ------
    CourseError
        If another grading of this course is running, or no worker can be had.
    """
    root = course.workspace.root
    with _alone(course), Cluster(Grading(course.config), root) as cluster:
        source = _read_source(course, lesson)
        for student in students:
            prepared = _prepare(course, lesson, student, source, again)
            if isinstance(prepared, Graded):
                yield prepared
                continue
            cluster.put(prepared, prepared.job)
            for work, outcome in cluster.ready():
                yield _enter(course, lesson, work, outcome)
        for work, outcome in cluster.rest():
            yield _enter(course, lesson, work, outcome)


def record_of(path: Path) -> dict:
    """What grading noted about a submission in its graded notebook; empty if there is none."""
    try:
        return dict(json.loads(path.read_bytes())["metadata"].get(RECORD, {}))
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}


@dataclass(frozen=True)
class _Source:
    """The instructor's side of a lesson, read once for a class."""

    notebook: NotebookNode
    materials: Files
    digest: str


@dataclass(frozen=True)
class _Work:
    """A submission on its way through the rooms."""

    student: str
    handed_in: HandedIn
    job: Job


def _read_source(course: OpenCourse, lesson: str) -> _Source:
    path = course.workspace.source(lesson)
    if not path.exists():
        raise CourseError(f"{path} is missing: nothing can be graded without the source notebook")
    materials = further_files(path.parent, course.coursedir().ignore)
    return _Source(nbformat.read(path, as_version=4), materials, source_digest(path))


@one_engine()
def _prepare(
    course: OpenCourse, lesson: str, student: str, source: _Source, again: bool
) -> _Work | Graded:
    """Read a submission; it need not go on if it is unchanged or cannot be graded."""
    name = student.encode("utf-8", "backslashreplace").decode()
    if name != student or student.splitlines() != [student]:
        with course.gradebook() as gradebook:
            max_score = gradebook.find_assignment(lesson).max_score
        reason = "the folder's name cannot be entered in the gradebook: rename it"
        return Graded(" ".join(name.splitlines()), "failed", 0.0, max_score, (reason,))
    with _failing(course, lesson, student) as failed:
        handed_in = take_in(course, lesson, student)
        record = record_of(_graded_path(course, lesson, student))
        if not again and _is_current(record, handed_in, source):
            notes = tuple(record.get("notes", ()))
            return Graded(student, "unchanged", *_score(course, lesson, student), notes)
        restored = restore(read_submission(handed_in.notebook), source.notebook)
        job = make_job(restored.notebook, source.notebook, handed_in.contents(), source.materials)
        return _Work(student, handed_in, job)
    return failed[0]


@one_engine()
def _enter(course: OpenCourse, lesson: str, work: _Work, outcome: Outcome) -> Graded:
    """Let nbgrader enter what the rooms found of a submission."""
    student = work.student
    if isinstance(outcome, CourseError):  # the grader's fault: the student's scores stay
        reason = f"not graded: {outcome}; grade again"
        return Graded(student, "failed", *_score(course, lesson, student), (reason,))
    with _failing(course, lesson, student) as failed:
        with log_to(_log_file(course.workspace.root / "logs" / f"grade-{lesson}.log")):
            _autograde(course, lesson, work, outcome)
        notes = record_of(_graded_path(course, lesson, student)).get("notes", ())
        return Graded(student, "graded", *_score(course, lesson, student), tuple(notes))
    return failed[0]


@contextlib.contextmanager
def _failing(course: OpenCourse, lesson: str, student: str) -> Iterator[list[Graded]]:
    """Whatever goes wrong with one submission, it must not stop the rest: it scores 0, and why."""
    failed: list[Graded] = []
    try:
        yield failed
        return
    except CourseError as error:
        reason = str(error)
    except (Exception, SystemExit) as error:
        first = (str(error).strip() or type(error).__name__).splitlines()[0]
        reason = f"{first}; see logs/grade-{lesson}.log"
    failed.append(_zero(course, lesson, student, reason))


def _autograde(course: OpenCourse, lesson: str, work: _Work, outcome: Outcome) -> None:
    """Let nbgrader grade a clean copy of a submission, with what the rooms found of it."""
    config, handed_in = copy.deepcopy(course.config), work.handed_in
    config.SubmissionExporter.notes = list(handed_in.notes)
    base = course.folder("autograded", work.student, lesson).parent.parent
    base.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=_INCOMING, dir=base) as incoming:
        coursedir = CourseDirectory(
            config=config,
            assignment_id=lesson,
            submitted_directory=os.path.relpath(incoming, course.workspace.root),
        )
        folder = Path(coursedir.format_path(coursedir.submitted_directory, work.student, lesson))
        for name, content in handed_in.contents():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{lesson}.ipynb").write_bytes(handed_in.notebook)
        convert(AutogradeFolder, coursedir, config, folder, examined=outcome)


def _graded_path(course: OpenCourse, lesson: str, student: str) -> Path:
    return course.folder("autograded", student, lesson) / f"{lesson}.ipynb"


def _is_current(record: dict, handed_in: HandedIn, source: _Source) -> bool:
    return bool(record.get("graded")) and (
        record.get("submitted") == submission_digest(handed_in.notebook, handed_in.contents())
        and record.get("source") == source.digest
    )


@contextlib.contextmanager
def _alone(course: OpenCourse) -> Iterator[None]:
    """Hold the course's lock, which falls with this process however it ends; tidy up first."""
    base = course.folder("autograded", "x", "x").parent.parent
    base.mkdir(parents=True, exist_ok=True)
    with (base / ".lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CourseError(
                f"{course.workspace.root} is being graded already: wait for that grading, or end it"
            ) from None
        for left in base.glob(f"{_INCOMING}*"):  # by a grading that was killed
            shutil.rmtree(left, ignore_errors=True)
        yield


def _score(course: OpenCourse, lesson: str, student: str) -> tuple[float, float]:
    with course.gradebook() as gradebook:
        try:
            submission = gradebook.find_submission(lesson, student)
        except MissingEntry:
            return 0.0, gradebook.find_assignment(lesson).max_score
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


def _log_file(path: Path) -> logging.Handler:
    """Where nbgrader's own log of a grading goes, instead of to the terminal."""
    path.parent.mkdir(exist_ok=True)
    handler = logging.FileHandler(path, encoding="utf-8", errors="backslashreplace")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    handler.setLevel(logging.INFO)
    return handler
