"""A loop gone wrong has pasted one small cell three thousand times at the end."""

import nbformat

from malformed import write

SCORE = 3
LINE = "more than 2,000 cells"


def damage(folder, notebook):
    notebook.cells += [nbformat.v4.new_code_cell("1 + 1") for _ in range(3000)]
    write(folder, notebook)
