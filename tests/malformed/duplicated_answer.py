"""An answer cell was copied and pasted below itself; both say the same."""

from malformed import answer_cell, write

SCORE = 3
LINE = "answer double: there more than once"


def damage(folder, notebook):
    index = notebook.cells.index(answer_cell(notebook, "double"))
    notebook.cells.insert(index, notebook.cells[index].copy())
    write(folder, notebook)
