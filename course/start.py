"""The notebook that greets a student: what to do first, and how far each lesson is."""

from __future__ import annotations

import hashlib

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

START = "START.ipynb"

_WELCOME = """# Start here

1. Open a lesson: `01-data` if you are new. Read it and run its cells from top to bottom
   (Shift+Enter).
2. Where a cell says `raise NotImplementedError()`, write your answer in place of that line.
3. Run the test cell below it, as often as you like. It says what was expected, what came and what
   is likely wrong.
4. When all pass, press **Validate** in the toolbar: it runs the whole notebook as grading will.
5. Save, and hand in the notebook under the name it has. Grading adds hidden tests of the same
   functions.

If a lesson behaves strangely, restart its kernel (menu *Kernel*, *Restart Kernel and Run All
Cells*): cells that were run out of order leave old values behind. Test cells are locked; if you
change one all the same, nothing happens to your grade: grading uses its own copy."""

_PROGRESS = "from course.progress import progress\n\nprogress()"

_AFTER = "The table shows your notebooks as you last saved them. Run the cell again to see it anew."


def start_page() -> str:
    """The text of the start page's ``.ipynb`` file, always the same; its cell shows progress."""
    cells = [new_markdown_cell(_WELCOME), new_code_cell(_PROGRESS), new_markdown_cell(_AFTER)]
    for cell in cells:
        cell.id = hashlib.sha256(cell.source.encode()).hexdigest()[:8]
    kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
    return nbformat.writes(new_notebook(cells=cells, metadata={"kernelspec": kernel}))
