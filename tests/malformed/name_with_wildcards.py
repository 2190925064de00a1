"""A name that is a pattern, which matches everybody."""

from malformed import write

SCORE = 3
LINE = None
RUN = True
STUDENT = "[a-z]*?"


def damage(folder, notebook):
    write(folder, notebook)
