"""Damaged submissions: one module a kind, which says what a student did and what it deserves.

A kind has a docstring, ``damage(folder, notebook)``, which hands in a notebook with two right
answers worth 3 points in its own way, and

SCORE : the points that a fair instructor gives for it
LINE : a part of the one line that must be said about it; None if there is nothing to say
RUN : True where the folder itself is damaged, or only a kernel can tell; else reading will do
STUDENT : the folder's name, where that is the damage
"""

import json
from pathlib import Path

from nbformat import NotebookNode

FILE = "01-toy.ipynb"


def write(folder: Path, notebook: dict, name: str = FILE) -> Path:
    """Write a notebook as it is, valid or not."""
    path = folder / name
    path.write_text(json.dumps(notebook), "utf-8")
    return path


def answer_cell(notebook: NotebookNode, grade_id: str) -> NotebookNode:
    """The cell with this grade_id."""
    (found,) = (
        cell
        for cell in notebook.cells
        if cell.metadata.get("nbgrader", {}).get("grade_id") == grade_id
    )
    return found


def write_answer(notebook: NotebookNode, grade_id: str, code: str) -> None:
    """Give another answer to one exercise."""
    answer_cell(notebook, grade_id).source = code
