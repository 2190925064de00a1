"""A name that looks like an option."""

from malformed import write

SCORE = 3
LINE = None
RUN = True
STUDENT = "--force"


def damage(folder, notebook):
    write(folder, notebook)
