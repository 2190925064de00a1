"""The page that a student gets back: points, verdicts, sentences and their own code. No test."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nbconvert.exporters import Exporter
from nbformat import NotebookNode
from nbgrader.api import Gradebook

from course.coursedir import OpenCourse
from course.errors import CourseError
from course.exercises import exercise_of, grade_id_of, is_answer
from course.grading.converters import FeedbackFolder, convert
from course.grading.pages import render
from course.grading.preprocessors import RECORD
from course.grading.sentences import is_unwritten
from course.grading.verdicts import ExerciseVerdict, exercise_verdicts

_HEADING = re.compile(r"^#[ \t]+(\S.*)$", re.MULTILINE)


@dataclass(frozen=True)
class FeedbackPage:
    """All that a student's page shows."""

    student: str
    lesson: str
    score: float  # after the late penalty
    max_score: float
    penalty: float
    notes: tuple[str, ...]
    exercises: tuple[ExerciseFeedback, ...]
    title: str = ""  # the lesson's own heading, if it has one

    @property
    def to_mend(self) -> tuple[ExerciseFeedback, ...]:
        return tuple(entry for entry in self.exercises if not entry.is_complete)

    @property
    def complete(self) -> tuple[ExerciseFeedback, ...]:
        return tuple(entry for entry in self.exercises if entry.is_complete)

    @property
    def is_empty(self) -> bool:
        """Whether the file holds no answer at all."""
        return not self.complete and all(entry.is_empty for entry in self.exercises)


@dataclass(frozen=True)
class ExerciseFeedback:
    """One exercise: the tests' verdicts, the gradebook's points, the instructor's comment."""

    verdict: ExerciseVerdict
    scores: dict[str, float]  # test cell → points, as the gradebook has them
    comment: str
    is_prose: bool = False  # whether the answer is text, to be read, and no code

    @property
    def name(self) -> str:
        return self.verdict.name

    @property
    def score(self) -> float:
        return sum(self.scores.get(v.grade_id, 0.0) for v in self.verdict.verdicts)

    @property
    def max_score(self) -> float:
        return self.verdict.max_score

    @property
    def is_complete(self) -> bool:
        return self.score >= self.max_score

    @property
    def is_empty(self) -> bool:
        return not self.verdict.code.strip()

    @property
    def is_unwritten(self) -> bool:
        """Whether the released cell was left as it was."""
        told = (self.verdict.trouble, *(verdict.sentence for verdict in self.verdict.verdicts))
        return not self.score and is_unwritten(filter(None, told))


class FeedbackExporter(Exporter):
    """nbgrader's feedback step writes with this: a page that shows no cell of the notebook."""

    file_extension = ".html"

    def from_notebook_node(self, nb: NotebookNode, resources=None, **kwargs) -> tuple[str, dict]:
        nb, resources = super().from_notebook_node(nb, resources, **kwargs)
        ids = resources["nbgrader"]
        with Gradebook(ids["db_url"]) as gradebook:
            page = _page(nb, gradebook, ids)
        return render("feedback", page=page), resources


def _page(nb: NotebookNode, gradebook: Gradebook, ids: dict) -> FeedbackPage:
    submitted = gradebook.find_submission_notebook(
        ids["notebook"], ids["assignment"], ids["student"]
    )
    scores = {grade.name: grade.score or 0.0 for grade in submitted.grades}
    comments = {comment.name: comment.manual_comment or "" for comment in submitted.comments}
    penalty = submitted.late_submission_penalty or 0.0
    written = {
        exercise_of(grade_id_of(cell) or "")
        for cell in nb.cells
        if cell.cell_type == "markdown" and is_answer(cell)
    }
    return FeedbackPage(
        student=ids["student"],
        lesson=ids["assignment"],
        score=max(0.0, submitted.score - penalty),
        max_score=submitted.max_score,
        penalty=penalty,
        notes=tuple(nb.metadata.get(RECORD, {}).get("notes", ())),
        exercises=tuple(
            ExerciseFeedback(
                verdict, scores, comments.get(verdict.name, ""), verdict.name in written
            )
            for verdict in exercise_verdicts(nb)
        ),
        title=_title(nb),
    )


def _title(nb: NotebookNode) -> str:
    """The lesson's first heading; empty if it has none."""
    texts = (cell.source for cell in nb.cells if cell.cell_type == "markdown")
    heading = next(filter(None, map(_HEADING.search, texts)), None)
    return heading.group(1).rstrip() if heading else ""


def write_feedback(
    course: OpenCourse, lesson: str, only: str | None = None
) -> Iterator[tuple[str, Path | str]]:
    """Write a page for every graded submission, and yield who it is for and where it is.

    Yields
    ------
    student, page : str, pathlib.Path or str
        A string says why there is no page for this student.

    Raises
    ------
    CourseError
        If nothing has been graded.
    """
    course.require_unlocked()
    graded = course.students_with("autograded", lesson)
    if only is not None:
        graded = [student for student in graded if student == only]
    if not graded:
        whose = f"{only}'s " if only else ""
        raise CourseError(f"no graded {whose}{lesson}: run `course grade {lesson}` first")
    logging.getLogger("traitlets").setLevel(logging.ERROR)
    for student in graded:
        folder = course.folder("autograded", student, lesson)
        try:
            convert(FeedbackFolder, course.coursedir(lesson), course.config, folder)
        except (Exception, SystemExit) as error:  # one student's page must not stop the others'
            yield student, (str(error) or type(error).__name__).splitlines()[0]
        else:
            yield student, course.folder("feedback", student, lesson) / f"{lesson}.html"
