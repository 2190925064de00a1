"""The notebook of another lesson was handed in under this one's name."""

from malformed import write

SCORE = 0
LINE = "answer double, triple: missing"


def damage(folder, notebook):
    for cell in notebook.cells:
        cell.source = cell.source.replace("double", "halve").replace("triple", "third")
        if "nbgrader" in cell.metadata:
            cell.metadata.nbgrader.grade_id = f"other-{cell.metadata.nbgrader.grade_id}"
    write(folder, notebook)
