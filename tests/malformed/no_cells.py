"""Every cell was deleted before saving."""

from malformed import write

SCORE = 0
LINE = "the notebook has no cells"


def damage(folder, notebook):
    notebook.cells = []
    write(folder, notebook)
