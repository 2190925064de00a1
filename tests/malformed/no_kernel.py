"""The notebook does not say which kernel it needs."""

from malformed import write

SCORE = 3
LINE = None


def damage(folder, notebook):
    notebook.metadata = {}
    write(folder, notebook)
