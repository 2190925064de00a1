"""nbgrader's view of a workspace: its configuration, its directories and its gradebook."""

from __future__ import annotations

import contextlib
import copy
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from traitlets import Dict, Unicode
from traitlets.config import Config, LoggingConfigurable, PyFileConfigLoader

from course.errors import CourseError
from course.workspace import CONFIG_FILE, Workspace


class Course(LoggingConfigurable):
    """What ``nbgrader_config.py`` says of this course beyond nbgrader's own options."""

    due_dates = Dict(help="Lesson → when it is due, as nbgrader writes dates.").tag(config=True)
    roster = Unicode("students.csv", help="A CSV file of the students, if it exists.").tag(
        config=True
    )


@dataclass(frozen=True)
class OpenCourse:
    """A workspace with its configuration read."""

    workspace: Workspace
    config: Config

    @property
    def settings(self) -> Course:
        return Course(config=self.config)

    def with_options(self, section: str, **options: object) -> OpenCourse:
        """This course with options of one section, as given on the command line; None changes
        nothing."""
        config = copy.deepcopy(self.config)
        config[section].update({k: v for k, v in options.items() if v is not None})
        return OpenCourse(self.workspace, config)

    def coursedir(self, lesson: str = "", student: str = "*") -> CourseDirectory:
        """nbgrader's own object, narrowed to a lesson and a student."""
        return CourseDirectory(config=self.config, assignment_id=lesson, student_id=student)

    def folder(self, step: str, student: str, lesson: str) -> Path:
        """``root/step/student/lesson``, as the configuration lays it out."""
        directory = self.coursedir()
        step_name = getattr(directory, f"{step}_directory")
        return Path(directory.format_path(step_name, student, lesson))

    def students_with(self, step: str, lesson: str) -> list[str]:
        """Who has a folder for this lesson in ``submitted``, ``autograded`` or ``feedback``."""
        base = self.folder(step, "x", lesson).parent.parent
        if not base.is_dir():
            return []
        return sorted(p.name for p in base.iterdir() if (p / lesson).is_dir())

    @contextlib.contextmanager
    def gradebook(self) -> Iterator[Gradebook]:
        """The gradebook, open for reading and writing.

        Raises
        ------
        CourseError
            If another program holds its lock.
        """
        directory = self.coursedir()
        self.require_unlocked()
        with Gradebook(directory.db_url, directory.course_id) as gradebook:
            yield gradebook

    def require_unlocked(self) -> None:
        """Raise a CourseError if another program is writing the (SQLite) gradebook."""
        url = self.coursedir().db_url
        if not url.startswith("sqlite:///"):
            return
        path = Path(url.removeprefix("sqlite:///"))
        if not path.exists():
            return
        try:
            with contextlib.closing(sqlite3.connect(path, timeout=5)) as connection:
                connection.execute("BEGIN IMMEDIATE")
                connection.rollback()
        except sqlite3.OperationalError as error:
            raise CourseError(
                f"{path} cannot be written ({error}): close the program that holds it, "
                "such as a running Formgrader or another grading, and try again"
            ) from None
        except sqlite3.DatabaseError as error:
            raise CourseError(
                f"{path} is no gradebook ({error}): move it away or restore a copy"
            ) from None


def open_course(workspace: Workspace) -> OpenCourse:
    """Read the workspace's ``nbgrader_config.py``.

    Raises
    ------
    CourseError
        If the file has an error; the message names its line.
    """
    try:
        config = PyFileConfigLoader(CONFIG_FILE, path=str(workspace.root)).load_config()
    except Exception as error:  # it is a program: anything can be wrong with it
        raise CourseError(
            f"{workspace.root / CONFIG_FILE}: {type(error).__name__}: {error}"
        ) from None
    return OpenCourse(workspace, config)
