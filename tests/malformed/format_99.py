"""The notebook says that its format is version 99, which does not exist."""

from malformed import write

SCORE = 3
LINE = "format number is not 4"


def damage(folder, notebook):
    write(folder, {**notebook, "nbformat": 99})
