"""nbgrader's converters, run for one student's folder: every other is left alone."""

from __future__ import annotations

from pathlib import Path

from nbgrader.converters import Autograde, GenerateFeedback
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from course.grading.rooms import Examined


def convert(
    kind: type[OneFolder],
    coursedir: CourseDirectory,
    config: Config,
    folder: Path,
    examined: Examined | None = None,
) -> None:
    """Run a converter on one folder, over what an earlier run has left.

    Parameters
    ----------
    kind, coursedir, config, folder
    examined : Examined or None
        What the rooms found, where a worker has been through them already.

    Raises
    ------
    Exception
        Whatever nbgrader or the notebook raises, and SystemExit.
    """
    converter = kind(coursedir=coursedir, config=config)
    converter.folder = folder
    converter.examined = examined
    converter.force = True
    converter.start()


class OneFolder:
    """A converter that is told its folder. nbgrader would look for it with a pattern, and so
    not find a student called ``[ada]``."""

    folder: Path
    examined: Examined | None

    def init_notebooks(self) -> None:
        self.notebooks = []
        self.assignments = {str(self.folder): [str(path) for path in self.folder.glob("*.ipynb")]}


class AutogradeFolder(OneFolder, Autograde):
    """nbgrader's Autograde for one folder."""


class FeedbackFolder(OneFolder, GenerateFeedback):
    """nbgrader's GenerateFeedback for one folder."""
