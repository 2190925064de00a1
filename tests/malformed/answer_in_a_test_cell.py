"""The answer was written over the test, and its own cell deleted."""

from malformed import answer_cell, write

SCORE = 3
LINE = "answer double: not in its own cell"


def damage(folder, notebook):
    answer = answer_cell(notebook, "double")
    answer_cell(notebook, "double-values").source = answer.source
    notebook.cells.remove(answer)
    write(folder, notebook)
