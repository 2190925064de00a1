"""The answer's cell was turned into text by a slip of the keyboard."""

from malformed import answer_cell, write

SCORE = 3
LINE = "answer double: turned into another type of cell"


def damage(folder, notebook):
    answer_cell(notebook, "double").cell_type = "markdown"
    write(folder, notebook)
