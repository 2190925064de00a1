"""An answer's cell was split in two: Jupyter gives both halves its mark."""

import copy

from malformed import answer_cell, write

SCORE = 3
LINE = "answer double: there more than once"


def damage(folder, notebook):
    cell = answer_cell(notebook, "double")
    cell.source = "def twice(x):\n    return x + x"
    rest = copy.deepcopy(cell)
    rest.source = "def double(x):\n    return twice(x)"
    notebook.cells.insert(1 + notebook.cells.index(cell), rest)
    write(folder, notebook)
