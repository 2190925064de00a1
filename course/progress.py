"""How far a student has come in each lesson, read from their saved notebooks. Runs nothing."""

from __future__ import annotations

import html
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from course.exercises import STUB, exercise_of, grade_id_of, is_answer, is_test


@dataclass(frozen=True)
class LessonProgress:
    """One lesson as its notebook was last saved."""

    lesson: str
    exercises: int
    begun: int  # answer cells that no longer hold only the stub
    solved: int  # exercises whose tests, as last run, passed
    problem: str = ""  # why the notebook cannot be read

    @property
    def next_step(self) -> str:
        """What to do now, in a few words."""
        if self.problem:
            return self.problem
        if self.solved == self.exercises:
            return "all visible tests pass: run Validate, then hand in"
        return "go on" if self.begun else "begin"


@dataclass(frozen=True)
class Progress:
    """All lessons in a folder; shows itself as a table in a notebook and as lines in a terminal."""

    lessons: tuple[LessonProgress, ...]

    def __str__(self) -> str:
        width = max((len(each.lesson) for each in self.lessons), default=0)
        lines = [
            f"{each.lesson:<{width}}  {each.solved:>2} of {each.exercises:>2} solved  "
            f"{each.next_step}"
            for each in self.lessons
        ]
        return "\n".join(lines) or "There is no lesson in this folder."

    __repr__ = __str__

    def _repr_html_(self) -> str:
        if not self.lessons:
            return "<p>There is no lesson in this folder.</p>"
        rows = "".join(_row(each) for each in self.lessons)
        heads = "".join(_cell("th scope='col'", head) for head in ("Lesson", "Solved", "", "Next"))
        return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def progress(folder: str | Path = ".") -> Progress:
    """How far the lessons ``NN-name/NN-name.ipynb`` in a folder are, as they were last saved.

    An exercise counts as solved when every one of its test cells was run and none failed.
    """
    found = sorted(Path(folder).glob("[0-9][0-9]-*/[0-9][0-9]-*.ipynb"))
    return Progress(tuple(_of_notebook(path) for path in found if path.stem == path.parent.name))


def _of_notebook(path: Path) -> LessonProgress:
    try:
        notebook = nbformat.read(path, as_version=4)
    except (OSError, ValueError, AttributeError):
        problem = "this file cannot be read: move it away, and fetch the lesson again"
        return LessonProgress(path.stem, 0, 0, 0, problem)
    answers, passed = {}, {}
    for cell in notebook.cells:
        exercise = exercise_of(grade_id_of(cell) or "")
        if is_answer(cell):
            answers[exercise] = STUB not in cell.source
        elif is_test(cell):
            passed[exercise] = passed.get(exercise, True) and _has_passed(cell)
    solved = sum(passed.get(exercise, False) for exercise in answers)
    return LessonProgress(path.stem, len(answers), sum(answers.values()), solved)


def _has_passed(cell: NotebookNode) -> bool:
    failed = any(output.output_type == "error" for output in cell.get("outputs", []))
    return cell.get("execution_count") is not None and not failed


def _row(each: LessonProgress) -> str:
    name = html.escape(each.lesson, quote=True)
    link = f"<a href='{name}/{name}.ipynb'>{name}</a>"
    share = f"<progress value='{each.solved}' max='{max(each.exercises, 1)}'></progress>"
    cells = (link, f"{each.solved} of {each.exercises}", share, html.escape(each.next_step))
    return "<tr>" + "".join(_cell("td", cell) for cell in cells) + "</tr>"


def _cell(opening: str, content: str) -> str:
    return f"<{opening} style='text-align:left'>{content}</{opening[:2]}>"
