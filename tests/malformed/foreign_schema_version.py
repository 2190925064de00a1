"""nbgrader's marks claim a version that no nbgrader has."""

from malformed import write

SCORE = 3
LINE = None


def damage(folder, notebook):
    for cell in notebook.cells:
        if "nbgrader" in cell.metadata:
            cell.metadata.nbgrader.schema_version = 1_000
    write(folder, notebook)
