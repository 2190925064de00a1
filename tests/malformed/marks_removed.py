"""The lesson was copied cell by cell into a new notebook: no nbgrader metadata anywhere."""

from malformed import write

SCORE = 3
LINE = "answer double, triple: not in its own cell"


def damage(folder, notebook):
    for cell in notebook.cells:
        cell.metadata = {}
    write(folder, notebook)
