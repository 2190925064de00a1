"""Our steps in nbgrader's Autograde, named in ``nbgrader_config.py``: read, restore, run.

They are plugged in through nbgrader's own configuration, so that `nbgrader autograde`, the
Formgrader and `course grade` do the same.
"""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path
from typing import Any

import nbformat
from nbclient.exceptions import DeadKernelError
from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbgrader.preprocessors import Execute, NbGraderPreprocessor
from traitlets import Integer, List, Unicode

from course.errors import CourseError
from course.grading.intake import submitted_bytes
from course.grading.submission import Submission, read_submission, restore, unreadable

# What we know of a submission, in its graded notebook's metadata.
RECORD = "course"

# Behind everything that is installed, so that a submission's helpers.py is found and its numpy.py
# is not; `course` first, which an editable installation would look up last of all.
_OWN_FILES_LAST = (
    "--IPKernelApp.exec_lines=__import__('course'); "
    "__import__('os').environ.pop('PYTHONSAFEPATH'); __import__('sys').path.append('')"
)


class SubmissionExporter(NotebookExporter):
    """Reads any file that a student handed in; one that is no notebook becomes an empty one."""

    notes = List(
        Unicode(), help="What was wrong with the submission's folder, in a sentence each."
    ).tag(config=True)

    def from_filename(self, filename: str, resources: Any = None, **kwargs: Any) -> tuple:
        path = Path(filename)
        resources = {**(resources or {}), "metadata": {"name": path.stem, "path": str(path.parent)}}
        if self.parent._sanitizing:
            try:
                content = submitted_bytes(path)
                read = read_submission(content)
            except CourseError as error:
                content, read = b"", unreadable(str(error))
            notebook = read.notebook
            notes = [*self.notes, *read.notes]
            notebook.metadata[RECORD] = {"notes": notes, "submitted": digest(content)}
        else:  # nbgrader's second pass reads what the first has written
            notebook = nbformat.read(path, as_version=4)
        return self.from_notebook_node(notebook, resources, **kwargs)


class RestoreSubmission(NbGraderPreprocessor):
    """Puts the student's answers into the instructor's notebook before anything is run."""

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        ids = resources["nbgrader"]
        coursedir = self.parent.parent.coursedir
        folder = coursedir.format_path(coursedir.source_directory, ".", ids["assignment"])
        path = Path(folder) / f"{ids['notebook']}.ipynb"
        if not path.exists():
            self.log.warning("No source notebook %s: the submission is graded as it is", path)
            return nb, resources
        source = nbformat.read(path, as_version=4)
        record = nb.metadata[RECORD]
        restored = restore(Submission(nb, tuple(record["notes"])), source)
        for note in restored.notes:
            self.log.warning("%s: %s", ids["student"], note)
        record = {**record, "notes": list(restored.notes), "source": digest(path.read_bytes())}
        restored.notebook.metadata = {**source.metadata, RECORD: record}
        return restored.notebook, resources


def digest(content: bytes) -> str:
    """The SHA-256 by which a submission or a source is known not to have changed."""
    return hashlib.sha256(content).hexdigest()


class ExecuteSubmission(Execute):
    """nbgrader's Execute, with an end: a dead kernel or a spent budget fails only what follows."""

    submission_timeout = Integer(
        600, help="Seconds that all cells of one submission may take together."
    ).tag(config=True)

    _gave_up = ""

    def preprocess(self, nb: NotebookNode, *args: Any, **kwargs: Any) -> tuple:
        self._gave_up = ""
        self._ends = time.monotonic() + self.submission_timeout
        return super().preprocess(nb, *args, **kwargs)

    def start_new_kernel(self, **kwargs: Any) -> None:
        """Start Python so that no file of the submission stands in for a module of ours."""
        self.extra_arguments = [*self.extra_arguments, _OWN_FILES_LAST]
        super().start_new_kernel(env={**os.environ, "PYTHONSAFEPATH": "1"}, **kwargs)

    def preprocess_cell(self, cell: NotebookNode, resources: dict, index: int) -> tuple:
        """Run one cell, or say in its output why it was not run."""
        if not self._gave_up and time.monotonic() > self._ends:
            self._gave_up = f"the notebook had used its {self.submission_timeout} seconds"
        if not self._gave_up:
            try:
                return super().preprocess_cell(cell, resources, index)
            except DeadKernelError:
                self._gave_up = f"Python itself died in cell {cell.id!r}"
        if cell.cell_type == "code":
            cell.outputs = [_error("NotRun", self._gave_up)]
        return cell, resources

    def _get_timeout(self, cell: NotebookNode | None) -> int | None:
        left = max(1, round(self._ends - time.monotonic()))
        timeout = super()._get_timeout(cell)
        return left if timeout is None else min(timeout, left)


def _error(name: str, text: str) -> NotebookNode:
    return nbformat.v4.new_output("error", ename=name, evalue=text, traceback=[f"{name}: {text}"])
