"""Cells lack their outputs, their metadata, their type."""

from malformed import answer_cell, write

SCORE = 3
LINE = "answer double: turned into another type of cell"


def damage(folder, notebook):
    del answer_cell(notebook, "double")["cell_type"]
    for cell in notebook.cells:
        cell.pop("outputs", None)
        cell.pop("id", None)
        if cell.get("cell_type") == "markdown":
            del cell["metadata"]
    write(folder, notebook)
