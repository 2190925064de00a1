"""The answer was written in a new cell at the end; its own cell is as released."""

import nbformat

from malformed import answer_cell, write

SCORE = 3
LINE = "answer double: not in its own cell"


def damage(folder, notebook):
    cell = answer_cell(notebook, "double")
    notebook.cells.append(nbformat.v4.new_code_cell(cell.source))
    cell.source = (
        'def double(x):\n    """Twice x."""\n    # YOUR CODE HERE\n    raise NotImplementedError()'
    )
    write(folder, notebook)
