"""The notebook does not say which version of the format it has."""

from malformed import write

SCORE = 3
LINE = "format number is not 4"


def damage(folder, notebook):
    del notebook["nbformat"]
    write(folder, notebook)
