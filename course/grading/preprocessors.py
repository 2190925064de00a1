"""Our steps in nbgrader's Autograde, named in the configuration: read a submission, restore it,
 have it examined and enter its grades.

They are plugged in through nbgrader's own configuration, so that `nbgrader autograde`, the
Formgrader and `course grade` do the same.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Bool, List, Unicode

from course.errors import CourseError
from course.grading.engine import engine_for
from course.grading.examination import (
    further_files,
    submission_digest,
    write_outcomes,
)
from course.grading.intake import submitted_bytes
from course.grading.rooms import make_job
from course.grading.settings import Grading
from course.grading.submission import Submission, read_submission, restore, unreadable

# What we know of a submission, in its graded notebook's metadata.
RECORD = "course"


class SubmissionExporter(NotebookExporter):
    """Reads any file that a student handed in; one that is no notebook becomes an empty one."""

    # A notebook is held to the schema behind the last step instead of behind each: same result.
    optimistic_validation = Bool(True).tag(config=True)
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
            submitted = submission_digest(content, further_files(path.parent))
            notebook.metadata[RECORD] = {"notes": notes, "submitted": submitted}
        else:  # nbgrader's second pass reads what the first has written
            notebook = nbformat.read(path, as_version=4)
        return self.from_notebook_node(notebook, resources, **kwargs)


class RestoreSubmission(NbGraderPreprocessor):
    """Puts the student's answers into the instructor's notebook before anything is run."""

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        path = _source_path(self, resources)
        source = nbformat.read(path, as_version=4)
        record = nb.metadata[RECORD]
        restored = restore(Submission(nb, tuple(record["notes"])), source)
        for note in restored.notes:
            self.log.warning("%s: %s", resources["nbgrader"]["student"], note)
        record = {**record, "notes": list(restored.notes), "source": source_digest(path)}
        restored.notebook.metadata = {**source.metadata, RECORD: record}
        return restored.notebook, resources


class ExamineSubmission(NbGraderPreprocessor):
    """Has the two rooms examine a submission, and writes what they found into its outputs.

    `course grade`, which has many examined at the same time, brings what they found along.
    """

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        converter = self.parent.parent
        examined = getattr(converter, "examined", None)
        if examined is None:
            source = _source_path(self, resources)
            folder, ignore = Path(resources["metadata"]["path"]), converter.coursedir.ignore
            job = make_job(
                nb,
                nbformat.read(source, as_version=4),
                further_files(folder, ignore),
                further_files(source.parent, ignore),
            )
            settings = Grading(self.config)
            root = Path(converter.coursedir.root)
            engine = engine_for(settings.limits, jail=settings.jail, hidden=[root])
            examined = engine.examine(job)
        write_outcomes(nb, examined)
        return nb, resources


class EnterGrades(NbGraderPreprocessor):
    """nbgrader's SaveAutoGrades, with all scores of a notebook in one transaction."""

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        ids = resources["nbgrader"]
        with Gradebook(ids["db_url"], self.parent.parent.coursedir.course_id) as gradebook:
            entry = gradebook.find_submission_notebook(
                ids["notebook"], ids["assignment"], ids["student"]
            )
            grades = {grade.name: grade for grade in entry.grades}
            comments = {comment.name: comment for comment in entry.comments}
            for cell in nb.cells:
                if utils.is_grade(cell):
                    self._enter_score(cell, _of(grades, cell, ids))
                if utils.is_solution(cell) or utils.is_task(cell):
                    self._enter_comment(cell, _of(comments, cell, ids))
            gradebook.db.commit()
        nb.metadata[RECORD]["graded"] = True  # a grading that is killed leaves a notebook, too
        return nb, resources

    def _enter_score(self, cell: NotebookNode, grade: Any) -> None:
        grade.auto_score, _ = utils.determine_grade(cell, self.log)
        # As in nbgrader: what a person has graded, or must grade, is to be looked at (again).
        grade.needs_manual_grade = grade.manual_score is not None or grade.auto_score is None

    def _enter_comment(self, cell: NotebookNode, comment: Any) -> None:
        unchanged = cell.metadata.nbgrader.get("checksum") == utils.compute_checksum(cell)
        is_empty = unchanged and not utils.is_task(cell)
        comment.auto_comment = "No response." if is_empty else None


def source_digest(path: Path) -> str:
    """The digest of an instructor's notebook and of the files beside it."""
    return submission_digest(path.read_bytes(), further_files(path.parent))


def _of(entries: dict, cell: NotebookNode, ids: dict) -> Any:
    name = cell.metadata["nbgrader"]["grade_id"]
    if name not in entries:
        lesson = ids["assignment"]
        raise CourseError(
            f"the gradebook knows no cell {name}: {lesson} has changed since its release; "
            f"run `course release {lesson}`"
        )
    return entries[name]


def _source_path(step: NbGraderPreprocessor, resources: dict) -> Path:
    """The instructor's notebook of the submission that a step of Autograde has before it."""
    ids, coursedir = resources["nbgrader"], step.parent.parent.coursedir
    folder = Path(coursedir.format_path(coursedir.source_directory, ".", ids["assignment"]))
    path = folder / f"{ids['notebook']}.ipynb"
    if not path.exists():
        raise CourseError(f"{path} is missing: nothing can be graded without the source notebook")
    return path
