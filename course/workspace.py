"""Where a course lives on disk: finds its root, its lessons and its configuration. Runs nothing."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path

from course.errors import CourseError

CONFIG_FILE = "nbgrader_config.py"


@dataclass(frozen=True)
class Workspace:
    """A course directory, as nbgrader lays it out, with the lessons' text in ``course/lessons``."""

    root: Path

    @property
    def texts(self) -> Path:
        """The folder of the lessons' text."""
        return self.root / "course" / "lessons"

    def text(self, lesson: str) -> Path:
        """A lesson as text: the single truth."""
        return self.texts / f"{lesson}.py"

    def source(self, lesson: str) -> Path:
        """The instructor's notebook, with solutions and hidden tests."""
        return self.root / "source" / lesson / f"{lesson}.ipynb"

    def release(self, lesson: str) -> Path:
        """The student's notebook."""
        return self.root / "release" / lesson / f"{lesson}.ipynb"

    def lessons(self) -> list[str]:
        """All lessons by name, in order: those written as text, and notebooks in ``source/``."""
        written = {path.stem for path in self.texts.glob("[0-9][0-9]-*.py")}
        notebooks = {path.stem for path in self.root.glob("source/*/*.ipynb")}
        return sorted(written | {name for name in notebooks if self.source(name).exists()})

    def lesson(self, name: str) -> str:
        """The lesson of that name.

        Raises
        ------
        CourseError
            If there is none; the message gives the nearest name.
        """
        known = self.lessons()
        if name in known:
            return name
        by_part = [lesson for lesson in known if name and name in lesson]
        near = by_part[:1] or difflib.get_close_matches(name, known, n=1, cutoff=0.3)
        advice = (
            f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(known) or 'none'}"
        )
        raise CourseError(f"no lesson is called {name!r}; {advice}")


def find_workspace(start: Path | None = None) -> Workspace:
    """The course that holds ``start`` (default: the current directory).

    Raises
    ------
    CourseError
        If neither it nor any folder above has an ``nbgrader_config.py``.
    """
    start = (start or Path.cwd()).resolve()
    for folder in (start, *start.parents):
        if (folder / CONFIG_FILE).is_file():
            return Workspace(folder)
    raise CourseError(
        f"{start} is not in a course: no {CONFIG_FILE} here or above; "
        "change into the course's folder or name it with --root"
    )
