"""Sources are lists of lines, as Jupyter writes them."""

from malformed import write

SCORE = 3
LINE = None


def damage(folder, notebook):
    for cell in notebook.cells:
        cell["source"] = cell.source.splitlines(keepends=True)
    write(folder, notebook)
