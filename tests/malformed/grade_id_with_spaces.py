"""A tool has put spaces around the answers' marks, and line ends behind them."""

from malformed import answer_cell, write

SCORE = 3
LINE = "not in its own cell"


def damage(folder, notebook):
    for name in ("double", "triple"):
        answer_cell(notebook, name).metadata.nbgrader.grade_id = f" {name}\n"
    write(folder, notebook)
