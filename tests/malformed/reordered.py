"""The cells are in reverse order."""

from malformed import write

SCORE = 3
LINE = None


def damage(folder, notebook):
    notebook.cells.reverse()
    write(folder, notebook)
