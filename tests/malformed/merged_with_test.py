"""An answer was merged with the test below it, so that one cell is both."""

from malformed import answer_cell, write

SCORE = 3
LINE = None


def damage(folder, notebook):
    answer, test = answer_cell(notebook, "double"), answer_cell(notebook, "double-values")
    answer.source += "\n\n" + test.source
    notebook.cells.remove(test)
    write(folder, notebook)
