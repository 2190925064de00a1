"""One answer cell was deleted."""

from malformed import answer_cell, write

SCORE = 2
LINE = "answer double: missing from the notebook"


def damage(folder, notebook):
    notebook.cells.remove(answer_cell(notebook, "double"))
    write(folder, notebook)
