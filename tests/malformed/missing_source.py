"""An answer cell has no source at all."""

from malformed import answer_cell, write

SCORE = 2
LINE = "some cells were damaged"


def damage(folder, notebook):
    del answer_cell(notebook, "double")["source"]
    write(folder, notebook)
