"""The test cells were turned into text."""

from malformed import write

SCORE = 3
LINE = None


def damage(folder, notebook):
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade"):
            cell.cell_type = "markdown"
    write(folder, notebook)
