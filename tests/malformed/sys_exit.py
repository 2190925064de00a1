"""A cell between the exercises says sys.exit()."""

import nbformat

from malformed import answer_cell, write

SCORE = 3
LINE = None
RUN = True


def damage(folder, notebook):
    index = notebook.cells.index(answer_cell(notebook, "triple"))
    notebook.cells.insert(index, nbformat.v4.new_code_cell("import sys\n\nsys.exit(1)"))
    write(folder, notebook)
