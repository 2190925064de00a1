"""What a cell is to a lesson, by its metadata alone: the naming rule, set-up, answers and tests."""

from __future__ import annotations

from nbformat import NotebookNode

STUB = "raise NotImplementedError"  # what a release has in place of a solution


def exercise_of(grade_id: str) -> str:
    """The exercise that a cell belongs to: what stands before the first hyphen of its grade_id."""
    return grade_id.partition("-")[0]


def grade_id_of(cell: NotebookNode) -> str | None:
    """The name that nbgrader knows a cell by; None if it has none."""
    return cell.metadata.get("nbgrader", {}).get("grade_id")


def is_setup(cell: NotebookNode) -> bool:
    """Whether it prepares names for tests as well as for students."""
    return "setup" in cell.metadata.get("tags", [])


def is_answer(cell: NotebookNode) -> bool:
    """Whether students write it."""
    return bool(cell.metadata.get("nbgrader", {}).get("solution"))


def is_test(cell: NotebookNode) -> bool:
    """Whether it is code that grades an answer; one that a person grades is no test."""
    mark = cell.metadata.get("nbgrader", {})
    return bool(cell.cell_type == "code" and mark.get("grade") and not mark.get("solution"))
