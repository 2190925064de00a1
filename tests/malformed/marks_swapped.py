"""The marks of two answers were exchanged, each on the other's code."""

from malformed import answer_cell, write

SCORE = 3
LINE = "not in its own cell"


def damage(folder, notebook):
    first, second = answer_cell(notebook, "double"), answer_cell(notebook, "triple")
    first.metadata, second.metadata = second.metadata, first.metadata
    write(folder, notebook)
