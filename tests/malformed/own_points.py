"""A student gave the tests a hundred points each, and marked the answer as a test."""

from malformed import write

SCORE = 3
LINE = None


def damage(folder, notebook):
    for cell in notebook.cells:
        if "nbgrader" in cell.metadata:
            cell.metadata.nbgrader.update(points=100, grade=True)
    write(folder, notebook)
