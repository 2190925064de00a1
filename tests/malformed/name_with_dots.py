"""A name that begins like a way out of the folder."""

from malformed import write

SCORE = 3
LINE = None
RUN = True
STUDENT = "..ada"


def damage(folder, notebook):
    write(folder, notebook)
