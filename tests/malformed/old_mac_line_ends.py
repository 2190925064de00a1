"""Sources have the line ends of old Macs: carriage returns alone."""

from malformed import write

SCORE = 3
LINE = None


def damage(folder, notebook):
    for cell in notebook.cells:
        cell["source"] = cell["source"].replace("\n", "\r")
    write(folder, notebook)
