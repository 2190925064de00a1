"""Both answers were written into the second one's cell, and the first one's deleted."""

from malformed import answer_cell, write

SCORE = 3
LINE = "answer double: not in its own cell"


def damage(folder, notebook):
    first, second = answer_cell(notebook, "double"), answer_cell(notebook, "triple")
    second.source = f"{first.source}\n\n\n{second.source}"
    notebook.cells.remove(first)
    write(folder, notebook)
