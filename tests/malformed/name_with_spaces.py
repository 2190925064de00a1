"""A student's name with spaces in it, before it and behind it."""

from malformed import write

SCORE = 3
LINE = None
RUN = True
STUDENT = " Ada  Lovelace "


def damage(folder, notebook):
    write(folder, notebook)
