"""A cell's metadata holds NaN, which is no JSON, though Python writes it."""

from malformed import write

SCORE = 3
LINE = None


def damage(folder, notebook):
    notebook.cells[0].metadata["width"] = float("nan")
    write(folder, notebook)
