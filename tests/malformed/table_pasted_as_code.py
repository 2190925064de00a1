"""A table of three megabytes was pasted into a cell of its own, between the answers."""

import nbformat

from malformed import answer_cell, write

SCORE = 3
LINE = "some cells hold more code than is read"


def damage(folder, notebook):
    place = notebook.cells.index(answer_cell(notebook, "triple"))
    table = nbformat.v4.new_code_cell("table = [\n" + "    1, 2, 3,\n" * 240_000 + "]")
    notebook.cells.insert(place, table)
    write(folder, notebook)
