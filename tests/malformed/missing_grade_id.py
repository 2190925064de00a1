"""The answer's grade_id is gone; the rest of its mark is there."""

from malformed import answer_cell, write

SCORE = 3
LINE = "answer double: not in its own cell"


def damage(folder, notebook):
    del answer_cell(notebook, "double").metadata.nbgrader["grade_id"]
    write(folder, notebook)
