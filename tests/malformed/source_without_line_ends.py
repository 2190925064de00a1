"""A tool wrote the sources as lists of lines and dropped the line ends."""

from malformed import write

SCORE = 3
LINE = None


def damage(folder, notebook):
    for cell in notebook.cells:
        cell["source"] = cell.source.splitlines()
    write(folder, notebook)
