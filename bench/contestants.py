"""The graders that are compared: each makes a course of its own and grades the same files in it.

A contestant only runs commands that its users run, and reads what these have written.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook
from nbgrader.utils import determine_grade, is_grade

from bench.measure import Measured, run

Scores = dict[str, dict[str, float]]  # student → grade_id → points
PROGRAMS = Path(sys.executable).parent


@dataclass(frozen=True)
class Grading:
    """What came of grading a class.

    Attributes
    ----------
    measured : Measured
        The whole command, its start-up included.
    finished : tuple of float
        When each submission was done, in seconds since the epoch, sorted.
    scores : dict
        Student → grade_id → points.
    remarks : dict
        Student → grade_id → why the points are what they are, where the grader's files say so.
    """

    measured: Measured
    finished: tuple[float, ...]
    scores: Scores
    remarks: dict[str, dict[str, str]]


class StockNbgrader:
    """nbgrader as it comes, without a configuration file, in a course of its own.

    Parameters
    ----------
    folder : Path
        Where to make the course; what lies there is removed.
    source : Path
        The instructor's notebook.
    """

    def __init__(self, folder: Path, source: Path) -> None:
        self._folder, self._lesson = emptied(folder), source.stem
        _copied(source, folder / "source" / self._lesson)

    def release(self) -> Path:
        """Let nbgrader make the students' notebook and enter the lesson in its gradebook."""
        self._run("generate_assignment")
        return self._folder / "release" / self._lesson / f"{self._lesson}.ipynb"

    def grade(self, notebooks: Mapping[str, bytes]) -> Grading:
        """``nbgrader autograde LESSON``."""
        hand_in(self._folder, self._lesson, notebooks)
        measured = self._run("autograde")
        done = _graded(self._folder, self._lesson, notebooks)
        remarks = {student: _stderr_remarks(path) for student, path in done.items()}
        scores = gradebook_scores(self._folder, self._lesson)
        return Grading(measured, _times(done), scores, remarks)

    def _run(self, verb: str) -> Measured:
        command = [str(PROGRAMS / "nbgrader"), verb, self._lesson]
        environment = plain_environment(self._folder / "home")
        # Students whom it cannot grade make it leave with 1; the scores will tell.
        return run(
            command, self._folder, self._folder / "log.txt", environment, verb == "autograde"
        )


class Course:
    """This repository's ``course grade``, in a course of its own with the main configuration.

    Parameters
    ----------
    folder : Path
        Where to make the course; what lies there is removed.
    source : Path
        The instructor's notebook.
    configuration : Path
        The ``nbgrader_config.py`` to take over.
    workers : int
        Submissions at the same time.
    jail : bool
        False grades without a jail, where none can be built.
    """

    def __init__(
        self, folder: Path, source: Path, configuration: Path, workers: int, jail: bool = True
    ) -> None:
        self._folder, self._lesson = emptied(folder), source.stem
        self._workers, self._jail = workers, jail
        _copied(source, folder / "source" / self._lesson)
        text = _CONFIGURATION.format(main=str(configuration), root=str(folder))
        (folder / "nbgrader_config.py").write_text(text, "utf-8")

    def release(self) -> Path:
        """Make the students' notebook by nbgrader's own command, which enters the lesson."""
        command = [str(PROGRAMS / "nbgrader"), "generate_assignment", self._lesson]
        run(command, self._folder, self._folder / "log.txt", self._environment())
        return self._folder / "release" / self._lesson / f"{self._lesson}.ipynb"

    def grade(self, notebooks: Mapping[str, bytes]) -> Grading:
        """``course grade LESSON --workers N``: reads, restores, examines, enters, writes."""
        hand_in(self._folder, self._lesson, notebooks)
        command = [str(PROGRAMS / "course"), "grade", self._lesson, "--workers", str(self._workers)]
        command += [] if self._jail else ["--no-jail"]
        log = self._folder / "log.txt"
        measured = run(command, self._folder, log, self._environment())
        done = _graded(self._folder, self._lesson, notebooks)
        return Grading(measured, _times(done), gradebook_scores(self._folder, self._lesson), {})

    def _environment(self) -> dict[str, str]:
        return plain_environment(self._folder / "home")


_CONFIGURATION = '''"""The benchmark's own course: the main configuration, in this folder."""

c = get_config()  # noqa: F821 - traitlets provides it
load_subconfig({main!r})  # noqa: F821
c.CourseDirectory.root = {root!r}
'''


def plain_environment(home: Path) -> dict[str, str]:
    """The environment of a user who has just installed: a new home and no settings."""
    home.mkdir(parents=True, exist_ok=True)
    kept = {name: os.environ[name] for name in ("LANG", "LC_ALL", "TZ") if name in os.environ}
    path = os.pathsep.join([str(PROGRAMS), os.environ.get("PATH", os.defpath)])
    return {**kept, "PATH": path, "HOME": str(home), "TERM": "dumb", "COLUMNS": "120"}


def hand_in(folder: Path, lesson: str, notebooks: Mapping[str, bytes]) -> None:
    """Write every student's notebook where nbgrader looks for it."""
    for student, content in notebooks.items():
        path = folder / "submitted" / student / lesson / f"{lesson}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_bytes(content)


def gradebook_scores(folder: Path, lesson: str) -> Scores:
    """The points of every test cell, from nbgrader's gradebook; students without a grade miss."""
    scores: Scores = {}
    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}") as gradebook:
        for submission in gradebook.assignment_submissions(lesson):
            grades = [grade for notebook in submission.notebooks for grade in notebook.grades]
            scores[submission.student.id] = {grade.name: grade.score for grade in grades}
    return scores


def _graded(folder: Path, lesson: str, students: Mapping[str, bytes]) -> dict[str, Path]:
    """Student → the graded notebook, of those that there are."""
    paths = {name: folder / "autograded" / name / lesson / f"{lesson}.ipynb" for name in students}
    return {name: path for name, path in paths.items() if path.exists()}


def _times(done: Mapping[str, Path]) -> tuple[float, ...]:
    return tuple(sorted(path.stat().st_mtime for path in done.values()))


def _stderr_remarks(path: Path) -> dict[str, str]:
    """Test cells that ran to their end and got no points, since they had printed on stderr."""
    remarks = {}
    for cell in nbformat.read(path, as_version=4).cells:
        if not is_grade(cell) or cell.cell_type != "code":
            continue
        failed = any(output.output_type == "error" for output in cell.outputs)
        if not failed and determine_grade(cell)[0] == 0:
            remarks[cell.metadata.nbgrader.grade_id] = "ran to its end, with output on stderr"
    return remarks


def emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _copied(source: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    for path in sorted(source.parent.iterdir()):
        if path.is_file():
            shutil.copy(path, folder)
