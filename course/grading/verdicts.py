"""What a graded notebook says of each exercise, as plain data that holds no test: pure functions.

Feedback and reports are made from this alone, so that no hidden test can slip into either.
"""

from __future__ import annotations

import builtins
import re
from dataclasses import dataclass

from nbformat import NotebookNode
from nbgrader import utils

from course.exercises import exercise_of
from course.grading.sentences import UNWRITTEN

_ANSI = re.compile(r"\x1b\[[0-9;]*m")
_SECTION = re.compile(r"^#{1,2}[ \t]+(\S.*)$", re.MULTILINE)
MAX_SENTENCE = 2_000
# Names of errors that say how the room ended, and not what the student's code raised.
ENDINGS = {
    "TimeLimit": "it took too long and was stopped",
    "MemoryLimit": "it asked for too much memory",
    "ProcessLimit": "it started too many processes or threads",
    "DiskLimit": "it wrote more than its files may take",
    "FileLimit": "it wrote too large a file",
    "Crash": "Python itself ended in it",
}
_TROUBLES = {**ENDINGS, "NotImplementedError": UNWRITTEN}


@dataclass(frozen=True)
class Verdict:
    """One test cell: its points and, where it failed, the author's sentence."""

    grade_id: str
    max_score: float
    passed: bool
    sentence: str


@dataclass(frozen=True)
class ExerciseVerdict:
    """One exercise: the student's code as submitted, and the verdicts of its test cells."""

    name: str
    code: str
    section: str  # of the lesson, to reread
    trouble: str  # how the answer cell itself failed to run; empty if it ran
    verdicts: tuple[Verdict, ...]

    @property
    def max_score(self) -> float:
        return sum(verdict.max_score for verdict in self.verdicts)

    @property
    def score(self) -> float:
        return sum(verdict.max_score for verdict in self.verdicts if verdict.passed)


def exercise_verdicts(notebook: NotebookNode) -> list[ExerciseVerdict]:
    """The exercises of a graded notebook, in its order."""
    section, order = "", []
    code: dict[str, str] = {}
    trouble: dict[str, str] = {}
    sections: dict[str, str] = {}
    verdicts: dict[str, list[Verdict]] = {}
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and (heading := _SECTION.search(cell.source)):
            section = heading.group(1).rstrip()
        mark = cell.metadata.get("nbgrader", {})
        name = exercise_of(mark.get("grade_id", ""))
        if mark.get("solution") or mark.get("grade"):
            if name not in sections:
                order.append(name)
                sections[name] = section
            if mark.get("solution"):
                code[name] = cell.source
                trouble[name] = _trouble(cell)
            if mark.get("grade"):
                verdicts.setdefault(name, []).append(_verdict(cell))
    return [
        ExerciseVerdict(
            name,
            code.get(name, ""),
            sections[name],
            trouble.get(name, ""),
            tuple(verdicts.get(name, ())),
        )
        for name in order
    ]


def failure_sentence(cell: NotebookNode) -> str:
    """Why a test cell failed, in the author's words or the grader's; empty if it passed."""
    error = _error(cell)
    return _ANSI.sub("", error.evalue).strip()[:MAX_SENTENCE] if error else ""


def _trouble(cell: NotebookNode) -> str:
    """How an answer cell failed to run. What it said itself is left out: later cells know what
    the tests of earlier ones asked, and could repeat it."""
    error = _error(cell)
    if error is None:
        return ""
    if error.ename in _TROUBLES:
        return _TROUBLES[error.ename]
    is_known = isinstance(getattr(builtins, error.ename, None), type)
    return f"it raises {error.ename}" if is_known else "it raises an exception"


def _error(cell: NotebookNode) -> NotebookNode | None:
    return next((o for o in cell.get("outputs", ()) if o.output_type == "error"), None)


def _verdict(cell: NotebookNode) -> Verdict:
    mark = cell.metadata["nbgrader"]
    sentence = failure_sentence(cell)
    passed = not sentence and not utils.is_solution(cell)
    return Verdict(mark["grade_id"], float(mark.get("points", 0)), passed, sentence)
