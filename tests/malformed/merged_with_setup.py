"""The first answer was merged with the set-up above it, and bears the set-up's mark."""

from malformed import answer_cell, write

SCORE = 3
LINE = "answer double: not in its own cell"


def damage(folder, notebook):
    setup, answer = answer_cell(notebook, "setup"), answer_cell(notebook, "double")
    setup.source += "\n\n" + answer.source
    notebook.cells.remove(answer)
    write(folder, notebook)
